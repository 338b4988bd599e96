import { dayOf } from '../time/civil.ts'
import { type Brief, SECTION_TITLES, type Section, type SectionId } from './brief.ts'
import { clockWords, dayWords } from './dates.ts'
import type { BriefMaterial } from './material.ts'
import { accessSection } from './sections/access.ts'
import { cannotSaySection } from './sections/cannot-say.ts'
import { bottomLineSection, complianceSection } from './sections/compliance.ts'
import { exchangeSection } from './sections/exchange.ts'
import { incidentsSection } from './sections/incidents.ts'
import { ledgersSection } from './sections/ledgers.ts'
import { sourcesSection } from './sections/sources.ts'
import { statementsSection } from './sections/statements.ts'
import { talksSection } from './sections/talks.ts'
import { warningsSection } from './sections/warnings.ts'

/**
 * Composes the brief. Each language has its own sentences; numbers are Western digits in both, so one
 * document has one numeral system. A section without content says so in a sentence rather than vanish.
 */
export function composeBrief(m: BriefMaterial): Brief {
  const { accord, locale, board } = m
  const ar = locale === 'ar'
  const sections: Record<SectionId, Section['blocks']> = {
    'bottom-line': bottomLineSection(m),
    compliance: complianceSection(m),
    incidents: incidentsSection(m),
    ledgers: ledgersSection(m),
    statements: statementsSection(m),
    access: accessSection(m),
    exchange: exchangeSection(m),
    talks: talksSection(m),
    warnings: warningsSection(m),
    'cannot-say': cannotSaySection(m),
    sources: sourcesSection(m),
  }
  const [from, to] = [dayWords(m.period.lo, accord.tz, locale), dayWords(m.period.hi, accord.tz, locale)]
  const reading = accord.readings.find(r => r.id === board.reading)?.name[locale] ?? board.reading
  return {
    format: 'hudna-brief/1',
    accord: accord.id,
    locale,
    title: ar ? `${accord.title.ar}: إحاطة` : `${accord.title.en}: brief`,
    period: { from: dayOf(m.period.lo, accord.tz), to: dayOf(m.period.hi, accord.tz) },
    asOf: board.asOf,
    tz: accord.tz,
    reading: board.reading,
    level: m.level,
    header: ar
      ? [
          ['الفترة', `من ${from} إلى ${to}`],
          ['وقت الإقفال', `${to}، الساعة ${clockWords(board.asOf.t, accord.tz)} (${accord.tz})`],
          [
            'كما عُرف في',
            `${dayWords(board.asOf.k, accord.tz, locale)}، الساعة ${clockWords(board.asOf.k, accord.tz)}`,
          ],
          ['القراءة', reading],
          ['التغطية', coverageWords(m)],
          ['مستوى النشر', { internal: 'داخلي', parties: 'للأطراف', public: 'عام' }[m.level]],
        ]
      : [
          ['Period', `${from} to ${to}`],
          ['Cut-off', `${to}, ${clockWords(board.asOf.t, accord.tz)} (${accord.tz})`],
          [
            'As known on',
            `${dayWords(board.asOf.k, accord.tz, locale)}, ${clockWords(board.asOf.k, accord.tz)}`,
          ],
          ['Reading', reading],
          ['Coverage', coverageWords(m)],
          ['Release', m.level],
        ],
    sections: (Object.keys(sections) as SectionId[]).map(id => ({
      id,
      title: SECTION_TITLES[id][locale],
      blocks: sections[id],
    })),
  }
}

function coverageWords(m: BriefMaterial): string {
  const notes = m.evidence.filter(
    r =>
      r.kind === 'coverage' &&
      r.when.lo <= m.period.hi &&
      r.when.hi >= m.period.lo &&
      r.received <= m.board.asOf.k,
  )
  if (!notes.length)
    return m.locale === 'ar'
      ? 'لا ملاحظات تغطية لهذه الفترة؛ غياب الخبر فيها ليس دليلاً على الالتزام'
      : 'no coverage notes for this period; silence in it is no evidence of compliance'
  const levels = notes.map(n => (n.kind === 'coverage' ? n.level : 'none'))
  const count = (l: string) => levels.filter(x => x === l).length
  return m.locale === 'ar'
    ? `ملاحظات التغطية: كافية ${count('adequate')}، جزئية ${count('partial')}، معدومة ${count('none')}`
    : `coverage notes: ${count('adequate')} adequate, ${count('partial')} partial, ${count('none')} none`
}
