import { and, F, type Kleene, T, U } from '../../time/when.ts'
import { typeMatch } from '../match.ts'
import type { Bearer, PreparedPattern, PreparedProvision } from '../prepared.ts'
import { EPOCH } from './claims.ts'
import type { Clock } from './clock.ts'
import type { Covered } from './covered.ts'
import {
  CERTAIN,
  CLAIMED,
  CONTESTED,
  DENIED_TOO,
  FULFILLED,
  LATE,
  OPEN,
  OVERDUE,
  PENDING,
  POSSIBLY,
  REFUSED,
  SAID,
  STATES,
  UNVERIFIED,
} from './duty-words.ts'
import { bytesOf, grown } from './grow.ts'
import { type Act, type Found, groundOf, NO, NOT_YET, type Run, type Sight, WORTH } from './item-ground.ts'
import type { Parts } from './parts.ts'
import { patternOn } from './pattern-on.ts'
import { ANY, ESTABLISHED, LEVEL, NAMED, UNNAMED, Voice } from './voices.ts'

const MOST_PERIODS = 5000

/**
 * A duty to act on every item seen ("every heavy weapon seen in the zone is withdrawn by the date", or by
 * the end of each period), for one bearer: one item's sightings and withdrawals are worked out together
 * whenever one of them changes.
 */
export class ItemMonitor {
  readonly provision: PreparedProvision
  readonly bearer: Bearer
  /** Instances by state: those on certain grounds, and those that only may have one. */
  readonly certain = new Int32Array(STATES.length)
  readonly possible = new Int32Array(STATES.length)
  /** Events that only the rules themselves can weigh: acts on several items, or on none. */
  readonly strange = new Set<number>()
  readonly #parts: Parts
  readonly #clock: Clock
  #covered: Covered
  readonly #seen: Voice
  readonly #perform: Voice
  readonly #memos: { readonly seen: number[]; readonly perform: number[] } = { seen: [], perform: [] }
  // One entry an event and item: a sighting and what it is worth, or a performance and its class, or both.
  #entryOf = new Int32Array(0)
  #event = new Int32Array(0)
  #sight = new Uint8Array(0)
  #class = new Uint8Array(0)
  #next = new Int32Array(0)
  #entries = 0
  #free = -1
  readonly #items = new Map<number, { head: number; runs: readonly Run[] }>()

  constructor(provision: PreparedProvision, bearer: Bearer, parts: Parts, clock: Clock, covered: Covered) {
    this.provision = provision
    this.bearer = bearer
    this.#parts = parts
    this.#clock = clock
    this.#covered = covered
    const { claims, events } = parts
    const { rule } = provision
    this.#seen = new Voice(claims, events, { kind: 'act', group: bearer.group, self: bearer.self }, rule)
    this.#perform = new Voice(claims, events, { kind: 'performance', bearer }, rule)
  }

  /** Can this kind of monitor keep the duty? */
  static fits(p: PreparedProvision): boolean {
    const dated = p.deadline !== undefined && p.within === undefined
    return p.judged === 'obligation' && p.items !== undefined && (dated || p.recurring !== undefined)
  }

  /** May an event of these types matter here? */
  cares(types: bigint): boolean {
    return (types & (this.provision.items!.types | this.provision.perform!.types)) !== 0n
  }

  add(event: number): void {
    this.#reserve(event)
    const { lens } = this.#parts
    if (!lens.sees(event)) return
    const sight = this.#sightOf(event)
    const cls = this.#classOf(event)
    if (sight === NO && cls === NO) return
    const item = lens.item[event]!
    const now = this.#clock.now()
    const hi = lens.hi[event]! + EPOCH
    const lo = lens.lo[event]! + EPOCH
    if (hi > now) this.#clock.ring(lo > now ? lo : hi, -1 - event)
    if (item === -2 || (item === -1 && cls !== NO && cls !== REFUSED)) {
      this.strange.add(event)
      return
    }
    if (item === -1) return
    let e = this.#free
    if (e >= 0) this.#free = this.#next[e]!
    else {
      e = this.#entries++
      if (e >= this.#event.length) {
        this.#event = grown(this.#event, this.#entries)
        this.#sight = grown(this.#sight, this.#event.length)
        this.#class = grown(this.#class, this.#event.length)
        this.#next = grown(this.#next, this.#event.length)
      }
    }
    this.#event[e] = event
    this.#sight[e] = sight
    this.#class[e] = cls
    this.#entryOf[event] = e
    let it = this.#items.get(item)
    if (!it) {
      it = { head: -1, runs: [] }
      this.#items.set(item, it)
    }
    this.#next[e] = it.head
    it.head = e
    this.#renew(item)
  }

