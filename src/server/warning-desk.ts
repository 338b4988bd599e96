import type { Accord } from '../core/accord/model.ts'
import type { AsOf } from '../core/compliance/verdict.ts'
import type { LedgerState } from '../core/ledger/state.ts'
import { docketOf } from '../core/view/docket-of.ts'
import type { AlertView } from '../core/warning/alert.ts'
import { ALERT_NOTE_KIND, type AlertNote, type AlertState, alertStates } from '../core/warning/alert-state.ts'
import { ChanceTable } from '../core/warning/chance/chance-table.ts'
import { type ChartDay, chartOf } from '../core/warning/chart.ts'
import { Thresholds } from '../core/warning/detect/thresholds.ts'
import type { ZoneSeries } from '../core/warning/series/zone-series.ts'
import { type Signal, signalsOf } from '../core/warning/signal.ts'
import { type AccordWatch, watchAccord } from '../core/warning/watch-accord.ts'

/** One seed everywhere, so that the same ledger gives the same thresholds on every machine; as `hudna watch`. */
const SEED = 2024
/** Days shown of a chart. */
const CHART_DAYS = 365

const table = new ChanceTable({ seed: SEED })
const thresholds = new Map<number, Thresholds>()

/** Thresholds for a budget of false alerts a zone and year; simulated once and kept. */
export function thresholdsFor(budget: number): Thresholds {
  const made = thresholds.get(budget) ?? new Thresholds(table, budget)
  thresholds.set(budget, made)
  return made
}

export type WarningView = {
  readonly budget: number
  readonly alerts: readonly (AlertView & { readonly state: AlertState })[]
  /** Statements, deadlines, posts: beside the counts, never mixed into them. Newest first. */
  readonly signals: readonly Signal[]
  readonly findings: AccordWatch['findings']
  /** Total series of each zone with its chart, the most events first. */
  readonly charts: readonly {
    readonly series: string
    readonly zone: string
    readonly total: number
    readonly days: readonly ChartDay[]
  }[]
}

/** What the warnings say at a moment, with what people noted on each alert. */
export function warningView(
  accord: Accord,
  state: LedgerState,
  asOf: AsOf,
  reading: string,
  budget: number,
): WarningView {
  const docket = docketOf(accord, [...state.evidence.values()], asOf.k, reading)
  const set = thresholdsFor(budget)
  const watch = watchAccord(accord, docket, asOf.t, set)
  const notes = alertStates(
    (state.rooms.get(ALERT_NOTE_KIND) ?? []).flatMap(e =>
      'data' in e.body ? [{ by: e.by, recordedAt: e.recordedAt, note: e.body.data as AlertNote }] : [],
    ),
  )
  const total = (s: ZoneSeries) => s.counts.reduce((n, c) => n + Math.max(0, c), 0)
  return {
    budget,
    alerts: watch.alerts.map(a => ({ ...a, state: notes.get(a.id) ?? { comments: [] } })),
    signals: signalsOf(accord, docket, [...state.statements.values()], asOf.t).toReversed(),
    findings: watch.findings,
    charts: watch.series
      .filter(s => s.key.party === '*' && s.key.kind === 'hostile')
      .map(s => ({
        series: s.id,
        zone: s.key.zone,
        total: total(s),
        days: chartOf(s, set).slice(-CHART_DAYS),
      }))
      .toSorted((a, b) => b.total - a.total || (a.series < b.series ? -1 : 1)),
  }
}
