import type {
  Claim,
  Correction,
  Coverage,
  EvidenceRecord,
  Link,
  Release,
  Retraction,
  Ruling,
  Suspension,
} from '../../evidence/record.ts'
import { byReceipt, correctedClaim, named, namedRuling } from '../act.ts'
import { ALWAYS, type Prepared } from '../prepared.ts'
import { faultOf, type Quarantined } from '../quarantine.ts'
import type { Claims } from './claims.ts'
import type { Events } from './events.ts'

/** What must be looked at again after a record came in. */
export type Changes = {
  /** Numbers of events, perhaps more than once. */
  readonly events: number[]
  coverage: boolean
  suspensions: boolean
  /** Anything that only full verdicts show: releases, quarantine. */
  other: boolean
}

/** Nothing to look at yet. */
export const noChanges = (): Changes => ({
  events: [],
  coverage: false,
  suspensions: false,
  other: false,
})

/**
 * The set of records and what of it counts, kept current one record at a time: equal to `activeAt` at
 * any moment, whatever the order of arrival (compliance.md §3.2).
 */
export class Records {
  readonly quarantined: Quarantined[] = []
  /** Latest receipt: the moment of knowledge. */
  latest = ALWAYS.lo
  readonly #prepared: Prepared
  readonly #claims: Claims
  readonly #events: Events
  /** Everything but plain claims, by id. */
  readonly #others = new Map<string, Exclude<EvidenceRecord, Claim>>()
  readonly #kinds = new Map<string, EvidenceRecord[]>()
  readonly #rulingsOf = new Map<string, Ruling[]>()
  readonly #retractions = new Map<string, Retraction[]>()
  /** Corrections by the claim they replace. */
  readonly #corrections = new Map<string, Correction[]>()
  /** What retractions and corrections speak of that was not known when they came in. */
  readonly #early = new Set<string>()
  /** The correction that brought a claim in. */
  readonly #owner = new Map<number, string>()

  constructor(prepared: Prepared, claims: Claims, events: Events) {
    this.#prepared = prepared
    this.#claims = claims
    this.#events = events
  }

