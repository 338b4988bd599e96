import type { Words } from '../words.ts'
import { banOf, obstructionOf } from './ban.ts'
import type { Docket } from './docket.ts'
import { judgeBan } from './judge-ban.ts'
import { judgeDuty } from './judge-duty.ts'
import { judgePermission } from './judge-permission.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'
import { fill, instantWords, reasons, untilWords } from './say.ts'
import { TEMPLATES } from './templates.ts'
import type { AsOf, Verdict } from './verdict.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

/** What is asked: as of t in the world, knowing what was received by k; over [from, t] when `from` is given. */
export type Question = AsOf & { readonly from?: number }

/** The verdict on one provision for one bearer. */
export function judgeOne(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  asked: Omit<Question, 'k'>,
): Verdict {
  const asOf = { t: asked.t, k: d.act.k }
  if (p.judged === 'none')
    return { ...bare(d, p, bearer, 'NOT_JUDGED', ['no-duty'], TEMPLATES['not-judged']), asOf }
  if (asked.t < p.force.start.lo) return { ...notYet(d, p, bearer), asOf }
  if (asked.t > p.force.to && !staysOpen(p)) return { ...ended(d, p, bearer, asked.from), asOf }
  return { ...inForceVerdict(d, p, bearer, asked.t, asked.from), asOf }
}

/** The verdict on one other party as an obstructor of a protected permission (§3.6). */
export function judgeObstruction(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  asked: Omit<Question, 'k'>,
): Verdict {
  const asOf = { t: asked.t, k: d.act.k }
  if (asked.t < p.force.start.lo) return { ...notYet(d, p, bearer), asOf }
  return { ...judgeBan(d, obstructionOf(p), bearer, asked.t, asked.from), asOf }
}

function inForceVerdict(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  t: number,
  from: number | undefined,
): Omit<Verdict, 'asOf'> {
  if (p.judged === 'obligation') return judgeDuty(d, p, bearer, t)
  if (p.judged === 'permission') return judgePermission(d, p, bearer, t, from)
  return judgeBan(d, banOf(p), bearer, t, from)
}

/** A duty that a later provision took over is discharged, not gone: `judgeDuty` says so. */
const staysOpen = (p: PreparedProvision): boolean =>
  p.judged === 'obligation' && p.provision.supersededBy !== undefined && p.force.ended === 'superseded'

function notYet(d: Docket, p: PreparedProvision, bearer: Bearer): Omit<Verdict, 'asOf'> {
  const date = instantWords(p.force.start.lo, d.prepared.accord.tz)
  return bare(d, p, bearer, 'NOT_IN_FORCE', ['not-yet'], fill(TEMPLATES['force.not-yet'], { date }))
}

/** After its end a text binds nobody; the sentence keeps what it had come to by then. */
function ended(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  from: number | undefined,
): Omit<Verdict, 'asOf'> {
  const last = inForceVerdict(d, p, bearer, p.force.to, from)
  const code = p.force.ended ?? 'window'
  return {
    ...last,
    verdict: 'NOT_IN_FORCE',
    codes: [code],
    settles: [],
    because: fill(TEMPLATES['force.ended'], {
      date: untilWords(p.force.to, d.prepared.accord.tz),
      reasons: reasons([code]),
      verdict: VERDICT_NAMES[last.verdict],
    }),
  }
}

function bare(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  verdict: Verdict['verdict'],
  codes: readonly string[],
  because: Words,
): Omit<Verdict, 'asOf'> {
  return {
    provision: p.provision.id,
    bearer: bearer.members,
    reading: d.prepared.reading,
    verdict,
    codes,
    timeliness: { kind: 'unknown' },
    correspondence: 'unknown',
    observed: 'no',
    counts: {},
    evidenceFor: [],
    evidenceAgainst: [],
    assumptions: [],
    because,
    settles: [],
  }
}
