import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { CopyClusters } from '../../../src/reader/copies/cluster.ts'
import { compareTexts } from '../../../src/reader/copies/compare-texts.ts'
import { fingerprintOf, likenessOf } from '../../../src/reader/copies/fingerprint.ts'

// Invented sentences.
const story =
  'أعلنت غرفة الرصد أن قافلة إغاثة دخلت البلدة صباح الثلاثاء بعد توقف دام أسبوعين. وقال متحدث باسمها إن الطريق بقي مفتوحاً حتى المساء. وأضاف أن قافلة ثانية تنتظر الإذن.'

describe('two reports', () => {
  for (const [why, a, b, label] of [
    [
      'reprinted with another spelling and an agency tag',
      story,
      `${story.replaceAll('أ', 'ا')} (وكالات)`,
      'same',
    ],
    ['with its sentences in another order', story, story.split('. ').toReversed().join('. '), 'same-story'],
    ['with a sentence more', story, `${story} ولم يُعرف عدد الشاحنات.`, 'same-story'],
    ['on another day', story, story.replace('الثلاثاء', 'الجمعة'), 'different'],
    [
      'with another figure',
      'Seven people were wounded at the northern gate.',
      'Nine people were wounded at the northern gate.',
      'different',
    ],
    [
      'that says it did not happen',
      'The convoy entered the town on Tuesday.',
      'The convoy did not enter the town on Tuesday.',
      'different',
    ],
    ['with nothing in common', story, 'La réunion a été reportée à vendredi.', 'different'],
    [
      'in Turkish, another place',
      'Devriye salı günü kuzey yolundan geçti.',
      'Devriye salı günü güney yolundan geçti.',
      'different',
    ],
  ] as const)
    it(`${why}: ${label}`, () => assert.equal(compareTexts(a, b), label))

  it('get the same answer whichever comes first', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(story.split(' '), { minLength: 5 }), words => {
        const other = words.join(' ')
        assert.equal(compareTexts(story, other) === 'same', compareTexts(other, story) === 'same')
      }),
    ))

  const cases = fileURLToPath(new URL('../../../../shared/reader/cases.jsonl', import.meta.url))
  it('of every shared case are told as the case says', t => {
    if (!existsSync(cases)) return t.skip('../shared not here')
    const wrong = readFileSync(cases, 'utf8')
      .trim()
      .split('\n')
      .map(
        l => JSON.parse(l) as { id: string; task: string; a: string; b: string; expected: { label: string } },
      )
      .filter(c => c.task === 'syndication' && compareTexts(c.a, c.b) !== c.expected.label)
      .map(c => [c.id, compareTexts(c.a, c.b)])
    assert.deepEqual(wrong, [])
  })
})

describe('fingerprints', () => {
  it('of one text in two spellings are equal', () =>
    assert.equal(
      likenessOf(fingerprintOf(story), fingerprintOf(story.replaceAll('أ', 'ا').replaceAll('ة', 'ه'))),
      1,
    ))
  it('of an edited copy are near, of another text far', () => {
    const long = Array.from({ length: 12 }, (_, i) => story.replaceAll('الثلاثاء', `اليوم ${i}`)).join(' ')
    assert.ok(likenessOf(fingerprintOf(long), fingerprintOf(`${long} وأضيفت جملة أخيرة.`)) > 0.8)
    assert.ok(
      likenessOf(
        fingerprintOf(long),
        fingerprintOf('La réunion a été reportée à vendredi, selon une source proche du comité.'),
      ) < 0.1,
    )
  })
})

describe('clusters of copies', () => {
  it('put copies together and others apart, in any number', () => {
    const clusters = new CopyClusters()
    const text = (n: number) =>
      Array.from({ length: 60 }, (_, i) => `كلمة${Math.imul(n * 60 + i + 1, 0x9e3779b1) >>> 12}`).join(' ')
    const found = Array.from(
      { length: 3_000 },
      (_, i) => clusters.add(fingerprintOf(text(i % 1_500))).cluster,
    )
    for (let i = 0; i < 1_500; i++) assert.equal(found[i + 1_500], found[i])
    assert.equal(new Set(found).size, 1_500)
  })
})
