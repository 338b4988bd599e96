import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Verdict, VerdictName } from '../../../src/core/compliance/verdict.ts'
import type { Statement, Undertaking } from '../../../src/core/statement/statement.ts'
import { outcomeOf, trackRecords } from '../../../src/core/statement/track-record.ts'
import { when } from '../view/small-accord.ts'

let n = 0
const promise = (verdicts: readonly VerdictName[], more: Partial<Undertaking> = {}) => ({
  undertaking: {
    id: `u${++n}`,
    party: 'NORTH',
    types: ['release'],
    mode: 'do',
    words: { ar: 'سنفرج عنهم' },
    when: when('2018-11-28'),
    received: 0,
    ...more,
  } as Undertaking,
  verdicts: verdicts.map(verdict => ({ verdict, observed: 'yes' }) as Verdict),
})

describe('what became of a promise', () => {
  const cases: readonly (readonly [readonly VerdictName[], string])[] = [
    [['FULFILLED'], 'kept'],
    [['LATE'], 'kept'],
    [['HOLDING'], 'kept'],
    [['FULFILLED', 'OVERDUE'], 'broken'],
    [['BREACHED'], 'broken'],
    [['FULFILLED', 'PENDING'], 'open'],
    [['UNVERIFIED'], 'cannot_tell'],
    [['CLAIMED'], 'cannot_tell'],
    [['FULFILLED', 'CONTESTED'], 'cannot_tell'],
    [['SUSPENDED'], 'cannot_tell'],
    [[], 'cannot_tell'],
  ]
  for (const [verdicts, expected] of cases)
    it(`is ${expected} when it is judged ${verdicts.join(' and ') || 'not at all'}`, () => {
      assert.equal(outcomeOf(promise(verdicts)), expected)
    })

  it('is never broken under a condition, which nobody judged', () => {
    assert.equal(outcomeOf(promise(['OVERDUE'], { condition: 'إذا انسحبوا' })), 'cannot_tell')
    assert.equal(outcomeOf(promise(['FULFILLED'], { condition: 'إذا انسحبوا' })), 'kept')
  })
})

describe('the track record', () => {
  it('has a line for the party and one for each speaker, and every number opens its cases', () => {
    const statement = {
      id: 's1',
      speaker: { name: 'سالم', named: 'named', party: 'NORTH' },
    } as Statement
    const kept = promise(['FULFILLED'], { statement: 's1' })
    const broken = promise(['OVERDUE'])
    const none = { kept: [], broken: [], open: [], cannot_tell: [] }
    assert.deepEqual(trackRecords([kept, broken], [statement]), [
      {
        party: 'NORTH',
        cases: { ...none, kept: [kept.undertaking.id], broken: [broken.undertaking.id] },
      },
      { party: 'NORTH', speaker: 'سالم', cases: { ...none, kept: [kept.undertaking.id] } },
    ])
  })
})
