import type { Claim, Link, Ruling } from '../../evidence/record.ts'
import type { EventFacts } from '../facts.ts'
import type { Claims } from './claims.ts'
import { bytesOf, grown } from './grow.ts'
import { Ids } from './ids.ts'

/** Events by number, with the reports, rulings and links that make each up. */
export class Events {
  readonly ids = new Ids()
  /** First report of each event, -1 when it has none. */
  first = new Int32Array(0)
  readonly rulings = new Map<number, Ruling[]>()
  /** Same-event components: every member to all members, the canonical one first. */
  readonly joined = new Map<number, readonly number[]>()
  readonly #claims: Claims
  #links: readonly Link[] = []

  constructor(claims: Claims) {
    this.#claims = claims
  }

  get size(): number {
    return this.ids.size
  }

  #lastId = ''
  #last = -1

  /** The number of an event, given now if it is new. */
  number(id: string): number {
    // Reports of one event mostly come in one after the other.
    if (id === this.#lastId && this.#last >= 0) return this.#last
    const n = this.ids.intern(id)
    this.#lastId = id
    this.#last = n
    if (n >= this.first.length) this.first = grown(this.first, n + 1, -1)
    return n
  }

  /** Room for `n` events, none of them told of yet. */
  reserve(n: number): void {
    this.first = grown(this.first, n, -1)
  }

  attach(claim: number): void {
    const event = this.#claims.event[claim]!
    this.#claims.next[claim] = this.first[event]!
    this.first[event] = claim
  }

  detach(claim: number): void {
    const event = this.#claims.event[claim]!
    if (this.first[event] === claim) {
      this.first[event] = this.#claims.next[claim]!
      return
    }
    let before = this.first[event]!
    while (this.#claims.next[before] !== claim) before = this.#claims.next[before]!
    this.#claims.next[before] = this.#claims.next[claim]!
  }

  /** The event under which a component is judged: the least id, as everywhere. */
  canonical(event: number): number {
    if (this.joined.size === 0) return event
    return this.joined.get(event)?.[0] ?? event
  }

  isCanonical(event: number): boolean {
    return this.canonical(event) === event
  }

  /**
   * Takes the links that hold now.
   *
   * @returns events whose component changed.
   */
  relink(links: readonly Link[]): Set<number> {
    this.#links = links
    const touched = new Set<number>(this.joined.keys())
    this.joined.clear()
    const group = new Map<number, Set<number>>()
    for (const l of links) {
      if (l.relation !== 'same-event') continue
      const [a, b] = [this.number(l.events[0]), this.number(l.events[1])]
      const all = new Set([...(group.get(a) ?? [a]), ...(group.get(b) ?? [b])])
      for (const e of all) group.set(e, all)
    }
    for (const [event, all] of group) {
      touched.add(event)
      this.joined.set(
        event,
        [...all].sort((a, b) => (this.ids.text(a) < this.ids.text(b) ? -1 : 1)),
      )
    }
    return touched
  }

  /** Did two corrections replace the report that this one replaced? Set by the keeper of records. */
  isDoubled: (claim: number) => boolean = () => false

  /** Has the event more to it than its own reports: rulings or links? */
  isPlain(event: number): boolean {
    if (this.joined.size === 0 && this.rulings.size === 0) return true
    return !this.joined.has(event) && !this.rulings.has(event)
  }

  /** Active reports of an event and all that are the same event, into `out`; their number. */
  gather(event: number, out: number[]): number {
    out.length = 0
    for (const member of this.joined.get(event) ?? [event])
      for (let c = this.first[member]!; c >= 0; c = this.#claims.next[c]!)
        if (this.#claims.active(c)) out.push(c)
    return out.length
  }

  /** The event as the rules read it; undefined when no active report speaks of it. */
  facts(event: number): EventFacts | undefined {
    const numbers: number[] = []
    if (this.gather(event, numbers) === 0) return undefined
    const c = this.#claims
    const claims: Claim[] = numbers
      .map(i => c.claim(i, this.ids.text(c.event[i]!)))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    const members = this.joined.get(event) ?? [event]
    const rulings = members.flatMap(m => this.rulings.get(m) ?? [])
    const told = new Set([...claims.map(x => x.event), ...rulings.map(r => r.event)])
    const id = this.ids.text(this.canonical(event))
    return {
      id,
      ids: [...told].sort(),
      asserting: claims.filter(x => x.stance === 'asserts'),
      denying: claims.filter(x => x.stance === 'denies'),
      rulings: rulings.sort((a, b) => b.received - a.received || (a.id < b.id ? 1 : -1)),
      story: this.#story(id),
      doublyCorrected: numbers.some(i => this.isDoubled(i)),
    }
  }

  bytes(): number {
    return this.ids.bytes() + bytesOf(this.first)
  }

  #story(id: string): string {
    const ids = new Set([id])
    for (let grows = true; grows; ) {
      grows = false
      for (const l of this.#links)
        if (l.relation !== 'response-to' && ids.has(l.events[0]) !== ids.has(l.events[1])) {
          ids.add(l.events[0]).add(l.events[1])
          grows = true
        }
    }
    return [...ids].sort()[0]!
  }
}
