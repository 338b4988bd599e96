import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { movements } from '../../../src/core/talks/movement.ts'
import type { TalksPosition } from '../../../src/core/talks/position.ts'
import { asTree } from '../../../src/core/talks/tree.ts'
import { cyclesOf, waitsOf } from '../../../src/core/talks/waits.ts'
import { talksBoard } from '../../../src/core/view/talks-board.ts'
import { ACCORD, endOf, when } from '../view/small-accord.ts'

let n = 0
const position = (day: string, more: Partial<TalksPosition>): TalksPosition => ({
  id: `p${++n}`,
  item: 'ceasefire',
  stance: 'open',
  when: when(day),
  received: endOf(day),
  ...more,
})
const at = { t: endOf('2019-12-31'), k: endOf('2019-12-31') }
const edges = (text: string) => text.split(' ').map(pair => ({ item: pair[0]!, for: pair[1]! }))

describe('who waits for what', () => {
  const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['a chain has no ring', 'ab bc', []],
    ['two items wait for each other', 'ab ba', [['a', 'b']]],
    ['three items wait in a ring', 'bc ca ab', [['a', 'b', 'c']]],
    ['an item waits for itself', 'aa', [['a']]],
    ['a chain leads into a ring', 'ab bc cb', [['b', 'c']]],
    [
      'there are two rings apart',
      'ab ba cd dc',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ]
  for (const [name, waits, expected] of cases)
    it(`finds rings when ${name}`, () => {
      assert.deepEqual(cyclesOf(edges(waits)), expected)
    })

  it('takes the positions that hold now, and names the parties', () => {
    const board = talksBoard(
      ACCORD,
      [
        position('2018-11-28', { item: 'return', party: 'SOUTH', stance: 'defers', waitsFor: 'settlement' }),
        position('2018-11-28', { item: 'settlement', party: 'NORTH', stance: 'defers', waitsFor: 'return' }),
        position('2018-10-01', { party: 'NORTH', stance: 'defers', waitsFor: 'return' }),
        position('2018-11-01', { party: 'NORTH', stance: 'supports' }),
      ],
      at,
    )
    const { waits, cycles } = waitsOf(board)
    assert.deepEqual(
      waits.map(w => [w.item, w.for, w.by]),
      [
        ['return', 'settlement', ['SOUTH']],
        ['settlement', 'return', ['NORTH']],
      ],
    )
    assert.deepEqual(cycles, [['return', 'settlement']])
  })
})

describe('movement between rounds', () => {
  it('is the state before a round and after it, oldest round first', () => {
    const board = talksBoard(
      ACCORD,
      [
        position('2018-11-28', { round: 'two', party: 'SOUTH', stance: 'supports' }),
        position('2018-09-01', { round: 'one', party: 'NORTH', stance: 'supports' }),
        position('2018-09-01', { round: 'one', party: 'SOUTH', stance: 'opposes' }),
      ],
      at,
    )
    assert.deepEqual(
      movements(board).map(m => [m.round, m.item, m.before, m.after]),
      [
        ['one', 'ceasefire', 'unknown', 'contested'],
        ['two', 'ceasefire', 'contested', 'agreed'],
      ],
    )
  })
})

describe('the agenda as a tree', () => {
  it('puts every item after its parent, and loses none that is its own ancestor', () => {
    const rows = [
      { item: 'c', parent: 'a' },
      { item: 'a' },
      { item: 'd', parent: 'c' },
      { item: 'x', parent: 'y' },
      { item: 'y', parent: 'x' },
    ]
    assert.deepEqual(
      asTree(rows).map(r => [r.row.item, r.depth]),
      [
        ['a', 0],
        ['c', 1],
        ['d', 2],
        ['x', 0],
        ['y', 1],
      ],
    )
  })
})
