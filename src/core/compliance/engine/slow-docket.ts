import type { Docket } from '../docket.ts'
import { counterparts, type PreparedPattern, type PreparedProvision } from '../prepared.ts'
import { docketOf } from './docket-of.ts'
import type { Engine } from './engine.ts'

/** Adds every event whose kind may be one of the patterns'. */
export function eventsOfTypes(
  engine: Engine,
  p: PreparedProvision,
  patterns: readonly (PreparedPattern | undefined)[],
  into: Set<number>,
): void {
  const lens = engine.lensOf(p)
  const mask = patterns.reduce((m, x) => m | (x?.types ?? 0n), 0n)
  const hits = lens.typeMask.map(t => (t & mask) !== 0n)
  for (let e = 0; e < engine.events.size; e++) if (lens.state[e] && hits[lens.types[e]!]) into.add(e)
}

const SLOW = new WeakMap<Engine, Map<string, { readonly version: number; readonly docket: Docket }>>()

/** Every event that may matter to a provision, judged by the rules themselves; kept until a record comes in. */
export function slowDocket(engine: Engine, p: PreparedProvision): Docket {
  let kept = SLOW.get(engine)
  if (!kept) {
    kept = new Map()
    SLOW.set(engine, kept)
  }
  const old = kept.get(p.provision.id)
  if (old?.version === engine.version) return old.docket
  const events = new Set<number>()
  const linked = p.bearers.flatMap(b => counterparts(engine.prepared, p, b)?.linked ?? [])
  for (const x of new Set([p, ...linked]))
    for (const lens of [p, x])
      eventsOfTypes(
        engine,
        lens,
        [
          x.action,
          x.perform,
          x.items,
          x.trigger,
          x.obstruction,
          x.reparation?.perform,
          ...x.exceptions.map(e => e.provocation),
        ],
        events,
      )
  const docket = docketOf(engine, events)
  kept.set(p.provision.id, { version: engine.version, docket })
  return docket
}
