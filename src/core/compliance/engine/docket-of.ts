import type { Docket, Known } from '../docket.ts'
import type { EventFacts } from '../facts.ts'
import type { Engine } from './engine.ts'
import type { Lens } from './lens.ts'

/**
 * A docket of some of the engine's events, with every ruling, link, notice and note it has.
 *
 * @param lens whose attributes to take over; those under other thresholds are resolved when asked.
 */
export function docketOf(engine: Engine, events: Iterable<number>, lens?: Lens): Docket {
  const facts = new Map<string, EventFacts>()
  const seen: Known[] = []
  for (const e of events) {
    if (!engine.events.isCanonical(e)) continue
    const event = engine.events.facts(e)
    if (!event) continue
    facts.set(event.id, event)
    // A figure is not in the columns; who adds figures up resolves them.
    if (lens?.sees(e)) seen.push({ event, attributes: lens.attributes(e) })
  }
  seen.sort((a, b) => a.attributes.when.hi - b.attributes.when.hi || (a.event.id < b.event.id ? -1 : 1))
  const { records } = engine
  const resolved = new Map<string, readonly Known[]>()
  if (lens) resolved.set(`${lens.threshold.reliability}${lens.threshold.credibility}`, seen)
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
    resolved,
    findings: new Map(),
    memo: new Map(),
  }
}
