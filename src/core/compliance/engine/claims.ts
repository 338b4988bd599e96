import type { EventType, WeaponClass } from '../../event/types.ts'
import { WEAPON_LADDER } from '../../event/types.ts'
import type { Claim, Credibility, Reliability } from '../../evidence/record.ts'
import { eastOf, northOf, type Projection, positionOf } from '../../place/projection.ts'
import { maskOf } from '../type-mask.ts'
import { bytesOf, type Column, grown } from './grow.ts'
import { Ids } from './ids.ts'

/** Times are kept as seconds since 2000, which reaches from 1931 to 2068; others keep their whole claim. */
export const EPOCH = 946_684_800
const RELIABILITIES = 'ABCDEF'
const NONE = 0xffff

/** Small sets of strings (actors, types) by number. */
export class Sets {
  readonly #numbers = new Map<string, number>()
  readonly lists: (readonly string[])[] = []

  number(list: readonly string[]): number {
    const key = list.length === 1 ? list[0]! : list.join('\u0000')
    let n = this.#numbers.get(key)
    if (n === undefined) {
      n = this.lists.length
      if (n >= NONE) throw new Error('more than 65,535 distinct sets of types or actors')
      this.#numbers.set(key, n)
      this.lists.push([...list])
    }
    return n
  }
}

/**
 * Reports as columns, about 56 bytes each besides their ids. What the columns cannot hold (areas,
 * unknown places, far times, figures) keeps its claim whole in `whole`.
 */
export class Claims {
  readonly ids = new Ids()
  readonly sources = new Ids(true)
  readonly roots = new Ids(true)
  readonly items = new Ids(true)
  readonly sectors = new Ids(true)
  readonly targets = new Ids(true)
  readonly actors = new Sets()
  readonly types = new Sets()
  /** Possible types of each set of types, as bits. */
  readonly masks: bigint[] = []
  readonly parties = new Sets()
  readonly whole = new Map<number, Claim>()

  event = new Int32Array(0)
  /** Next report of the same event, -1 at the end. */
  next = new Int32Array(0)
  typeSet = new Uint16Array(0)
  actorSet = new Uint16Array(0)
  speaker = new Uint16Array(0)
  /** Reliability and credibility as 6 r + c - 1; +64 denies; +128 not active. */
  grade = new Uint8Array(0)
  source = new Int32Array(0)
  root = new Int32Array(0)
  lo = new Int32Array(0)
  hi = new Int32Array(0)
  x = new Int32Array(0)
  y = new Int32Array(0)
  /** Metres; -1 when the place is no plain disc or the time is out of range. */
  r = new Int32Array(0)
  received = new Int32Array(0)
  item = new Int32Array(0)
  sector = new Uint16Array(0)
  target = new Uint16Array(0)
  weapons = new Uint16Array(0)
  size = 0

  readonly #projection: Projection
  constructor(projection: Projection) {
    this.#projection = projection
  }

  reserve(n: number): void {
    if (n <= this.event.length) return
    this.event = grown(this.event, n)
    n = this.event.length
    this.next = grown(this.next, n)
    this.typeSet = grown(this.typeSet, n)
    this.actorSet = grown(this.actorSet, n)
    this.speaker = grown(this.speaker, n)
    this.grade = grown(this.grade, n)
    this.source = grown(this.source, n)
    this.root = grown(this.root, n)
    this.lo = grown(this.lo, n)
    this.hi = grown(this.hi, n)
    this.x = grown(this.x, n)
    this.y = grown(this.y, n)
    this.r = grown(this.r, n)
    this.received = grown(this.received, n)
    this.item = grown(this.item, n)
    this.sector = grown(this.sector, n)
    this.target = grown(this.target, n)
    this.weapons = grown(this.weapons, n)
  }

