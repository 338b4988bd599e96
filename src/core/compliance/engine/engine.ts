import type { EvidenceRecord } from '../../evidence/record.ts'
import type { Kleene } from '../../time/when.ts'
import { banOf, obstructionOf } from '../ban.ts'
import { notesFor } from '../coverage.ts'
import type { Bearer, Prepared, PreparedProvision } from '../prepared.ts'
import { suspendedDuring } from '../suspension.ts'
import { BanMonitor } from './ban-monitor.ts'
import { Claims } from './claims.ts'
import type { Clock } from './clock.ts'
import { Covered } from './covered.ts'
import { Events } from './events.ts'
import { ItemMonitor } from './item-monitor.ts'
import { Lens } from './lens.ts'
import { type Changes, noChanges, Records } from './records.ts'
import { Timers } from './timers.ts'
import { TriggerMonitor } from './trigger-monitor.ts'

/** What keeps one provision (for one bearer, where it is a duty) current. */
export type Monitor = BanMonitor | TriggerMonitor | ItemMonitor

/** Provisions seen through one evidence threshold. */
type View = {
  readonly lens: Lens
  readonly monitors: Monitor[]
  /** Monitors that care for events of each set of types, by the lens's number of it. */
  readonly caring: (Monitor[] | undefined)[]
}

/**
 * The compliance engine kept current record by record: add, correct, retract, rule and let time pass in
 * any order; verdicts and counts are at any moment those of an evaluation from scratch of the records
 * that count then (docs/compliance.md; the property tests hold the two against each other).
 *
 * It keeps prohibitions with permitted responses and carve-outs, duties called for by events, and duties
 * on items in place. Provisions of other kinds are judged by the rules themselves when asked
 * (`verdicts.ts`). State grows with the records; nothing is forgotten.
 */
export class Engine {
  readonly prepared: Prepared
  readonly claims: Claims
  readonly events: Events
  readonly records: Records
  readonly views: View[] = []
  /** Counts up with every change, so that answers kept elsewhere know when they are old. */
  version = 0
  #now: number
  readonly #timers: Timers
  readonly #owners: (TriggerMonitor | ItemMonitor)[] = []
  #suspensions: ReturnType<Records['suspensions']> = []

  /** @param now seconds: as of when in the world; `advance` moves it on. */
  constructor(prepared: Prepared, now: number) {
    this.prepared = prepared
    this.#now = now
    this.claims = new Claims(prepared.projection)
    this.events = new Events(this.claims)
    this.records = new Records(prepared, this.claims, this.events)
    this.events.isDoubled = i => this.records.isDoubled(i)
    this.#timers = new Timers((owner, n) => this.#owners[owner]!.ring(n))
    for (const p of prepared.provisions) this.#watch(p)
  }

  get now(): number {
    return this.#now
  }

  /** Takes one record in; all verdicts are current when it returns. */
  add(record: EvidenceRecord): void {
    this.version++
    const changes = noChanges()
    this.records.add(record, changes)
    this.#apply(changes)
  }

  /** Takes several records in at once, such as all that one report says; each event is worked out once. */
  addAll(records: Iterable<EvidenceRecord>): void {
    this.version++
    const changes = noChanges()
    for (const r of records) this.records.add(r, changes)
    this.#apply(changes)
  }

