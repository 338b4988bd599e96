import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { StatementFound } from '../../../src/reader/attribution/statement-found.ts'
import { readStatements } from '../../../src/reader/attribution/statements.ts'

type Expected = {
  speaker: string | null
  role: string | null
  via: string[]
  kind: string
  conditional_on?: string
  target?: string
  medium?: string
  anonymous?: boolean
}

const shown = (s: Expected | StatementFound) => ({
  speaker: s.speaker,
  role: s.role,
  via: [...s.via],
  kind: s.kind,
  conditional_on: s.conditional_on,
  target: s.target,
  medium: s.medium,
  anonymous: s.anonymous,
})

const linesOf = (path: URL) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

describe('statements of our own cases', () => {
  for (const c of linesOf(new URL('cases.jsonl', import.meta.url)))
    it(`${c.id}: ${c.text}`, () =>
      assert.deepEqual(readStatements(c.text, { lang: c.lang }).map(shown), c.expected.map(shown)))
})

describe('the shared development cases', () => {
  const path = new URL('../../../../shared/reader/cases.jsonl', import.meta.url)
  it('attributions are exact', t => {
    if (!existsSync(path)) return t.skip('../shared/reader not here')
    for (const c of linesOf(path).filter(c => c.task === 'attribution'))
      assert.deepEqual(
        readStatements(c.text, { lang: c.lang }).map(shown),
        c.expected.statements.map(shown),
        c.id,
      )
  })
})

const ar = (text: string) => readStatements(text, { lang: 'ar' })
const slice = (text: string, span?: { start: number; end: number }) =>
  span && text.slice(span.start, span.end)

describe('what a statement keeps apart', () => {
  const text =
    'وكان مسؤول روسي، بحسب وسائل إعلام محلية، قد أكد أن القوات سترد على أي هجوم يشنه من وصفهم بـ"المتشددين"، قائلًا: "ردنا سيكون محسوبًا".'
  const [s] = ar(text)
  it('the quoted words from the paraphrase', () => assert.equal(slice(text, s?.quote), 'ردنا سيكون محسوبًا'))
  it('the outlet’s gloss from the speaker’s words', () =>
    assert.equal(slice(text, s?.gloss), 'من وصفهم بـ"المتشددين"'))
  it('the carrier from the speaker', () =>
    assert.deepEqual([s?.speaker, s?.via], ['مسؤول روسي', ['وسائل إعلام محلية']]))
  it('the condition from the threat', () => assert.match(s?.conditional_on ?? '', /^أي هجوم/))
})

describe('a voice goes on', () => {
  const text =
    'نقل موقع «الساحل» عن مصدر رسمي قوله إن اللقاء تم. وقال المصدر: «القوائم جاهزة». وأضاف: «سنعمل على إتمام ذلك».'
  const found = ar(text)
  it('with "the source" and with "he added": same speaker, same chain', () =>
    assert.deepEqual(
      found.map(s => [s.speaker, s.via]),
      [
        ['مصدر رسمي', ['الساحل']],
        ['مصدر رسمي', ['الساحل']],
        ['مصدر رسمي', ['الساحل']],
      ],
    ))
  it('and is marked as taken over', () =>
    assert.deepEqual(
      found.map(s => s.continues),
      [undefined, true, true],
    ))
})

describe('any text', () => {
  it('spans lie inside it, in order, whatever the words', () => {
    const words = [
      'قال',
      'المتحدث',
      'إن',
      '«',
      '»',
      ':',
      'said',
      'that',
      '"',
      'заявил',
      'bakan',
      'dedi',
      'selon',
      ',',
      '.',
      'نقلا',
      'عن',
      'وكالة',
      '\n',
      'لن',
      'إذا',
      "'",
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }),
        fc.constantFrom('ar', 'en', 'ru', 'tr', 'fr'),
        (list, lang) => {
          const text = list.join(' ')
          for (const s of readStatements(text, { lang })) {
            assert.ok(s.start >= 0 && s.end <= text.length && s.start < s.end)
            for (const span of [s.content, s.quote, s.gloss, s.speakerSpan])
              if (span) assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
  it('the speaker is never among the carriers', () => {
    for (const c of linesOf(new URL('cases.jsonl', import.meta.url)))
      for (const s of readStatements(c.text, { lang: c.lang }))
        assert.ok(s.speaker === null || !s.via.includes(s.speaker), c.id)
  })
})
