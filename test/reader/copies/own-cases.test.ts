import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compareTexts } from '../../../src/reader/copies/compare-texts.ts'
import { ownCases, sharedCases } from '../fixtures/own-cases.ts'

describe('pairs of our own cases', () => {
  for (const c of ownCases('syndication.jsonl'))
    it(`${c.id}: ${c.a} || ${c.b}`, () => assert.equal(compareTexts(c.a!, c.b!), c.expected.label))
})

describe('the shared development cases', () => {
  it('labels are exact', t => {
    const cases = sharedCases('syndication')
    if (!cases) return t.skip('../shared/reader not here')
    for (const c of cases) assert.equal(compareTexts(c.a!, c.b!), c.expected.label, c.id)
  })
})
