import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BoardRow } from '../../../../src/core/view/board.ts'
import { columnsOf, stretchesOf } from '../../../../src/web/pages/state/columns.ts'

const row = (...bearers: string[][]): BoardRow =>
  ({ provision: 'P', cells: bearers.map(bearer => ({ bearer })) }) as unknown as BoardRow
const laid = (r: BoardRow, columns: string[]) =>
  stretchesOf(r, columns).map(s => [s.cell?.bearer.join('+') ?? '', s.span])

describe('the columns of the matrix', () => {
  it('are the bound parties in the accord’s order', () => {
    const parties = ['RU', 'TR', 'UN', 'GOV'].map(id => ({ id, name: { en: id, ar: id }, role: 'party' }))
    assert.deepEqual(columnsOf({ rows: [row(['GOV'], ['RU', 'TR'])], parties }), ['RU', 'TR', 'GOV'])
  })

  it('include a bound party that the accord forgot to list', () => {
    assert.deepEqual(columnsOf({ rows: [row(['X'])], parties: [] }), ['X'])
  })
})

describe('a row over the columns', () => {
  it('gives parties bound jointly one cell over theirs', () => {
    assert.deepEqual(laid(row(['RU', 'TR'], ['GOV']), ['RU', 'TR', 'GOV']), [
      ['RU+TR', 2],
      ['GOV', 1],
    ])
  })

  it('puts a pair that are no neighbours into the first free one', () => {
    assert.deepEqual(laid(row(['RU', 'GOV']), ['RU', 'TR', 'GOV']), [
      ['RU+GOV', 1],
      ['', 1],
      ['', 1],
    ])
  })

  it('never loses a verdict when single and joint bearers share a party', () => {
    assert.deepEqual(laid(row(['RU', 'TR'], ['RU']), ['RU', 'TR', 'GOV']), [
      ['RU', 1],
      ['RU+TR', 1],
      ['', 1],
    ])
  })
})
