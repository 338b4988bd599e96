import { and, F, type Kleene, T, U } from '../../time/when.ts'
import { inForce, typeMatch } from '../match.ts'
import { ALWAYS, type Bearer, type PreparedPattern, type PreparedProvision } from '../prepared.ts'
import { ABSENT, EPOCH } from './claims.ts'
import type { Clock } from './clock.ts'
import type { Covered } from './covered.ts'
import {
  CERTAIN,
  CLAIMED,
  CLASSES,
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
import { Ordered } from './ordered.ts'
import type { Parts } from './parts.ts'
import { patternOn } from './pattern-on.ts'
import {
  DENIED_FOUND,
  FOUND,
  type Group,
  LATE_FOUND,
  NOTHING,
  POSSIBLE_FOUND,
  type Pool,
  SAID_FOUND,
  SATISFIED,
  SECTORLESS,
} from './sector-group.ts'
import { ANY, ESTABLISHED, LEVEL, NAMED, UNNAMED, Voice } from './voices.ts'

/**
 * A duty called into being by events and due some time after each ("a violation is answered by a patrol
 * in the same sector within seven days"), for one bearer. A new performance visits only instances that it
 * may better; one that goes visits those that may have leaned on it.
 */
export class TriggerMonitor {
  readonly provision: PreparedProvision
  readonly bearer: Bearer
  readonly tally = new Int32Array(STATES.length)
  instances = 0
  instEvent = new Int32Array(0)
  instState = new Uint8Array(0)
  /** 1 when the ground is not certain. */
  instConditional = new Uint8Array(0)
  #instFound = new Uint8Array(0)
  #instPresent = new Uint8Array(0)
  #instGroup = new Int32Array(0)
  #free = -1
  #instOf = new Int32Array(0)
  #perfOf = new Int32Array(0)
  #perfClass = new Uint8Array(0)
  readonly #groups = new Map<number, Group>()
  readonly #parts: Parts
  readonly #clock: Clock
  #covered: Covered
  readonly #trigger: Voice
  readonly #perform: Voice
  readonly #within: number
  readonly #sameSector: boolean
  readonly #memos: { readonly trigger: number[]; readonly perform: number[] } = { trigger: [], perform: [] }
  /** Longest trigger and performance, in seconds. */
  #span = 0
  /** Events with several sectors, which only the rules themselves can weigh. */
  readonly strange = new Set<number>()

  constructor(provision: PreparedProvision, bearer: Bearer, parts: Parts, clock: Clock, covered: Covered) {
    this.provision = provision
    this.bearer = bearer
    this.#parts = parts
    this.#clock = clock
    this.#covered = covered
    const { claims, events } = parts
    const by = provision.provision.trigger?.by
    const group = by === 'other-side' ? bearer.others : new Set(by)
    const question =
      by === undefined || by === 'any'
        ? ({ kind: 'happening', bearer } as const)
        : ({ kind: 'act', group, self: group } as const)
    this.#trigger = new Voice(claims, events, question, provision.rule)
    this.#perform = new Voice(claims, events, { kind: 'performance', bearer }, provision.rule)
    this.#within = provision.within ?? -1
    this.#sameSector = provision.perform!.pattern.same === 'sector'
  }

  /** Can this kind of monitor keep the duty? Other duties are judged by the rules when asked. */
  static fits(p: PreparedProvision): boolean {
    const same = p.perform?.pattern.same
    return (
      p.judged === 'obligation' &&
      p.trigger !== undefined &&
      p.items === undefined &&
      p.recurring === undefined &&
      (p.provision.quantity ?? 1) === 1 &&
      (same === undefined || same === 'sector')
    )
  }

  /** May an event of these types matter here? */
  cares(types: bigint): boolean {
    return (types & (this.provision.trigger!.types | this.provision.perform!.types)) !== 0n
  }

  add(event: number): void {
    const { lens } = this.#parts
    this.#reserve(event)
    if (!lens.sees(event)) return
    this.#span = Math.max(this.#span, lens.hi[event]! - lens.lo[event]!)
    this.#addPerformance(event)
    this.#addInstance(event)
  }

  remove(event: number): void {
    if (event >= this.#instOf.length) return
    this.strange.delete(event)
    const i = this.#instOf[event]!
    if (i >= 0) this.#dropInstance(i, event)
    if (this.#perfOf[event]! >= -1) this.#dropPerformance(event)
  }

  unchanged(event: number): boolean {
    if (event >= this.#instOf.length || this.strange.has(event)) return false
    const ground = this.#ground(event)
    const i = this.#instOf[event]!
    if (ground === NO_GROUND ? i >= 0 : i < 0 || this.instConditional[i] !== ground) return false
    const now = this.#classOf(event)
    const had = this.#perfOf[event]! < -1 ? NO_CLASS : this.#perfClass[event]!
    return now === had
  }

  /** Another second: an instance, or an event that was still going on. */
  ring(n: number): void {
    if (n >= 0) this.#renew(n)
    else {
      const event = -1 - n
      this.remove(event)
      this.add(event)
    }
  }

  /** Coverage notes changed: what is absent may now count as such, or no longer. */
  recover(covered: Covered): void {
    this.#covered = covered
    for (let i = 0; i < this.instances; i++) if (this.instEvent[i]! >= 0) this.#renew(i)
  }

  /** Instances there are at present, in no order. */
  each(visit: (i: number) => void): void {
    for (let i = 0; i < this.instances; i++)
      if (this.instEvent[i]! >= 0 && this.#instPresent[i] === 1) visit(i)
  }

  /** Performances that may carry an instance's state: those of its group and the sectorless. */
  eachPerformance(i: number, visit: (event: number) => boolean): void {
    const from = this.#lo(this.instEvent[i]!) - this.#span
    for (const pool of this.#poolsFor(i))
      for (const list of pool) {
        let go = true
        list.from(from - EPOCH, e => {
          go = visit(e)
          return go
        })
        if (!go) return
      }
  }

  bytes(): number {
    let n = bytesOf(
      this.instEvent,
      this.instState,
      this.instConditional,
      this.#instFound,
      this.#instPresent,
      this.#instGroup,
      this.#instOf,
      this.#perfOf,
      this.#perfClass,
    )
    for (const g of this.#groups.values())
      n += [...g.pool, ...g.wanting, g.all].reduce((m, o) => m + o.bytes(), 0)
    return n
  }

  #lo(event: number): number {
    return this.#parts.lens.lo[event]! + EPOCH
  }

  #hi(event: number): number {
    return this.#parts.lens.hi[event]! + EPOCH
  }

  #reserve(event: number): void {
    if (event < this.#instOf.length) return
    this.#instOf = grown(this.#instOf, Math.max(event + 1, this.#parts.events.size), -1)
    // -2: no performance; otherwise the number of its group.
    this.#perfOf = grown(this.#perfOf, this.#instOf.length, -2)
    this.#perfClass = grown(this.#perfClass, this.#instOf.length)
  }

  #group(n: number): Group {
    let g = this.#groups.get(n)
    if (!g) {
      const { lens } = this.#parts
      const start = (e: number) => lens.lo[e]!
      const ground = (i: number) => lens.lo[this.instEvent[i]!]!
      g = {
        pool: Array.from({ length: CLASSES }, () => new Ordered(start)),
        wanting: Array.from({ length: SATISFIED }, () => new Ordered(ground)),
        all: new Ordered(ground),
      }
      this.#groups.set(n, g)
    }
    return g
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

  /** SECTORLESS, a sector's number, or undefined when several are stated. */
  #sectorOf(event: number): number | undefined {
    if (!this.#sameSector) return 0
    const s = this.#parts.lens.sector[event]!
    return s === ABSENT ? SECTORLESS : s === ABSENT - 1 ? undefined : s
  }

  /** 0 a certain ground, 1 a possible one, NO_GROUND. */
  #ground(event: number): number {
    const { lens } = this.#parts
    if (!lens.sees(event)) return NO_GROUND
    const pattern = this.provision.trigger!
    const type = this.#typed(this.#memos.trigger, event, pattern)
    if (type === F) return NO_GROUND
    const level = this.#trigger.of(event) & LEVEL
    if (level === 0) return NO_GROUND
    const match = and(
      patternOn(lens, event, type, pattern),
      inForce({ lo: this.#lo(event), hi: this.#hi(event) }, this.provision.force),
    )
    if (match === F) return NO_GROUND
    return match === T && level === ESTABLISHED ? 0 : 1
  }

  /** Class of an event as a performance, as of now; NO_CLASS when it is none. */
  #classOf(event: number): number {
    const { lens } = this.#parts
    if (!lens.sees(event)) return NO_CLASS
    const pattern = this.provision.perform!
    const type = this.#typed(this.#memos.perform, event, pattern)
    if (type === F) return NO_CLASS
    const byte = this.#perform.of(event)
    const level = byte & LEVEL
    if ((byte & ANY) === 0) return NO_CLASS
    const now = this.#clock.now()
    const happened: Kleene = this.#lo(event) > now ? F : this.#hi(event) <= now ? T : U
    const alone = this.provision.bearers.length === 1
    const actor: Kleene = (byte & NAMED) !== 0 || ((byte & UNNAMED) !== 0 && alone) ? T : U
    const match = and(patternOn(lens, event, type, pattern), and(actor, happened))
    if (match === F) return NO_CLASS
    if (level === 0) return REFUSED
    if (level !== ESTABLISHED) return level === 1 ? SAID : DENIED_TOO
    return match === T ? CERTAIN : OPEN
  }

  #addPerformance(event: number): void {
    const now = this.#clock.now()
    if (this.#hi(event) > now && this.#typed(this.#memos.perform, event, this.provision.perform!) !== F)
      this.#clock.ring(this.#lo(event) > now ? this.#lo(event) : this.#hi(event), -1 - event)
    const c = this.#classOf(event)
    if (c === NO_CLASS) return
    const sector = this.#sectorOf(event)
    if (sector === undefined) {
      this.strange.add(event)
      return
    }
    this.#perfOf[event] = sector
    this.#perfClass[event] = c
    this.#group(sector).pool[c]!.add(event)
    if (c === REFUSED) return
    const rank =
      c === CERTAIN ? LATE_FOUND : c === OPEN ? POSSIBLE_FOUND : c === SAID ? SAID_FOUND : DENIED_FOUND
    const hi = this.#parts.lens.hi[event]!
    const better = (g: Group, upTo: number) => {
      const due: number[] = []
      for (let f = NOTHING; f < upTo; f++)
        g.wanting[f]!.from(-Infinity, i => {
          if (this.#parts.lens.lo[this.instEvent[i]!]! > hi) return false
          due.push(i)
          return true
        })
      if (c === CERTAIN && upTo === LATE_FOUND) {
        // What was done late may turn out to have been done in time as well.
        const { lo } = this.#parts.lens
        const from = this.#within < 0 ? -Infinity : lo[event]! - this.#within - 2 * this.#span
        g.wanting[LATE_FOUND]!.from(from, i => {
          if (lo[this.instEvent[i]!]! > hi) return false
          due.push(i)
          return true
        })
      }
      for (const i of due) this.#renew(i)
    }
    if (!this.#sameSector) better(this.#group(0), rank)
    else if (sector === SECTORLESS)
      for (const g of [...this.#groups.values()]) better(g, Math.min(rank, POSSIBLE_FOUND))
    else {
      better(this.#group(sector), rank)
      const loose = this.#groups.get(SECTORLESS)
      if (loose) better(loose, Math.min(rank, POSSIBLE_FOUND))
    }
  }

  #dropPerformance(event: number): void {
    const sector = this.#perfOf[event]!
    const c = this.#perfClass[event]!
    const g = this.#group(sector)
    g.pool[c]!.delete(event)
    this.#perfOf[event] = -2
    if (c === REFUSED) return
    const { lens } = this.#parts
    // Whoever leaned on it came before its end; of those, only the ones that no later one serves can lose.
    const hi = lens.hi[event]!
    const again = (other: Group) => {
      const due: number[] = []
      const from = this.#leaning(other, event, c)
      other.all.from(from, i => {
        if (lens.lo[this.instEvent[i]!]! > hi) return false
        due.push(i)
        return true
      })
      for (const i of due) this.#renew(i)
    }
    if (!this.#sameSector) again(g)
    else if (sector === SECTORLESS) for (const other of [...this.#groups.values()]) again(other)
    else {
      again(g)
      const loose = this.#groups.get(SECTORLESS)
      if (loose && loose !== g) again(loose)
    }
  }

  /**
   * Earliest start of an instance that may change when a performance of class `c` goes: before it, one of
   * the same class that comes later serves as well, except inside the window of being on time.
   */
  #leaning(g: Group, event: number, c: number): number {
    const { lens } = this.#parts
    const last = g.pool[c]!.last()
    if (c !== CERTAIN && last >= 0 && lens.lo[last]! >= lens.hi[event]!) return Infinity
    const onTime = this.#within < 0 ? -Infinity : lens.lo[event]! - this.#within - 2 * this.#span
    if (last < 0 || lens.lo[last]! < lens.hi[event]!) {
      // It was among the latest: the ones since the one before it lean on it.
      if (last < 0 || this.#within < 0) return -Infinity
      return Math.min(onTime, lens.lo[last]! - this.#within - 2 * this.#span)
    }
    return onTime
  }

  #addInstance(event: number): void {
    const ground = this.#ground(event)
    if (ground === NO_GROUND) return
    const sector = this.#sectorOf(event)
    if (sector === undefined) {
      this.strange.add(event)
      return
    }
    let i = this.#free
    if (i >= 0) this.#free = this.#instGroup[i]!
    else {
      i = this.instances++
      if (i >= this.instEvent.length) {
        this.instEvent = grown(this.instEvent, this.instances)
        const size = this.instEvent.length
        this.instState = grown(this.instState, size)
        this.instConditional = grown(this.instConditional, size)
        this.#instFound = grown(this.#instFound, size)
        this.#instPresent = grown(this.#instPresent, size)
        this.#instGroup = grown(this.#instGroup, size)
      }
    }
    this.instEvent[i] = event
    this.instConditional[i] = ground
    this.#instGroup[i] = sector
    this.#instOf[event] = i
    const g = this.#group(sector)
    g.all.add(i)
    this.#instFound[i] = NOTHING
    g.wanting[NOTHING]!.add(i)
    this.#instPresent[i] = 0
    this.#renew(i)
  }

  #dropInstance(i: number, event: number): void {
    const g = this.#group(this.#instGroup[i]!)
    g.all.delete(i)
    const found = this.#instFound[i]!
    if (found < SATISFIED) g.wanting[found]!.delete(i)
    if (this.#instPresent[i] === 1) this.tally[this.instState[i]!]!--
    this.#instPresent[i] = 0
    this.instEvent[i] = -1
    this.#instGroup[i] = this.#free
    this.#free = i
    this.#instOf[event] = -1
  }

  /** Works an instance out again. */
  #renew(i: number): void {
    if (this.instEvent[i]! < 0) return
    const now = this.#clock.now()
    const event = this.instEvent[i]!
    const present = this.#lo(event) <= now
    if (this.#instPresent[i] === 1) this.tally[this.instState[i]!]!--
    this.#instPresent[i] = present ? 1 : 0
    if (!present) {
      this.#clock.ring(this.#lo(event), i)
      return
    }
    const state = this.#stateOf(i)
    this.instState[i] = state
    this.tally[state]!++
    const found = FOUND[state]!
    if (found !== this.#instFound[i]) {
      const g = this.#group(this.#instGroup[i]!)
      if (this.#instFound[i]! < SATISFIED) g.wanting[this.#instFound[i]!]!.delete(i)
      if (found < SATISFIED) g.wanting[found]!.add(i)
      this.#instFound[i] = found
    }
    if (state === PENDING && this.instConditional[i] === 0) {
      const due = this.#due(event)
      if (due !== undefined) this.#clock.ring(due.hi + this.provision.lag + 1, i)
    }
  }

  #due(event: number): { lo: number; hi: number } | undefined {
    if (this.#within >= 0) return { lo: this.#lo(event) + this.#within, hi: this.#hi(event) + this.#within }
    const { deadline } = this.provision
    return deadline === undefined ? undefined : { lo: deadline, hi: deadline }
  }

  #poolsFor(i: number): readonly Pool[] {
    const own = this.#instGroup[i]!
    if (!this.#sameSector) return [this.#group(0).pool]
    if (own === SECTORLESS) return [...this.#groups.values()].map(g => g.pool)
    const loose = this.#groups.get(SECTORLESS)
    return loose ? [this.#group(own).pool, loose.pool] : [this.#group(own).pool]
  }

  /** The table of §3.6: best performance first, then the clock. */
  #stateOf(i: number): number {
    const { lens } = this.#parts
    const event = this.instEvent[i]!
    const due = this.#due(event)
    const own = this.#instGroup[i]!
    const start = lens.lo[event]!
    const end = lens.hi[event]!
    const dueLo = due ? due.lo - EPOCH : Infinity
    const dueHi = due ? due.hi - EPOCH : Infinity
    const exact = !this.#sameSector || own !== SECTORLESS
    if (exact) {
      const certain = this.#group(own).pool[CERTAIN]!
      let [inTime, late] = [false, false]
      certain.from(end, e => {
        if (e === event) return true
        if (lens.lo[e]! > dueLo) return false
        inTime = lens.hi[e]! <= dueLo
        return !inTime
      })
      if (inTime) return FULFILLED
      if (due) {
        const last = certain.last()
        late = last >= 0 && lens.lo[last]! > dueHi && lens.lo[last]! >= end && last !== event
        if (!late && last === event)
          certain.from(dueHi + 1, e => {
            late = e !== event && lens.lo[e]! >= end
            return !late
          })
      }
      if (late) return LATE
    }
    const pools = this.#poolsFor(i)
    if (this.#reaches(pools, CERTAIN, start, event) || this.#reaches(pools, OPEN, start, event))
      return POSSIBLY
    if (this.#reaches(pools, SAID, start, event)) return CLAIMED
    if (this.#reaches(pools, DENIED_TOO, start, event)) return CONTESTED
    return this.#absent(i, event, due)
  }

  /** Is there a performance of a class that ends at `start` or later? */
  #reaches(pools: readonly Pool[], c: number, start: number, event: number): boolean {
    const { lens } = this.#parts
    let found = false
    for (const pool of pools) {
      const last = pool[c]!.last()
      if (last >= 0 && last !== event && lens.hi[last]! >= start) return true
      pool[c]!.from(start - this.#span, e => {
        found = e !== event && lens.hi[e]! >= start
        return !found
      })
      if (found) return true
    }
    return false
  }

  #absent(i: number, event: number, due: { lo: number; hi: number } | undefined): number {
    if (!due || this.#clock.now() <= due.hi + this.provision.lag || this.instConditional[i] === 1)
      return PENDING
    return this.#covered.whole(this.#lo(event), due.hi) ? OVERDUE : UNVERIFIED
  }

  /** When an instance's absence must have been visible. */
  watchOf(i: number): { lo: number; hi: number } {
    const event = this.instEvent[i]!
    return { lo: this.#lo(event), hi: this.#due(event)?.hi ?? ALWAYS.hi }
  }
}

const NO_GROUND = -1

const NO_CLASS = 255
