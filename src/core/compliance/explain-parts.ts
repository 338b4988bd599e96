import type { Claim } from '../evidence/record.ts'
import type { Kleene } from '../time/when.ts'
import { T } from '../time/when.ts'
import type { Words } from '../words.ts'
import { versionAt } from './assumptions.ts'
import type { Docket, Known } from './docket.ts'
import { TREE } from './explain-templates.ts'
import { FACT } from './fact.ts'
import { actorsOf } from './facts.ts'
import type { Match } from './match.ts'
import type { Force, PreparedPattern, PreparedProvision } from './prepared.ts'
import { fill, instantWords, partyWords, untilWords, zoneWords } from './say.ts'
import { bestFirst, type Standing } from './standing.ts'
import type { Explanation, ExplanationNode, Settlement } from './verdict.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

/** Most counter-evidence a node lists; the count says how much there is. */
export const MOST_AGAINST = 5

/** Yes, no, cannot tell. */
export const kleeneWords = (v: Kleene): Words => (v === T ? TREE.T : v === 0 ? TREE.F : TREE.U)

/** A leaf of arithmetic. */
export const fact = (text: string, words: Words): ExplanationNode => ({ leaf: 'fact', fact: text, words })

/** How a claim stands: minimal support first, counter-evidence capped and counted. */
export function levelNode(
  d: Docket,
  known: Known,
  standing: Standing,
  question: { readonly words: Words; readonly about: Record<string, string> },
  p: PreparedProvision,
): Explanation {
  const support = minimal(standing, p.rule.independent)
  const counter = bestFirst(standing.against)
  return {
    rule: 'level',
    verdict: standing.level,
    about: { event: known.event.id, ...question.about },
    words: question.words,
    because: [
      ...support.map(c => claimLeaf(d, c, 'for')),
      fact(
        FACT.pair(
          standing.p,
          standing.c,
          standing.origins.for,
          standing.origins.against,
          p.rule.independent,
          standing.admitted,
        ),
        fill(TREE.pair, {
          for: standing.origins.for,
          against: standing.origins.against,
          needed: p.rule.independent,
        }),
      ),
    ],
    against: [
      ...counter.slice(0, MOST_AGAINST).map(c => claimLeaf(d, c, 'against')),
      ...(counter.length > MOST_AGAINST
        ? [fact(FACT.counter(counter.length), { en: `${counter.length}`, ar: `${counter.length}` })]
        : []),
    ],
    missing: [],
  }
}

/** Just enough reports to carry the level: one an origin, best grades first, or the admission. */
export function minimal(standing: Standing, needed: number): readonly Claim[] {
  if (standing.admission) return [standing.admission]
  const weighty = standing.weighty.length >= needed ? standing.weighty : standing.for
  return bestFirst(weighty).slice(0, needed)
}

/** A leaf for a report, on one side or the other. */
export function claimLeaf(d: Docket, c: Claim, side: 'for' | 'against'): ExplanationNode {
  const values = {
    source: c.source,
    grade: `${c.grade.reliability}${c.grade.credibility}`,
    party: c.speaksFor ? partyWords(d.prepared.accord, [c.speaksFor]) : '',
  }
  const template =
    side === 'for'
      ? c.speaksFor
        ? TREE['for.self']
        : TREE.for
      : c.stance === 'denies' || actorsOf(c).length === 0
        ? TREE.against
        : TREE['against.other']
  return { leaf: 'record', record: c.id, words: fill(template, values) }
}

/** A node for each leg of a match that is not plainly certain, and for the zone always. */
export function legNodes(
  d: Docket,
  known: Known,
  match: Match,
  pattern: PreparedPattern,
  force?: Force,
): ExplanationNode[] {
  const out: ExplanationNode[] = []
  for (const l of match.legs) {
    const value = kleeneWords(l.value)
    if (l.leg === 'zone' && pattern.zone) {
      const zone = pattern.zone
      const version = versionAt(zone, known.attributes.when.lo)
      const name = zoneWords(d.prepared.accord, zone.id)
      out.push({
        rule: 'leg',
        certainty: l.value,
        about: { leg: 'zone', zone: zone.id, event: known.event.id },
        words: fill(TREE['leg.zone'], { zone: name, value }),
        because: version
          ? [
              {
                leaf: 'zone',
                zone: zone.id,
                version: version.id,
                words: fill(TREE.zone, { zone: name, version: version.id }),
              },
            ]
          : [],
        against: [],
        missing: [],
      })
    } else if (l.leg === 'time' && force) {
      const tz = d.prepared.accord.tz
      out.push({
        rule: 'leg',
        certainty: l.value,
        about: { leg: 'time', event: known.event.id },
        words: fill(TREE['leg.time'], { value }),
        because: [
          fact(
            FACT.force(force.start, force.to, l.value),
            fill(TREE.force, {
              from: instantWords(force.start.lo, tz),
              to: force.ended ? untilWords(force.to, tz) : '…',
            }),
          ),
        ],
        against: [],
        missing: [],
      })
    } else if (l.leg === 'type' || l.value !== T)
      out.push(fact(FACT.leg(l.leg, l.value), fill(TREE[`leg.${l.leg}`], { value, zone: '' })))
  }
  return out
}

/** What would settle it, as leaves. */
export const settleLeaves = (settles: readonly Settlement[]): ExplanationNode[] =>
  settles.map(s =>
    fact(
      FACT.settle(s.to, s.event, s.what.en),
      fill(TREE.settle, { what: s.what, verdict: VERDICT_NAMES[s.to] }),
    ),
  )
