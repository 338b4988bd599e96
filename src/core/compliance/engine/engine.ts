import type { EvidenceRecord } from '../../evidence/record.ts'
import type { Kleene } from '../../time/when.ts'
import { notesFor } from '../coverage.ts'
import type { Bearer, Prepared, PreparedProvision } from '../prepare.ts'
import { banOf, obstructionOf } from '../prohibition.ts'
import { suspendedDuring } from '../suspension.ts'
import { BanMonitor } from './ban-monitor.ts'
import { Claims } from './claims.ts'
import { Covered } from './covered.ts'
import { Events } from './events.ts'
import { ItemMonitor } from './item-monitor.ts'
import { Lens } from './lens.ts'
import { type Changes, noChanges, Records } from './records.ts'
import { Timers } from './timers.ts'
import { type Clock, TriggerMonitor } from './trigger-monitor.ts'

/** What keeps one provision (for one bearer, where it is a duty) current. */
export type Monitor = BanMonitor | TriggerMonitor | ItemMonitor

/** Provisions seen through one evidence threshold. */
type View = { readonly lens: Lens; readonly monitors: Monitor[] }

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
  /** Events to look at once a batch ends; undefined outside of one. */
  #batch: Changes | undefined
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
    const changes = this.#batch ?? noChanges()
    this.records.add(record, changes)
    if (!this.#batch) this.#apply(changes)
  }

  /** Takes many records in at once; each event is worked out only once. */
  addAll(records: Iterable<EvidenceRecord>): void {
    this.batch(() => {
      for (const r of records) this.records.add(r, this.#batch!)
    })
  }

  /** Runs `work`, in which records may be added, and brings everything up to date at its end. */
  batch(work: (changes: Changes) => void): void {
    this.version++
    const changes = noChanges()
    this.#batch = changes
    work(changes)
    this.#batch = undefined
    this.#apply(changes)
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
    if (changes.events.size === 0) return
    const touched = new Set<number>()
    for (const e of changes.events) touched.add(e).add(this.events.canonical(e))
    if (touched.size === 1) {
      for (const e of touched) for (const v of this.views) this.#put(v, e, this.#take(v, e))
      return
    }
    // All that changed is taken out before anything is put in, so that nothing meets what is half changed.
    const list = Int32Array.from(touched)
    if (list.length > 1000) {
      // In order of time each act finds its provocations already there.
      const start = (e: number) => (this.events.first[e]! >= 0 ? this.claims.lo[this.events.first[e]!]! : 0)
      list.sort((a, b) => start(a) - start(b))
    }
    for (const v of this.views) {
      const out = new Uint32Array(list.length)
      for (let i = 0; i < list.length; i++) out[i] = this.#take(v, list[i]!)
      for (let i = 0; i < list.length; i++) this.#put(v, list[i]!, out[i]!)
    }
  }

  /** Looks at an event again and takes it out of the monitors to which it is other than before; they as bits. */
  #take({ lens, monitors }: View, event: number): number {
    const changed = lens.look(event)
    let out = 0
    for (let i = 0; i < monitors.length; i++) {
      if (!changed && monitors[i]!.unchanged(event)) continue
      monitors[i]!.remove(event)
      // Beyond 31 provisions under one threshold the last bit stands for all the others.
      out |= 1 << Math.min(i, 31)
    }
    if (changed) lens.commit(event)
    return out >>> 0
  }

  #put({ monitors }: View, event: number, out: number): void {
    if (out === 0) return
    for (let i = 0; i < monitors.length; i++) {
      if ((out & (1 << Math.min(i, 31))) === 0) continue
      if (i >= 31) monitors[i]!.remove(event)
      monitors[i]!.add(event)
    }
  }
}

/** Bans whose events never depend on verdicts of other events. */
const fitsBan = (p: PreparedProvision): boolean =>
  p.provision.reciprocity === undefined && p.exceptions.every(x => !x.provocation?.unlawfulOnly)