  add(record: EvidenceRecord, changes: Changes): void {
    const fault = faultOf(record, this.#prepared)
    if (fault) {
      this.quarantined.push({ record: record.id, ...fault })
      changes.other = true
      return
    }
    if (record.received > this.latest) this.latest = record.received
    if (record.kind === 'claim') {
      if (this.#others.size > 0 && this.#others.has(record.id)) this.#clash(record.id, changes)
      else this.#file(record, undefined, changes)
      return
    }
    const other = this.#others.get(record.id)
    if (other) {
      if (JSON.stringify(other) !== JSON.stringify(record)) this.#clash(record.id, changes)
      return
    }
    if (this.#claims.ids.find(record.id) >= 0 && record.kind !== 'correction') {
      this.#clash(record.id, changes)
      return
    }
    this.#others.set(record.id, record)
    const kin = this.#kinds.get(record.kind)
    if (kin) kin.push(record)
    else this.#kinds.set(record.kind, [record])
    if (record.kind === 'ruling') {
      const ruling = namedRuling(record, this.#prepared.aliases)
      this.#rulingsOf.set(record.event, [...(this.#rulingsOf.get(record.event) ?? []), ruling])
    }
    if (record.kind === 'retraction') {
      const list = this.#retractions.get(record.of)
      if (list) list.push(record)
      else this.#retractions.set(record.of, [record])
      this.#expect(record.of)
      this.#reconsider(record.of, changes)
    } else if (record.kind === 'correction') {
      const list = this.#corrections.get(record.supersedes)
      if (list) list.push(record)
      else this.#corrections.set(record.supersedes, [record])
      this.#expect(record.supersedes)
      this.#file(correctedClaim(record), record.id, changes)
      this.#reconsider(record.supersedes, changes)
    } else this.#reconsider(record.id, changes)
  }

  /** Takes over what a snapshot kept: records that are no claims, and which claims they brought in. */
  restore(others: readonly Exclude<EvidenceRecord, Claim>[], latest: number): void {
    this.latest = latest
    for (const r of others) {
      if (r.kind === 'retraction') this.#expect(r.of)
      if (r.kind === 'correction') this.#expect(r.supersedes)
      this.#others.set(r.id, r)
      const kin = this.#kinds.get(r.kind)
      if (kin) kin.push(r)
      else this.#kinds.set(r.kind, [r])
      if (r.kind === 'retraction') this.#retractions.set(r.of, [...(this.#retractions.get(r.of) ?? []), r])
      if (r.kind === 'correction') {
        this.#corrections.set(r.supersedes, [...(this.#corrections.get(r.supersedes) ?? []), r])
        this.#owner.set(this.#claims.ids.find(correctedClaim(r).id), r.id)
      }
      if (r.kind === 'ruling')
        this.#rulingsOf.set(r.event, [
          ...(this.#rulingsOf.get(r.event) ?? []),
          namedRuling(r, this.#prepared.aliases),
        ])
    }
    for (const event of this.#rulingsOf.keys()) this.#rule(event)
    this.#events.relink(this.links())
  }

  /** A claim under an id that is known: the same changes nothing, another is set aside. */
  #again(known: number, record: Claim, changes: Changes): void {
    // What the columns keep of both is compared: names of places and words are not evidence.
    const plain = (c: Claim) => {
      const { summary: _s, provenance: _p, ...rest } = named(this.#claims.reduced(c), this.#prepared.aliases)
      return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
    }
    const event = this.#claims.event[known]!
    const before = this.#claims.claim(known, this.#events.ids.text(event))
    const [old, now] = [plain(before), plain(record)]
    if (old === now) return
    this.#clash(record.id, changes)
    // The one received first stands, whichever came in first.
    if (record.received > before.received || (record.received === before.received && now > old)) return
    this.#events.detach(known)
    this.#claims.put(known, named(record, this.#prepared.aliases), this.#events.number(record.event))
    this.#events.attach(known)
    this.#claims.setActive(known, this.#isActive(known, record.id))
    changes.events.push(event, this.#claims.event[known]!)
  }

  #expect(id: string): void {
    if (this.#claims.ids.find(id) < 0) this.#early.add(id)
  }

  #clash(id: string, changes: Changes): void {
    this.quarantined.push({ record: id, reason: 'same-id', found: id })
    changes.other = true
  }

  #file(claim: Claim, owner: string | undefined, changes: Changes): void {
    const size = this.#claims.ids.size
    const i = this.#claims.ids.intern(claim.id)
    if (i < size) {
      if (owner === undefined && !this.#owner.has(i)) this.#again(i, claim, changes)
      else this.#clash(claim.id, changes)
      return
    }
    const event = this.#events.number(claim.event)
    this.#claims.put(i, named(claim, this.#prepared.aliases), event)
    if (owner !== undefined) this.#owner.set(i, owner)
    this.#events.attach(i)
    // Only a record that came in before its target can speak of a claim that is new.
    const spokenOf = owner !== undefined || (this.#early.size > 0 && this.#early.has(claim.id))
    this.#claims.setActive(i, !spokenOf || this.#isActive(i, claim.id))
    changes.events.push(event)
  }

  /** Is a record in force, that is, not taken back? */
  #alive(id: string): boolean {
    const list = this.#retractions.get(id)
    if (!list) return true
    const self = this.#others.get(id)
    return !list.some(r => (self?.kind !== 'retraction' || byReceipt(r, self) > 0) && this.#alive(r.id))
  }

  #isActive(i: number, id: string): boolean {
    if (this.#retractions.size === 0 && this.#corrections.size === 0) return true
    if (!this.#alive(id)) return false
    const owner = this.#owner.get(i)
    if (owner !== undefined && !this.#alive(owner)) return false
    const by = this.#corrections.get(id) ?? []
    const byOwner = owner === undefined ? [] : (this.#corrections.get(owner) ?? [])
    return ![...by, ...byOwner].some(c => this.#alive(c.id))
  }

  /** A record's standing may have changed: follow what hangs on it. */
  #reconsider(id: string, changes: Changes, seen: readonly string[] = []): void {
    // Records may point at each other in a circle.
    if (seen.includes(id)) return
    const i = this.#claims.ids.find(id)
    if (i >= 0) this.#reactivate(i, id, changes)
    if (this.#others.size === 0) return
    const other = this.#others.get(id)
    if (!other) return
    switch (other.kind) {
      case 'retraction':
        this.#reconsider(other.of, changes, [...seen, id])
        break
      case 'correction': {
        const claim = correctedClaim(other).id
        this.#reconsider(claim, changes, [...seen, id])
        this.#reconsider(other.supersedes, changes, [...seen, id])
        // A second correction of the same report flags the event.
        for (const c of this.#corrections.get(other.supersedes) ?? [])
          this.#mark(correctedClaim(c).event, changes)
        break
      }
      case 'ruling':
        this.#rule(other.event)
        this.#mark(other.event, changes)
        break
      case 'link':
        for (const e of this.#events.relink(this.links())) changes.events.push(e)
        for (const e of other.events) this.#mark(e, changes)
        break
      case 'coverage':
        changes.coverage = true
        break
      case 'suspension':
        changes.suspensions = true
        break
      default:
        changes.other = true
    }
  }

  #mark(event: string, changes: Changes): void {
    const n = this.#events.ids.find(event)
    if (n >= 0) changes.events.push(n)
  }

  #reactivate(i: number, id: string, changes: Changes): void {
    const active = this.#isActive(i, id)
    if (active === this.#claims.active(i)) return
    this.#claims.setActive(i, active)
    changes.events.push(this.#claims.event[i]!)
  }

  #rule(event: string): void {
    const n = this.#events.number(event)
    const list = this.#rulingsOf
      .get(event)!
      .filter(r => this.#alive(r.id))
      .sort(byReceipt)
    if (list.length > 0) this.#events.rulings.set(n, list)
    else this.#events.rulings.delete(n)
  }

  #of<K extends EvidenceRecord['kind']>(kind: K): Extract<EvidenceRecord, { kind: K }>[] {
    const out: Extract<EvidenceRecord, { kind: K }>[] = []
    for (const r of this.#kinds.get(kind) ?? [])
      if (this.#alive(r.id)) out.push(r as unknown as Extract<EvidenceRecord, { kind: K }>)
    return out.sort(byReceipt)
  }

  rulings(): Ruling[] {
    return this.#of('ruling').map(r => namedRuling(r, this.#prepared.aliases))
  }
  links(): Link[] {
    return this.#of('link')
  }
  coverage(): Coverage[] {
    return this.#of('coverage')
  }
  suspensions(): Suspension[] {
    return this.#of('suspension')
  }
  releases(): Release[] {
    return this.#of('discharge')
  }

  /** Did two corrections at once replace the claim that this one replaced? */
  isDoubled(i: number): boolean {
    const owner = this.#owner.get(i)
    const own = owner === undefined ? undefined : this.#others.get(owner)
    if (own?.kind !== 'correction') return false
    const target = this.#others.get(own.supersedes)
    const [claim, via] =
      target?.kind === 'correction'
        ? [correctedClaim(target).id, target.id]
        : [own.supersedes, this.#owner.get(this.#claims.ids.find(own.supersedes))]
    const ids = new Set(via === undefined ? [claim] : [claim, via])
    let n = 0
    for (const id of ids) for (const c of this.#corrections.get(id) ?? []) if (this.#alive(c.id)) n++
    return n > 1
  }

  /** Records that are no claims, for a snapshot. */
  others(): readonly Exclude<EvidenceRecord, Claim>[] {
    return [...this.#others.values()]
  }

  /** Ids of claims that corrections brought in, by number. */
  isCorrected(i: number): boolean {
    return this.#owner.has(i)
  }
}