  remove(event: number): void {
    if (event >= this.#entryOf.length) return
    this.strange.delete(event)
    const e = this.#entryOf[event]!
    if (e < 0) return
    const item = this.#parts.lens.item[event]!
    const it = this.#items.get(item)!
    if (it.head === e) it.head = this.#next[e]!
    else {
      let before = it.head
      while (this.#next[before] !== e) before = this.#next[before]!
      this.#next[before] = this.#next[e]!
    }
    this.#next[e] = this.#free
    this.#free = e
    this.#entryOf[event] = -1
    this.#renew(item)
  }

  unchanged(event: number): boolean {
    if (event >= this.#entryOf.length || this.strange.has(event)) return false
    const e = this.#entryOf[event]!
    if (!this.#parts.lens.sees(event)) return e < 0
    const [sight, cls] = [this.#sightOf(event), this.#classOf(event)]
    if (sight === NO && cls === NO) return e < 0
    return e >= 0 ? this.#sight[e] === sight && this.#class[e] === cls : false
  }

  ring(n: number): void {
    if (n >= 0) this.#renew(n)
    else {
      const event = -1 - n
      this.remove(event)
      this.add(event)
    }
  }

  recover(covered: Covered): void {
    this.#covered = covered
    for (const item of this.#items.keys()) this.#renew(item)
  }

  /** Items that have instances at present, with their runs of states. */
  *each(): Generator<{ readonly item: number; readonly runs: readonly Run[] }> {
    for (const [item, { runs }] of this.#items) if (runs.length > 0) yield { item, runs }
  }

  /** Events about an item. */
  *eventsOf(item: number): Generator<number> {
    for (let e = this.#items.get(item)?.head ?? -1; e >= 0; e = this.#next[e]!) yield this.#event[e]!
  }

  bytes(): number {
    return (
      bytesOf(this.#entryOf, this.#event, this.#sight, this.#class, this.#next) +
      [...this.#items.values()].reduce((n, i) => n + 120 + 64 * i.runs.length, 0)
    )
  }

  #reserve(event: number): void {
    if (event >= this.#entryOf.length)
      this.#entryOf = grown(this.#entryOf, Math.max(event + 1, this.#parts.events.size), -1)
  }

  #typed(memo: number[], event: number, pattern: PreparedPattern): Kleene {
    const { lens } = this.#parts
    const n = lens.types[event]!
    let v = memo[n]
    if (v === undefined) {
      v = typeMatch(lens.typeMask[n]!, pattern.types) + 1
      memo[n] = v
    }
    return (v - 1) as Kleene
  }

  /** 1 a certain sighting, 0 a possible one, NO. Not yet begun: NO. */
  #sightOf(event: number): number {
    const { lens } = this.#parts
    const pattern = this.provision.items!
    const type = this.#typed(this.#memos.seen, event, pattern)
    if (type === F) return NO
    const level = this.#seen.of(event) & LEVEL
    if (level === 0) return NO
    const [lo, hi] = [lens.lo[event]! + EPOCH, lens.hi[event]! + EPOCH]
    const { to } = this.provision.force
    const before: Kleene = lo > to ? F : hi <= to ? T : U
    const match = and(patternOn(lens, event, type, pattern), before)
    if (match === F) return NO
    return match === T && level === ESTABLISHED && lens.item[event] !== -2 ? 1 : 0
  }

  #classOf(event: number): number {
    const { lens } = this.#parts
    const pattern = this.provision.perform!
    const type = this.#typed(this.#memos.perform, event, pattern)
    if (type === F) return NO
    const byte = this.#perform.of(event)
    const level = byte & LEVEL
    if ((byte & ANY) === 0) return NO
    const now = this.#clock.now()
    const [lo, hi] = [lens.lo[event]! + EPOCH, lens.hi[event]! + EPOCH]
    const happened: Kleene = lo > now ? F : hi <= now ? T : U
    const alone = this.provision.bearers.length === 1
    const actor: Kleene = (byte & NAMED) !== 0 || ((byte & UNNAMED) !== 0 && alone) ? T : U
    const match = and(patternOn(lens, event, type, pattern), and(actor, happened))
    if (match === F) return NOT_YET
    if (level === 0) return REFUSED
    if (level !== ESTABLISHED) return level === 1 ? SAID : DENIED_TOO
    return match === T ? CERTAIN : OPEN
  }

  /** Works out everything about one item again. */
  #renew(item: number): void {
    const it = this.#items.get(item)!
    for (const r of it.runs) this.#count(r, -1)
    const found = this.#collect(it.head)
    it.runs =
      found.sights.length === 0
        ? []
        : this.provision.recurring
          ? this.#periods(item, found)
          : this.#single(item, found)
    for (const r of it.runs) this.#count(r, 1)
    if (it.head < 0) this.#items.delete(item)
  }

  #count(r: Run, by: 1 | -1): void {
    const into = r.conditional ? this.possible : this.certain
    into[r.state]! += by * (r.to - r.from + 1)
  }

  #collect(head: number): Found {
    const { lens, events } = this.#parts
    const sights: Sight[] = []
    const acts: Act[] = []
    for (let e = head; e >= 0; e = this.#next[e]!) {
      const event = this.#event[e]!
      const lo = lens.lo[event]! + EPOCH
      const hi = lens.hi[event]! + EPOCH
      if (this.#sight[e] !== NO) sights.push({ event, lo, hi, certain: this.#sight[e] === 1 })
      if (this.#class[e] !== NO && this.#class[e] !== NOT_YET)
        acts.push({ event, lo, hi, cls: this.#class[e]! })
    }
    if (sights.length > 1)
      sights.sort((a, b) => a.hi - b.hi || (events.ids.text(a.event) < events.ids.text(b.event) ? -1 : 1))
    return { sights, acts }
  }

  /** One deadline. What is present at now, and on what ground. */
  #single(item: number, found: Found): readonly Run[] {
    const now = this.#clock.now()
    const deadline = this.provision.deadline!
    const g = groundOf(found.sights, deadline)
    // An item counts as certain only once its first certain sighting is over (§3.6, `itemsState`).
    const conditional = g.conditional || g.first.hi > now
    if (g.first.lo > now) {
      this.#clock.ring(g.first.lo, item)
      return []
    }
    if (g.first.hi > now) this.#clock.ring(g.first.hi, item)
    const state = this.#stateOf(found.acts, g.last, deadline, g.conditional)
    if (state === PENDING && !g.conditional) this.#clock.ring(deadline + this.provision.lag + 1, item)
    return [{ state, conditional, from: 0, to: 0 }]
  }

  /** Every period that is over, or the first. */
  #periods(item: number, found: Found): readonly Run[] {
    const now = this.#clock.now()
    const { every, from, to } = this.provision.recurring!
    const end = Math.min(to, this.provision.force.to)
    if (every <= 0) return []
    if (now < from) {
      this.#clock.ring(from, item)
      return []
    }
    const current = Math.floor((Math.min(now, end) - from) / every)
    const first = Math.max(0, current - MOST_PERIODS)
    const runs: Run[] = []
    let still = true
    let i = Math.max(first, Math.floor((Math.min(...found.sights.map(s => s.lo)) - from) / every))
    for (; i <= current && still; i++) {
      const lo = from + i * every
      const hi = Math.min(from + (i + 1) * every - 1, end)
      if (i > 0 && hi > now) break
      const seen = found.sights.filter(s => s.lo <= hi)
      if (seen.length === 0) continue
      const g = groundOf(seen, hi)
      if (Math.max(lo, g.first.lo) > now) continue
      const gone = found.acts.some(
        a => a.cls === CERTAIN && a.lo >= g.last.hi && a.hi < lo && a.event !== g.last.event,
      )
      if (gone) {
        // Gone for good, unless it is seen again later.
        still = found.sights.some(s => s.hi > hi)
        continue
      }
      const state = this.#stateOf(found.acts, g.last, hi, g.conditional)
      if (state === PENDING && !g.conditional) this.#clock.ring(hi + this.provision.lag + 1, item)
      const before = runs.at(-1)
      if (before && before.state === state && before.conditional === g.conditional && before.to === i - 1)
        runs[runs.length - 1] = { ...before, to: i }
      else runs.push({ state, conditional: g.conditional, from: i, to: i })
    }
    const next = Math.min(from + (current + 1) * every - 1, end)
    if (still && next > now) this.#clock.ring(next, item)
    const later = Math.min(...found.sights.map(s => (s.lo > now ? s.lo : Infinity)))
    if (later !== Infinity) this.#clock.ring(later, item)
    return runs
  }

  /** The table of §3.6 for one item and one date. */
  #stateOf(acts: readonly Act[], last: Sight, due: number, conditional: boolean): number {
    let best = -1
    for (const a of acts) {
      if (a.event === last.event || a.hi < last.lo) continue
      const after = a.lo >= last.hi
      const worth =
        a.cls === SAID
          ? CLAIMED
          : a.cls === DENIED_TOO
            ? CONTESTED
            : a.cls === CERTAIN && after && a.hi <= due
              ? FULFILLED
              : a.cls === CERTAIN && after && a.lo > due
                ? LATE
                : POSSIBLY
      if (best < 0 || WORTH[worth]! > WORTH[best]!) best = worth
    }
    if (best >= 0) return best
    if (conditional || this.#clock.now() <= due + this.provision.lag) return PENDING
    return this.#covered.whole(Math.max(last.lo, this.provision.force.start.hi), due) ? OVERDUE : UNVERIFIED
  }
}
