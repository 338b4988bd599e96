import type { Accord } from '../accord/model.ts'
import { eventWords } from '../event/type-words.ts'
import type { LedgerRecord } from '../ledger/entry.ts'
import { dayOf } from '../time/civil.ts'
import { dateWords } from '../time/month-words.ts'
import type { When } from '../time/when.ts'
import type { Locale, Words } from '../words.ts'

/**
 * One line about a record: its own summary when it has one, else composed from its fields.
 * Never claims more than the record: a claim "says", it does not establish.
 */
export function summaryOf(r: LedgerRecord, accord: Accord): Words {
  if (r.of === 'evidence') return evidenceSummary(r.record, accord)
  const record = r.record
  if (r.of === 'position') {
    const p = r.record
    const item = accord.agenda?.find(a => a.id === p.item)?.title ?? { en: p.item, ar: p.item }
    const who = p.party === undefined ? { en: 'The talks', ar: 'المحادثات' } : nameOf(p.party, accord)
    const stance = STANCE_WORDS[p.stance]
    return {
      en: `${who.en} on “${item.en}”: ${stance.en}`,
      ar: `${who.ar} بشأن «${item.ar}»: ${stance.ar}`,
    }
  }
  if (r.of === 'undertaking')
    return both(r.record.words, { en: `Promise ${record.id}`, ar: `تعهد ${record.id}` })
  const s = r.record
  const who = s.speaker?.name ?? s.speaker?.role
  const said = s.quote ?? s.paraphrase ?? ''
  return both(s.summary, {
    en: `${who ?? 'Unnamed speaker'}: “${shorten(said)}”`,
    ar: `${who ?? 'متحدث لم يُسمَّ'}: «${shorten(said)}»`,
  })
}

function evidenceSummary(r: Extract<LedgerRecord, { of: 'evidence' }>['record'], accord: Accord): Words {
  switch (r.kind) {
    case 'claim': {
      const actors = r.actor === undefined ? [] : typeof r.actor === 'string' ? [r.actor] : r.actor
      const names = actors.map(a => nameOf(a, accord))
      const day = (locale: Locale) => dayWords(r.when, accord.tz, locale)
      const types = r.types.map(eventWords)
      const source =
        r.source === UNNAMED_REPORT ? { en: 'The report', ar: 'التقرير' } : { en: r.source, ar: r.source }
      const denies = r.stance === 'denies'
      return both(r.summary, {
        en: `${source.en} ${denies ? 'denies' : 'says'}: ${types.map(t => t.en).join(' / ')}${names.length ? ` by ${names.map(n => n.en).join(', ')}` : ''}, ${day('en')}`,
        ar: `${source.ar} ${denies ? 'ينفي' : 'يفيد'}: ${types.map(t => t.ar).join(' / ')}${names.length ? `، الفاعل ${names.map(n => n.ar).join('، ')}` : ''}، ${day('ar')}`,
      })
    }
    case 'retraction':
      return {
        en: `Retracts ${r.of}${r.why ? `: ${r.why}` : ''}`,
        ar: `سحب ${r.of}${r.why ? `: ${r.why}` : ''}`,
      }
    case 'correction':
      return {
        en: `Corrects ${r.supersedes}${r.why ? `: ${r.why}` : ''}`,
        ar: `تصحيح ${r.supersedes}${r.why ? `: ${r.why}` : ''}`,
      }
    case 'ruling':
      return { en: `Reviewer's ruling on ${r.event}: ${r.why}`, ar: `قرار مراجِع بشأن ${r.event}: ${r.why}` }
    case 'link':
      return {
        en: `${r.events[0]} and ${r.events[1]}: ${RELATION_WORDS[r.relation].en}`,
        ar: `${r.events[0]} و${r.events[1]}: ${RELATION_WORDS[r.relation].ar}`,
      }
    case 'coverage':
      return {
        en: `Coverage ${r.level}${r.zone ? ` in ${zoneName(r.zone, accord).en}` : ''}, ${dayWords(r.when, accord.tz, 'en')}`,
        ar: `التغطية ${COVERAGE_AR[r.level]}${r.zone ? ` في ${zoneName(r.zone, accord).ar}` : ''}، ${dayWords(r.when, accord.tz, 'ar')}`,
      }
    case 'suspension':
      return {
        en: `${nameOf(r.by, accord).en} gives notice of suspension`,
        ar: `إشعار تعليق من ${nameOf(r.by, accord).ar}`,
      }
    case 'discharge':
      return { en: `Released from ${r.provision}: ${r.why}`, ar: `إعفاء من ${r.provision}: ${r.why}` }
  }
}

/** The source of a claim whose report names no outlet; the reader gives it. */
const UNNAMED_REPORT = 'this-report'

const zoneName = (zone: string, accord: Accord): Words =>
  accord.zones.find(z => z.id === zone)?.name ?? { en: zone, ar: zone }

const RELATION_WORDS = {
  'same-event': { en: 'the same event', ar: 'حادث واحد' },
  'versions-of': { en: 'two versions of one event', ar: 'روايتان لحادث واحد' },
  'response-to': { en: 'one in response to the other', ar: 'أحدهما رد على الآخر' },
} as const

const COVERAGE_AR = { adequate: 'كافية', partial: 'جزئية', none: 'معدومة' } as const

const STANCE_WORDS = {
  supports: { en: 'supports', ar: 'مؤيد' },
  accepts_with_condition: { en: 'accepts with a condition', ar: 'يقبل بشرط' },
  open: { en: 'open to it', ar: 'منفتح' },
  silent: { en: 'silent', ar: 'صامت' },
  defers: { en: 'defers', ar: 'يؤجّل' },
  opposes: { en: 'opposes', ar: 'يعارض' },
  blocks: { en: 'blocks', ar: 'يعطّل' },
} as const

/** A party's name in both languages; its id when the accord does not name it. */
export function nameOf(party: string, accord: Accord): Words {
  return accord.parties.find(p => p.id === party)?.name ?? { en: party, ar: party }
}

function dayWords(when: When, tz: string, locale: Locale): string {
  const [a, b] = [dayOf(when.lo, tz), dayOf(when.hi, tz)].map(d => dateWords(d, locale))
  return a === b ? a! : `${a} – ${b}`
}

function both(own: { readonly en?: string; readonly ar?: string } | undefined, composed: Words): Words {
  return { en: own?.en ?? own?.ar ?? composed.en, ar: own?.ar ?? own?.en ?? composed.ar }
}

function shorten(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139).trimEnd()}…`
}
