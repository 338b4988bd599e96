import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { krocOf } from '../../../src/core/accord/kroc.ts'
import type { Verdict } from '../../../src/core/compliance/verdict.ts'
import { accordOf, clause } from './small-accord.ts'

const verdict = (provision: string, name: Verdict['verdict'], more: Partial<Verdict> = {}): Verdict => ({
  provision,
  bearer: ['NORTH'],
  reading: 'default',
  asOf: { t: 0, k: 0 },
  verdict: name,
  codes: [],
  timeliness: { kind: 'no_deadline' },
  correspondence: 'unknown',
  observed: 'no',
  counts: {},
  evidenceFor: [],
  evidenceAgainst: [],
  assumptions: [],
  because: { en: '', ar: '' },
  settles: [],
  ...more,
})

const one = (name: Verdict['verdict'], more: Partial<Verdict> = {}) =>
  krocOf(accordOf([clause('p')]), [verdict('p', name, more)]).rows[0]!

describe('the 0 to 3 scale', () => {
  const table: readonly [Verdict['verdict'], Partial<Verdict>, readonly [number, number] | undefined][] = [
    ['FULFILLED', {}, [3, 3]],
    ['LATE', {}, [3, 3]],
    ['PENDING', {}, [0, 0]],
    ['OVERDUE', {}, [0, 0]],
    ['CLAIMED', {}, [0, 3]],
    ['CONTESTED', {}, [0, 3]],
    ['UNVERIFIED', {}, [0, 3]],
    ['PARTIAL', { quantity: { low: 28, high: 33, required: 40 } }, [2, 2]],
    ['PARTIAL', { quantity: { low: 0, high: 40, required: 50 } }, [0, 2]],
    ['PARTIAL', { quantity: { low: 10, high: 10, required: 50 } }, [1, 1]],
    ['HOLDING', { observed: 'yes' }, [3, 3]],
    ['HOLDING', { observed: 'partly' }, undefined],
    ['HOLDING', { observed: 'no' }, undefined],
    ['BREACHED', { observed: 'yes' }, [0, 0]],
    ['DISPUTED', {}, [0, 3]],
    ['DORMANT', {}, undefined],
    ['NOT_JUDGED', {}, undefined],
    ['NOT_IN_FORCE', {}, undefined],
  ]
  for (const [name, more, range] of table)
    it(`${name} ${JSON.stringify(more)} is ${range ? range.join(' to ') : 'not scored'}`, () => {
      assert.deepEqual(one(name, more).range, range)
      assert.equal(one(name, more).score, range?.[0])
    })

  it('takes the least among the bearers of a stipulation', () => {
    const row = krocOf(accordOf([clause('p')]), [
      verdict('p', 'FULFILLED'),
      verdict('p', 'OVERDUE', { bearer: ['SOUTH'] }),
    ]).rows[0]!
    assert.equal(row.score, 0)
    assert.deepEqual(
      row.from.map(f => f.score),
      [3, 0],
    )
  })

  it('leaves out verdicts on others who hinder a permission', () => {
    assert.equal(one('BREACHED', { codes: ['obstruction'] }).score, undefined)
  })
})

describe('percentages per theme', () => {
  const accord = accordOf([
    clause('a', { theme: 'roads' }),
    clause('b', { theme: 'roads' }),
    clause('c', { theme: 'roads' }),
    clause('d', { theme: 'talks' }),
  ])
  const out = krocOf(accord, [
    verdict('a', 'FULFILLED'),
    verdict('b', 'OVERDUE'),
    verdict('c', 'OVERDUE'),
    verdict('d', 'NOT_JUDGED'),
  ])

  it('count, exact and rounded shares stand side by side', () => {
    const roads = out.themes.find(t => t.theme === 'roads')!
    assert.deepEqual(roads.counts, [2, 0, 0, 1])
    assert.deepEqual(roads.rounded, [67, 0, 0, 33])
    assert.ok(Math.abs(roads.exact[0] - 66.6667) < 0.001)
  })
  it('a theme with nothing to score says so and shows no percentages', () => {
    const talks = out.themes.find(t => t.theme === 'talks')!
    assert.deepEqual([talks.scored, talks.unscored, talks.sumOfRounded], [0, 1, 0])
  })
  it('says when rounding makes them add up to something else than 100', () => {
    // Eight stipulations, one at 1, one at 2, six at 3: 12.5, 12.5 and 75.
    const eight = accordOf(Array.from({ length: 8 }, (_, i) => clause(`p${i}`)))
    const verdicts = eight.provisions.map((p, i) =>
      i === 0
        ? verdict(p.id, 'PARTIAL', { quantity: { low: 1, high: 1, required: 10 } })
        : i === 1
          ? verdict(p.id, 'PARTIAL', { quantity: { low: 9, high: 9, required: 10 } })
          : verdict(p.id, 'FULFILLED'),
    )
    const { total, rounding } = krocOf(eight, verdicts)
    assert.deepEqual(total.rounded, [0, 13, 13, 75])
    assert.equal(total.sumOfRounded, 101)
    assert.match(rounding.en, /101/)
    assert.match(rounding.ar, /101/)
  })
  it('each rounded share is within half a point of the exact one', () => {
    const names = ['FULFILLED', 'OVERDUE', 'CLAIMED', 'HOLDING'] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 60 }), list => {
        const a = accordOf(list.map((_, i) => clause(`p${i}`)))
        const { total } = krocOf(
          a,
          list.map((n, i) => verdict(`p${i}`, n)),
        )
        assert.ok(total.exact.every((x, i) => Math.abs(x - total.rounded[i]!) <= 0.5))
        assert.equal(total.scored + total.unscored, list.length)
      }),
    )
  })
})
