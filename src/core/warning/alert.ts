import type { Accord } from '../accord/model.ts'
import { maskOf } from '../compliance/type-mask.ts'
import { EVENT_WORDS } from '../event/type-words.ts'
import { dateWords } from '../time/month-words.ts'
import type { Words } from '../words.ts'
import { type Raised, watchSeries } from './detect/monitor.ts'
import type { Thresholds } from './detect/thresholds.ts'
import type { LevelPrior } from './detect/zone-watch.ts'
import { evidenceRatio, sinceWhen, usualRange } from './explain.ts'
import { cleanSeries } from './series/clean.ts'
import { dateOfDay } from './series/daily-series.ts'
import type { SeriesFinding } from './series/finding.ts'
import { newSourceBehind } from './series/new-source.ts'
import type { ZoneSeries } from './series/zone-series.ts'

/** One alert with everything a person needs to judge it. Days are civil days, 'YYYY-MM-DD'. */
export type AlertView = {
  /** Series and day; the same alert has the same id in every run that knows the same. */
  readonly id: string
  readonly series: string
  /** Zone id; '*' = the whole area. */
  readonly zone: string
  readonly zoneName: Words
  /** Party ids whose acts are counted; empty = all. '?' = unknown or disputed. */
  readonly parties: readonly string[]
  readonly kind: string
  readonly direction: 'rise' | 'fall'
  readonly detector: Raised['detector']
  readonly raisedOn: string
  /** When it most probably began. */
  readonly since: string
  readonly windowDays: number
  readonly observed: number
  readonly expected: number
  /** Range that holds 95 of 100 calm windows. */
  readonly expectedRange: { readonly low: number; readonly high: number }
  readonly times: number
  readonly evidenceRatio: number
  readonly perYearByChance: number
  /** The budget it was raised under: false alerts a zone and year. */
  readonly budget: number
  /** Days of history that the expected rests on; few at the start of a truce. */
  readonly restsOnDays: number
  /** Other zones whose own counts are up in the same days, the most first. */
  readonly neighbours: readonly {
    readonly zone: string
    readonly name: Words
    readonly observed: number
    readonly expected: number
  }[]
  /** Share of the window's events that is expected but not yet reported, 0..1. */
  readonly estimatedShare: number
  /** Mean share of events that could be seen in the window; `kept` false = coverage was not written down. */
  readonly coverage: { readonly share: number; readonly kept: boolean }
  /** Events that may lie in the zone or not, and events dated too vaguely: counted in neither. */
  readonly notCounted: { readonly perhapsHere: number; readonly undated: number }
  /** Provisions that forbid or regulate such acts there. */
  readonly provisions: readonly string[]
  /** Events of the window, to open. */
  readonly events: readonly string[]
  readonly words: Words
}

/** Alerts of one run, and what was found wrong or odd on the way. */
export type SeriesAlerts = {
  readonly series: ZoneSeries
  readonly alerts: readonly AlertView[]
  readonly findings: readonly SeriesFinding[]
}

/**
 * Watches every series and explains each alert. An alert that only a new source makes becomes a finding.
 *
 * @param o.prior for a series that starts with a truce; see `coldStart`.
 */
export function alertsOf(
  accord: Accord,
  all: readonly ZoneSeries[],
  thresholds: Thresholds,
  o: { readonly prior?: (s: ZoneSeries) => LevelPrior | undefined } = {},
): SeriesAlerts[] {
  return all.map(raw => {
    const { series: cleaned, findings } = cleanSeries(raw)
    const series = { ...raw, ...cleaned }
    const prior = o.prior?.(raw)
    const run = watchSeries(series, thresholds, prior)
    const alerts: AlertView[] = []
    const more: SeriesFinding[] = []
    for (const raised of run.raised) {
      const instead = newSourceBehind(series, raised, thresholds)
      if (instead) more.push(instead)
      else alerts.push(viewOf(accord, series, raised, thresholds, all))
    }
    return {
      series,
      alerts,
      findings: [...findings.filter(f => f.kind !== 'too-short' || !prior), ...run.findings, ...more],
    }
  })
}

function viewOf(
  accord: Accord,
  series: ZoneSeries,
  raised: Raised,
  thresholds: Thresholds,
  all: readonly ZoneSeries[],
): AlertView {
  const { key } = series
  const at = raised.day - series.firstDay
  const window = Array.from({ length: raised.windowDays }, (_, i) => at - raised.windowDays + 1 + i).filter(
    i => i >= 0,
  )
  const mean = (f: (i: number) => number) => window.reduce((s, i) => s + f(i), 0) / window.length
  const missing = mean(i => series.missing[i] ?? 0)
  const view: Omit<AlertView, 'words'> = {
    id: `${series.id}@${dateOfDay(raised.day)}`,
    series: series.id,
    zone: key.zone,
    zoneName: nameOfZone(accord, key.zone),
    parties: key.party === '*' ? [] : [key.party],
    kind: key.kind,
    direction: raised.direction,
    detector: raised.detector,
    raisedOn: dateOfDay(raised.day),
    since: dateOfDay(sinceWhen(series, raised)),
    windowDays: raised.windowDays,
    observed: raised.observed,
    expected: raised.expected,
    expectedRange: usualRange(raised),
    times: raised.observed / raised.expected,
    evidenceRatio: evidenceRatio(raised),
    perYearByChance: raised.perYearByChance,
    budget: thresholds.perYear,
    restsOnDays: Math.round(raised.restsOnDays),
    neighbours: neighboursOf(accord, series, raised, all),
    estimatedShare: missing,
    coverage: {
      share: mean(i => (series.exposure?.[i] ?? 1) / Math.max(1 - (series.missing[i] ?? 0), 1e-9)),
      kept: series.coverageKept,
    },
    notCounted: { perhapsHere: series.perhaps, undated: series.undated },
    provisions: provisionsTouched(accord, key.zone, key.kind, key.party),
    events: [...new Set(window.flatMap(i => series.members[i]!.map(m => m.event)))],
  }
  return { ...view, words: sentence(accord, view) }
}