  /**
   * Fills the columns at once and works every event out: for a cold start from a snapshot, and for
   * readers that write columns themselves. `fill` must leave ids distinct and reports attached.
   */
  load(fill: (claims: Claims, events: Events, records: Records) => void): void {
    this.version++
    fill(this.claims, this.events, this.records)
    this.#suspensions = this.records.suspensions()
    for (const { monitors } of this.views)
      for (const m of monitors) if (!(m instanceof BanMonitor)) m.recover(this.#covered(m.provision))
    this.#refresh(Int32Array.from({ length: this.events.size }, (_, i) => i))
  }

  /** Lets time pass. Time does not run back: `moveTo` does that at the cost of a look at every event. */
  advance(now: number): void {
    if (now < this.#now) throw new Error(`advance from ${this.#now} back to ${now}`)
    this.version++
    this.#now = now
    this.#timers.advance(now)
  }

  /** Any moment, also an earlier one. Linear in the events when it is earlier. */
  moveTo(now: number): void {
    if (now >= this.#now) {
      this.advance(now)
      return
    }
    this.version++
    this.#now = now
    for (const { monitors } of this.views)
      for (const m of monitors) {
        if (m instanceof BanMonitor) continue
        for (let e = 0; e < this.events.size; e++) m.remove(e)
        for (let e = 0; e < this.events.size; e++) if (this.events.isCanonical(e)) m.add(e)
      }
  }

  /** The monitor of a provision: of the ban, or of the duty for one bearer. */
  monitorOf(p: PreparedProvision, bearer: Bearer, obstruction = false): Monitor | undefined {
    for (const { monitors } of this.views)
      for (const m of monitors) {
        if (m instanceof BanMonitor) {
          if (m.ban.provision === p && (m.ban.pattern === p.obstruction) === obstruction) return m
        } else if (m.provision === p && m.bearer === bearer) return m
      }
    return undefined
  }

  lensOf(p: PreparedProvision): Lens {
    return this.#view(p).lens
  }

  /** Bytes the engine holds: columns, indexes, strings. */
  bytes(): number {
    let n = this.claims.bytes() + this.events.bytes()
    for (const v of this.views) n += v.lens.bytes() + v.monitors.reduce((m, x) => m + x.bytes(), 0)
    return n
  }

  #view(p: PreparedProvision): View {
    const { reliability, credibility } = p.rule
    let v = this.views.find(
      x => x.lens.threshold.reliability === reliability && x.lens.threshold.credibility === credibility,
    )
    if (!v) {
      v = {
        lens: new Lens({ reliability, credibility }, this.claims, this.events, this.prepared),
        monitors: [],
        caring: [],
      }
      this.views.push(v)
    }
    return v
  }

  #watch(p: PreparedProvision): void {
    const view = this.#view(p)
    const parts = { claims: this.claims, events: this.events, lens: view.lens }
    if (p.judged === 'prohibition' && fitsBan(p))
      view.monitors.push(new BanMonitor(banOf(p), parts, this.#suspended(p)))
    if (
      p.judged !== 'none' &&
      p.obstruction &&
      p.obstructors.length > 0 &&
      p.provision.reciprocity === undefined
    )
      view.monitors.push(new BanMonitor(obstructionOf(p), parts, this.#suspended(p)))
    if (p.judged !== 'obligation') return
    for (const bearer of p.bearers) {
      const clock = this.#clock()
      const covered = this.#covered(p)
      const m = ItemMonitor.fits(p)
        ? new ItemMonitor(p, bearer, parts, clock, covered)
        : TriggerMonitor.fits(p)
          ? new TriggerMonitor(p, bearer, parts, clock, covered)
          : undefined
      if (!m) continue
      this.#owners.push(m)
      view.monitors.push(m)
    }
  }

  #clock(): Clock {
    const owner = this.#owners.length
    return { now: () => this.#now, ring: (at, n) => this.#timers.set(at, owner, n) }
  }

  #covered(p: PreparedProvision): Covered {
    return new Covered(notesFor(this.records.coverage(), p, this.prepared))
  }

  #suspended(p: PreparedProvision): (bearer: Bearer, lo: number, hi: number) => Kleene {
    if (!p.provision.suspendable) return () => 0
    return (bearer, lo, hi) => suspendedDuring(this.#suspensions, p, bearer, { lo, hi })
  }

  #apply(changes: Changes): void {
    if (changes.coverage)
      for (const { monitors } of this.views)
        for (const m of monitors) if (!(m instanceof BanMonitor)) m.recover(this.#covered(m.provision))
    if (changes.suspensions) {
      this.#suspensions = this.records.suspensions()
      for (const { monitors } of this.views)
        for (const m of monitors)
          if (m instanceof BanMonitor && m.ban.provision.provision.suspendable) m.rebuild(this.events.size)
    }
    const { events } = changes
    if (events.length === 0) return
    const first = events[0]!
    if (events.every(e => e === first) && this.events.isCanonical(first)) {
      for (const v of this.views) if (this.#take(v, first)) this.#put(v, first)
      return
    }
    const touched = new Set<number>()
    for (const e of events) touched.add(e).add(this.events.canonical(e))
    this.#refresh(Int32Array.from(touched))
  }

  /** All that changed is taken out before anything is put in, so that nothing meets what is half changed. */
  #refresh(list: Int32Array): void {
    if (list.length > 1000) this.#byTime(list)
    for (const v of this.views) {
      const out = new Uint8Array(list.length)
      for (let i = 0; i < list.length; i++) out[i] = this.#take(v, list[i]!) ? 1 : 0
      for (let i = 0; i < list.length; i++) if (out[i] === 1) this.#put(v, list[i]!)
    }
  }

  /** In order of time each act finds its provocations already there. */
  #byTime(list: Int32Array): void {
    const { first } = this.events
    const { lo } = this.claims
    let sorted = true
    const keys = new Float64Array(list.length)
    for (let i = 0; i < list.length; i++) {
      const claim = first[list[i]!]!
      // One number a key: time, then place in the list; a typed sort needs no comparisons in JavaScript.
      keys[i] = ((claim >= 0 ? lo[claim]! : 0) + 2 ** 31) * 2 ** 20 + (i & (2 ** 20 - 1))
      if (i > 0 && keys[i]! < keys[i - 1]!) sorted = false
    }
    if (sorted || list.length > 2 ** 20) {
      if (!sorted) list.sort((a, b) => lo[first[a]!]! - lo[first[b]!]!)
      return
    }
    keys.sort()
    const before = list.slice()
    for (let i = 0; i < list.length; i++) list[i] = before[keys[i]! % 2 ** 20]!
  }

  /** Looks at an event again and, if it is other than before to some monitor, takes it out of all. */
  #take(v: View, event: number): boolean {
    const { lens } = v
    const seen = lens.sees(event)
    const changed = lens.look(event)
    if (seen) {
      const monitors = this.#caring(v, lens.types[event]!)
      if (!changed && monitors.every(m => m.unchanged(event))) return false
      for (const m of monitors) m.remove(event)
    }
    if (changed) lens.commit(event)
    return true
  }

  #put(v: View, event: number): void {
    if (v.lens.sees(event)) for (const m of this.#caring(v, v.lens.types[event]!)) m.add(event)
  }

  #caring(v: View, types: number): Monitor[] {
    let list = v.caring[types]
    if (!list) {
      list = v.monitors.filter(m => m.cares(v.lens.typeMask[types]!))
      v.caring[types] = list
    }
    return list
  }
}

/** Bans whose events never depend on verdicts of other events. */
const fitsBan = (p: PreparedProvision): boolean =>
  p.provision.reciprocity === undefined && p.exceptions.every(x => !x.provocation?.unlawfulOnly)
