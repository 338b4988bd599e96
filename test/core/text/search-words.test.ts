import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { indexWords, queryWords, wordsIn } from '../../../src/core/text/search-words.ts'

const finds = (text: string, query: string) => {
  const index = new Set(indexWords(text))
  const words = queryWords(query)
  return words.length > 0 && words.every(forms => forms.some(f => index.has(f)))
}

describe('searching', () => {
  for (const [text, query, what] of [
    ['أعلنت تركيا الانسحاب', 'اعلنت', 'alef with and without hamza'],
    ['اعلنت تركيا', 'أعلنت', 'alef without and with hamza'],
    ['آلية المراقبة', 'اليه', 'madda, and ta marbuta written as ha'],
    ['مستشفى إدلب', 'مستشفي ادلب', 'alef maqsura and ya'],
    ['قُصِفَتِ القَرْيَةُ', 'قصفت القرية', 'marks'],
    ['مـــدفعية', 'مدفعية', 'drawn-out letters'],
    ['وبالقصف المدفعي', 'قصف', 'particles before the word in the text'],
    ['قصف مدفعي', 'والقصف', 'particles before the word asked for'],
    ['١٥ كانون الأول', '15', 'Arabic-Indic digits'],
    ['Çatışma in İdlib', 'catisma idlib', 'Latin marks and case'],
    ['Перемирие', 'перемирие', 'Cyrillic case'],
  ] as const) {
    it(`finds across ${what}`, () => assert.ok(finds(text, query)))
  }

  it('needs every word', () => {
    assert.ok(finds('قصف على خان شيخون', 'شيخون قصف'))
    assert.ok(!finds('قصف على خان شيخون', 'شيخون غارة'))
  })

  it('does not take one word for another that only contains it', () => assert.ok(!finds('الصورة', 'صور')))

  it('has nothing to look for in a text without words', () =>
    assert.deepEqual(queryWords(' .. — \u200f'), []))

  it('leaves out what is no word: single letters and endless runs', () => {
    assert.deepEqual(wordsIn(`a ${'x'.repeat(60)} no`), ['no'])
  })
})
