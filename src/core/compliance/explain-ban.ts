import { apart } from '../place/region.ts'
import type { Kleene } from '../time/when.ts'
import { F, T } from '../time/when.ts'
import { windowOf } from './assumptions.ts'
import type { Ban } from './ban.ts'
import type { BanSummary } from './ban-summary.ts'
import { notesFor, observedIn } from './coverage.ts'
import type { Docket } from './docket.ts'
import type { Candidate } from './exception-legs.ts'
import { fact, kleeneWords, legNodes, levelNode } from './explain-parts.ts'
import { TREE } from './explain-templates.ts'
import { FACT } from './fact.ts'
import type { Bearer, PreparedException } from './prepared.ts'
import { candidatesFor, type Finding } from './prohibition.ts'
import {
  capital,
  counted,
  fill,
  instantWords,
  kmWords,
  partyWords,
  spanWords,
  typesWords,
  untilWords,
  whenWords,
} from './say.ts'
import type { Placed } from './settle-ban.ts'
import type { Explanation, ExplanationNode } from './verdict.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

/** Events a tree shows in full; more of the same verdict are counted. */
const MOST_EVENTS = 2
/** Nearest misses named for an exception that does not apply (§3.7). */
const MOST_MISSES = 3

/** The body of a prohibition's explanation. */
export function explainBan(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  { verdict, top, topTotal, repair }: BanSummary,
  t: number,
  from: number | undefined,
): { rule: string; because: ExplanationNode[]; against: ExplanationNode[] } {
  const shown = top.slice(0, MOST_EVENTS).map(p => eventNode(d, ban, bearer, p, t, from))
  const others =
    topTotal > MOST_EVENTS
      ? [fact(FACT.events(verdict, topTotal), fill(TREE.others, { n: topTotal - MOST_EVENTS }))]
      : []
  if (verdict !== 'HOLDING')
    return { rule: 'ban', because: [...shown, ...others, ...repairNodes(repair)], against: [] }
  const window = windowOf(ban.provision, from, t)
  const notes = notesFor(d.act.coverage, ban.provision, d.prepared)
  const observed = observedIn(notes, window)
  const tz = d.prepared.accord.tz
  return {
    rule: 'ban',
    because: [
      ...(topTotal ? [] : [fact(FACT.events('HOLDING', 0), TREE.none)]),
      fact(
        FACT.observed(window, observed),
        fill(TREE.observed, {
          from: instantWords(window.lo, tz),
          to: untilWords(window.hi, tz),
          observed: OBSERVED[observed],
        }),
      ),
    ],
    against: [...shown, ...others],
  }
}

/** Words for coverage. */
export const OBSERVED = {
  yes: { en: 'adequate', ar: 'كافية' },
  partly: { en: 'in part', ar: 'جزئية' },
  no: { en: 'none', ar: 'معدومة' },
} as const

/** The derivation of one event's verdict under a ban, over [from, t]. */
export function eventNode(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  placed: Placed,
  t: number,
  from: number | undefined,
): Explanation {
  const f = placed.finding
  const { accord } = d.prepared
  const party = partyWords(accord, bearer.members)
  const level = levelNode(
    d,
    f.known,
    f.standing,
    { words: fill(TREE.level, { party, level: TREE[f.standing.level] }), about: { by: bearer.key } },
    ban.provision,
  )
  return {
    rule: 'event',
    verdict: placed.verdict,
    about: { event: f.known.event.id, ban: ban.key, bearer: bearer.key },
    words: fill(TREE.event, {
      act: capital(typesWords(f.known.attributes.types)),
      when: whenWords(f.known.attributes.when, accord.tz),
      verdict: VERDICT_NAMES[placed.verdict],
    }),
    because: [
      level,
      ...legNodes(d, f.known, f.match, ban.pattern, ban.provision.force),
      ...(placed.inPeriod === T
        ? []
        : [
            fact(
              FACT.period(from, t, placed.inPeriod),
              fill(TREE['leg.period'], { value: kleeneWords(placed.inPeriod) }),
            ),
          ]),
      ...(f.standing.rank > 0 && f.match.value !== F
        ? ban.exceptions.map(x => exceptionNode(d, ban, bearer, f, x))
        : []),
    ],
    against: [],
    missing: [],
  }
}

/** What an exception was tried on: the candidate that carries it, or the nearest misses and why they fail. */
function exceptionNode(d: Docket, ban: Ban, bearer: Bearer, f: Finding, x: PreparedException): Explanation {
  const about = { exception: x.exception.id, event: f.known.event.id }
  if (!x.provocation) {
    const c = candidatesFor(d, ban, bearer, f.known, x, true)[0]
    const excuse = c?.excuse ?? 'none'
    const value = excuse === 'none' ? TREE.none_ : TREE[excuse]
    return {
      rule: 'exception',
      verdict: excuse,
      about,
      words: fill(TREE['exception.carve-out'], { id: x.exception.id, value }),
      because: [
        fact(
          FACT.leg('target', c?.legs.pattern ?? F),
          fill(TREE['leg.target'], { value: kleeneWords(c?.legs.pattern ?? F) }),
        ),
      ],
      against: [],
      missing: [],
    }
  }
  const found = candidatesFor(d, ban, bearer, f.known, x, true)
  const best = found.find(c => c.excuse === 'sure') ?? found[0]
  const excuse = best?.excuse ?? 'none'
  const misses = best ? [] : nearestMisses(d, ban, bearer, f, x)
  return {
    rule: 'exception',
    verdict: excuse,
    about,
    words: fill(TREE.exception, {
      id: x.exception.id,
      value: excuse === 'none' ? TREE.none_ : TREE[excuse],
      n: counted(found.length, 'act'),
      span: spanWords(x.provocation.within),
      distance: kmWords(x.provocation.distance),
    }),
    because: [
      fact(FACT.searched(x.exception.id, found.length, excuse), fill(TREE.candidates, { n: found.length })),
      ...(best ? [provocationNode(d, ban, bearer, f, best)] : []),
    ],
    against: misses.map(c => provocationNode(d, ban, bearer, f, c)),
    missing: [],
  }
}

