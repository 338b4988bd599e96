import { type BanSummary, keepsState, lastState, MOST_TOP, placedIn, summaryKey } from '../ban-summary.ts'
import { type Docket, knownUnder } from '../docket.ts'
import { severityOf } from '../lattice.ts'
import { ALWAYS, type Bearer } from '../prepared.ts'
import { findingOf } from '../prohibition.ts'
import { repairOf } from '../reparation.ts'
import type { BanMonitor } from './ban-monitor.ts'
import { verdictOf } from './ban-table.ts'
import { docketOf } from './docket-of.ts'
import type { Engine } from './engine.ts'
import { eventsOfTypes } from './slow-docket.ts'
import { named, worst } from './sums.ts'

/** Only where nothing excuses an act are the nearest misses named, which lie up to twice as far. */
export const reachOf = (m: BanMonitor, a: number): number => (m.acts.excuse[a] === 0 ? 2 : 1)

/** A docket of the acts that carry a ban's verdict and what lies round them, with the sums of all others. */
export function banDocket(
  engine: Engine,
  m: BanMonitor,
  bearer: Bearer,
  t: number,
  from: number | undefined,
): Docket {
  const { ban } = m
  const p = ban.provision
  const own = ban.pattern === p.action
  const side = m.sides.findIndex(s => s.bearer === bearer)
  const start = from ?? ALWAYS.lo
  const sums = m.counts(side, start, t)
  const verdict = worst(sums)
  const first = firstActs(engine, m, side, start, t, verdict)
  const grounds = own && p.reparation ? severityOf(p.reparation.on) : Infinity
  const events = new Set<number>()
  for (const a of first) {
    events.add(m.acts.event[a]!)
    m.around(a, reachOf(m, a), e => events.add(e))
  }
  const repairs: number[] = []
  if (own && (p.reparation || keepsState(p)))
    m.each(side, a => {
      if (m.placed(a, start, t) < 0) return
      repairs.push(a)
      events.add(m.acts.event[a]!)
      if (m.acts.verdict[a]! >= grounds) m.around(a, 1, e => events.add(e))
    })
  if (own && p.reparation) eventsOfTypes(engine, p, [p.reparation.perform], events)
  if (own && keepsState(p)) eventsOfTypes(engine, p, [p.perform!], events)
  const d = docketOf(engine, events, p.reparation ? undefined : m.lens)
  const known = new Map(knownUnder(d, p.rule).map(k => [k.event.id, k]))
  const finding = (a: number) =>
    findingOf(d, ban, bearer, known.get(engine.events.ids.text(m.acts.event[a]!))!)
  const total = sums[verdict]!
  const all = repairs
    .map(finding)
    .sort(
      (a, b) =>
        a.known.attributes.when.hi - b.known.attributes.when.hi ||
        (a.known.event.id < b.known.event.id ? -1 : 1),
    )
  const rest = sums.slice()
  if (total > 0) rest[verdict]!--
  const summary: BanSummary = {
    verdict: verdictOf(verdict),
    top: placedIn(first.map(finding), from, t),
    topTotal: total,
    rest: total > 1 ? verdictOf(verdict) : verdictOf(worst(rest)),
    counts: { events: sums.reduce((n, x) => n + x, 0), ...named(sums, verdictOf) },
    unattributed: [...m.unattributed].some(e => m.lo(e) <= t),
    state: own && keepsState(p) ? lastState(d, p, placedIn(all, from, t), t) : undefined,
    repair: own && p.reparation ? repairOf(d, p, bearer, all, t) : undefined,
  }
  d.memo.set(summaryKey(ban, bearer, t, from), summary)
  return d
}

/** The first acts with a verdict, by their last second and id, as everywhere. */
function firstActs(
  engine: Engine,
  m: BanMonitor,
  side: number,
  from: number,
  t: number,
  verdict: number,
): number[] {
  const acts: number[] = []
  m.each(side, a => {
    if (m.placed(a, from, t) === verdict) acts.push(a)
  })
  const { lens } = m
  const text = (a: number) => engine.events.ids.text(m.acts.event[a]!)
  acts.sort((a, b) => lens.hi[m.acts.event[a]!]! - lens.hi[m.acts.event[b]!]! || (text(a) < text(b) ? -1 : 1))
  return acts.slice(0, MOST_TOP)
}
