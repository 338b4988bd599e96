import type { Accord, AccordDocument, Provision, Reading } from '../accord/model.ts'
import { secondsOf, whenOf } from '../time/civil.ts'
import type { When } from '../time/when.ts'
import { ALWAYS, type Force } from './prepared.ts'

/** Interval of a civil date in the accord's zone. */
export function dateOf(text: string, tz: string): When {
  const r = whenOf(text, tz)
  if (!r.ok) throw new Error(`'${text}' is no date in ${tz} (${r.error.kind}); the accord was not checked`)
  return r.value
}

/** A date as the interval it names; a clock time as that instant, not the minute it stands for. */
const momentOf = (text: string, tz: string): When => {
  const w = dateOf(text, tz)
  return hasClock(text) ? { lo: w.lo, hi: w.lo } : w
}

const hasClock = (text: string): boolean => text.includes('T') || text.includes(' ')

/** A deadline without a time is the end of its day (§3.6); with a time it is that instant. */
export const deadlineOf = (text: string, tz: string): number => {
  const w = dateOf(text, tz)
  return hasClock(text) ? w.lo : w.hi
}

/** Seconds of an ISO-8601 duration. */
export function durationOf(text: string): number {
  const s = secondsOf(text)
  if (s === undefined) throw new Error(`'${text}' is no duration; the accord was not checked`)
  return s
}

/** When a document binds under a reading: its claimed starts, its ends, a later text that takes its place. */
export function documentForce(accord: Accord, document: AccordDocument, reading: Reading | undefined): Force {
  const taken = reading?.starts?.[document.id]
  const starts = document.starts.filter(s => taken === undefined || s.id === taken)
  const from = starts.map(s => dateOf(s.at, accord.tz).lo)
  const until = starts.map(s => momentOf(s.at, accord.tz).hi)
  const signed = document.signed ? dateOf(document.signed, accord.tz).lo : ALWAYS.lo
  const ends = (document.ends ?? []).map(e => {
    const w = dateOf(e.at, accord.tz)
    return { type: e.type, last: e.type === 'expired' ? w.hi : w.lo - 1 }
  })
  for (const later of accord.documents)
    if (later.supersedes === document.id && later.starts.length > 0) {
      const named = later.starts.filter(s => {
        const id = reading?.starts?.[later.id]
        return id === undefined || s.id === id
      })
      // The old text stands until every claimed start of the new one has come.
      ends.push({ type: 'superseded', last: Math.max(...named.map(s => dateOf(s.at, accord.tz).lo)) - 1 })
    }
  ends.sort((a, b) => a.last - b.last)
  return {
    start: from.length ? { lo: Math.min(...from), hi: Math.max(...from) } : { lo: signed, hi: signed },
    begins: from.length
      ? { lo: Math.min(...from), hi: Math.max(...until) }
      : document.signed
        ? momentOf(document.signed, accord.tz)
        : { lo: signed, hi: signed },
    to: ends[0]?.last ?? ALWAYS.hi,
    ...(ends[0] && { ended: ends[0].type }),
    startIds: starts.map(s => s.id),
    disputed: new Set(from).size > 1,
  }
}

/** When a provision binds: its document's time, narrowed by a window of its own. */
export function provisionForce(forces: ReadonlyMap<string, Force>, tz: string, p: Provision): Force {
  const document = forces.get(p.source.document) ?? {
    start: { lo: ALWAYS.lo, hi: ALWAYS.lo },
    begins: { lo: ALWAYS.lo, hi: ALWAYS.lo },
    to: ALWAYS.hi,
    startIds: [],
    disputed: false,
  }
  const from = p.window?.from ? dateOf(p.window.from, tz).lo : undefined
  const to = p.window?.to ? deadlineOf(p.window.to, tz) : undefined
  const late = (t: number) => (from === undefined ? t : Math.max(t, from))
  const start = { lo: late(document.start.lo), hi: late(document.start.hi) }
  const begins =
    p.window?.from !== undefined && from! > document.start.lo ? momentOf(p.window.from, tz) : document.begins
  const disputed = document.disputed && start.lo !== start.hi
  return to !== undefined && to < document.to
    ? { ...document, start, begins, disputed, to, ended: 'window' }
    : { ...document, start, begins, disputed }
}
