import type { EvidenceRecord } from '../evidence/record.ts'
import type { Act } from './act.ts'
import { activeAt } from './act.ts'
import { type Attributes, attributesOf, type EventFacts, eventsOf, type Threshold } from './facts.ts'
import type { Prepared } from './prepared.ts'

/** An event with its resolved attributes under one evidence threshold. */
export type Known = { readonly event: EventFacts; readonly attributes: Attributes }

/**
 * Everything known at k under one accord and reading: open it once, ask it any number of verdicts.
 * The maps fill as questions are asked; no answer depends on which were asked before.
 */
export type Docket = {
  readonly prepared: Prepared
  readonly act: Act
  readonly events: ReadonlyMap<string, EventFacts>
  /** Events per threshold, those that end first first. */
  readonly resolved: Map<string, readonly Known[]>
  /** By prohibition and bearer, then event: what `prohibition.ts` found. Its type is known there alone. */
  readonly findings: Map<string, Map<string, unknown>>
  readonly memo: Map<string, unknown>
}

/** Opens the docket: active set, events, links. Linear in the records. */
export function openDocket(prepared: Prepared, records: readonly EvidenceRecord[], k: number): Docket {
  const act = activeAt(records, prepared, k)
  return { prepared, act, events: eventsOf(act), resolved: new Map(), findings: new Map(), memo: new Map() }
}

/** All events with attributes under a threshold, in order of their last second, then id. */
export function knownUnder(d: Docket, t: Threshold): readonly Known[] {
  const key = `${t.reliability}${t.credibility}`
  let list = d.resolved.get(key)
  if (!list) {
    const out: Known[] = []
    for (const event of d.events.values()) {
      const attributes = attributesOf(event, t, d.prepared)
      if (attributes) out.push({ event, attributes })
    }
    list = out.sort(
      (a, b) => a.attributes.when.hi - b.attributes.when.hi || (a.event.id < b.event.id ? -1 : 1),
    )
    d.resolved.set(key, list)
  }
  return list
}

/** Remembers an answer within one docket. */
export function remembered<V>(d: Docket, key: string, make: () => V): V {
  if (d.memo.has(key)) return d.memo.get(key) as V
  const value = make()
  d.memo.set(key, value)
  return value
}
