import type { EvidenceRule } from '../accord/model.ts'
import type { Claim } from '../evidence/record.ts'
import { actorsOf, type EventFacts, qualified, ruledActors } from './facts.ts'
import { type Label, labelOf, rankOf, type Weight } from './lattice.ts'
import type { Bearer } from './prepared.ts'
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
  readonly admission: Claim | undefined
  /** Reports on the side of `for` that carry weight. */
  readonly weighty: readonly Claim[]
  /** Distinct qualified origins on each side. */
  readonly origins: { readonly for: number; readonly against: number }
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
  admission: undefined,
  weighty: [],
  origins: { for: 0, against: 0 },
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

type Weighed = {
  readonly weight: Weight
  readonly wants: number
  readonly origins: number
  readonly weighty: readonly Claim[]
  readonly admission: Claim | undefined
}

function weigh(claims: readonly Claim[], v: Voices): Weighed {
  const roots = new Set<string>()
  const weighty: Claim[] = []
  let admission: Claim | undefined
  for (const c of claims) {
    if (v.rule.admission === 'sufficient' && v.admits(c) && !(admission && admission.id < c.id)) admission = c
    if (qualified(c.grade, v.rule) && !v.capped(c)) {
      roots.add(c.root)
      weighty.push(c)
    }
  }
  const wants = Math.max(0, v.rule.independent - roots.size)
  const needed = wants > 0 ? admission : undefined
  const weight: Weight = wants === 0 || needed ? 2 : claims.length ? 1 : 0
  return { weight, wants: weight === 2 ? 0 : wants, origins: roots.size, weighty, admission: needed }
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

  if (ruled) {
    if (!ruled.some(a => group.has(a))) return NOTHING
    return make(weigh(e.asserting, asserts), e.asserting, [weigh(denials, denies)], denials)
  }
  if (by.length === 0) return NOTHING
  // Reports that name the doer are among those that say it happened, so theirs is the lesser weight.
  return make(
    weigh(by, asserts),
    by,
    [weigh(denials, denies), weigh(others, denies)],
    [...denials, ...others],
  )
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
  const against = [weigh(denials, denies)]
  if (performer !== 'bearer' || ruled)
    return { standing: make(weigh(e.asserting, asserts), e.asserting, against, denials), performer }
  const by = e.asserting.filter(x => actorsOf(x).some(acting))
  const others = e.asserting.filter(x => actorsOf(x).length > 0 && !actorsOf(x).some(acting))
  against.push(weigh(others, denies))
  return { standing: make(weigh(by, asserts), by, against, [...denials, ...others]), performer }
}

/** "e happened", whoever did it: a trigger. What would put a duty on the bearer is against its interest. */
export function standingOfHappening(e: EventFacts, bearer: Bearer, rule: EvidenceRule): Standing {
  const asserts: Voices = { rule, capped: never, admits: c => speaks(c, bearer.group) }
  const denies: Voices = { rule, capped: c => speaks(c, bearer.self), admits: never }
  return make(weigh(e.asserting, asserts), e.asserting, [weigh(e.denying, denies)], e.denying)
}

function make(
  support: Weighed,
  claims: readonly Claim[],
  counter: readonly Weighed[],
  against: readonly Claim[],
): Standing {
  const { weight } = support
  const c = Math.max(...counter.map(w => w.weight)) as Weight
  const { level, note } = labelOf(weight, c)
  return {
    p: weight,
    c,
    level,
    rank: rankOf(level),
    note,
    for: claims,
    against,
    admitted: support.admission !== undefined,
    admission: support.admission,
    weighty: support.weighty,
    origins: { for: support.origins, against: Math.max(...counter.map(w => w.origins)) },
    wants: support.wants,
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
