import type { EvidenceRule } from '../../accord/model.ts'
import { labelOf, type Weight } from '../lattice.ts'
import type { Bearer } from '../prepared.ts'
import { type Standing, standingOfAct, standingOfHappening, standingOfPerformance } from '../standing.ts'
import { ABSENT, type Claims } from './claims.ts'
import type { Events } from './events.ts'

/** A level and its note in one byte; `ANY` is set when some report supports the claim at all. */
export const NONE = 0
export const ALLEGED = 1
export const DISPUTED = 2
export const ESTABLISHED = 3
/** The bits of the level. */
export const LEVEL = 3
const NOTES = { denied: 4, refuted: 8, contested: 12 } as const
/** The bits of the note. */
export const NOTE = 12
/** Some report supports the claim. */
export const ANY = 16
/** Nobody but the one bound is known to have done it: it may be taken for its act (performances). */
export const NAMED = 32
/** No report names a doer. */
export const UNNAMED = 64
const LEVELS = { NONE, ALLEGED, DISPUTED, ESTABLISHED } as const

/** Which of P and C gives which byte, from the one table of §3.3. */
const BYTES: readonly number[] = [0, 1, 2].flatMap(p =>
  [0, 1, 2].map(c => {
    const l = labelOf(p as Weight, c as Weight)
    return LEVELS[l.level] | (l.note ? NOTES[l.note] : 0)
  }),
)

const byteOf = (s: Standing): number =>
  LEVELS[s.level] | (s.note ? NOTES[s.note] : 0) | (s.for.length > 0 ? ANY : 0)

type Question =
  /** One of `group` did it. */
  | {
      readonly kind: 'act'
      readonly group: ReadonlySet<string>
      readonly self: ReadonlySet<string>
      readonly accuser?: ReadonlySet<string>
    }
  /** It happened. */
  | { readonly kind: 'happening'; readonly bearer: Bearer }
  /** The bearer's duty was performed by it. */
  | { readonly kind: 'performance'; readonly bearer: Bearer }

/**
 * One question of evidence asked of every event, on the columns: equal to the functions of
 * `standing.ts`, which it calls for events with rulings.
 */
export class Voice {
  readonly #claims: Claims
  readonly #events: Events
  readonly #question: Question
  readonly #rule: EvidenceRule
  readonly #qualified = new Uint8Array(64)
  /** By set of actors: 0 not worked out, 1 names one asked about, 2 names others only, 3 names a guarantor only. */
  #naming = new Uint8Array(16)
  /** By speaker: bits 1 capped for, 2 admits for, 4 capped against, 8 admits against; 128 worked out. */
  #speaking = new Uint8Array(16)
  readonly #numbers: number[] = []
  readonly #roots: number[] = []

  constructor(claims: Claims, events: Events, question: Question, rule: EvidenceRule) {
    this.#claims = claims
    this.#events = events
    this.#question = question
    this.#rule = rule
    for (let r = 0; r < 6; r++)
      for (let c = 1; c <= 6; c++)
        if ('ABCDEF'[r]! <= rule.reliability && c <= rule.credibility) this.#qualified[6 * r + c - 1] = 1
  }

  /** Level, note and flags of the claim about an event. */
  of(event: number): number {
    if (!this.#events.isPlain(event)) return this.#slow(event)
    const first = this.#events.first[event]!
    if (first >= 0 && this.#claims.next[first] === -1) return this.#single(first)
    const n = this.#events.gather(event, this.#numbers)
    if (n === 0) return 0
    return this.#question.kind === 'act'
      ? this.#act(n)
      : this.#question.kind === 'happening'
        ? this.#happening(n)
        : this.#performance(n)
  }

  /** An event that one report tells of, as most are: no other origin can join or contradict it. */
  #single(i: number): number {
    const c = this.#claims
    const grade = c.grade[i]!
    if (grade >= 64) return 0
    const names = this.#names(i)
    const kind = this.#question.kind
    if (kind === 'act' && names !== 1) return 0
    if (kind === 'performance' && names === 2) return 0
    const speaks = c.speaker[i] === ABSENT ? 0 : this.#speaks(c.speaker[i]!)
    const admits = (speaks & 2) !== 0 && this.#rule.admission === 'sufficient'
    const counts = (speaks & 1) === 0 && this.#qualified[grade] === 1 && this.#rule.independent <= 1
    const level = admits || counts ? ESTABLISHED : ALLEGED
    if (kind !== 'performance') return level | ANY
    return level | ANY | (names === 1 ? NAMED : names === 3 ? 0 : UNNAMED)
  }

  #act(n: number): number {
    const c = this.#claims
    let supported = false
    for (let k = 0; k < n && !supported; k++) {
      const i = this.#numbers[k]!
      supported = !c.denies(i) && this.#names(i) === 1
    }
    if (!supported) return 0
    const p = this.#weigh(n, i => !c.denies(i) && this.#names(i) === 1, 1, 2)
    const denied = this.#weigh(n, i => c.denies(i) && this.#names(i) !== 2, 4, 8)
    const others = this.#weigh(n, i => !c.denies(i) && this.#names(i) === 2, 4, 8)
    return BYTES[3 * p + Math.max(denied, others)]! | ANY
  }

