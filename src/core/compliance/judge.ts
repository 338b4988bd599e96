import type { Accord } from '../accord/model.ts'
import type { EvidenceRecord } from '../evidence/record.ts'
import type { Words } from '../words.ts'
import { type Docket, openDocket } from './docket.ts'
import { judgeBan } from './judge-ban.ts'
import { judgeDuty } from './judge-duty.ts'
import { judgePermission } from './judge-permission.ts'
import { type Bearer, type Prepared, type PreparedProvision, prepare } from './prepare.ts'
import { banOf, obstructionOf } from './prohibition.ts'
import { fill, instantWords, reasons, untilWords } from './say.ts'
import { TEMPLATES } from './templates.ts'
import type { AsOf, Verdict } from './verdict.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

/** What is asked: as of t in the world, knowing what was received by k; over [from, t] when `from` is given. */
export type Question = AsOf & { readonly from?: number }

/**
 * Every verdict of an accord under one reading: a row for each provision and bearer, in the accord's
 * order. A pure function of its arguments (compliance.md §3.2); the order of records does not matter.
 *
 * Asked often about the same records, open a docket once (`prepare`, `openDocket`) and use
 * `judgeDocket`: a thousand records and forty provisions take some tens of milliseconds.
 *
 * @param accord a checked accord, or one already prepared.
 * @param reading id; by default the reading 'default'. Ignored for a prepared accord.
 */
export function judge(
  accord: Accord | Prepared,
  records: readonly EvidenceRecord[],
  asked: Question,
  reading?: string,
): Verdict[] {
  const prepared = 'provisions' in accord && 'byId' in accord ? accord : prepare(accord, reading)
  return judgeDocket(openDocket(prepared, records, asked.k), asked)
}

/** As `judge`, on an open docket; `asked.k` must be the docket's. */
export function judgeDocket(d: Docket, asked: Omit<Question, 'k'>): Verdict[] {
  return d.prepared.provisions.flatMap(p => [
    ...p.bearers.map(b => judgeOne(d, p, b, asked)),
    ...(p.judged === 'none' ? [] : p.obstructors.map(b => judgeObstruction(d, p, b, asked))),
  ])
}

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
