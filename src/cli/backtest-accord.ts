import { existsSync, readFileSync } from 'node:fs'
import { docketOf } from '../core/view/docket-of.ts'
import { ChanceTable } from '../core/warning/chance/chance-table.ts'
import { Thresholds } from '../core/warning/detect/thresholds.ts'
import { replay } from '../core/warning/replay.ts'
import { type SignalScore, scoreSignals } from '../core/warning/score/signals-score.ts'
import { dayOfDate } from '../core/warning/series/daily-series.ts'
import { signalsOf } from '../core/warning/signal.ts'
import type { Desk } from '../server/desk.ts'

/** Breakdowns are asked for within so many days of a signal. */
export const SIGNAL_HORIZON = 14
/** An alert from so many days before to so many after a turn counts as its warning. */
const BEFORE_DAYS = 14
const AFTER_DAYS = 7

/** How the warnings of one accord did against dates that are public record. */
export type AccordBacktest = {
  readonly accord: string
  readonly from: string
  readonly until: string
  readonly budget: number
  /** Turns for the worse, with the alert nearest before or after. */
  readonly turns: readonly {
    readonly day: string
    readonly what: string
    readonly alert?: string
    readonly series?: string
    readonly words?: string
  }[]
  /** Days with a new alert about no such turn. */
  readonly otherAlertDays: readonly string[]
  readonly signals: readonly SignalScore[]
}

/** Turns in a file `date,kind,what,source`: its rows of kind breakdown or escalation. */
export function turnsIn(file: string): { day: string; what: string; kind: string }[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map(line => line.split(','))
    .map(([day, kind, ...rest]) => ({ day: day!, kind: kind!, what: rest.slice(0, -1).join(',') }))
    .filter(t => t.kind === 'breakdown' || t.kind === 'escalation')
}

/** Replays an accord day by day, as known then, and scores alerts and signals apart. */
export function backtestAccord(
  desk: Desk,
  turns: readonly { readonly day: string; readonly what: string }[],
  o: { readonly from: string; readonly until: string; readonly budget: number; readonly seed: number },
): AccordBacktest {
  const evidence = [...desk.state.evidence.values()]
  const docketAt = (k: number) => docketOf(desk.accord, evidence, k, 'default')
  const thresholds = new Thresholds(new ChanceTable({ seed: o.seed }), o.budget)
  const range = { from: dayOfDate(o.from), until: dayOfDate(o.until) }
  const raised = [...replay(desk.accord, docketAt, range, thresholds)]
    .flatMap(d => d.raised)
    .filter(r => r.alert.direction === 'rise')
  const near = (day: string, known: string) => {
    const lead = dayOfDate(day) - dayOfDate(known)
    return lead <= BEFORE_DAYS && lead >= -AFTER_DAYS
  }
  const end = Date.parse(`${o.until}T23:59:59Z`) / 1000
  const signals = signalsOf(desk.accord, docketAt(end), [...desk.state.statements.values()], end)
  return {
    accord: desk.id,
    from: o.from,
    until: o.until,
    budget: o.budget,
    turns: turns.map(t => {
      const r = raised.find(x => near(t.day, x.knownOn))
      return { ...t, ...(r && { alert: r.knownOn, series: r.alert.series, words: r.alert.words.en }) }
    }),
    otherAlertDays: [
      ...new Set(raised.filter(r => !turns.some(t => near(t.day, r.knownOn))).map(r => r.knownOn)),
    ],
    signals: scoreSignals(
      signals,
      turns.map(t => t.day),
      { horizon: SIGNAL_HORIZON, from: o.from, until: o.until },
    ),
  }
}

/** The same as text. */
export function accordBacktestText(b: AccordBacktest): string {
  const lines = [
    `${b.accord}, replayed as known on each day from ${b.from} to ${b.until}, budget ${b.budget}:`,
    ...b.turns.map(t => `  ${t.day}  ${t.alert ? `alert ${t.alert} (${t.series})` : 'no alert'}: ${t.what}`),
    `  alerts about none of these: ${b.otherAlertDays.length ? b.otherAlertDays.join(', ') : 'none'}`,
    `  signals followed by one of these within ${SIGNAL_HORIZON} days (by chance ${percent(b.signals[0]?.byChance ?? 0)}):`,
    ...b.signals.map(
      s =>
        `    ${s.kind.padEnd(18)} ${s.followed} of ${s.raised} days (${percent(s.hitRate)}); preceded ${s.foretold} of ${s.breakdowns}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

const percent = (x: number) => (Number.isNaN(x) ? '-' : `${Math.round(100 * x)} %`)
