import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Accord } from '../../../src/core/accord/model.ts'
import { stateBoard } from '../../../src/core/view/state-board.ts'
import { ACCORD, claim, endOf, when } from './small-accord.ts'

const board = (
  records: Parameters<typeof stateBoard>[1],
  day: string,
  more: { k?: string; reading?: string; accord?: Accord } = {},
) =>
  stateBoard(more.accord ?? ACCORD, records, {
    asOf: { t: endOf(day), k: endOf(more.k ?? day) },
    reading: more.reading ?? 'default',
    entries: 7,
  })
const BREACH = [claim({ id: 'a' }), claim({ id: 'b' })]
const cell = (b: ReturnType<typeof board>, provision: string, party: string) =>
  b.rows.find(r => r.provision === provision)?.cells.find(c => c.bearer[0] === party)

describe('the State page', () => {
  it('has a row a provision in the accord’s order, and a cell a bearer', () => {
    const b = board([], '2018-11-28')
    assert.deepEqual(
      b.rows.map(r => [r.provision, r.cells.map(c => c.bearer)]),
      [
        ['no-fire', [['NORTH'], ['SOUTH']]],
        ['withdraw', [['NORTH'], ['SOUTH']]],
      ],
    )
    assert.equal(b.entries, 7)
  })

  it('tells verdicts apart by party', () => {
    const b = board(BREACH, '2018-11-28')
    assert.equal(cell(b, 'no-fire', 'NORTH')?.verdict.verdict, 'BREACHED')
    assert.equal(cell(b, 'no-fire', 'SOUTH')?.verdict.verdict, 'HOLDING')
  })

  it('draws the strip of time from the start of the text to the moment asked about', () => {
    const strip = cell(board(BREACH, '2018-11-28'), 'no-fire', 'NORTH')?.strip ?? []
    assert.deepEqual([strip[0]?.from, strip[0]?.verdict], [when('2018-09-17').lo, 'HOLDING'])
    assert.deepEqual([strip.at(-1)?.to, strip.at(-1)?.verdict], [endOf('2018-11-28'), 'BREACHED'])
    for (let i = 1; i < strip.length; i++) assert.equal(strip[i]!.from, strip[i - 1]!.to + 1)
  })

  it('names what changed since the day before, in both languages', () => {
    const b = board(BREACH, '2018-11-03', { k: '2018-12-01' })
    assert.deepEqual(
      b.changed.map(c => [c.provision, c.bearer, c.from, c.to]),
      [['no-fire', ['NORTH'], 'HOLDING', 'BREACHED']],
    )
    assert.match(b.changed[0]?.words.en ?? '', /^No fire in the zone: from .* to breached$/)
    assert.match(b.changed[0]?.words.ar ?? '', /لا نار في المنطقة/)
    assert.deepEqual(board(BREACH, '2018-11-05', { k: '2018-12-01' }).changed, [])
  })

  it('counts what became known since yesterday as a change, for whoever looks at today', () => {
    const late = BREACH.map(c => ({ ...c, received: endOf('2018-11-28') }))
    assert.deepEqual(
      board(late, '2018-11-28').changed.map(c => c.to),
      ['BREACHED'],
    )
  })

  it('lists a deadline ahead and one just passed, and forgets one long passed', () => {
    const due = (day: string) => board([], day).deadlines.map(d => [d.provision, d.due])
    assert.deepEqual(due('2018-10-01'), [['withdraw', endOf('2018-10-10')]])
    assert.deepEqual(due('2018-10-20'), [['withdraw', endOf('2018-10-10')]])
    assert.deepEqual(due('2018-12-20'), [])
  })

  it('shows where another reading parts from this one', () => {
    const accord: Accord = {
      ...ACCORD,
      readings: [
        ...ACCORD.readings,
        { id: 'north', author: 'NORTH', name: { en: 'the North’s', ar: 'قراءة الشمال' } },
      ],
      provisions: ACCORD.provisions.map(p =>
        p.id === 'no-fire' ? { ...p, under: { north: { action: { types: ['air_strike'], in: 'dmz' } } } } : p,
      ),
    }
    const b = board(BREACH, '2018-11-28', { accord })
    assert.deepEqual(cell(b, 'no-fire', 'NORTH')?.differs, [{ reading: 'north', verdict: 'HOLDING' }])
    assert.deepEqual(cell(b, 'no-fire', 'SOUTH')?.differs, [])
    assert.equal(
      cell(board(BREACH, '2018-11-28', { accord, reading: 'north' }), 'no-fire', 'NORTH')?.verdict.verdict,
      'HOLDING',
    )
  })

  it('is the same whatever order the records come in', () => {
    const more = [...BREACH, claim({ id: 'c', event: 'e2', actor: 'SOUTH', when: when('2018-11-10') })]
    assert.deepEqual(board(more.toReversed(), '2018-11-28'), board(more, '2018-11-28'))
  })
})
