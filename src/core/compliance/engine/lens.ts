import { type Attributes, attributesOf, type EventFacts, type Threshold } from '../facts.ts'
import type { Prepared } from '../prepared.ts'
import { ABSENT, type Claims, EPOCH, weaponsOf } from './claims.ts'
import type { Events } from './events.ts'
import { bytesOf, grown } from './grow.ts'
import { weaponRange } from './weapon-range.ts'

const RELIABILITIES = 'ABCDEF'

/** What the lens sees of an event. */
export const UNSEEN = 0
/** A plain disc, one value for each attribute: all in the columns. */
export const PLAIN = 1
/** The columns hold bounds only; `rich` has the attributes. */
export const RICH = 2

/**
 * Events as seen through one evidence threshold: attributes resolved over the qualified reports
 * (compliance.md §3.2), as columns. Equal to `attributesOf`, which it calls for anything but agreeing
 * plain reports.
 */
export class Lens {
  readonly threshold: Threshold
  state = new Uint8Array(0)
  typeMask: bigint[] = []
  readonly #maskNumbers = new Map<bigint, number>()
  /** Number of the mask of each set of types that a report may state. */
  readonly #setNumbers: number[] = []
  types = new Uint16Array(0)
  lo = new Int32Array(0)
  hi = new Int32Array(0)
  x = new Int32Array(0)
  y = new Int32Array(0)
  r = new Int32Array(0)
  /** Bounds on the weapon ladder. */
  weaponLow = new Uint8Array(0)
  weaponHigh = new Uint8Array(0)
  /** Item number, -1 when none is stated, -2 when several are. */
  item = new Int32Array(0)
  /** As `item`, by 16-bit numbers; ABSENT when none is stated. Several make the event rich. */
  sector = new Uint16Array(0)
  target = new Uint16Array(0)
  weapons = new Uint16Array(0)
  readonly rich = new Map<number, Attributes>()

  readonly #claims: Claims
  readonly #events: Events
  readonly #prepared: Prepared
  /** Is a grade (6 r + c - 1) at least the threshold? */
  readonly #qualified = new Uint8Array(64)
  readonly #numbers: number[] = []

  constructor(threshold: Threshold, claims: Claims, events: Events, prepared: Prepared) {
    this.threshold = threshold
    this.#claims = claims
    this.#events = events
    this.#prepared = prepared
    for (let r = 0; r < 6; r++)
      for (let c = 1; c <= 6; c++)
        if (RELIABILITIES[r]! <= threshold.reliability && c <= threshold.credibility)
          this.#qualified[6 * r + c - 1] = 1
  }

  /** Is there such an event, told by an active report? */
  sees(event: number): boolean {
    return event < this.state.length && this.state[event] !== UNSEEN
  }

  reserve(n: number): void {
    this.state = grown(this.state, n)
    this.types = grown(this.types, n)
    this.lo = grown(this.lo, n)
    this.hi = grown(this.hi, n)
    this.x = grown(this.x, n)
    this.y = grown(this.y, n)
    this.r = grown(this.r, n)
    this.weaponLow = grown(this.weaponLow, n)
    this.weaponHigh = grown(this.weaponHigh, n)
    this.item = grown(this.item, n)
    this.sector = grown(this.sector, n)
    this.target = grown(this.target, n)
    this.weapons = grown(this.weapons, n)
  }

  maskNumber(mask: bigint): number {
    let n = this.#maskNumbers.get(mask)
    if (n === undefined) {
      n = this.typeMask.length
      this.#maskNumbers.set(mask, n)
      this.typeMask.push(mask)
    }
    return n
  }

