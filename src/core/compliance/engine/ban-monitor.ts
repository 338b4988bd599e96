import { near } from '../../place/region.ts'
import { and, F, type Kleene, not, T } from '../../time/when.ts'
import type { Ban } from '../ban.ts'
import { afterLeg, proportion } from '../exception-legs.ts'
import { inForce, typeMatch } from '../match.ts'
import type { Bearer, PreparedException, PreparedPattern } from '../prepared.ts'
import { PROHIBITION_VERDICTS } from '../verdict.ts'
import { POSSIBLE, TABLE } from './ban-table.ts'
import { EPOCH } from './claims.ts'
import { DayTally } from './day-tally.ts'
import { CERTAIN_ONLY, Grid, MORE, type Next, type Placed, STOP } from './grid.ts'
import { bytesOf, grown } from './grow.ts'
import { type Lens, RICH } from './lens.ts'
import type { Parts } from './parts.ts'
import { patternOn } from './pattern-on.ts'
import { ANY, ESTABLISHED, LEVEL, Voice } from './voices.ts'

/** A provocation looked for by one bearer under one exception. */
type Search = {
  readonly exception: PreparedException
  readonly within: number
  readonly reach: number
  readonly maxStep: number
  readonly voice: Voice
  readonly grid: Grid
  /** Types already compared with the exception's: Kleene + 1 by type number. */
  readonly typeMemo: number[]
  /** The heaviest weapon that a certain provocation was ever known to be at least. */
  heaviest: number
}

type Side = {
  readonly bearer: Bearer
  readonly voice: Voice
  readonly searches: readonly Search[]
  /** Acts of this bearer that nothing excuses, and those that something only may. */
  readonly open: Grid
  readonly doubtful: Grid
  /** The lightest that the heaviest weapon of an act was ever. */
  lightest: number
  readonly tally: DayTally
}

/**
 * One prohibition, kept current: each act that may break it holds the best excuse found and one witness
 * for it, and looks again only when that witness goes (compliance.md §3.10). No verdict depends on which
 * witness it is.
 */
export class BanMonitor {
  readonly ban: Ban
  readonly sides: readonly Side[]
  readonly #parts: Parts
  readonly #suspended: (bearer: Bearer, lo: number, hi: number) => Kleene
  readonly #typeMemo: number[] = []
  /** Acts that no report ascribes to anybody. */
  readonly unattributed = new Set<number>()

  // Acts under the ban ("findings"), one for an event and a bearer.
  #act = -1
  acts = 0
  actEvent = new Int32Array(0)
  actSide = new Uint8Array(0)
  /** Level and note as `Voice` gives them. */
  actLevel = new Uint8Array(0)
  actMatch = new Uint8Array(0)
  actExcuse = new Uint8Array(0)
  actVerdict = new Uint8Array(0)
  #witness = new Int32Array(0)
  #nextWitnessed = new Int32Array(0)
  #prevWitnessed = new Int32Array(0)
  #nextOfEvent = new Int32Array(0)
  #actsOf = new Int32Array(0)

  // Provocations, one for an event, a bearer and an exception.
  #provocation = -1
  #provocations = 0
  #byEvent = new Int32Array(0)
  #provEvent = new Int32Array(0)
  #provSearch = new Uint8Array(0)
  #provSide = new Uint8Array(0)
  /** Can be a certain excuse: established, and certainly what the exception names. */
  #provStrong = new Uint8Array(0)
  #provFirst = new Int32Array(0)
  #provNext = new Int32Array(0)

