import type { EvidenceRule } from '../../accord/model.ts'
import type { Claim, Correction, EvidenceRecord, Retraction, Ruling } from '../../evidence/record.ts'
import { agree, type Region } from '../../place/region.ts'
import { shapeOf } from '../../place/shape.ts'
import type { When } from '../../time/when.ts'
import { type Bearer, LADDER, LADDER_TOP, type Prepared } from '../prepared.ts'
import { faultOf } from '../quarantine.ts'
import { maskOf } from '../type-mask.ts'

/**
 * The evidence of compliance.md §3.2-3.3 written down a second time, definition by definition, with no
 * index, cache or order of its own. The explanation checker leans on this and never on the engine; it
 * shares only the accord's preparation, the plane's geometry and the rules of quarantine.
 */
export type Happening = {
  readonly id: string
  readonly ids: readonly string[]
  readonly yes: readonly Claim[]
  readonly no: readonly Claim[]
  readonly rulings: readonly Ruling[]
}

/** Every event that somebody asserts, from the records that count at k. */
export function happenings(records: readonly EvidenceRecord[], prepared: Prepared, k: number): Happening[] {
  const known = [...new Map(records.map(r => [r.id, r])).values()].filter(
    r => r.received <= k && faultOf(r, prepared) === undefined,
  )
  const alive = (r: EvidenceRecord): boolean => isAlive(r.id, known, r.kind === 'retraction' ? r : undefined)
  const claims: Claim[] = []
  for (const r of known) {
    const c = r.kind === 'claim' ? r : r.kind === 'correction' ? corrected(r) : undefined
    if (!c || !alive(r) || !isAlive(c.id, known, undefined)) continue
    const replaced = known.some(
      x =>
        x.kind === 'correction' &&
        alive(x) &&
        (x.supersedes === c.id || supersededVia(x.supersedes, known) === c.id),
    )
    if (!replaced) claims.push(inParties(c, prepared))
  }
  const links = known.flatMap(r =>
    r.kind === 'link' && alive(r) && r.relation === 'same-event' ? [r.events] : [],
  )
  const rulings = known.filter((r): r is Ruling => r.kind === 'ruling' && alive(r))
  const seen = new Set<string>()
  const out: Happening[] = []
  for (const c of claims) {
    if (seen.has(c.event)) continue
    const ids = spread(c.event, links)
    for (const id of ids) seen.add(id)
    const mine = claims.filter(x => ids.has(x.event))
    const told = [...new Set(mine.map(x => x.event)), ...rulings.map(r => r.event).filter(e => ids.has(e))]
    const yes = mine.filter(x => x.stance === 'asserts')
    if (yes.length === 0) continue
    out.push({
      id: [...ids].sort()[0]!,
      ids: [...new Set(told)],
      yes,
      no: mine.filter(x => x.stance === 'denies'),
      rulings: rulings
        .filter(r => ids.has(r.event))
        .sort((a, b) => b.received - a.received || (a.id < b.id ? 1 : -1)),
    })
  }
  return out
}

/** Alive unless an alive retraction takes it back; a retraction can be taken back only by a later one. */
function isAlive(id: string, known: readonly EvidenceRecord[], retraction: Retraction | undefined): boolean {
  return !known.some(
    x =>
      x.kind === 'retraction' &&
      x.of === id &&
      (retraction === undefined ||
        x.received > retraction.received ||
        (x.received === retraction.received && x.id > retraction.id)) &&
      isAlive(x.id, known, x),
  )
}

const supersededVia = (id: string, known: readonly EvidenceRecord[]): string | undefined => {
  const c = known.find(r => r.kind === 'correction' && r.id === id)
  return c?.kind === 'correction' ? corrected(c).id : undefined
}

/** A correction that re-uses the id of what it replaces goes by its own. */
const corrected = (c: Correction): Claim => (c.claim.id === c.supersedes ? { ...c.claim, id: c.id } : c.claim)

function inParties(c: Claim, prepared: Prepared): Claim {
  const one = (p: string) => prepared.aliases.get(p) ?? p
  return {
    ...c,
    ...(c.actor !== undefined && { actor: typeof c.actor === 'string' ? one(c.actor) : c.actor.map(one) }),
    ...(c.speaksFor !== undefined && { speaksFor: one(c.speaksFor) }),
  }
}

