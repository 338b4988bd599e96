import { and, F, type Kleene, not, T } from '../../time/when.ts'
import type { Ban } from '../ban.ts'
import { inForce, typeMatch } from '../match.ts'
import type { Bearer, PreparedPattern } from '../prepared.ts'
import { ActTable } from './act-table.ts'
import { type Search, type Side, sideBytes, sideOf } from './ban-side.ts'
import { POSSIBLE, TABLE } from './ban-table.ts'
import { EPOCH } from './claims.ts'
import { CERTAIN_ONLY, type Grid, MORE, type Next, type Placed, STOP } from './grid.ts'
import type { Lens } from './lens.ts'
import type { Parts } from './parts.ts'
import { patternOn } from './pattern-on.ts'
import { ProvocationTable } from './provocation-table.ts'
import { carvedOut, relation } from './relation.ts'
import { ANY, ESTABLISHED, LEVEL } from './voices.ts'

/** Bearers that one number's bits can stand for. */
const MOST_BITS = 31

/**
 * One prohibition, kept current: each act that may break it holds the best excuse found and one witness
 * for it, and looks again only when that witness goes (compliance.md §3.10). No verdict depends on which
 * witness it is.
 */
export class BanMonitor {
  readonly ban: Ban
  readonly sides: readonly Side[]
  readonly acts = new ActTable()
  /** Acts that no report ascribes to anybody. */
  readonly unattributed = new Set<number>()
  readonly #provocations = new ProvocationTable()
  readonly #parts: Parts
  readonly #suspended: (bearer: Bearer, lo: number, hi: number) => Kleene
  readonly #typeMemo: number[] = []

  constructor(ban: Ban, parts: Parts, suspended: (bearer: Bearer, lo: number, hi: number) => Kleene) {
    this.ban = ban
    this.#parts = parts
    this.#suspended = suspended
    const { provision } = ban
    const bearers = ban.pattern === provision.action ? provision.bearers : provision.obstructors
    this.sides = bearers.map(b => sideOf(ban, b, parts))
  }

  get lens(): Lens {
    return this.#parts.lens
  }

  /** First second of an event. */
  lo(event: number): number {
    return this.lens.lo[event]! + EPOCH
  }

  /** Last second of an event. */
  hi(event: number): number {
    return this.lens.hi[event]! + EPOCH
  }

  /** May an event of these types matter here? */
  cares(types: bigint): boolean {
    const { exceptions, pattern } = this.ban
    return (types & exceptions.reduce((m, x) => m | (x.provocation?.types ?? 0n), pattern.types)) !== 0n
  }