export function nameOfZone(accord: Accord, zone: string): Words {
  if (zone === '*') return { en: 'the whole area', ar: 'المنطقة كلها' }
  return accord.zones.find(z => z.id === zone)?.name ?? { en: zone, ar: zone }
}

function nameOfParty(accord: Accord, party: string): Words {
  if (party === '?') return { en: 'unknown or disputed actors', ar: 'جهات مجهولة أو مختلَف عليها' }
  return accord.parties.find(p => p.id === party)?.name ?? { en: party, ar: party }
}

/** The same kind and party in the other zones, where the same days stand out too. */
function neighboursOf(
  accord: Accord,
  series: ZoneSeries,
  raised: Raised,
  all: readonly ZoneSeries[],
): AlertView['neighbours'] {
  return all
    .filter(
      s =>
        s.key.zone !== series.key.zone &&
        s.key.zone !== '*' &&
        s.key.party === series.key.party &&
        s.key.kind === series.key.kind,
    )
    .map(s => {
      const end = raised.day - s.firstDay
      const sum = (from: number, to: number) => {
        let events = 0
        let exposure = 0
        for (let i = Math.max(0, from); i <= Math.min(to, s.counts.length - 1); i++) {
          if (!(s.counts[i]! >= 0)) continue
          events += s.counts[i]!
          exposure += s.exposure?.[i] ?? 1
        }
        return { events, exposure }
      }
      const now = sum(end - raised.windowDays + 1, end)
      const before = sum(end - raised.windowDays - 56 + 1, end - raised.windowDays)
      const expected = ((before.events + 0.5) / (before.exposure + 0.5)) * now.exposure
      return { zone: s.key.zone, name: nameOfZone(accord, s.key.zone), observed: now.events, expected }
    })
    .filter(n => n.observed >= 2 && n.observed > 1.5 * n.expected)
    .sort((a, b) => b.observed - b.expected - (a.observed - a.expected))
    .slice(0, 5)
}

/** Provisions whose forbidden, permitted or owed acts meet the kind, in that zone or everywhere. */
function provisionsTouched(accord: Accord, zone: string, kind: string, party: string): string[] {
  const mask = maskOf([kind])
  return accord.provisions
    .filter(p => {
      const pattern = p.action ?? p.trigger
      if (!pattern || (maskOf(pattern.types) & mask) === 0n) return false
      if (pattern.in !== undefined && zone !== '*' && pattern.in !== zone && pattern.in !== accord.area)
        return false
      return party === '*' || party === '?' || p.bearer.flat().includes(party)
    })
    .map(p => p.id)
}

function sentence(accord: Accord, a: Omit<AlertView, 'words'>): Words {
  const kind = EVENT_WORDS[a.kind] ?? { en: a.kind, ar: a.kind }
  const who = a.parties.map(p => nameOfParty(accord, p))
  const number = (x: number) => (x >= 10 || Number.isInteger(x) ? String(Math.round(x)) : x.toFixed(1))
  const range = `${a.expectedRange.low}–${a.expectedRange.high}`
  const chance = a.perYearByChance >= 0.1 ? a.perYearByChance.toFixed(1) : a.perYearByChance.toPrecision(1)
  const byEn = who.length ? `, by ${who.map(w => w.en).join(' and ')}` : ''
  const byAr = who.length ? `، من ${who.map(w => w.ar).join(' و')}` : ''
  const fall = a.direction === 'fall'
  return {
    en: `${a.zoneName.en}${byEn} (${kind.en}): ${number(a.observed)} in ${a.windowDays} days where ${number(a.expected)} (${range}) are usual, ${fall ? 'a sudden silence' : `${number(a.times)} times as many`}, since ${dateWords(a.since, 'en')}. Chance alone gives ${chance} such alerts a year here.`,
    ar: `${a.zoneName.ar}${byAr} (${kind.ar}): سُجّل ${number(a.observed)} في ${a.windowDays} أيام والمعتاد ${number(a.expected)} (${range})، ${fall ? 'أي صمت مفاجئ' : `أي ${number(a.times)} أضعاف المعتاد`}، منذ ${dateWords(a.since, 'ar')}. والصدفة وحدها تعطي هنا ${chance} إنذاراً كهذا في السنة.`,
  }
}
