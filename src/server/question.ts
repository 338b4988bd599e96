import { z } from 'zod'
import type { Accord } from '../core/accord/model.ts'
import type { AsOf } from '../core/compliance/verdict.ts'
import { fold } from '../core/ledger/fold.ts'
import { entryAt } from '../core/ledger/history.ts'
import type { LedgerState } from '../core/ledger/state.ts'
import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { asOfFrom, momentOf } from '../core/view/moment.ts'
import { accordWithZones } from '../core/zone/accord-with-zones.ts'
import { accordOf, type Desk } from './desk.ts'
import { problem } from './problem-status.ts'

/** The clocks and the reading of a question, as every page's address carries them. */
export const questionQuery = z.strictObject({
  asOf: z
    .string()
    .optional()
    .describe("As of when in the world: a date (its end, in the accord's zone) or an instant. Default: now."),
  knownAt: z.string().optional().describe('Knowing only what could be known by then. Default: now.'),
  heldAt: z
    .string()
    .optional()
    .describe('Holding only what this ledger had recorded by then. Default: all of it.'),
  reading: z.string().optional().describe("Under whose reading of the text. Default: 'default'."),
})
export type QuestionQuery = z.infer<typeof questionQuery>

export type Question = {
  readonly accord: Accord
  readonly state: LedgerState
  readonly asOf: AsOf
  readonly reading: string
  /** Which clocks were left at now, and so move on between two questions. */
  readonly live: { readonly t: boolean; readonly k: boolean }
}

/** What is asked, resolved against one accord's desk; a problem names the parameter that makes no sense. */
export function questionOf(desk: Desk, asked: QuestionQuery, now: number): Result<Question, Problem> {
  const held = asked.heldAt === undefined ? ok(desk) : heldBy(desk, asked.heldAt)
  if (!held.ok) return held
  const { accord, state } = held.value
  const asOf = asOfFrom(asked, accord.tz, now)
  if (!asOf.ok) return asOf
  const reading = asked.reading ?? 'default'
  const known = accord.readings.map(r => r.id)
  if (!known.includes(reading))
    return fail(
      problem('no-such-reading', `'${reading}' is no reading of this accord`, {
        field: 'reading',
        expected: `one of ${known.join(', ')}`,
      }),
    )
  const live = { t: asked.asOf === undefined, k: asked.knownAt === undefined }
  // A line that was drawn later was not known then.
  const asKnown = accordWithZones(state, asOf.value.k) ?? accord
  return ok({ accord: asKnown, state, asOf: asOf.value, reading, live })
}

function heldBy(desk: Desk, text: string): Result<Pick<Desk, 'accord' | 'state'>, Problem> {
  const moment = momentOf(text, desk.accord.tz, 'heldAt')
  if (!moment.ok) return moment
  const entries = function* () {
    for (let seq = 1; seq <= desk.state.head.seq; seq++) {
      const entry = entryAt(desk.state, seq)
      if (entry) yield entry
    }
  }
  const state = fold(entries(), { accord: desk.id, heldAt: moment.value * 1000 + 999 })
  const accord = accordOf(state)
  if (!accord)
    return fail(
      problem('nothing-held', `this ledger held nothing yet at ${text}`, {
        field: 'heldAt',
        expected: 'a moment after the accord was adopted here',
      }),
    )
  return ok({ accord, state })
}