  /** Puts an event in as the lens sees it now; it must not be in. */
  add(event: number): void {
    this.#reserve(event)
    if (!this.lens.sees(event)) return
    this.#addProvocations(event)
    const match = this.#match(event)
    if (match === F) return
    let named = false
    for (let s = 0; s < this.sides.length; s++) {
      const { voice, bearer } = this.sides[s]!
      const level = voice.of(event)
      if ((level & ANY) === 0) continue
      named = true
      const suspended = (level & LEVEL) === 0 ? F : this.#suspended(bearer, this.lo(event), this.hi(event))
      const whole = and(match, not(suspended))
      if (whole !== F) this.#addAct(event, s, level, whole)
    }
    if (!named && this.#isUnattributed(event)) this.unattributed.add(event)
  }

  /** Takes an event out, whatever the lens sees by now; acts that leaned on it look for another excuse. */
  remove(event: number): void {
    const { acts } = this
    const provocations = this.#provocations
    if (event >= acts.of.length) return
    this.unattributed.delete(event)
    for (let a = acts.of[event]!; a >= 0; ) {
      const next = acts.next[a]!
      this.#dropAct(a)
      a = next
    }
    acts.of[event] = -1
    const orphans: number[] = []
    for (let p = provocations.of[event]!; p >= 0; ) {
      const next = provocations.next[p]!
      this.#searchOf(p).grid.delete(p)
      provocations.free(p, acts, orphans)
      p = next
    }
    provocations.of[event] = -1
    for (const a of orphans) this.#search(a)
  }

  /** Would `remove` and `add` change nothing, the attributes being as they were? */
  unchanged(event: number): boolean {
    const { acts, sides } = this
    const provocations = this.#provocations
    if (event >= acts.of.length || sides.length > MOST_BITS) return false
    if (!this.lens.sees(event)) return acts.of[event] === -1 && provocations.of[event] === -1
    if (this.unattributed.has(event)) return false
    let mask = 0
    for (let a = acts.of[event]!; a >= 0; a = acts.next[a]!) {
      mask |= 1 << acts.side[a]!
      if (sides[acts.side[a]!]!.voice.of(event) !== acts.level[a]) return false
    }
    for (let s = 0; s < sides.length; s++)
      if ((mask & (1 << s)) === 0 && (sides[s]!.voice.of(event) & ANY) !== 0 && this.#match(event) !== F)
        return false
    let known = 0
    for (let p = provocations.of[event]!; p >= 0; p = provocations.next[p]!) {
      known++
      if (this.#strengthOf(event, this.#searchOf(p)) !== provocations.strong[p]! + 1) return false
    }
    let now = 0
    for (const s of sides) for (const x of s.searches) if (this.#strengthOf(event, x) > 0) now++
    return known === now
  }

  /**
   * Verdict counts for a bearer over [from, t] (seconds): each act as it counts in that period, those
   * across an edge at most as POSSIBLE (§3.5). `counts[v]` by severity.
   */
  counts(side: number, from: number, t: number): Int32Array {
    return this.sides[side]!.tally.sums(from - EPOCH, t - EPOCH, (a, into) => {
      const v = this.placed(a, from, t)
      if (v >= 0) into[v]!++
    })
  }

  /** How one act counts in [from, t]: its verdict, at most POSSIBLE across an edge, -1 outside. */
  placed(a: number, from: number, t: number): number {
    const event = this.acts.event[a]!
    const lo = this.lo(event)
    const hi = this.hi(event)
    if (hi < from || lo > t) return -1
    const v = this.acts.verdict[a]!
    return lo >= from && hi <= t ? v : Math.min(v, POSSIBLE)
  }

  /** The act that an event is for a bearer, or -1. */
  actOf(event: number, side: number): number {
    const { acts } = this
    if (event >= acts.of.length) return -1
    for (let a = acts.of[event]!; a >= 0; a = acts.next[a]!) if (acts.side[a] === side) return a
    return -1
  }

  /** Acts of one bearer, in no order. */
  each(side: number, visit: (act: number) => void): void {
    this.sides[side]!.tally.each(visit)
  }

  /**
   * Events that may excuse an act, or come near it: within `factor` times the time and distance that an
   * exception allows. A superset, with repetitions.
   */
  around(a: number, factor: number, visit: (event: number) => void): void {
    const at = this.#placed(this.acts.event[a]!)
    const see = (p: number): Next => {
      visit(this.#provocations.event[p]!)
      return MORE
    }
    for (const x of this.sides[this.acts.side[a]!]!.searches)
      x.grid.search(at, at.lo - factor * x.within, at.hi, 'before', see, false, (factor - 1) * x.reach)
  }

  /** Works every event out again: a notice of suspension came or went. */
  rebuild(events: number): void {
    for (let e = 0; e < events; e++) this.remove(e)
    for (let e = 0; e < events; e++) this.add(e)
  }

  bytes(): number {
    return this.sides.reduce((n, s) => n + sideBytes(s), this.acts.bytes() + this.#provocations.bytes())
  }

  #reserve(event: number): void {
    if (event < this.acts.of.length) return
    const size = Math.max(event + 1, this.#parts.events.size)
    this.acts.reserveEvents(size)
    this.#provocations.reserveEvents(size)
  }

  #searchOf(p: number): Search {
    const { side, search } = this.#provocations
    return this.sides[side[p]!]!.searches[search[p]!]!
  }

  #typed(memo: number[], event: number, pattern: PreparedPattern): Kleene {
    const n = this.lens.types[event]!
    let v = memo[n]
    if (v === undefined) {
      v = typeMatch(this.lens.typeMask[n]!, pattern.types) + 1
      memo[n] = v
    }
    return (v - 1) as Kleene
  }

  /** Type, zone, target, weapon and force of an event under the ban. */
  #match(event: number): Kleene {
    const { pattern, provision } = this.ban
    const type = this.#typed(this.#typeMemo, event, pattern)
    if (type === F) return F
    const force = inForce({ lo: this.lo(event), hi: this.hi(event) }, provision.force)
    return force === F ? F : and(patternOn(this.lens, event, type, pattern), force)
  }

  #isUnattributed(event: number): boolean {
    const facts = this.#parts.events.facts(event)
    const ruled = facts?.rulings.find(r => r.set.actor !== undefined)
    if (ruled)
      return ruled.set.actor === null || (Array.isArray(ruled.set.actor) && ruled.set.actor.length === 0)
    return facts?.asserting.every(c => c.actor === undefined || c.actor.length === 0) ?? false
  }

  #addAct(event: number, side: number, level: number, match: Kleene): void {
    const { lens, acts } = this
    const s = this.sides[side]!
    const a = acts.take(event, side, level, match)
    acts.verdict[a] = TABLE[(level & LEVEL) * 9 + match * 3]!
    s.tally.add(a, acts.verdict[a]!, lens.lo[event]!, lens.hi[event]!)
    if ((level & LEVEL) === 0) return
    s.lightest = Math.min(s.lightest, lens.weaponHigh[event]!)
    s.open.add(a, this.#placed(event))
    this.#search(a)
  }

  #dropAct(a: number): void {
    const { acts } = this
    const s = this.sides[acts.side[a]!]!
    this.#provocations.drop(a, acts)
    if ((acts.level[a]! & LEVEL) !== 0) filedIn(s, acts.excuse[a]!)?.delete(a)
    s.tally.delete(a, acts.verdict[a]!)
    acts.free(a)
  }

  /** Looks for the best excuse of an act again. */
  #search(a: number): void {
    const { lens, acts } = this
    const event = acts.event[a]!
    const s = this.sides[acts.side[a]!]!
    const byTarget = this.ban.exceptions.some(x => !x.provocation)
    let best = byTarget ? carvedOut(lens.attributes(event).targets, this.ban.exceptions) : 0
    let witness = -1
    const at = this.#placed(event)
    for (const x of s.searches) {
      if (best === 2) break
      // A weapon heavier than any provocation allows can at best be excused in doubt: one doubt will do.
      const hopeless = x.maxStep >= 0 && lens.weaponHigh[event]! > x.heaviest + x.maxStep
      if (hopeless && best === 1) continue
      const consider = (p: number): Next => {
        const v = this.#relation(a, p, x)
        if (v > best) {
          best = v
          witness = p
        }
        return best === 2 || (best === 1 && hopeless) ? STOP : best === 1 ? CERTAIN_ONLY : MORE
      }
      x.grid.search(at, at.lo - x.within, at.hi, 'before', consider, best === 1)
    }
    this.#settle(a, best, witness)
  }

