import { banOf } from '../ban.ts'
import { placedIn } from '../ban-summary.ts'
import { type Docket, type Known, knownUnder } from '../docket.ts'
import { eventNode } from '../explain-ban.ts'
import { explainOne } from '../explain-one.ts'
import { judgeObstruction, judgeOne } from '../judge-one.ts'
import type { Bearer, PreparedProvision } from '../prepared.ts'
import { findingOf } from '../prohibition.ts'
import type { Explanation, Verdict } from '../verdict.ts'
import { banDocket, reachOf } from './ban-docket.ts'
import { BanMonitor } from './ban-monitor.ts'
import { docketOf } from './docket-of.ts'
import { itemDocket, triggerDocket } from './duty-docket.ts'
import type { Engine } from './engine.ts'
import { slowDocket } from './slow-docket.ts'
import type { Period } from './sums.ts'
import { TriggerMonitor } from './trigger-monitor.ts'

/** Every verdict at the engine's moment, in the accord's order: what `judge` gives for its records. */
export function judgeNow(engine: Engine, period: Period = {}): Verdict[] {
  return engine.prepared.provisions.flatMap(p => [
    ...p.bearers.map(b => judgeOne(docketFor(engine, p, b, period), p, b, { t: engine.now, ...period })),
    ...(p.judged === 'none'
      ? []
      : p.obstructors.map(b =>
          judgeObstruction(docketFor(engine, p, b, period, true), p, b, { t: engine.now, ...period }),
        )),
  ])
}

/** One verdict with its words and evidence. */
export const verdictNow = (
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  period: Period = {},
): Verdict => judgeOne(docketFor(engine, p, bearer, period), p, bearer, { t: engine.now, ...period })

/** One verdict's derivation, as `explain` gives it for the engine's records. */
export const explainNow = (
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  period: Period = {},
): Explanation => explainOne(docketFor(engine, p, bearer, period), p, bearer, { t: engine.now, ...period })

/** The derivation of one event's verdict under a ban; undefined when it is none of the bearer's acts. */
export function explainEventNow(
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  event: string,
  period: Period = {},
): Explanation | undefined {
  const m = engine.monitorOf(p, bearer)
  const n = engine.events.ids.find(event)
  if (!(m instanceof BanMonitor) || n < 0) return undefined
  const side = m.sides.findIndex(s => s.bearer === bearer)
  const a = m.actOf(n, side)
  if (a < 0) return undefined
  const events = new Set([n])
  m.around(a, reachOf(m, a), e => events.add(e))
  const d = docketOf(engine, events, m.lens)
  const ban = banOf(p)
  const finding = findingOf(d, ban, bearer, knownIn(d, ban.provision, event)!)
  const placed = placedIn([finding], period.from, engine.now)[0]
  return placed && eventNode(d, ban, bearer, placed, engine.now, period.from)
}

/**
 * A docket that answers for one provision and bearer as the whole records would: the few events that a
 * verdict names, with the sums of all the others put in beforehand.
 */
function docketFor(
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  period: Period,
  obstruction = false,
): Docket {
  const m = engine.monitorOf(p, bearer, obstruction)
  const t = Math.min(engine.now, p.force.to)
  if (m instanceof BanMonitor) return banDocket(engine, m, bearer, t, period.from)
  const current = t === engine.now || p.provision.supersededBy !== undefined
  const alone = p.provision.reciprocity === undefined
  if (m && current && alone && m.strange.size === 0)
    return m instanceof TriggerMonitor ? triggerDocket(engine, m) : itemDocket(engine, m)
  return slowDocket(engine, p)
}

const knownIn = (d: Docket, p: PreparedProvision, event: string): Known | undefined =>
  knownUnder(d, p.rule).find(k => k.event.id === event)