  /** Files a claim under a number that `ids` has just given; not yet part of any event's list. */
  put(i: number, claim: Claim, event: number): void {
    this.size = Math.max(this.size, i + 1)
    this.reserve(this.size)
    const { place, when } = claim
    const disc = place.kind === 'disc'
    const near = inRange(when.lo) && inRange(when.hi) && inRange(claim.received)
    const radius = disc ? Math.ceil(place.radiusMetres) : -1
    const plain = disc && near && radius < 2 ** 31
    if (!plain || claim.figures?.length) this.whole.set(i, claim)
    this.event[i] = event
    this.next[i] = -1
    this.typeSet[i] = this.typeNumber(claim.types)
    this.actorSet[i] =
      claim.actor === undefined
        ? NONE
        : this.actors.number(typeof claim.actor === 'string' ? [claim.actor] : claim.actor)
    this.speaker[i] = claim.speaksFor === undefined ? NONE : this.parties.number([claim.speaksFor])
    this.grade[i] =
      6 * RELIABILITIES.indexOf(claim.grade.reliability) +
      claim.grade.credibility -
      1 +
      (claim.stance === 'denies' ? 64 : 0)
    this.source[i] = this.sources.intern(claim.source)
    this.root[i] = this.roots.intern(claim.root)
    this.lo[i] = clamp(when.lo)
    this.hi[i] = clamp(when.hi)
    this.x[i] = plain ? eastOf(this.#projection, place.at[0]) : 0
    this.y[i] = plain ? northOf(this.#projection, place.at[1]) : 0
    this.r[i] = plain ? radius : -1
    this.received[i] = clamp(claim.received)
    this.item[i] = claim.item === undefined ? -1 : this.items.intern(claim.item)
    this.sector[i] = claim.sector === undefined ? NONE : small(this.sectors.intern(claim.sector))
    this.target[i] = claim.target === undefined ? NONE : small(this.targets.intern(claim.target))
    let weapons = 0
    for (const w of claim.weapons ?? []) weapons |= 1 << WEAPON_LADDER.indexOf(w)
    this.weapons[i] = weapons
  }

  typeNumber(types: readonly EventType[]): number {
    const n = this.types.number(types)
    if (n === this.masks.length) this.masks.push(maskOf(types))
    return n
  }

  /** The claim as the rules read it; words and provenance are the store's to keep. */
  claim(i: number, event: string): Claim {
    const whole = this.whole.get(i)
    if (whole) return whole
    const g = this.grade[i]! & 63
    const actors = this.actorSet[i] === NONE ? undefined : this.actors.lists[this.actorSet[i]!]!
    return {
      kind: 'claim',
      id: this.ids.text(i),
      event,
      types: this.types.lists[this.typeSet[i]!]!,
      ...(actors && { actor: actors.length === 1 ? actors[0]! : actors }),
      ...(this.target[i] !== NONE && { target: this.targets.text(this.target[i]!) }),
      when: { lo: this.lo[i]! + EPOCH, hi: this.hi[i]! + EPOCH },
      place: {
        kind: 'disc',
        at: positionOf(this.#projection, this.x[i]!, this.y[i]!),
        radiusMetres: this.r[i]!,
      },
      ...(this.weapons[i] !== 0 && { weapons: weaponsOf(this.weapons[i]!) }),
      source: this.sources.text(this.source[i]!),
      ...(this.speaker[i] !== NONE && { speaksFor: this.parties.lists[this.speaker[i]!]![0]! }),
      root: this.roots.text(this.root[i]!),
      grade: {
        reliability: RELIABILITIES[Math.floor(g / 6)] as Reliability,
        credibility: ((g % 6) + 1) as Credibility,
      },
      stance: this.denies(i) ? 'denies' : 'asserts',
      received: this.received[i]! + EPOCH,
      ...(this.item[i] !== -1 && { item: this.items.text(this.item[i]!) }),
      ...(this.sector[i] !== NONE && { sector: this.sectors.text(this.sector[i]!) }),
    }
  }

  /** A claim as the columns would give it back: places to the metre, weapons in the ladder's order. */
  reduced(claim: Claim): Claim {
    const { place, when } = claim
    const near = inRange(when.lo) && inRange(when.hi) && inRange(claim.received)
    if (place.kind !== 'disc' || !near || claim.figures?.length) return claim
    const { weapons, figures: _f, ...rest } = claim
    let bits = 0
    for (const w of weapons ?? []) bits |= 1 << WEAPON_LADDER.indexOf(w)
    return {
      ...rest,
      ...(bits !== 0 && { weapons: weaponsOf(bits) }),
      ...(Array.isArray(claim.actor) && claim.actor.length === 1 && { actor: claim.actor[0] as string }),
      place: {
        kind: 'disc',
        at: positionOf(
          this.#projection,
          eastOf(this.#projection, place.at[0]),
          northOf(this.#projection, place.at[1]),
        ),
        radiusMetres: Math.ceil(place.radiusMetres),
      },
    }
  }

  denies(i: number): boolean {
    return (this.grade[i]! & 64) !== 0
  }

  active(i: number): boolean {
    return (this.grade[i]! & 128) === 0
  }

  setActive(i: number, active: boolean): void {
    this.grade[i] = active ? this.grade[i]! & 127 : this.grade[i]! | 128
  }

  /** The columns by name, cut to the reports there are: for snapshots. */
  columns(): Record<(typeof COLUMNS)[number], Column> {
    return Object.fromEntries(COLUMNS.map(c => [c, this[c].slice(0, this.size)])) as Record<
      (typeof COLUMNS)[number],
      Column
    >
  }

  bytes(): number {
    const columns = bytesOf(...COLUMNS.map(c => this[c]))
    const strings = [this.ids, this.sources, this.roots, this.items, this.sectors, this.targets]
    return strings.reduce((n, s) => n + s.bytes(), columns)
  }
}

/** Names of the columns, in the order of snapshots. */
export const COLUMNS = [
  'event',
  'next',
  'typeSet',
  'actorSet',
  'speaker',
  'grade',
  'source',
  'root',
  'lo',
  'hi',
  'x',
  'y',
  'r',
  'received',
  'item',
  'sector',
  'target',
  'weapons',
] as const

/** No value in a 16-bit column. */
export const ABSENT = NONE

/** Weapon classes of a set of bits. */
export const weaponsOf = (bits: number): WeaponClass[] => WEAPON_LADDER.filter((_, i) => bits & (1 << i))

const inRange = (t: number): boolean => t - EPOCH > -(2 ** 31) && t - EPOCH < 2 ** 31
const clamp = (t: number): number => Math.max(-(2 ** 31) + 1, Math.min(2 ** 31 - 1, t - EPOCH))

function small(n: number): number {
  if (n >= NONE) throw new Error('more than 65,535 distinct sectors or targets')
  return n
}