function spread(event: string, links: readonly (readonly [string, string])[]): Set<string> {
  const ids = new Set([event])
  for (let grown = true; grown; ) {
    grown = false
    for (const [a, b] of links)
      if (ids.has(a) !== ids.has(b)) {
        ids.add(a).add(b)
        grown = true
      }
  }
  return ids
}

export type Sense = {
  readonly types: bigint
  readonly when: When
  readonly region: Region
  readonly weapons: When
  readonly named: readonly string[] | undefined
  readonly targets: readonly string[] | undefined
  readonly items: readonly string[] | undefined
  readonly sectors: readonly string[] | undefined
}

/** What an event was (§3.2): a ruling, else what the qualified reports have in common, else their hull. */
export function senseOf(e: Happening, rule: EvidenceRule, prepared: Prepared): Sense {
  const good = e.yes.filter(c => passes(c, rule))
  const from = good.length > 0 ? good : e.yes
  const ruling = e.rulings.map(r => r.set)
  const types = ruling.find(s => s.types)?.types
  const masks = types ? [maskOf(types)] : from.map(c => maskOf(c.types))
  const common = masks.reduce((a, b) => a & b)
  const los = from.map(c => c.when.lo)
  const his = from.map(c => c.when.hi)
  const meet = { lo: Math.max(...los), hi: Math.min(...his) }
  const place = ruling.find(s => s.place)?.place
  const sets = from.flatMap(c => (c.weapons?.length ? [c.weapons as readonly string[]] : []))
  const shared = sets.length ? sets.reduce((a, b) => a.filter(x => b.includes(x))) : undefined
  const named = shared?.length ? shared : sets.length ? [...new Set(sets.flat())] : undefined
  const steps = named?.map(w => LADDER.get(w) ?? 0)
  const stated = (pick: (c: Claim) => string | undefined) => {
    const values = [...new Set(from.map(pick).filter(v => v !== undefined))]
    return values.length ? values : undefined
  }
  return {
    types: common === 0n ? masks.reduce((a, b) => a | b) : common,
    when:
      ruling.find(s => s.when)?.when ??
      (meet.lo <= meet.hi ? meet : { lo: Math.min(...los), hi: Math.max(...his) }),
    region: agree((place ? [place] : from.map(c => c.place)).map(p => shapeOf(p, prepared.projection)))
      .region,
    weapons: steps ? { lo: Math.min(...steps), hi: Math.max(...steps) } : { lo: 0, hi: LADDER_TOP },
    named,
    targets: stated(c => c.target),
    items: stated(c => c.item),
    sectors: stated(c => c.sector),
  }
}

/** Reliability and credibility both at least the rule's. */
export const passes = (c: Claim, rule: EvidenceRule): boolean =>
  'ABCDEF'.indexOf(c.grade.reliability) <= 'ABCDEF'.indexOf(rule.reliability) &&
  c.grade.credibility <= rule.credibility

export type Stand = {
  readonly p: number
  readonly c: number
  readonly level: 'NONE' | 'ALLEGED' | 'DISPUTED' | 'ESTABLISHED'
  readonly origins: { readonly for: number; readonly against: number }
  readonly admitted: boolean
  /** Minimal support and counter-evidence as a tree lists them. */
  readonly support: readonly string[]
  readonly counter: readonly string[]
  readonly any: boolean
}

const actors = (c: Claim): readonly string[] =>
  c.actor === undefined ? [] : typeof c.actor === 'string' ? [c.actor] : c.actor
const of = (c: Claim, parties: ReadonlySet<string>): boolean =>
  c.speaksFor !== undefined && parties.has(c.speaksFor)
const NOBODY: ReadonlySet<string> = new Set()

/** "One of `group` did it": a hostile act, a lapse, a provocation. */
export function standAct(
  e: Happening,
  group: ReadonlySet<string>,
  self: ReadonlySet<string>,
  rule: EvidenceRule,
  accuser: ReadonlySet<string> = NOBODY,
): Stand {
  const names = (c: Claim) => actors(c).some(a => group.has(a))
  const ruled = ruledDoers(e)
  const by = ruled ? (ruled.some(a => group.has(a)) ? e.yes : []) : e.yes.filter(names)
  const others = ruled ? [] : e.yes.filter(c => actors(c).length > 0 && !names(c))
  const denials = e.no.filter(c => actors(c).length === 0 || names(c))
  return stand(by, [denials, others], rule, {
    cappedFor: accuser,
    admitsFor: group,
    cappedAgainst: self,
    admitsAgainst: NOBODY,
  })
}

