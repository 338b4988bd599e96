import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { stretchesOf } from '../../../src/web/locale/isolate.ts'

const foreign = (text: string, language: 'ar' | 'en') =>
  stretchesOf(text, language)
    .filter(s => s.foreign)
    .map(s => s.text)

describe('what is isolated inside Arabic', () => {
  for (const [text, parts] of [
    ['البند SOC18-6 مخروق', ['SOC18-6']],
    ['على بعد 15-20 كم', ['15-20']],
    ['داخل الوادي (6.6 km ≤ 10 km).', ['6.6 km ≤ 10 km']],
    ['في 2018-11-28، قال', ['2018-11-28']],
    ['نقلت Valley Post عن مصدر', ['Valley Post']],
  ] as const)
    it(`${parts.join(', ')} in "${text}"`, () => assert.deepEqual(foreign(text, 'ar'), parts))

  it('is not a plain number: it reads rightly by itself', () => {
    assert.deepEqual(foreign('تبادل 50 شخصاً', 'ar'), [])
  })
})

describe('what is isolated inside English', () => {
  it('is a run of Arabic words as a whole', () => {
    assert.deepEqual(foreign('said وكالة النهر yesterday', 'en'), ['وكالة النهر'])
  })
})

describe('cutting a sentence', () => {
  it('loses no letter, in either language', () => {
    const letter = fc.constantFrom(...'ab7 -/.،(ابج٣:')
    fc.assert(
      fc.property(
        fc.string({ unit: letter, maxLength: 60 }),
        fc.constantFrom('ar' as const, 'en' as const),
        (text, language) => {
          assert.equal(
            stretchesOf(text, language)
              .map(s => s.text)
              .join(''),
            text,
          )
        },
      ),
    )
  })
})
