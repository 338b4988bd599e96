import type { EvidenceRule } from '../../accord/model.ts'
import type { Claim } from '../../evidence/record.ts'
import type { Bearer } from '../prepared.ts'
import type { Happening } from './happening.ts'
import { passes } from './passes.ts'

/** How a claim stands, with the records a tree must name. */
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

/** Does the report speak for one of these parties? */
export const of = (c: Claim, parties: ReadonlySet<string>): boolean =>
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
