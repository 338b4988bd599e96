import { dayOf } from '../core/time/civil.ts'
import type { BoardRow, StateBoard } from '../core/view/board.ts'
import { isDue, VERDICT_WORDS, verdictWords } from '../core/view/verdict-words.ts'
import type { Locale, Words } from '../core/words.ts'
import { finished, inLocale, isolated, isolatedRuns, wrapped } from './terminal.ts'

/** The State page for a terminal: the answer, then a paragraph a provision, then what changed and what falls due. */
export function boardText(b: StateBoard, locale: Locale): string {
  const say = (w: Words) => inLocale(w, locale)
  const day = (seconds: number) => isolated(dayOf(seconds, b.tz))
  const nameOf = (id: string) => say(b.parties.find(p => p.id === id)?.name ?? { en: id, ar: id })
  const bearers = (ids: readonly string[]) => ids.map(nameOf).join(' + ')
  const reading = b.readings.find(r => r.id === b.reading)

  const lines = [
    say(b.title),
    locale === 'ar'
      ? `كما في نهاية ${day(b.asOf.t)}، بما عُلم حتى ${day(b.asOf.k)}، وفق قراءة: ${reading ? say(reading.name) : isolated(b.reading)}`
      : `As of ${day(b.asOf.t)}, knowing what was known by ${day(b.asOf.k)}, reading: ${reading ? say(reading.name) : b.reading}`,
    '',
    say(b.bottomLine),
  ]
  const isJudged = (row: BoardRow) => row.cells.some(c => c.verdict.verdict !== 'NOT_JUDGED')
  for (const row of b.rows.filter(isJudged)) {
    const due =
      row.due === undefined ? '' : locale === 'ar' ? ` · الأجل ${day(row.due)}` : ` · due ${day(row.due)}`
    lines.push('', `${isolated(row.provision)}  ${say(row.title)}${due}`)
    for (const { bearer, verdict, differs } of row.cells) {
      lines.push(
        `  ${bearers(bearer)}: ${say(verdictWords(verdict.verdict, isDue(verdict)))}${quantity(verdict.quantity)}`,
      )
      if (verdict.because[locale]) lines.push(wrapped(isolatedRuns(verdict.because[locale], locale), '    '))
      for (const d of differs) {
        const name = b.readings.find(r => r.id === d.reading)?.name ?? { en: d.reading, ar: d.reading }
        lines.push(
          locale === 'ar'
            ? `    وفق قراءة ${say(name)}: ${say(VERDICT_WORDS[d.verdict])}`
            : `    under the reading ${say(name)}: ${say(VERDICT_WORDS[d.verdict])}`,
        )
      }
    }
  }
  const others = b.rows.filter(row => !isJudged(row))
  if (others.length) {
    lines.push('', locale === 'ar' ? 'بنود لا تفرض ما يُحكم عليه:' : 'Provisions with nothing to judge:')
    for (const row of others) lines.push(`  ${isolated(row.provision)}  ${say(row.title)}`)
  }
  if (b.changed.length) {
    lines.push('', locale === 'ar' ? 'ما تغيّر منذ اليوم السابق:' : 'Changed since the day before:')
    for (const c of b.changed) lines.push(`  ${say(c.words)} (${bearers(c.bearer)})`)
  }
  if (b.deadlines.length) {
    lines.push('', locale === 'ar' ? 'الآجال:' : 'Deadlines:')
    for (const d of b.deadlines)
      lines.push(`  ${day(d.due)}  ${say(d.title)}: ${say(verdictWords(d.verdict, d.waiting))}`)
  }
  return finished(`${lines.join('\n')}\n`, locale)
}

function quantity(
  q: { readonly low: number; readonly high: number; readonly required: number } | undefined,
): string {
  if (!q) return ''
  return ` (${isolated(q.low === q.high ? `${q.low}/${q.required}` : `${q.low}–${q.high}/${q.required}`)})`
}
