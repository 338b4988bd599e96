import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Proposal } from '../../../../src/core/proposal/proposal.ts'
import { groupsOf, nextOpen, partsOf } from '../../../../src/web/pages/inbox/review-order.ts'

const p = (id: string, kind: Proposal['kind'], start = 0) =>
  ({ id, kind, span: { start, end: start + 1 } }) as Proposal

describe('proposals under review', () => {
  const all = [
    p('m', 'mention'),
    p('s2', 'statement', 9),
    p('e', 'event', 4),
    p('s1', 'statement', 2),
    p('u', 'undertaking', 7),
  ]

  it('come by kind, promises first, each in the order of the text', () => {
    assert.deepEqual(
      groupsOf(all).map(g => [g.kind, g.proposals.map(x => x.id)]),
      [
        ['undertaking', ['u']],
        ['statement', ['s1', 's2']],
        ['event', ['e']],
      ],
    )
  })

  it('leave names and dates aside: they need no decision', () => {
    assert.deepEqual(
      partsOf(all).map(g => g.kind),
      ['mention'],
    )
  })
})

describe('after a decision', () => {
  const ordered = [p('a', 'event'), p('b', 'event'), p('c', 'event')]

  it('the next open one is looked at', () => {
    assert.equal(nextOpen(ordered, new Set(['b']), 'a'), 'c')
  })

  it('the first that is left, when none follows', () => {
    assert.equal(nextOpen(ordered, new Set(['b', 'c']), 'c'), 'a')
  })

  it('none, when all are decided', () => {
    assert.equal(nextOpen(ordered, new Set(['a', 'b', 'c']), 'c'), undefined)
  })
})
