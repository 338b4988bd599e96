import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Verdict, VerdictName } from '../../../src/core/compliance/verdict.ts'
import { bottomLine, standings } from '../../../src/core/view/bottom-line.ts'

const verdict = (provision: string, name: VerdictName, observed: Verdict['observed'] = 'yes'): Verdict => ({
  provision,
  bearer: ['NORTH'],
  reading: 'default',
  asOf: { t: 0, k: 0 },
  verdict: name,
  codes: [],
  timeliness: { kind: 'unknown' },
  correspondence: 'unknown',
  observed,
  counts: {},
  evidenceFor: [],
  evidenceAgainst: [],
  assumptions: [],
  because: { en: '', ar: '' },
  settles: [],
})

describe('the answer in one sentence', () => {
  it('leads with what is broken', () => {
    const line = bottomLine([verdict('a', 'BREACHED'), verdict('b', 'HOLDING'), verdict('c', 'ALLEGED')])
    assert.equal(
      line.en,
      'Not held in full: 1 of 3 provisions in force broken or overdue; 1 in doubt, 1 done or without a recorded breach.',
    )
    assert.match(line.ar, /المخروق أو الذي فات أجله 1 من أصل 3/)
  })

  it('says that nothing is established when all is doubt', () => {
    assert.match(bottomLine([verdict('a', 'DISPUTED')]).en, /^No established breach; 1 of 1/)
  })

  it('never calls unobserved silence kept', () => {
    const line = bottomLine([verdict('a', 'HOLDING', 'no')])
    assert.match(line.en, /cannot be told for want of observation/)
    assert.doesNotMatch(line.en, /kept/)
  })

  it('says so when nothing is in force', () => {
    assert.equal(bottomLine([verdict('a', 'NOT_IN_FORCE')]).en, 'No provision is in force at this moment.')
  })

  it('counts a provision once, where its worst bearer stands', () => {
    assert.deepEqual(standings([verdict('a', 'FULFILLED'), verdict('a', 'OVERDUE')]), {
      kept: 0,
      open: 0,
      doubt: 0,
      broken: 1,
      unknown: 0,
      aside: 0,
    })
  })
})
