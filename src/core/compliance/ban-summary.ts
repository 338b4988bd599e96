import { inWindow, T } from '../time/when.ts'
import type { Ban } from './ban.ts'
import { type Docket, knownUnder, remembered } from './docket.ts'
import { actorsOf, ruledActors } from './facts.ts'
import { severityOf, withinPeriod } from './lattice.ts'
import { inForce, patternMatch, typeMatch } from './match.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from './prepared.ts'
import { type Finding, findingsOf } from './prohibition.ts'
import { type Repair, repairOf } from './reparation.ts'
import type { Placed } from './settle-ban.ts'
import { PROHIBITION_VERDICTS, type ProhibitionVerdict } from './verdict.ts'

/** Findings placed in the period [from, t], those outside it left out. */
export function placedIn(
  findings: readonly Finding[],
  from: number | undefined,
  t: number,
): readonly Placed[] {
  const window = { lo: from ?? ALWAYS.lo, hi: t }
  const out: Placed[] = []
  for (const finding of findings) {
    const inPeriod = inWindow(finding.known.attributes.when, window)
    if (inPeriod !== 0) out.push({ finding, inPeriod, verdict: withinPeriod(finding.verdict, inPeriod) })
  }
  return out
}

/** The worst of a period: V of compliance.md §3.5. */
export function worstOf(placed: readonly Placed[]): ProhibitionVerdict {
  let worst: ProhibitionVerdict = 'HOLDING'
  for (const p of placed) if (severityOf(p.verdict) > severityOf(worst)) worst = p.verdict
  return worst
}

/** Events of one verdict that a verdict's codes and evidence are drawn from; the counts know them all. */
export const MOST_TOP = 100

/** What a verdict on a ban is composed from, however it was arrived at. */
export type BanSummary = {
  readonly verdict: ProhibitionVerdict
  /** The first events with that verdict, in order of their last second, then id. */
  readonly top: readonly Placed[]
  readonly topTotal: number
  /** The worst verdict if one event of `top` were not there. */
  readonly rest: ProhibitionVerdict
  readonly counts: Readonly<Record<string, number>>
  readonly unattributed: boolean
  readonly state: 'lapsed-now' | 'restored' | undefined
  readonly repair: Repair | undefined
}

/** Sums up a ban for one bearer over [from, t]; remembered in the docket under `summaryKey`. */
export const summariseBan = (
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  t: number,
  from: number | undefined,
): BanSummary => remembered(d, summaryKey(ban, bearer, t, from), () => sumUp(d, ban, bearer, t, from))

/** Under which a docket remembers a ban's sums; the engine puts its own there. */
export const summaryKey = (ban: Ban, bearer: Bearer, t: number, from: number | undefined): string =>
  `summary ${ban.key} ${bearer.key} ${t} ${from ?? ''}`

function sumUp(d: Docket, ban: Ban, bearer: Bearer, t: number, from: number | undefined): BanSummary {
  const placed = placedIn(findingsOf(d, ban, bearer), from, t)
  const verdict = worstOf(placed)
  const top = placed.filter(p => p.verdict === verdict)
  const p = ban.provision
  const own = ban.pattern === p.action
  return {
    verdict,
    top: top.slice(0, MOST_TOP),
    topTotal: top.length,
    rest: top.length > 1 ? verdict : worstOf(placed.filter(x => x.verdict !== verdict)),
    counts: countsOf(placed),
    unattributed: unattributed(d, ban, t),
    state: own && keepsState(p) ? lastState(d, p, placed, t) : undefined,
    repair: own
      ? repairOf(
          d,
          p,
          bearer,
          placed.map(x => x.finding),
          t,
        )
      : undefined,
  }
}

/** Is it a duty to keep something up, whose last known state is worth naming? */
export const keepsState = (p: PreparedProvision): boolean =>
  p.provision.kind === 'maintain' && p.perform !== undefined

function countsOf(placed: readonly Placed[]): Record<string, number> {
  const counts: Record<string, number> = { events: placed.length }
  for (const v of PROHIBITION_VERDICTS) {
    const n = placed.reduce((m, p) => (p.verdict === v ? m + 1 : m), 0)
    if (n > 0) counts[v] = n
  }
  return counts
}

/** Is there an act under the ban, begun by t, that no report ascribes to anybody? */
export function unattributed(d: Docket, ban: Ban, t: number): boolean {
  return remembered(d, `unattributed ${ban.key} ${t}`, () =>
    knownUnder(d, ban.provision.rule).some(
      k =>
        k.attributes.when.lo <= t &&
        typeMatch(k.attributes.types, ban.pattern.types) !== 0 &&
        (ruledActors(k.event) ?? k.event.asserting.flatMap(actorsOf)).length === 0 &&
        patternMatch(k.attributes, ban.pattern).value !== 0 &&
        inForce(k.attributes.when, ban.provision.force) !== 0,
    ),
  )
}

/** A lapse and its mending: which of the two was established last (§3.6, `maintain`). */
export function lastState(
  d: Docket,
  p: PreparedProvision,
  placed: readonly Placed[],
  t: number,
): 'lapsed-now' | 'restored' | undefined {
  const lapses = placed.filter(x => x.finding.standing.level === 'ESTABLISHED' && x.finding.match.value === T)
  if (lapses.length === 0) return undefined
  const last = Math.max(...lapses.map(x => x.finding.known.attributes.when.lo))
  const mended = knownUnder(d, p.rule).some(
    k =>
      k.attributes.when.lo >= last &&
      k.attributes.when.hi <= t &&
      patternMatch(k.attributes, p.perform!).value === T,
  )
  return mended ? 'restored' : 'lapsed-now'
}
