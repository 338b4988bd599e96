import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Claim } from '../../../src/core/evidence/record.ts'
import type { Undertaking } from '../../../src/core/statement/statement.ts'
import { statementList } from '../../../src/core/view/statement-list.ts'
import { ACCORD, claim, endOf, when } from './small-accord.ts'

const promise = (more: Partial<Undertaking>): Undertaking => ({
  id: 'u1',
  party: 'NORTH',
  types: ['release'],
  mode: 'do',
  words: { ar: 'سنفرج عن خمسين قبل نهاية العام' },
  when: when('2018-11-28'),
  received: endOf('2018-11-28'),
  ...more,
})
const verdictsOf = (u: Undertaking, claims: readonly Claim[], day: string) => {
  const list = statementList(
    ACCORD,
    {
      statements: new Map(),
      undertakings: new Map([[u.id, u]]),
      evidence: new Map(claims.map(c => [c.id, c])),
    },
    { t: endOf(day), k: endOf(day) },
    'default',
  )
  return list.undertakings[0]?.verdicts.map(v => [
    v.bearer.join('+'),
    v.verdict,
    v.quantity?.low,
    v.quantity?.required,
  ])
}
const release = (id: string, actor: string, released: number, day = '2018-12-20') =>
  claim({
    id,
    event: `release-${actor}`,
    types: ['release'],
    actor,
    when: when(day),
    figures: [{ what: 'released', low: released, high: released }],
  })

describe('said against done', () => {
  it('a promise to do waits until its deadline', () => {
    assert.deepEqual(verdictsOf(promise({ deadline: '2018-12-31' }), [], '2018-12-01'), [
      ['NORTH', 'PENDING', undefined, undefined],
    ])
  })

  it('a promise of fifty from each side holds both sides to it, whoever promised', () => {
    const u = promise({ party: 'GUARD', each: 'side', quantity: 50, deadline: '2018-12-31' })
    const done = [
      release('a', 'NORTH', 50),
      release('b', 'NORTH', 50),
      release('c', 'SOUTH', 30),
      release('d', 'SOUTH', 30),
    ]
    assert.deepEqual(verdictsOf(u, done, '2019-01-10'), [
      ['NORTH', 'FULFILLED', 50, 50],
      ['SOUTH', 'PARTIAL', 30, 50],
    ])
  })

  it('does not count what was done before it was said', () => {
    const u = promise({ deadline: '2018-12-31' })
    const early = [release('a', 'NORTH', 5, '2018-11-01'), release('b', 'NORTH', 5, '2018-11-01')]
    assert.notEqual(verdictsOf(u, early, '2018-12-01')?.[0]?.[1], 'FULFILLED')
  })

  it('a promise to refrain is broken by the act, and only after it was given', () => {
    const u = promise({ mode: 'refrain', types: ['shelling'] })
    const shelling = (day: string) => [
      claim({ id: 'a', when: when(day) }),
      claim({ id: 'b', when: when(day) }),
    ]
    assert.deepEqual(verdictsOf(u, shelling('2018-12-05'), '2018-12-31')?.[0]?.slice(0, 2), [
      'NORTH',
      'BREACHED',
    ])
    assert.deepEqual(verdictsOf(u, shelling('2018-11-03'), '2018-12-31')?.[0]?.slice(0, 2), [
      'NORTH',
      'HOLDING',
    ])
  })

  it('keeps a promise whose deadline is no date, without a deadline', () => {
    assert.equal(verdictsOf(promise({ deadline: 'soon' }), [], '2019-06-01')?.[0]?.[1], 'PENDING')
  })
})
