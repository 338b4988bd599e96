import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Accord } from '../../../src/core/accord/model.ts'
import { stateBoard } from '../../../src/core/view/state-board.ts'
import { isDue, verdictWords } from '../../../src/core/view/verdict-words.ts'
import { ACCORD, endOf } from './small-accord.ts'

/** The small accord, its reports taking a week to come. */
const SLOW: Accord = {
  ...ACCORD,
  provisions: ACCORD.provisions.map(p => ({ ...p, evidence: { ...p.evidence, lagDays: 7 } })),
}
const board = (day: string) =>
  stateBoard(SLOW, [], { asOf: { t: endOf(day), k: endOf(day) }, reading: 'default', entries: 0 })

describe('a duty whose day has come while its reports may still come', () => {
  it('has a name of its own in both languages, apart from one whose day is ahead', () => {
    assert.equal(verdictWords('PENDING', true).ar, 'حلّ أجله، بانتظار التقارير')
    assert.equal(verdictWords('PENDING', true).en, 'due; waiting for reports')
    assert.notEqual(verdictWords('PENDING').ar, verdictWords('PENDING', true).ar)
    assert.ok(!isDue({ verdict: 'OVERDUE', codes: ['due'] }))
  })

  it('counts as changed the day after its day ends, and once', () => {
    const came = board('2018-10-11').changed.filter(c => c.provision === 'withdraw')
    assert.deepEqual(
      came.map(c => [c.from, c.to, c.fromWaiting, c.toWaiting]),
      [
        ['PENDING', 'PENDING', undefined, true],
        ['PENDING', 'PENDING', undefined, true],
      ],
    )
    assert.match(came[0]!.words.ar, /إلى «حلّ أجله، بانتظار التقارير»$/)
    assert.deepEqual(board('2018-10-12').changed, [])
  })

  it('is marked in the list of deadlines', () => {
    const waiting = (day: string) => board(day).deadlines.map(d => d.waiting)
    assert.deepEqual(waiting('2018-10-08'), [undefined])
    assert.deepEqual(waiting('2018-10-12'), [true])
  })
})
