import type { Accord } from '../accord/model.ts'
import type { Docket } from '../compliance/docket.ts'
import { dayOf, whenOf } from '../time/civil.ts'
import { type AlertView, alertsOf } from './alert.ts'
import { coldStart } from './detect/cold-start.ts'
import type { Thresholds } from './detect/thresholds.ts'
import type { LevelPrior } from './detect/zone-watch.ts'
import type { ScanEvent } from './scan/plan.ts'
import { coverageByDay } from './series/coverage-days.ts'
import { dayOfDate } from './series/daily-series.ts'
import type { SeriesFinding } from './series/finding.ts'
import { type Occurrence, occurrencesOf } from './series/occurrences.ts'
import { type ZoneSeries, zoneSeries } from './series/zone-series.ts'

/** Counts further back than this teach nothing about today. */
const YEARS_BACK = 5
/** For so long after its start a truce is watched from its start alone. */
const COLD_DAYS = 90

/** What the warnings say of an accord at one moment of knowledge. */
export type AccordWatch = {
  /** Day numbers of the series' first and last day. */
  readonly from: number
  readonly until: number
  /** The truce whose start the series begin with, when it is young. */
  readonly truceStart?: number
  readonly occurrences: readonly Occurrence[]
  readonly series: readonly ZoneSeries[]
  /** Newest first, then the most remarkable. */
  readonly alerts: readonly AlertView[]
  readonly findings: readonly { readonly series: string; readonly finding: SeriesFinding }[]
}

/**
 * Builds the series of every zone, party and kind from what the docket knows, and watches them.
 *
 * @param t seconds UTC: events after that day do not exist yet.
 */
export function watchAccord(accord: Accord, docket: Docket, t: number, thresholds: Thresholds): AccordWatch {
  const until = dayOfDate(dayOf(t, accord.tz))
  const occurrences = occurrencesOf(accord, docket).filter(o => o.first <= until)
  const earliest = occurrences.reduce((a, o) => Math.min(a, o.first), until)
  const from = Math.max(earliest, until - Math.round(YEARS_BACK * 365.25))
  const whole = zoneSeries(occurrences, [...docket.prepared.zones.keys()], {
    from,
    until,
    coverage: zone => coverageByDay(docket.act.coverage, zone, docket.prepared, { from, until }),
  })
  const truceStart = youngTruce(accord, from, until)
  const priors = new Map<string, LevelPrior>()
  const series = truceStart === undefined ? whole : whole.map(s => begun(s, truceStart, whole, priors))
  const runs = alertsOf(accord, series, thresholds, { prior: s => priors.get(s.id) })
  return {
    from: truceStart ?? from,
    until,
    ...(truceStart !== undefined && { truceStart }),
    occurrences,
    series,
    alerts: runs
      .flatMap(r => r.alerts)
      .sort((a, b) =>
        a.raisedOn < b.raisedOn ? 1 : a.raisedOn > b.raisedOn ? -1 : a.perYearByChance - b.perYearByChance,
      ),
    findings: runs.flatMap(r =>
      r.findings
        // That a zone is silent or new is said once, of its total.
        .filter(f => (f.kind !== 'all-zero' && f.kind !== 'too-short') || isTotal(r.series))
        .map(finding => ({ series: r.series.id, finding })),
    ),
  }
}

const isTotal = (s: ZoneSeries) => s.key.party === '*' && s.key.kind === 'hostile'

/** The newest start of any document that lies inside the series and is not yet old. */
function youngTruce(accord: Accord, from: number, until: number): number | undefined {
  const starts = accord.documents
    .flatMap(d => d.starts)
    .flatMap(s => {
      const when = whenOf(s.at, accord.tz)
      return when.ok ? [dayOfDate(dayOf(when.value.lo, accord.tz))] : []
    })
    .filter(d => d > from && d <= until && until - d < COLD_DAYS)
  return starts.length ? Math.max(...starts) : undefined
}

function begun(
  s: ZoneSeries,
  start: number,
  all: readonly ZoneSeries[],
  priors: Map<string, LevelPrior>,
): ZoneSeries {
  const siblings = all.filter(
    o => o.id !== s.id && o.key.zone !== '*' && o.key.kind === s.key.kind && o.key.party === s.key.party,
  )
  const { series, prior } = coldStart(s, start, siblings)
  priors.set(s.id, prior)
  const cut = s.counts.length - series.counts.length
  return { ...series, members: s.members.slice(cut), missing: s.missing.slice(cut) }
}

/** Events known to a point of at most `radius` metres and to a day, for the space-time scan. */
export function scanEventsOf(occurrences: readonly Occurrence[], radius = 5000): ScanEvent[] {
  return occurrences
    .filter(
      o => o.kinds.includes('hostile') && o.first === o.last && o.at !== undefined && o.at.radius <= radius,
    )
    .map(o => ({ x: o.at!.x, y: o.at!.y, day: o.first }))
}
