import { whenOf } from '../time/civil.ts'
import type { When } from '../time/when.ts'
import type { Accord, Provision } from './model.ts'
import { startsUnder } from './under.ts'

/** The first and the last second of a civil text in the accord's zone; undefined when it is no date. */
export function whenIn(accord: Accord, text: string | undefined): When | undefined {
  if (text === undefined) return undefined
  const r = whenOf(text, accord.tz)
  return r.ok ? r.value : undefined
}

/** From when to when a document may be in force under a reading: from its earliest start to its last claimed end. */
export function documentInForce(accord: Accord, document: string, reading: string): When | undefined {
  const d = accord.documents.find(x => x.id === document)
  if (!d) return undefined
  const starts = startsUnder(accord, d, reading).flatMap(s => whenIn(accord, s.at)?.lo ?? [])
  const ends = (d.ends ?? []).flatMap(e => whenIn(accord, e.at)?.hi ?? [])
  return starts.length
    ? { lo: Math.min(...starts), hi: ends.length ? Math.max(...ends) : Infinity }
    : undefined
}

/**
 * From when to when a provision binds under a reading: its document's time, narrowed by its window. The
 * interval is empty (hi < lo) when the window lies outside. A deadline does not end a duty: late is still owed.
 */
export function provisionInForce(accord: Accord, p: Provision, reading: string): When | undefined {
  const whole = documentInForce(accord, p.source.document, reading)
  if (!whole) return undefined
  const from = whenIn(accord, p.window?.from)
  const to = whenIn(accord, p.window?.to)
  return { lo: Math.max(whole.lo, from?.lo ?? -Infinity), hi: Math.min(whole.hi, to?.hi ?? Infinity) }
}