  #happening(n: number): number {
    const c = this.#claims
    const p = this.#weigh(n, i => !c.denies(i), 1, 2)
    if (p === 0) return 0
    return BYTES[3 * p + this.#weigh(n, i => c.denies(i), 4, 8)]! | ANY
  }

  #performance(n: number): number {
    const c = this.#claims
    let [byBearer, byGuarantor, byOthers] = [false, false, false]
    for (let k = 0; k < n; k++) {
      const i = this.#numbers[k]!
      if (c.denies(i) || c.actorSet[i] === ABSENT) continue
      const names = this.#names(i)
      if (names === 1) byBearer = true
      else if (names === 3) byGuarantor = true
      else if (names === 2) byOthers = true
    }
    if (!byBearer && !byGuarantor && byOthers) return 0
    const split = byBearer
    const p = this.#weigh(n, i => !c.denies(i) && (!split || this.#names(i) === 1), 1, 2)
    if (p === 0) return 0
    const denied = this.#weigh(n, i => c.denies(i) && this.#names(i) !== 2, 4, 8)
    const others = split
      ? this.#weigh(
          n,
          i => !c.denies(i) && c.actorSet[i] !== ABSENT && this.#names(i) !== 1 && this.#names(i) !== 0,
          4,
          8,
        )
      : 0
    return BYTES[3 * p + Math.max(denied, others)]! | ANY | (byBearer ? NAMED : byGuarantor ? 0 : UNNAMED)
  }

  /** P or C of the reports that `counts` picks: 0, 1 or 2. */
  #weigh(n: number, counts: (i: number) => boolean, capped: number, admits: number): number {
    const c = this.#claims
    const roots = this.#roots
    roots.length = 0
    let any = false
    for (let k = 0; k < n; k++) {
      const i = this.#numbers[k]!
      if (!counts(i)) continue
      any = true
      const speaks = c.speaker[i] === ABSENT ? 0 : this.#speaks(c.speaker[i]!)
      if ((speaks & admits) !== 0 && this.#rule.admission === 'sufficient') return 2
      if ((speaks & capped) !== 0 || this.#qualified[c.grade[i]! & 63] === 0) continue
      const root = c.root[i]!
      if (!roots.includes(root)) {
        roots.push(root)
        if (roots.length >= this.#rule.independent) return 2
      }
    }
    return any ? 1 : 0
  }

  /** 0 when the report names nobody. */
  #names(i: number): number {
    const set = this.#claims.actorSet[i]!
    if (set === ABSENT) return 0
    if (set >= this.#naming.length) {
      const larger = new Uint8Array(Math.max(set + 1, this.#naming.length * 2))
      larger.set(this.#naming)
      this.#naming = larger
    }
    let v = this.#naming[set]!
    if (v === 0) {
      v = this.#nameSet(this.#claims.actors.lists[set]!)
      this.#naming[set] = v
    }
    return v === 9 ? 0 : v
  }

  #nameSet(actors: readonly string[]): number {
    // A report with an empty list of doers names nobody.
    if (actors.length === 0) return 9
    const q = this.#question
    if (q.kind === 'act') return actors.some(a => q.group.has(a)) ? 1 : 2
    if (q.kind === 'happening') return 1
    if (actors.some(a => q.bearer.acting.has(a))) return 1
    return actors.some(a => q.bearer.guarantors.has(a)) ? 3 : 2
  }

  #speaks(speaker: number): number {
    if (speaker >= this.#speaking.length) {
      const larger = new Uint8Array(Math.max(speaker + 1, this.#speaking.length * 2))
      larger.set(this.#speaking)
      this.#speaking = larger
    }
    let v = this.#speaking[speaker]!
    if (v === 0) {
      v = 128 | this.#speakSet(this.#claims.parties.lists[speaker]![0]!)
      this.#speaking[speaker] = v
    }
    return v & 127
  }

  #speakSet(party: string): number {
    const q = this.#question
    if (q.kind === 'act')
      return (q.accuser?.has(party) ? 1 : 0) | (q.group.has(party) ? 2 : 0) | (q.self.has(party) ? 4 : 0)
    if (q.kind === 'happening')
      return (q.bearer.group.has(party) ? 2 : 0) | (q.bearer.self.has(party) ? 4 : 0)
    return (q.bearer.self.has(party) ? 1 : 0) | (q.bearer.group.has(party) ? 8 : 0)
  }

  #slow(event: number): number {
    const facts = this.#events.facts(event)
    if (!facts || facts.asserting.length === 0) return 0
    const q = this.#question
    if (q.kind === 'act') return byteOf(standingOfAct(facts, q.group, q.self, this.#rule, q.accuser))
    if (q.kind === 'happening') return byteOf(standingOfHappening(facts, q.bearer, this.#rule))
    const { standing, performer } = standingOfPerformance(facts, q.bearer, this.#rule)
    if (performer === 'other') return 0
    return byteOf(standing) | ANY | (performer === 'bearer' ? NAMED : performer === 'unnamed' ? UNNAMED : 0)
  }
}
