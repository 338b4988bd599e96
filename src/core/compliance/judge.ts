import type { Accord } from '../accord/model.ts'
import type { EvidenceRecord } from '../evidence/record.ts'
import { type Docket, openDocket } from './docket.ts'
import { isLarge, judgeLarge } from './engine/large.ts'
import { judgeObstruction, judgeOne, type Question } from './judge-one.ts'
import { prepare } from './prepare.ts'
import type { Prepared } from './prepared.ts'
import type { Verdict } from './verdict.ts'

export type { Question }

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

/**
 * As `judge`, on an open docket. Some thousands of reports are judged one by one from the rules; more are
 * handed to the engine, which gives the same verdicts and does not compare every act with every other.
 */
export function judgeDocket(d: Docket, asked: Omit<Question, 'k'>): Verdict[] {
  if (isLarge(d)) return judgeLarge(d, asked)
  return d.prepared.provisions.flatMap(p => [
    ...p.bearers.map(b => judgeOne(d, p, b, asked)),
    ...(p.judged === 'none' ? [] : p.obstructors.map(b => judgeObstruction(d, p, b, asked))),
  ])
}