/** Gap in seconds between the end of the provocation and the start of the act, and the other way round. */
export const gapOf = (f: Finding, c: Candidate): { lo: number; hi: number } => ({
  lo: f.known.attributes.when.lo - c.other!.attributes.when.hi,
  hi: f.known.attributes.when.hi - c.other!.attributes.when.lo,
})

/**
 * Hostile acts of the other side that came closest to counting: no more than twice as early and twice
 * as far as the exception allows, by the greater of the two excesses.
 */
function nearestMisses(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  f: Finding,
  x: PreparedException,
): readonly Candidate[] {
  const p = x.provocation!
  const scored: { c: Candidate; excess: number }[] = []
  for (const c of candidatesFor(d, ban, bearer, f.known, x, false)) {
    if (c.excuse !== 'none' || c.standing!.rank === 0 || c.legs.pattern === F) continue
    const gap = gapOf(f, c)
    if (gap.hi < 0 || gap.lo > 2 * p.within) continue
    const { least } = apart(c.other!.attributes.region, f.known.attributes.region)
    if (least > 2 * p.distance) continue
    scored.push({ c, excess: Math.max(gap.lo / Math.max(1, p.within), least / Math.max(1, p.distance)) })
  }
  scored.sort((a, b) => a.excess - b.excess || (a.c.other!.event.id < b.c.other!.event.id ? -1 : 1))
  return scored.slice(0, MOST_MISSES).map(s => s.c)
}

function provocationNode(d: Docket, ban: Ban, bearer: Bearer, f: Finding, c: Candidate): Explanation {
  const other = c.other!
  const p = c.exception.provocation!
  const tz = d.prepared.accord.tz
  const gap = gapOf(f, c)
  const dist = apart(other.attributes.region, f.known.attributes.region)
  const value = c.excuse === 'none' ? TREE.none_ : TREE[c.excuse]
  const level = levelNode(
    d,
    other,
    c.standing!,
    {
      words: fill(TREE.level, { party: OTHER_SIDE, level: TREE[c.standing!.level] }),
      about: { by: 'other-side', responder: bearer.key, exception: c.exception.exception.id },
    },
    ban.provision,
  )
  const extra: ExplanationNode[] = []
  const own = f.known.attributes.weapons
  const theirs = other.attributes.weapons
  if (c.exception.maxStep !== undefined)
    extra.push(
      fact(
        FACT.proportion(
          { lo: own.low, hi: own.high },
          { lo: theirs.low, hi: theirs.high },
          c.exception.maxStep,
          c.legs.proportion,
        ),
        fill(TREE.proportion, { steps: c.exception.maxStep, value: kleeneWords(c.legs.proportion) }),
      ),
    )
  const openLeg = (leg: 'pattern' | 'unlawful', v: Kleene) => {
    if (v !== T) extra.push(fact(FACT.leg(leg, v), fill(TREE[leg], { value: kleeneWords(v) })))
  }
  openLeg('pattern', c.legs.pattern)
  openLeg('unlawful', c.legs.unlawful)
  return {
    rule: 'provocation',
    verdict: c.excuse,
    about: { event: f.known.event.id, other: other.event.id, exception: c.exception.exception.id },
    words: fill(TREE.provocation, {
      act: capital(typesWords(other.attributes.types)),
      when: whenWords(other.attributes.when, tz),
      value,
    }),
    because: [
      fact(
        FACT.gap(gap, p.within, c.legs.after),
        fill(TREE.gap, {
          gap:
            gap.lo === gap.hi
              ? spanWords(gap.lo)
              : {
                  en: `${spanWords(gap.lo).en} to ${spanWords(gap.hi).en}`,
                  ar: `${spanWords(gap.lo).ar} إلى ${spanWords(gap.hi).ar}`,
                },
          within: spanWords(p.within),
          value: kleeneWords(c.legs.after),
        }),
      ),
      fact(
        FACT.distance(dist.least, dist.most, p.distance, c.legs.near),
        fill(TREE.distance, {
          distance:
            dist.least === dist.most
              ? kmWords(dist.least)
              : {
                  en: `${kmWords(dist.least).en} to ${kmWords(dist.most).en}`,
                  ar: `${kmWords(dist.least).ar} إلى ${kmWords(dist.most).ar}`,
                },
          allowed: kmWords(p.distance),
          value: kleeneWords(c.legs.near),
        }),
      ),
      ...extra,
      level,
    ],
    against: [],
    missing: [],
  }
}

const OTHER_SIDE = { en: 'the other side', ar: 'الطرف الآخر' }

const repairNodes = (repair: BanSummary['repair']): ExplanationNode[] =>
  repair
    ? [
        fact(
          FACT.state('counter-duty', repair.verdict),
          fill(TREE.repair, { verdict: VERDICT_NAMES[repair.verdict] }),
        ),
      ]
    : []
