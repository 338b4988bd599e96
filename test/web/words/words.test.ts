import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import { EVENT_TYPES, WEAPON_LADDER } from '../../../src/core/event/types.ts'
import { SPEECH_ACTS } from '../../../src/core/statement/statement.ts'
import { ITEM_STATES, STANCES } from '../../../src/core/talks/position.ts'
import { vocabulary } from '../../../src/web/words/vocabulary.ts'

const SRC = new URL('../../../src/web/', import.meta.url)

type Tree = { readonly [key: string]: string | ((...args: never[]) => string) | Tree }
const leaves = (tree: Tree, path = ''): [string, string | ((...args: never[]) => string)][] =>
  Object.entries(tree).flatMap(([k, v]) =>
    typeof v === 'object' ? leaves(v, `${path}${k}.`) : [[path + k, v]],
  )

/** Texts that are the same in both languages by their nature. */
const SAME =
  /^(languageName|header\.otherLanguage|settings\.|draft\.none|reliability\.|credibility\.|review\.how\.given|draft\.atMost)/

const dictionaries = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map(f => f.replaceAll('\\', '/'))
  .filter(f => /words\/en\.ts$|vocabulary-en\.ts$/.test(f))

describe('words in two languages', () => {
  it('are found in more than five places', () => assert.ok(dictionaries.length > 5))

  for (const file of dictionaries)
    it(`${file}: the same keys, and Arabic in Arabic letters`, async () => {
      const { en } = (await import(new URL(file, SRC).href)) as { en: Tree }
      const { ar } = (await import(new URL(file.replace(/en\.ts$/, 'ar.ts'), SRC).href)) as { ar: Tree }
      assert.deepEqual(
        leaves(ar)
          .map(([k]) => k)
          .sort(),
        leaves(en)
          .map(([k]) => k)
          .sort(),
      )
      for (const [key, text] of leaves(ar))
        if (typeof text === 'string' && text && !SAME.test(key))
          assert.match(text, /[\u0600-\u06ff]|^[—،\s]+$/, `${file} ${key}: "${text}"`)
    })
})

describe('the vocabulary', () => {
  for (const [list, keys] of [
    ['eventType', EVENT_TYPES],
    ['speechAct', SPEECH_ACTS],
    ['stance', STANCES],
    ['itemState', ITEM_STATES],
    ['weapon', WEAPON_LADDER],
  ] as const)
    it(`has a word for every ${list} of the core`, () => {
      for (const language of ['en', 'ar'] as const)
        assert.deepEqual(
          keys.filter(k => !vocabulary[language][list][k]),
          [],
        )
    })
})
