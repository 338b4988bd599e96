import type { EvidenceRule } from '../accord/model.ts'
import type { Claim } from '../evidence/record.ts'
import { actorsOf, type EventFacts, qualified, ruledActors } from './facts.ts'
import { type Label, labelOf, rankOf, type Weight } from './lattice.ts'
import type { Bearer } from './prepare.ts'
import type { EvidenceLevel } from './verdict.ts'

/** How a claim stands: the pair (P, C) of compliance.md §3.3, its label, and the reports on each side. */
export type Standing = {
  readonly p: Weight
  readonly c: Weight
  readonly level: EvidenceLevel
  readonly rank: Weight
  readonly note: Label['note']
  readonly for: readonly Claim[]
  readonly against: readonly Claim[]
  /** Established by the doer's own admission. */
  readonly admitted: boolean
  /** Further independent qualified origins that would lift P to 2; 0 when it is there. */
  readonly wants: number
}

const NOTHING: Standing = {
  p: 0,
  c: 0,
  level: 'NONE',
  rank: 0,
  note: undefined,
  for: [],
  against: [],
  admitted: false,
  wants: 0,
}

/** Whose words count less, and whose count at once. */
type Voices = {
  readonly rule: EvidenceRule
  /** Speaks in its own favour: never lifts a level above 1. */
  readonly capped: (c: Claim) => boolean
  /** Speaks against its own interest: enough alone, where the rule says so. */
  readonly admits: (c: Claim) => boolean
}

function weigh(claims: readonly Claim[], v: Voices): { weight: Weight; wants: number; admitted: boolean } {
  const roots = new Set<string>()
  let admitted = false
  for (const c of claims) {
    if (v.rule.admission === 'sufficient' && v.admits(c)) admitted = true
    if (qualified(c.grade, v.rule) && !v.capped(c)) roots.add(c.root)
  }
  const wants = Math.max(0, v.rule.independent - roots.size)
  if (admitted || wants === 0) return { weight: 2, wants: 0, admitted: admitted && wants > 0 }
  return { weight: claims.length ? 1 : 0, wants, admitted: false }
}

const speaks = (c: Claim, parties: ReadonlySet<string>): boolean =>
  c.speaksFor !== undefined && parties.has(c.speaksFor)

const never = (): boolean => false

/**
 * "One of `group` did e": a hostile act, a lapse, a weapon held. P is the lesser of "it happened" and
 * "they did it", C the greater. A report that names only others as the doers stands against.
 *
 * @param accuser parties whose assertion is in their own favour: a responder cannot make the
 *   provocation that excuses it certain by its own word.
 */
export function standingOfAct(
  e: EventFacts,
  group: ReadonlySet<string>,
  self: ReadonlySet<string>,
  rule: EvidenceRule,
  accuser?: ReadonlySet<string>,
): Standing {
  const asserts: Voices = {
    rule,
    capped: accuser ? c => speaks(c, accuser) : never,
    admits: c => speaks(c, group),
  }
  const denies: Voices = { rule, capped: c => speaks(c, self), admits: never }
  const ruled = ruledActors(e)
  const naming = (c: Claim) => actorsOf(c).some(a => group.has(a))
  const by = e.asserting.filter(naming)
  const others = ruled ? [] : e.asserting.filter(c => actorsOf(c).length > 0 && !naming(c))
  const denials = e.denying.filter(c => actorsOf(c).length === 0 || naming(c))

  const happened = weigh(e.asserting, asserts)
  const done = ruled
    ? { weight: (ruled.some(a => group.has(a)) ? 2 : 0) as Weight, wants: 0, admitted: false }
    : weigh(by, asserts)
  if (done.weight === 0) return NOTHING
  const against = Math.max(weigh(denials, denies).weight, weigh(others, denies).weight) as Weight
  const p = Math.min(happened.weight, done.weight) as Weight
  return make(p, against, ruled ? e.asserting : by, [...denials, ...others], {
    admitted: happened.admitted || done.admitted,
    wants: Math.max(happened.wants, done.wants),
  })
}

/** Who a performance is known to be by: the bearer, somebody else, or nobody says. */
export type Performer = 'bearer' | 'guarantor' | 'unnamed' | 'other'

/** "The bearer's duty was performed by e", with the bearer's own word capped and its denial an admission. */
export function standingOfPerformance(
  e: EventFacts,
  bearer: Bearer,
  rule: EvidenceRule,
): { readonly standing: Standing; readonly performer: Performer } {
  const asserts: Voices = { rule, capped: c => speaks(c, bearer.self), admits: never }
  const denies: Voices = { rule, capped: never, admits: c => speaks(c, bearer.group) }
  const ruled = ruledActors(e)
  const actors = ruled ?? e.asserting.flatMap(actorsOf)
  const acting = (a: string) => bearer.acting.has(a)
  const performer: Performer = actors.some(acting)
    ? 'bearer'
    : actors.some(a => bearer.guarantors.has(a))
      ? 'guarantor'
      : actors.length
        ? 'other'
        : 'unnamed'
  if (performer === 'other') return { standing: NOTHING, performer }
  const denials = e.denying.filter(c => {
    const named = actorsOf(c)
    return named.length === 0 || named.some(a => acting(a) || bearer.guarantors.has(a))
  })
  const happened = weigh(e.asserting, asserts)
  let p = happened.weight
  let wants = happened.wants
  let c = weigh(denials, denies).weight
  if (performer === 'bearer' && !ruled) {
    const by = weigh(
      e.asserting.filter(x => actorsOf(x).some(acting)),
      asserts,
    )
    const others = e.asserting.filter(x => actorsOf(x).length > 0 && !actorsOf(x).some(acting))
    p = Math.min(p, by.weight) as Weight
    wants = Math.max(wants, by.wants)
    c = Math.max(c, weigh(others, denies).weight) as Weight
  }
  return { standing: make(p, c, e.asserting, denials, { admitted: false, wants }), performer }
}

/** "e happened", whoever did it: a trigger. What would put a duty on the bearer is against its interest. */
export function standingOfHappening(e: EventFacts, bearer: Bearer, rule: EvidenceRule): Standing {
  const asserts: Voices = { rule, capped: never, admits: c => speaks(c, bearer.group) }
  const denies: Voices = { rule, capped: c => speaks(c, bearer.self), admits: never }
  const f = weigh(e.asserting, asserts)
  return make(f.weight, weigh(e.denying, denies).weight, e.asserting, e.denying, f)
}

function make(
  p: Weight,
  c: Weight,
  claims: readonly Claim[],
  against: readonly Claim[],
  more: { readonly admitted: boolean; readonly wants: number },
): Standing {
  const { level, note } = labelOf(p, c)
  return {
    p,
    c,
    level,
    rank: rankOf(level),
    note,
    for: claims,
    against,
    admitted: more.admitted,
    wants: more.wants,
  }
}

/** A report's weight as one number, best first: qualified reliability then credibility. */
const gradeOrder = (c: Claim): string => `${c.grade.reliability}${c.grade.credibility}${c.id}`

/** The reports on one side, best grades first, one of each origin before any copy. */
export function bestFirst(claims: readonly Claim[]): readonly Claim[] {
  const sorted = [...claims].sort((a, b) => (gradeOrder(a) < gradeOrder(b) ? -1 : 1))
  const seen = new Set<string>()
  const first: Claim[] = []
  const rest: Claim[] = []
  for (const c of sorted) {
    ;(seen.has(c.root) ? rest : first).push(c)
    seen.add(c.root)
  }
  return [...first, ...rest]
}