  constructor(ban: Ban, parts: Parts, suspended: (bearer: Bearer, lo: number, hi: number) => Kleene) {
    this.ban = ban
    this.#parts = parts
    this.#suspended = suspended
    const { claims, events } = parts
    const rule = ban.provision.rule
    const bearers = ban.pattern === ban.provision.action ? ban.provision.bearers : ban.provision.obstructors
    this.sides = bearers.map(bearer => {
      const searches = ban.exceptions.flatMap(exception => {
        const p = exception.provocation
        const by = exception.exception.provocation?.by
        const group = by === undefined || by === 'other-side' ? bearer.others : new Set(by)
        if (!p || group.size === 0) return []
        const question = { kind: 'act' as const, group, self: group, accuser: bearer.self }
        return [
          {
            exception,
            within: p.within,
            reach: p.distance,
            maxStep: exception.maxStep ?? -1,
            voice: new Voice(claims, events, question, rule),
            grid: new Grid(p.distance, p.within),
            typeMemo: [],
            heaviest: -1,
          },
        ]
      })
      const reach = Math.max(0, ...searches.map(s => s.reach))
      const bucket = Math.max(3600, ...searches.map(s => s.within))
      return {
        bearer,
        voice: new Voice(claims, events, { kind: 'act', group: bearer.group, self: bearer.self }, rule),
        searches,
        open: new Grid(reach, bucket),
        doubtful: new Grid(reach, bucket),
        lightest: Infinity,
        tally: new DayTally(PROHIBITION_VERDICTS.length),
      }
    })
  }

