import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { summaryOf } from '../../../src/core/view/record-summary.ts'
import { ACCORD, claim, when } from './small-accord.ts'

const said = (more: object) => {
  const { summary: _, ...record } = claim({ id: 'a', when: when('2018-11-24'), ...more })
  return summaryOf({ of: 'evidence', record }, ACCORD)
}

describe('the line about a claim without words of its own', () => {
  it('is composed in each language from the words for its type, source and day', () => {
    const line = said({ source: 'this-report', types: ['shelling'], actor: 'NORTH' })
    assert.match(line.en, /^The report says: shelling by .*, 24 November 2018$/)
    assert.match(line.ar, /^التقرير يفيد: قصف مدفعي، الفاعل .*، 24 تشرين الثاني\/نوفمبر 2018$/)
    assert.doesNotMatch(line.ar, /[a-z]/i)
  })

  it('names the outlet that said it', () => {
    assert.match(said({ source: 'SOHR', types: ['air_strike'] }).ar, /^SOHR يفيد: غارة جوية/)
  })
})
