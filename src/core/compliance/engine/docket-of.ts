import type { Docket } from '../docket.ts'
import type { EventFacts } from '../facts.ts'
import type { Engine } from './engine.ts'

/** A docket of some of the engine's events, with every ruling, link, notice and note it has. */
export function docketOf(engine: Engine, events: Iterable<number>): Docket {
  const facts = new Map<string, EventFacts>()
  for (const e of events) {
    if (!engine.events.isCanonical(e)) continue
    const f = engine.events.facts(e)
    if (f) facts.set(f.id, f)
  }
  const { records } = engine
  return {
    prepared: engine.prepared,
    act: {
      k: records.latest,
      claims: [...facts.values()].flatMap(f => [...f.asserting, ...f.denying]),
      rulings: records.rulings(),
      links: records.links(),
      coverage: records.coverage(),
      suspensions: records.suspensions(),
      releases: records.releases(),
      doublyCorrected: new Set(),
      quarantined: records.quarantined,
      received: engine.claims.size,
    },
    events: facts,
    resolved: new Map(),
    findings: new Map(),
    memo: new Map(),
  }
}