  /** Puts an event in as the lens sees it now; it must not be in. */
  add(event: number): void {
    const { lens } = this.#parts
    this.#reserve(event)
    if (!lens.sees(event)) return
    this.#addProvocations(event)
    const type = this.#memo(this.#typeMemo, event, this.ban.pattern)
    if (type === F) return
    const match = this.#match(event, type)
    if (match === F) return
    let named = false
    for (let s = 0; s < this.sides.length; s++) {
      const level = this.sides[s]!.voice.of(event)
      if ((level & ANY) === 0) continue
      named = true
      const suspended =
        (level & LEVEL) === 0 ? F : this.#suspended(this.sides[s]!.bearer, this.#lo(event), this.#hi(event))
      const whole = and(match, not(suspended))
      if (whole !== F) this.#addAct(event, s, level, whole)
    }
    if (!named && this.#isUnattributed(event)) this.unattributed.add(event)
  }

  remove(event: number): void {
    if (event >= this.#actsOf.length) return
    this.unattributed.delete(event)
    for (let a = this.#actsOf[event]!; a >= 0; ) {
      const next = this.#nextOfEvent[a]!
      this.#dropAct(a)
      a = next
    }
    this.#actsOf[event] = -1
    const orphans: number[] = []
    for (let p = this.#byEvent[event]!; p >= 0; ) {
      const next = this.#provNext[p]!
      this.#dropProvocation(p, orphans)
      p = next
    }
    this.#byEvent[event] = -1
    for (const a of orphans) this.#search(a)
  }

  /** Would `remove` and `add` change anything, the attributes being as they were? */
  unchanged(event: number): boolean {
    if (event >= this.#actsOf.length) return false
    if (!this.#parts.lens.sees(event)) return this.#actsOf[event] === -1 && this.#byEvent[event] === -1
    if (this.unattributed.has(event)) return false
    let mask = 0
    for (let a = this.#actsOf[event]!; a >= 0; a = this.#nextOfEvent[a]!) {
      mask |= 1 << this.actSide[a]!
      if (this.sides[this.actSide[a]!]!.voice.of(event) !== this.actLevel[a]) return false
    }
    for (let s = 0; s < this.sides.length; s++)
      if ((mask & (1 << s)) === 0 && (this.sides[s]!.voice.of(event) & ANY) !== 0 && this.#couldMatch(event))
        return false
    let known = 0
    for (let p = this.#byEvent[event]!; p >= 0; p = this.#provNext[p]!) {
      known++
      const strong = this.#strengthOf(event, this.#provSide[p]!, this.#provSearch[p]!)
      if (strong !== this.#provStrong[p]! + 1) return false
    }
    let now = 0
    for (let s = 0; s < this.sides.length; s++)
      for (let x = 0; x < this.sides[s]!.searches.length; x++) if (this.#strengthOf(event, s, x) > 0) now++
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
    const event = this.actEvent[a]!
    const lo = this.#lo(event)
    const hi = this.#hi(event)
    if (hi < from || lo > t) return -1
    const v = this.actVerdict[a]!
    return lo >= from && hi <= t ? v : Math.min(v, POSSIBLE)
  }

  get lens(): Lens {
    return this.#parts.lens
  }

  /** First second of an event. */
  lo(event: number): number {
    return this.#lo(event)
  }

  /** The act that an event is for a bearer, or -1. */
  actOf(event: number, side: number): number {
    if (event >= this.#actsOf.length) return -1
    for (let a = this.#actsOf[event]!; a >= 0; a = this.#nextOfEvent[a]!)
      if (this.actSide[a] === side) return a
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
    const at = this.#placed(this.actEvent[a]!)
    for (const x of this.sides[this.actSide[a]!]!.searches)
      x.grid.search(
        at,
        at.lo - factor * x.within,
        at.hi,
        'before',
        p => {
          visit(this.#provEvent[p]!)
          return MORE
        },
        false,
        (factor - 1) * x.reach,
      )
  }

  /** Works every event out again: a notice of suspension came or went. */
  rebuild(events: number): void {
    for (let e = 0; e < events; e++) this.remove(e)
    for (let e = 0; e < events; e++) this.add(e)
  }

  bytes(): number {
    const columns = bytesOf(
      this.actEvent,
      this.actSide,
      this.actLevel,
      this.actMatch,
      this.actExcuse,
      this.actVerdict,
      this.#witness,
      this.#nextWitnessed,
      this.#prevWitnessed,
      this.#nextOfEvent,
      this.#actsOf,
      this.#byEvent,
      this.#provEvent,
      this.#provSearch,
      this.#provSide,
      this.#provStrong,
      this.#provFirst,
      this.#provNext,
    )
    return this.sides.reduce(
      (n, s) =>
        n +
        s.open.bytes() +
        s.doubtful.bytes() +
        s.tally.bytes() +
        s.searches.reduce((m, x) => m + x.grid.bytes(), 0),
      columns,
    )
  }

  #lo = (event: number): number => this.#parts.lens.lo[event]! + EPOCH
  #hi = (event: number): number => this.#parts.lens.hi[event]! + EPOCH

  #couldMatch(event: number): boolean {
    const type = this.#memo(this.#typeMemo, event, this.ban.pattern)
    return type !== F && this.#match(event, type) !== F
  }

  #memo(memo: number[], event: number, pattern: PreparedPattern): Kleene {
    const { lens } = this.#parts
    const n = lens.types[event]!
    let v = memo[n]
    if (v === undefined) {
      v = typeMatch(lens.typeMask[n]!, pattern.types) + 1
      memo[n] = v
    }
    return (v - 1) as Kleene
  }

  /** Type, zone, target, weapon and force of an event under the ban. */
  #match(event: number, type: Kleene): Kleene {
    return and(
      patternOn(this.#parts.lens, event, type, this.ban.pattern),
      inForce({ lo: this.#lo(event), hi: this.#hi(event) }, this.ban.provision.force),
    )
  }

  #isUnattributed(event: number): boolean {
    const facts = this.#parts.events.facts(event)
    const ruled = facts?.rulings.find(r => r.set.actor !== undefined)
    if (ruled)
      return ruled.set.actor === null || (Array.isArray(ruled.set.actor) && ruled.set.actor.length === 0)
    return facts?.asserting.every(c => c.actor === undefined || c.actor.length === 0) ?? false
  }

  #reserve(event: number): void {
    if (event < this.#actsOf.length) return
    const size = Math.max(event + 1, this.#parts.events.size)
    this.#actsOf = grown(this.#actsOf, size, -1)
    this.#byEvent = grown(this.#byEvent, size, -1)
  }

  /** May an event of these types matter here? */
  cares(types: bigint): boolean {
    const wanted = this.ban.exceptions.reduce(
      (m, x) => m | (x.provocation?.types ?? 0n),
      this.ban.pattern.types,
    )
    return (types & wanted) !== 0n
  }

  #addAct(event: number, side: number, level: number, match: Kleene): void {
    let a = this.#act
    if (a >= 0) this.#act = this.#nextOfEvent[a]!
    else {
      a = this.acts++
      if (a >= this.actEvent.length) this.#growActs()
    }
    this.actEvent[a] = event
    this.actSide[a] = side
    this.actLevel[a] = level
    this.actMatch[a] = match
    this.actExcuse[a] = 0
    this.#witness[a] = -1
    this.#nextOfEvent[a] = this.#actsOf[event]!
    this.#actsOf[event] = a
    const { lens } = this.#parts
    this.actVerdict[a] = TABLE[(level & LEVEL) * 9 + match * 3]!
    const s = this.sides[side]!
    s.tally.add(a, this.actVerdict[a]!, lens.lo[event]!, lens.hi[event]!)
    if ((level & LEVEL) === 0) return
    s.lightest = Math.min(s.lightest, lens.weaponHigh[event]!)
    s.open.add(a, this.#placed(event))
    this.#search(a)
  }

  #growActs(): void {
    const n = this.acts
    this.actEvent = grown(this.actEvent, n)
    const size = this.actEvent.length
    this.actSide = grown(this.actSide, size)
    this.actLevel = grown(this.actLevel, size)
    this.actMatch = grown(this.actMatch, size)
    this.actExcuse = grown(this.actExcuse, size)
    this.actVerdict = grown(this.actVerdict, size)
    this.#witness = grown(this.#witness, size)
    this.#nextWitnessed = grown(this.#nextWitnessed, size)
    this.#prevWitnessed = grown(this.#prevWitnessed, size)
    this.#nextOfEvent = grown(this.#nextOfEvent, size)
  }

  #growProvocations(): void {
    this.#provEvent = grown(this.#provEvent, this.#provocations)
    const size = this.#provEvent.length
    this.#provSearch = grown(this.#provSearch, size)
    this.#provSide = grown(this.#provSide, size)
    this.#provStrong = grown(this.#provStrong, size)
    this.#provFirst = grown(this.#provFirst, size)
    this.#provNext = grown(this.#provNext, size)
  }

  #dropAct(a: number): void {
    const s = this.sides[this.actSide[a]!]!
    this.#forget(a)
    if ((this.actLevel[a]! & LEVEL) !== 0) this.#filed(s, this.actExcuse[a]!)?.delete(a)
    s.tally.delete(a, this.actVerdict[a]!)
    this.#nextOfEvent[a] = this.#act
    this.#act = a
  }

  /** Looks for the best excuse of an act again. */
  #search(a: number): void {
    const event = this.actEvent[a]!
    const s = this.sides[this.actSide[a]!]!
    let best = this.#carvedOut(event)
    let witness = -1
    const at = this.#placed(event)
    const { lens } = this.#parts
    for (const x of s.searches) {
      if (best === 2) break
      // A weapon heavier than any provocation allows can at best be excused in doubt: one doubt will do.
      const hopeless = x.maxStep >= 0 && lens.weaponHigh[event]! > x.heaviest + x.maxStep
      if (hopeless && best === 1) continue
      x.grid.search(
        at,
        at.lo - x.within,
        at.hi,
        'before',
        p => {
          const v = this.#relation(event, p, x)
          if (v > best) {
            best = v
            witness = p
          }
          return best === 2 || (best === 1 && hopeless) ? STOP : best === 1 ? CERTAIN_ONLY : MORE
        },
        best === 1,
      )
    }
    this.#settle(a, best, witness)
  }

  /** Records an act's excuse and what carries it, and files or unfiles the act accordingly. */
  #settle(a: number, excuse: number, witness: number): void {
    const event = this.actEvent[a]!
    const s = this.sides[this.actSide[a]!]!
    this.#forget(a)
    if (witness >= 0) {
      this.#witness[a] = witness
      const first = this.#provFirst[witness]!
      this.#nextWitnessed[a] = first
      this.#prevWitnessed[a] = -1
      if (first >= 0) this.#prevWitnessed[first] = a
      this.#provFirst[witness] = a
    }
    const before = this.actExcuse[a]!
    if (before !== excuse) {
      this.#filed(s, before)?.delete(a)
      this.#filed(s, excuse)?.add(a, this.#placed(event))
    }
    this.actExcuse[a] = excuse
    const v = TABLE[(this.actLevel[a]! & LEVEL) * 9 + this.actMatch[a]! * 3 + excuse]!
    if (v !== this.actVerdict[a]) {
      s.tally.change(a, this.actVerdict[a]!, v)
      this.actVerdict[a] = v
    }
  }

  /** Where an act with an excuse is filed; one that is certainly excused waits for nothing. */
  #filed(s: Side, excuse: number): Grid | undefined {
    return excuse === 0 ? s.open : excuse === 1 ? s.doubtful : undefined
  }

  /** Takes an act off its witness's list. */
  #forget(a: number): void {
    const w = this.#witness[a]!
    if (w < 0) return
    const next = this.#nextWitnessed[a]!
    const prev = this.#prevWitnessed[a]!
    if (next >= 0) this.#prevWitnessed[next] = prev
    if (prev >= 0) this.#nextWitnessed[prev] = next
    else this.#provFirst[w] = next
    this.#witness[a] = -1
  }

  /** An exception by target needs no provocation. */
  #carvedOut(event: number): number {
    let best = 0
    for (const x of this.ban.exceptions) {
      if (x.provocation) continue
      const stated = this.#parts.lens.attributes(event).targets
      const wanted = x.targets ?? new Set()
      const hits = stated ? [...stated].filter(t => wanted.has(t)).length : -1
      best = Math.max(best, hits === -1 ? 1 : hits === 0 ? 0 : hits === stated!.size ? 2 : 1)
    }
    return best
  }

  /** 2 strong, 1 possible, 0 no provocation for a search; the level and the exception's own conditions. */
  #strengthOf(event: number, side: number, search: number): number {
    const x = this.sides[side]!.searches[search]!
    const pattern = x.exception.provocation!
    const type = this.#memo(x.typeMemo, event, pattern)
    if (type === F) return 0
    const level = x.voice.of(event) & LEVEL
    if (level === 0) return 0
    const match = patternOn(this.#parts.lens, event, type, pattern)
    if (match === F) return 0
    return match === T && level === ESTABLISHED ? 2 : 1
  }

  #addProvocations(event: number): void {
    for (let s = 0; s < this.sides.length; s++) {
      const side = this.sides[s]!
      for (let k = 0; k < side.searches.length; k++) {
        const strength = this.#strengthOf(event, s, k)
        if (strength === 0) continue
        const p = this.#newProvocation(event, s, k, strength === 2)
        const at = this.#placed(event)
        const x = side.searches[k]!
        x.grid.add(p, at)
        this.#offer(side, x, p, at, strength === 2)
      }
    }
  }

  /** A new provocation meets the acts it may excuse. */
  #offer(side: Side, x: Search, p: number, at: Placed, strong: boolean): void {
    const { lens } = this.#parts
    const better: number[] = []
    const consider = (a: number): Next => {
      if (this.#relation(this.actEvent[a]!, p, x) > this.actExcuse[a]!) better.push(a)
      return MORE
    }
    side.open.search(at, at.lo, at.hi + x.within, 'after', consider)
    if (strong) {
      const low = lens.weaponLow[this.#provEvent[p]!]!
      x.heaviest = Math.max(x.heaviest, low)
      // Acts that are excused in doubt can only gain from what is certain.
      const hopeless = x.maxStep >= 0 && side.lightest > low + x.maxStep
      if (!hopeless) side.doubtful.search(at, at.lo, at.hi + x.within, 'after', consider, true)
    }
    // Filing an act elsewhere would disturb the lists being walked, so that is done at the end.
    for (const a of better) this.#settle(a, this.#relation(this.actEvent[a]!, p, x), p)
  }

  #newProvocation(event: number, side: number, search: number, strong: boolean): number {
    let p = this.#provocation
    if (p >= 0) this.#provocation = this.#provNext[p]!
    else {
      p = this.#provocations++
      if (p >= this.#provEvent.length) this.#growProvocations()
    }
    this.#provEvent[p] = event
    this.#provSide[p] = side
    this.#provSearch[p] = search
    this.#provStrong[p] = strong ? 1 : 0
    this.#provFirst[p] = -1
    this.#provNext[p] = this.#byEvent[event]!
    this.#byEvent[event] = p
    return p
  }

  #dropProvocation(p: number, orphans: number[]): void {
    const x = this.sides[this.#provSide[p]!]!.searches[this.#provSearch[p]!]!
    x.grid.delete(p)
    for (let a = this.#provFirst[p]!; a >= 0; ) {
      const next = this.#nextWitnessed[a]!
      this.#witness[a] = -1
      orphans.push(a)
      a = next
    }
    this.#provNext[p] = this.#provocation
    this.#provocation = p
  }

  /** `rel` of §3.5 and the level: 0 no excuse, 1 possible, 2 certain. */
  #relation(event: number, p: number, x: Search): number {
    const other = this.#provEvent[p]!
    if (other === event) return 0
    const { lens, events } = this.#parts
    const ruled = events.rulings.size > 0 && !(events.isPlain(event) && events.isPlain(other))
    if (ruled || lens.state[event] === RICH || lens.state[other] === RICH)
      return this.#carefully(event, other, p, x)
    const least = lens.lo[event]! - lens.hi[other]!
    const most = lens.hi[event]! - lens.lo[other]!
    if (most < 0 || least > x.within) return 0
    let sure = least >= 0 && most <= x.within && this.#provStrong[p] === 1
    const r = lens.r[event]! + lens.r[other]!
    const dx = lens.x[event]! - lens.x[other]!
    const dy = lens.y[event]! - lens.y[other]!
    const d2 = dx * dx + dy * dy
    if (r === 0) {
      if (d2 > x.reach * x.reach) return 0
    } else if (x.reach < r || d2 > (x.reach - r) * (x.reach - r)) {
      if (d2 >= (x.reach + r + 1) * (x.reach + r + 1)) return 0
      sure = false
    }
    if (x.maxStep >= 0) {
      if (lens.weaponLow[event]! > lens.weaponHigh[other]! + x.maxStep) return 0
      if (lens.weaponHigh[event]! > lens.weaponLow[other]! + x.maxStep) sure = false
    }
    return sure ? 2 : 1
  }

  /** The same by the rules' own functions: places that are no plain disc, rulings on the order. */
  #carefully(event: number, other: number, p: number, x: Search): number {
    const { lens, events } = this.#parts
    const [own, theirs] = [events.facts(event), events.facts(other)]
    // One of them is about to be taken out.
    if (!own || !theirs) return 0
    const a = { event: own, attributes: lens.attributes(event) }
    const b = { event: theirs, attributes: lens.attributes(other) }
    const after = afterLeg(a, b, x.within)
    if (after === F) return 0
    const close = near(b.attributes.region, a.attributes.region, x.reach)
    const step = x.maxStep < 0 ? T : proportion(a.attributes.weapons, b.attributes.weapons, x.maxStep)
    const rel = and(after, and(close, step))
    if (rel === F) return 0
    return rel === T && this.#provStrong[p] === 1 ? 2 : 1
  }

  /** An event for a grid. */
  #placed(event: number): Placed {
    const { lens } = this.#parts
    return {
      x: lens.x[event]!,
      y: lens.y[event]!,
      r: lens.r[event]!,
      lo: lens.lo[event]!,
      hi: lens.hi[event]!,
    }
  }
}