  /** Records an act's excuse and what carries it, and files or unfiles the act accordingly. */
  #settle(a: number, excuse: number, witness: number): void {
    const { acts } = this
    const s = this.sides[acts.side[a]!]!
    this.#provocations.drop(a, acts)
    if (witness >= 0) this.#provocations.carry(witness, a, acts)
    const before = acts.excuse[a]!
    if (before !== excuse) {
      filedIn(s, before)?.delete(a)
      filedIn(s, excuse)?.add(a, this.#placed(acts.event[a]!))
    }
    acts.excuse[a] = excuse
    const v = TABLE[(acts.level[a]! & LEVEL) * 9 + acts.match[a]! * 3 + excuse]!
    if (v !== acts.verdict[a]) {
      s.tally.change(a, acts.verdict[a]!, v)
      acts.verdict[a] = v
    }
  }

  #relation(a: number, p: number, x: Search): 0 | 1 | 2 {
    const { event, strong } = this.#provocations
    return relation(this.#parts, this.acts.event[a]!, event[p]!, strong[p] === 1, x)
  }

  /** 2 strong, 1 possible, 0 no provocation for a search; the level and the exception's own conditions. */
  #strengthOf(event: number, x: Search): number {
    const pattern = x.exception.provocation!
    const type = this.#typed(x.typeMemo, event, pattern)
    if (type === F) return 0
    const level = x.voice.of(event) & LEVEL
    if (level === 0) return 0
    const match = patternOn(this.lens, event, type, pattern)
    if (match === F) return 0
    return match === T && level === ESTABLISHED ? 2 : 1
  }

  #addProvocations(event: number): void {
    for (let s = 0; s < this.sides.length; s++) {
      const side = this.sides[s]!
      for (let k = 0; k < side.searches.length; k++) {
        const x = side.searches[k]!
        const strength = this.#strengthOf(event, x)
        if (strength === 0) continue
        const p = this.#provocations.take(event, s, k, strength === 2)
        const at = this.#placed(event)
        x.grid.add(p, at)
        this.#offer(side, x, p, at)
      }
    }
  }

  /** A new provocation meets the acts it may excuse. */
  #offer(side: Side, x: Search, p: number, at: Placed): void {
    const better: number[] = []
    const consider = (a: number): Next => {
      if (this.#relation(a, p, x) > this.acts.excuse[a]!) better.push(a)
      return MORE
    }
    side.open.search(at, at.lo, at.hi + x.within, 'after', consider)
    if (this.#provocations.strong[p] === 1) {
      const low = this.lens.weaponLow[this.#provocations.event[p]!]!
      x.heaviest = Math.max(x.heaviest, low)
      // Acts that are excused in doubt can only gain from what is certain.
      const hopeless = x.maxStep >= 0 && side.lightest > low + x.maxStep
      if (!hopeless) side.doubtful.search(at, at.lo, at.hi + x.within, 'after', consider, true)
    }
    // Filing an act elsewhere would disturb the lists being walked, so that is done at the end.
    for (const a of better) this.#settle(a, this.#relation(a, p, x), p)
  }

  /** An event for a grid. */
  #placed(event: number): Placed {
    const { x, y, r, lo, hi } = this.lens
    return { x: x[event]!, y: y[event]!, r: r[event]!, lo: lo[event]!, hi: hi[event]! }
  }
}

/** Where an act with an excuse is filed; one that is certainly excused waits for nothing. */
const filedIn = (s: Side, excuse: number): Grid | undefined =>
  excuse === 0 ? s.open : excuse === 1 ? s.doubtful : undefined