/** "It happened", as a ground for a duty of the bearer. */
export const standHappened = (e: Happening, b: Bearer, rule: EvidenceRule): Stand =>
  stand(e.yes, [e.no], rule, {
    cappedFor: NOBODY,
    admitsFor: b.group,
    cappedAgainst: b.self,
    admitsAgainst: NOBODY,
  })

/** "The bearer's duty was performed by it"; undefined when somebody else did it. */
export function standPerformed(
  e: Happening,
  b: Bearer,
  rule: EvidenceRule,
): { readonly stand: Stand; readonly doer: 'bearer' | 'guarantor' | 'unnamed' } | undefined {
  const ruled = ruledDoers(e)
  const doers = ruled ?? e.yes.flatMap(actors)
  const acts = (a: string) => b.acting.has(a)
  const doer = doers.some(acts)
    ? 'bearer'
    : doers.some(a => b.guarantors.has(a))
      ? 'guarantor'
      : doers.length
        ? undefined
        : 'unnamed'
  if (!doer) return undefined
  const denials = e.no.filter(
    c => actors(c).length === 0 || actors(c).some(a => acts(a) || b.guarantors.has(a)),
  )
  const split = doer === 'bearer' && !ruled
  const by = split ? e.yes.filter(c => actors(c).some(acts)) : e.yes
  const others = split ? e.yes.filter(c => actors(c).length > 0 && !actors(c).some(acts)) : []
  return {
    doer,
    stand: stand(by, [denials, others], rule, {
      cappedFor: b.self,
      admitsFor: NOBODY,
      cappedAgainst: NOBODY,
      admitsAgainst: b.group,
    }),
  }
}

function ruledDoers(e: Happening): readonly string[] | undefined {
  const r = e.rulings.find(x => x.set.actor !== undefined)
  if (!r) return undefined
  const a = r.set.actor
  return a === null || a === undefined ? [] : typeof a === 'string' ? [a] : a
}

type Voices = {
  readonly cappedFor: ReadonlySet<string>
  readonly admitsFor: ReadonlySet<string>
  readonly cappedAgainst: ReadonlySet<string>
  readonly admitsAgainst: ReadonlySet<string>
}

function stand(
  by: readonly Claim[],
  against: readonly (readonly Claim[])[],
  rule: EvidenceRule,
  v: Voices,
): Stand {
  const weight = (claims: readonly Claim[], capped: ReadonlySet<string>, admits: ReadonlySet<string>) => {
    const good = claims.filter(c => passes(c, rule) && !of(c, capped))
    const origins = new Set(good.map(c => c.root)).size
    const admission =
      rule.admission === 'sufficient'
        ? claims
            .filter(c => of(c, admits))
            .map(c => c.id)
            .sort()[0]
        : undefined
    const enough = origins >= rule.independent
    return {
      value: enough || admission !== undefined ? 2 : claims.length ? 1 : 0,
      origins,
      good,
      admission: enough ? undefined : admission,
    }
  }
  const f = weight(by, v.cappedFor, v.admitsFor)
  const counters = by.length === 0 ? [] : against.map(a => weight(a, v.cappedAgainst, v.admitsAgainst))
  const c = Math.max(0, ...counters.map(w => w.value))
  const level =
    f.value === 0
      ? 'NONE'
      : f.value === 1
        ? (['ALLEGED', 'DISPUTED', 'NONE'] as const)[c]!
        : c === 2
          ? 'DISPUTED'
          : 'ESTABLISHED'
  return {
    p: f.value,
    c,
    level,
    origins: { for: f.origins, against: Math.max(0, ...counters.map(w => w.origins)) },
    admitted: f.admission !== undefined,
    support:
      f.admission !== undefined
        ? [f.admission]
        : ranked(f.good.length >= rule.independent ? f.good : by).slice(0, rule.independent),
    counter: ranked(against.flat()),
    any: by.length > 0,
  }
}

/** Best grade first; the first of each origin before any second of one. */
function ranked(claims: readonly Claim[]): string[] {
  const key = (c: Claim) => `${c.grade.reliability}${c.grade.credibility}${c.id}`
  const sorted = [...claims].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const isFirst = (c: Claim) => sorted.find(x => x.root === c.root) === c
  return [...sorted.filter(isFirst), ...sorted.filter(c => !isFirst(c))].map(c => c.id)
}
