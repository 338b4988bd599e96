import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { filterOf, rowsThat, standingCounts } from '../../../../src/web/pages/state/filters.ts'
import { BOARD } from '../../fixtures/board.ts'

describe('the counts above the matrix', () => {
  it('are of verdicts, worst first, and name no empty standing', () => {
    assert.deepEqual(
      standingCounts(BOARD.rows).map(c => [c.standing, c.n]),
      [
        ['broken', 3],
        ['doubt', 3],
        ['unknown', 2],
        ['kept', 3],
      ],
    )
  })
})

describe('narrowing the matrix', () => {
  it('keeps rows with at least one verdict of the kind asked for', () => {
    const rows = rowsThat(BOARD.rows, filterOf(new URLSearchParams('only=broken')))
    assert.deepEqual(
      rows.map(r => r.provision),
      ['WAD-1', 'WAD-2', 'WAD-3'],
    )
  })

  it('keeps rows where readings part', () => {
    const rows = rowsThat(BOARD.rows, filterOf(new URLSearchParams('parts=1')))
    assert.deepEqual(
      rows.map(r => r.provision),
      ['WAD-1'],
    )
  })

  it('ignores a standing that does not exist', () => {
    assert.deepEqual(filterOf(new URLSearchParams('only=lovely')), { parts: false })
  })
})
