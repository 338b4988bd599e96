import type { Draft, Proposal, ReadingOfReport } from '../core/proposal/proposal.ts'
import type { ItemState } from '../core/talks/position.ts'
import type { Locale, Words } from '../core/words.ts'
import type { AgendaOfReading } from './agenda-of-reading.ts'
import { finished, inLocale, isolated, wrapped } from './terminal.ts'

const KIND: Readonly<Record<Proposal['kind'], Words>> = {
  'report-date': { en: 'Date of the report', ar: 'تاريخ التقرير' },
  statement: { en: 'Statements', ar: 'التصريحات' },
  undertaking: { en: 'Promises', ar: 'التعهدات' },
  event: { en: 'Events', ar: 'الوقائع' },
  position: { en: 'Positions on the agenda', ar: 'المواقف من جدول الأعمال' },
  date: { en: 'Dates', ar: 'التواريخ' },
  figure: { en: 'Figures', ar: 'الأرقام' },
  mention: { en: 'Actors and places', ar: 'الأطراف والأماكن' },
}

const PUBLISHED: Readonly<Record<ReadingOfReport['publishedHow'], Words>> = {
  given: { en: 'as given', ar: 'كما أُدخل' },
  'stated-in-text': { en: 'stated in the text', ar: 'مذكور في النص' },
  inferred: { en: 'inferred', ar: 'مستنتج' },
  unknown: { en: 'unknown', ar: 'غير معروف' },
}

const LEFT_OUT: Readonly<Record<'repeat' | 'boilerplate' | 'empty', Words>> = {
  repeat: { en: 'repeated', ar: 'مكررة' },
  boilerplate: { en: 'page furniture', ar: 'من لوازم الصفحة' },
  empty: { en: 'empty', ar: 'فارغة' },
}

const STATE: Readonly<Record<ItemState, Words>> = {
  agreed: { en: 'agreed', ar: 'متفق عليه' },
  converging: { en: 'converging', ar: 'آخذ في التقارب' },
  contested: { en: 'contested', ar: 'موضع خلاف' },
  deferred: { en: 'deferred', ar: 'مؤجل' },
  unknown: { en: 'unknown', ar: 'غير معروف' },
}

/** A reading for people: what was left out and why, then the proposals by kind, each on its own words. */
export function readingText(
  file: string,
  r: ReadingOfReport,
  locale: Locale,
  agenda: AgendaOfReading = [],
): string {
  const say = (w: Words) => w[locale]
  const lines = [isolated(file)]
  lines.push(
    `${say({ en: 'Language', ar: 'اللغة' })}: ${isolated(r.language)} · ${say({ en: 'Published', ar: 'النشر' })}: ${isolated(r.publishedAt ?? '—')} (${say(PUBLISHED[r.publishedHow])})`,
  )
  const kept = r.paragraphs.filter(p => p.kept).length
  const left = (['repeat', 'boilerplate', 'empty'] as const).flatMap(why => {
    const n = r.paragraphs.filter(p => !p.kept && p.why === why).length
    return n ? [`${isolated(n)} ${say(LEFT_OUT[why])}`] : []
  })
  lines.push(
    `${say({ en: 'Paragraphs', ar: 'الفقرات' })}: ${isolated(kept)}/${isolated(r.paragraphs.length)}${left.length ? ` (${say({ en: 'left out', ar: 'حُذفت' })}: ${left.join(locale === 'ar' ? '، ' : ', ')})` : ''}`,
  )
  for (const w of r.warnings) lines.push(`! ${w}`)
  for (const kind of Object.keys(KIND) as Proposal['kind'][]) {
    const some = r.proposals.filter(p => p.kind === kind)
    if (!some.length) continue
    lines.push('', `${say(KIND[kind])} (${isolated(some.length)})`)
    for (const p of some) lines.push(proposalText(p, locale))
  }
  if (agenda.length)
    lines.push('', say({ en: 'Where the talks stand by this report', ar: 'حال المحادثات وفق هذا التقرير' }))
  for (const a of agenda)
    lines.push(`  ${inLocale(a.title, locale)}: ${say(STATE[a.state])}. ${inLocale(a.because, locale)}`)
  return finished(`${lines.join('\n')}\n\n`, locale)
}

function proposalText(p: Proposal, locale: Locale): string {
  const head = `  ${isolated(p.id)}  ${detailOf(p.draft, locale)}`
  const words = wrapped(`“${p.surface.replaceAll(/\s+/g, ' ').trim()}”`, '      ')
  return `${head}\n${words}`
}

function detailOf(d: Draft, locale: Locale): string {
  const arrow = locale === 'ar' ? ' ← ' : ' → '
  switch (d.kind) {
    case 'statement': {
      const s = d.statement
      const who = s.speaker?.name ?? s.speaker?.role ?? (locale === 'ar' ? 'متحدث لم يُسمَّ' : 'unnamed speaker')
      return `${[isolated(who), ...s.chain.map(c => isolated(c.name))].join(arrow)} · ${isolated(s.act)}`
    }
    case 'event':
      return [
        isolated(d.claim.types.join('/')),
        ...[d.claim.actor ?? []].flat().map(isolated),
        isolated(d.claim.stance),
      ].join(' · ')
    case 'undertaking': {
      const u = d.undertaking
      const quantity =
        u.quantity === undefined
          ? []
          : [`${isolated(u.quantity)}${u.each ? (locale === 'ar' ? ' من كل طرف' : ' from each side') : ''}`]
      const deadline =
        u.deadline === undefined ? [] : [`${locale === 'ar' ? 'حتى' : 'by'} ${isolated(u.deadline)}`]
      return [
        isolated(u.party),
        isolated(u.mode),
        isolated(u.types.join('/')),
        ...quantity,
        ...deadline,
      ].join(' · ')
    }
    case 'position': {
      const { item, party, stance, waitsFor } = d.position
      return [
        isolated(item),
        ...(party ? [isolated(party)] : []),
        isolated(stance),
        ...(waitsFor ? [isolated(waitsFor)] : []),
      ].join(' · ')
    }
    case 'date':
      return `${isolated(d.iso ?? '?')}${d.role === 'deadline' ? (locale === 'ar' ? ' · أجل' : ' · deadline') : ''}`
    case 'figure':
      return isolated(`${d.value ?? '?'} ${d.unit}${d.per ? ` per ${d.per}` : ''}`)
    case 'mention':
      return isolated(`${d.of}: ${d.canonical}`)
    case 'report-date':
      return isolated(d.publishedAt)
  }
}
