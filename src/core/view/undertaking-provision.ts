import type { Accord, Party, Provision } from '../accord/model.ts'
import type { Undertaking } from '../statement/statement.ts'
import { dayOf, whenOf } from '../time/civil.ts'

/** Document id under which promises stand when they are judged beside an accord's own texts. */
export const PROMISES = 'promises'

/**
 * The accord's parties, zones and rule of evidence with the promises as its only provisions, so that the
 * same engine judges what was said against what was done.
 */
export function accordOfPromises(accord: Accord, promises: readonly Undertaking[]): Accord {
  return {
    ...accord,
    documents: [
      ...accord.documents,
      {
        id: PROMISES,
        title: { en: 'Promises made in statements', ar: 'تعهدات وردت في تصريحات' },
        signatories: [],
        starts: [{ id: 'first', at: firstDay(promises, accord.tz), source: PROMISES }],
        sources: [],
      },
    ],
    provisions: promises.map(u => provisionOf(u, accord)),
  }
}

/**
 * One promise as a provision. "Do" becomes an obligation, "refrain" a prohibition from the day it was said
 * until its deadline. "From each side" binds each of the accord's sides, not the promiser alone: whoever
 * promised fifty from each side is held to both halves.
 */
export function provisionOf(u: Undertaking, accord: Accord): Provision {
  const words = { en: u.words.en ?? u.words.ar ?? '', ar: u.words.ar ?? u.words.en ?? '' }
  const common = {
    id: u.id,
    title: words,
    words,
    bearer: u.each === 'side' ? sidesOf(accord.parties) : [u.party],
    source: { document: PROMISES, urls: u.provenance?.url ? [u.provenance.url] : [] },
  }
  const pattern = { types: u.types, ...(u.zone !== undefined && { in: u.zone }) }
  const said = dayOf(u.when.lo, accord.tz)
  const deadline = dated(u.deadline, accord.tz)
  if (u.mode === 'refrain')
    return {
      ...common,
      kind: 'prohibition',
      action: pattern,
      window: { from: said, ...(deadline !== undefined && { to: deadline }) },
    }
  return {
    ...common,
    kind: 'obligation',
    window: { from: said },
    perform: pattern,
    ...(deadline !== undefined && { deadline }),
    ...(u.quantity !== undefined && { quantity: u.quantity }),
  }
}

function firstDay(promises: readonly Undertaking[], tz: string): string {
  return dayOf(Math.min(...promises.map(u => u.when.lo), Number.MAX_SAFE_INTEGER / 1e6), tz)
}

/** A deadline that is no date (entered before they were checked) is none. */
const dated = (deadline: string | undefined, tz: string): string | undefined =>
  deadline !== undefined && whenOf(deadline, tz).ok ? deadline : undefined

/** Each side of the accord as one bearer: a party, or the parties of that side jointly. */
function sidesOf(parties: readonly Party[]): readonly (string | readonly string[])[] {
  const sides = new Map<string, string[]>()
  for (const p of parties) {
    if (p.side === undefined || p.role !== 'party') continue
    sides.set(p.side, [...(sides.get(p.side) ?? []), p.id])
  }
  return [...sides.values()].map(ids => (ids.length === 1 ? ids[0]! : ids))
}
