import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { languageOf } from '../../../src/reader/language/language-of.ts'

describe('the language of a paragraph', () => {
  for (const [text, language] of [
    ['قال مصدر في غرفة الرصد إن الهدوء ساد الليل.', 'ar'],
    ['اقــــرأ أيضاً', 'ar'],
    ['The patrol reached the post after midnight.', 'en'],
    ['Наблюдатели не отметили нарушений за сутки.', 'ru'],
    ['Sözcü, devriyenin gece yarısı döndüğünü söyledi.', 'tr'],
    ['Sözcü dedi.', 'tr'],
    ['La patrouille est rentrée après minuit, selon un témoin.', 'fr'],
    ['سخنگوی وزارت گفت که آتش‌بس برقرار است.', 'other'],
    ['Спостерігачі не зафіксували порушень цієї доби.', 'other'],
    ['停火', 'other'],
    ['2018-11-28', undefined],
  ] as const)
    it(`'${text}' is ${language}`, () => assert.equal(languageOf(text), language))

  const cases = fileURLToPath(new URL('../../../../shared/reader/cases.jsonl', import.meta.url))
  it('of every shared case is the one the case names', t => {
    if (!existsSync(cases)) return t.skip('../shared not here')
    const wrong = readFileSync(cases, 'utf8')
      .trim()
      .split('\n')
      .map(
        l => JSON.parse(l) as { id: string; lang: string; text?: string; paragraphs?: string[]; a?: string },
      )
      .map(c => [c.id, c.lang, languageOf(c.text ?? c.paragraphs?.join('\n') ?? c.a ?? '')] as const)
      .filter(([, want, got]) => want !== got)
    assert.deepEqual(wrong, [])
  })
})
