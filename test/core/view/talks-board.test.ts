import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TalksPosition } from '../../../src/core/talks/position.ts'
import { stateOf, talksBoard } from '../../../src/core/view/talks-board.ts'
import { ACCORD, endOf, when } from './small-accord.ts'

let n = 0
const position = (more: Partial<TalksPosition>): TalksPosition => ({
  id: `p${++n}`,
  item: 'ceasefire',
  stance: 'open',
  when: when('2018-11-28'),
  received: endOf('2018-11-28'),
  ...more,
})
const at = (day: string) => ({ t: endOf(day), k: endOf(day) })

describe('the state of an agenda item', () => {
  const cases: readonly (readonly [string, readonly Partial<TalksPosition>[], string])[] = [
    ['nobody has spoken', [], 'unknown'],
    ['the only party is silent', [{ party: 'NORTH', stance: 'silent' }], 'unknown'],
    ['the talks as a whole are open to it', [{ stance: 'open' }], 'converging'],
    ['one party supports it', [{ party: 'NORTH', stance: 'supports' }], 'converging'],
    [
      'two parties support it',
      [
        { party: 'NORTH', stance: 'supports' },
        { party: 'SOUTH', stance: 'supports' },
      ],
      'agreed',
    ],
    [
      'one of two accepts with a condition',
      [
        { party: 'NORTH', stance: 'supports' },
        { party: 'SOUTH', stance: 'accepts_with_condition' },
      ],
      'converging',
    ],
    [
      'one supports and one opposes',
      [
        { party: 'NORTH', stance: 'supports' },
        { party: 'SOUTH', stance: 'opposes' },
      ],
      'contested',
    ],
    [
      'one supports and one defers',
      [
        { party: 'NORTH', stance: 'supports' },
        { party: 'SOUTH', stance: 'defers' },
      ],
      'deferred',
    ],
    [
      'the talks as a whole lack agreement because one defers',
      [{ stance: 'opposes' }, { party: 'SOUTH', stance: 'defers' }],
      'deferred',
    ],
    ['the talks as a whole lack agreement', [{ stance: 'opposes' }], 'contested'],
  ]
  for (const [name, positions, expected] of cases)
    it(`is ${expected} when ${name}`, () => {
      assert.equal(stateOf(positions.map(position)).state, expected)
    })
})

describe('the talks board', () => {
  it('names what a deferred item waits for, in both languages', () => {
    const board = talksBoard(
      ACCORD,
      [position({ item: 'return', party: 'SOUTH', stance: 'defers', waitsFor: 'settlement' })],
      at('2018-12-01'),
    )
    const row = board.items.find(i => i.item === 'return')
    assert.deepEqual([row?.state, row?.waitsFor], ['deferred', 'settlement'])
    assert.equal(row?.because.en, 'Put off by the South until: Political settlement.')
    assert.match(row?.because.ar ?? '', /الجنوب.*اتفاق سياسي/)
  })

  it('lets a newer position of a party replace its older one, and keeps both in the history', () => {
    const before = position({ party: 'SOUTH', stance: 'opposes' })
    const after = position({
      party: 'SOUTH',
      stance: 'supports',
      when: when('2018-12-05'),
      received: endOf('2018-12-05'),
    })
    const row = talksBoard(ACCORD, [after, before], at('2018-12-10')).items[0]
    assert.equal(row?.state, 'converging')
    assert.deepEqual(
      row?.history.map(p => p.stance),
      ['opposes', 'supports'],
    )
  })

  it('does not know on a day what was said or became known after it', () => {
    const later = position({
      party: 'SOUTH',
      stance: 'supports',
      when: when('2018-12-05'),
      received: endOf('2018-12-05'),
    })
    assert.equal(talksBoard(ACCORD, [later], at('2018-12-01')).items[0]?.state, 'unknown')
    assert.equal(
      talksBoard(ACCORD, [later], { t: endOf('2018-12-10'), k: endOf('2018-12-01') }).items[0]?.state,
      'unknown',
    )
  })

  it('shows a position on an item the accord does not list', () => {
    const board = talksBoard(ACCORD, [position({ item: 'demining' })], at('2018-12-01'))
    assert.equal(board.items.at(-1)?.item, 'demining')
  })

  it('shows every listed item, spoken of or not', () => {
    assert.deepEqual(
      talksBoard(ACCORD, [], at('2018-12-01')).items.map(i => [i.item, i.state]),
      [
        ['ceasefire', 'unknown'],
        ['return', 'unknown'],
        ['settlement', 'unknown'],
      ],
    )
  })
})