  /**
   * Works out an event again, without yet changing anything; true when something about it is other than
   * before. `commit` then makes it so: what is filed under the old attributes can be taken out between.
   */
  look(event: number): boolean {
    if (event >= this.state.length) this.reserve(Math.max(event + 1, this.#events.size))
    const before = this.state[event]!
    this.#seen = UNSEEN
    if (!this.#events.isCanonical(event)) return before !== UNSEEN
    if (this.#events.isPlain(event)) {
      const first = this.#events.first[event]!
      if (first >= 0 && this.#claims.next[first] === -1) {
        // One report tells of it, as most are.
        if (this.#claims.grade[first]! >= 64) return before !== UNSEEN
        if (this.#claims.r[first]! >= 0) {
          this.#one(first)
          this.#seen = PLAIN
          return before !== PLAIN || this.#differs(event)
        }
      }
      const from = this.#weighty(this.#events.gather(event, this.#numbers))
      if (from === 0) return before !== UNSEEN
      if (this.#plain(from)) {
        this.#seen = PLAIN
        return before !== PLAIN || this.#differs(event)
      }
    }
    const facts = this.#events.facts(event)
    this.#attributes = facts && attributesOf(facts, this.threshold, this.#prepared)
    if (!this.#attributes) return before !== UNSEEN
    this.#seen = RICH
    return true
  }

  // What `look` saw last.
  #seen = UNSEEN
  #attributes: Attributes | undefined
  #types = 0
  #lo = 0
  #hi = 0
  #x = 0
  #y = 0
  #r = 0
  #item = 0
  #sector = 0
  #target = 0
  #weapons = 0

  /** Moves the reports that decide to the front of #numbers; their count, 0 when nobody asserts. */
  #weighty(n: number): number {
    const c = this.#claims
    const list = this.#numbers
    let asserting = 0
    for (let i = 0; i < n; i++) if (!c.denies(list[i]!)) list[asserting++] = list[i]!
    let weighty = 0
    for (let i = 0; i < asserting; i++)
      if (this.#qualified[c.grade[list[i]!]! & 63] === 1) {
        const swap = list[weighty]!
        list[weighty++] = list[i]!
        list[i] = swap
      }
    return weighty > 0 ? weighty : asserting
  }

  #one(a: number): void {
    const c = this.#claims
    const set = c.typeSet[a]!
    let types = this.#setNumbers[set]
    if (types === undefined) {
      types = this.maskNumber(c.masks[set]!)
      this.#setNumbers[set] = types
    }
    this.#types = types
    this.#lo = c.lo[a]!
    this.#hi = c.hi[a]!
    this.#x = c.x[a]!
    this.#y = c.y[a]!
    this.#r = c.r[a]!
    this.#item = c.item[a]!
    this.#sector = c.sector[a]!
    this.#target = c.target[a]!
    this.#weapons = c.weapons[a]!
  }

  /** What agreeing plain reports come to; false when they are not that. */
  #plain(n: number): boolean {
    const c = this.#claims
    const a = this.#numbers[0]!
    if (c.r[a]! < 0) return false
    let mask = c.masks[c.typeSet[a]!]!
    let [lo, hi, x, y, r] = [c.lo[a]!, c.hi[a]!, c.x[a]!, c.y[a]!, c.r[a]!]
    let [item, sector, target, weapons] = [c.item[a]!, c.sector[a]!, c.target[a]!, c.weapons[a]!]
    for (let k = 1; k < n; k++) {
      const b = this.#numbers[k]!
      const rb = c.r[b]!
      if (rb < 0) return false
      mask &= c.masks[c.typeSet[b]!]!
      lo = Math.max(lo, c.lo[b]!)
      hi = Math.min(hi, c.hi[b]!)
      if (mask === 0n || lo > hi) return false
      if (c.x[b] !== x || c.y[b] !== y || rb !== r) {
        // One disc within the other is the only agreement that stays a disc.
        const d2 = (c.x[b]! - x) * (c.x[b]! - x) + (c.y[b]! - y) * (c.y[b]! - y)
        const sharper = r >= rb && d2 <= (r - rb) * (r - rb)
        if (!sharper && !(rb >= r && d2 <= (rb - r) * (rb - r))) return false
        if (sharper) {
          x = c.x[b]!
          y = c.y[b]!
          r = rb
        }
      }
      if (c.item[b] !== -1) {
        if (item !== -1 && item !== c.item[b]) return false
        item = c.item[b]!
      }
      if (c.sector[b] !== ABSENT) {
        if (sector !== ABSENT && sector !== c.sector[b]) return false
        sector = c.sector[b]!
      }
      if (c.target[b] !== ABSENT) {
        if (target !== ABSENT && target !== c.target[b]) return false
        target = c.target[b]!
      }
      if (c.weapons[b] !== 0) {
        weapons = weapons === 0 ? c.weapons[b]! : weapons & c.weapons[b]!
        if (weapons === 0) return false
      }
    }
    this.#types = this.maskNumber(mask)
    this.#lo = lo
    this.#hi = hi
    this.#x = x
    this.#y = y
    this.#r = r
    this.#item = item
    this.#sector = sector
    this.#target = target
    this.#weapons = weapons
    return true
  }

  #differs(event: number): boolean {
    return (
      this.types[event] !== this.#types ||
      this.lo[event] !== this.#lo ||
      this.hi[event] !== this.#hi ||
      this.x[event] !== this.#x ||
      this.y[event] !== this.#y ||
      this.r[event] !== this.#r ||
      this.item[event] !== this.#item ||
      this.sector[event] !== this.#sector ||
      this.target[event] !== this.#target ||
      this.weapons[event] !== this.#weapons
    )
  }

  /** Makes what `look` last saw the event's attributes. */
  commit(event: number): void {
    if (this.rich.size > 0) this.rich.delete(event)
    this.state[event] = this.#seen
    if (this.#seen === PLAIN) {
      this.types[event] = this.#types
      this.lo[event] = this.#lo
      this.hi[event] = this.#hi
      this.x[event] = this.#x
      this.y[event] = this.#y
      this.r[event] = this.#r
      this.item[event] = this.#item
      this.sector[event] = this.#sector
      this.target[event] = this.#target
      this.weapons[event] = this.#weapons
      const range = weaponRange(this.#weapons)
      this.weaponLow[event] = range.low
      this.weaponHigh[event] = range.high
    } else if (this.#seen === RICH) this.#commitRich(event, this.#attributes!)
  }

  #commitRich(event: number, a: Attributes): void {
    this.rich.set(event, a)
    this.types[event] = this.maskNumber(a.types)
    this.lo[event] = clamp(a.when.lo)
    this.hi[event] = clamp(a.when.hi)
    const only = a.region.shapes.length === 1 ? a.region.shapes[0]! : undefined
    const disc = only?.kind === 'disc' ? only : undefined
    this.x[event] = disc?.x ?? 0
    this.y[event] = disc?.y ?? 0
    this.r[event] = disc?.r ?? -1
    this.item[event] = number(a.items, s => this.#claims.items.intern(s), -1, -2)
    this.sector[event] = number(a.sectors, s => this.#claims.sectors.intern(s), ABSENT, ABSENT - 1)
    this.target[event] = number(a.targets, s => this.#claims.targets.intern(s), ABSENT, ABSENT - 1)
    this.weapons[event] = 0
    this.weaponLow[event] = a.weapons.low
    this.weaponHigh[event] = a.weapons.high
  }

  /** The attributes as the rules read them. */
  attributes(event: number): Attributes {
    const rich = this.rich.get(event)
    if (rich) return rich
    const c = this.#claims
    const item = this.item[event]!
    const weapons = this.weapons[event]!
    return {
      types: this.typeMask[this.types[event]!]!,
      when: { lo: this.lo[event]! + EPOCH, hi: this.hi[event]! + EPOCH },
      region: {
        how: 'all',
        shapes: [{ kind: 'disc', x: this.x[event]!, y: this.y[event]!, r: this.r[event]! }],
      },
      weapons: {
        low: this.weaponLow[event]!,
        high: this.weaponHigh[event]!,
        named: weapons === 0 ? undefined : new Set<string>(weaponsOf(weapons)),
      },
      targets: this.target[event] === ABSENT ? undefined : new Set([c.targets.text(this.target[event]!)]),
      items: item === -1 ? undefined : new Set([c.items.text(item)]),
      sectors: this.sector[event] === ABSENT ? undefined : new Set([c.sectors.text(this.sector[event]!)]),
      count: undefined,
      conflicts: [],
    }
  }

  facts(event: number): EventFacts {
    return this.#events.facts(event)!
  }

  bytes(): number {
    return bytesOf(
      this.state,
      this.types,
      this.lo,
      this.hi,
      this.x,
      this.y,
      this.r,
      this.weaponLow,
      this.weaponHigh,
      this.item,
      this.sector,
      this.target,
      this.weapons,
    )
  }
}

function number(
  values: ReadonlySet<string> | undefined,
  intern: (s: string) => number,
  none: number,
  several: number,
): number {
  if (!values) return none
  return values.size === 1 ? intern([...values][0]!) : several
}

const clamp = (t: number): number => Math.max(-(2 ** 31) + 1, Math.min(2 ** 31 - 1, t - EPOCH))
