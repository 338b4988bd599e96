import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../../../src/core/ledger/canonical.ts'

describe('the canonical text of a value', () => {
  // Cases in the manner of RFC 8785 §3.2: numbers, escapes and the order of keys.
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['keys sorted, no spaces', { b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    [
      'keys by UTF-16 unit, so a surrogate pair comes before U+FB33',
      { '\ufb33': 1, '😀': 2, é: 3 },
      '{"é":3,"😀":2,"\ufb33":1}',
    ],
    [
      'numbers as ECMAScript writes them',
      [1e21, 1e-7, 0.1, -0, 1.0, 333333333.3333333],
      '[1e+21,1e-7,0.1,0,1,333333333.3333333]',
    ],
    ['control characters as escapes', 'a\u0000\n\u001f"\\', '"a\\u0000\\n\\u001f\\"\\\\"'],
    ['Arabic as it is', { جهة: 'تركيا' }, '{"جهة":"تركيا"}'],
    ['an undefined member left out', { a: undefined, b: 1 }, '{"b":1}'],
    ['an unpaired surrogate as its escape', '\ud83d', '"\\ud83d"'],
  ]
  for (const [name, value, text] of cases) {
    it(`has ${name}`, () => assert.equal(canonicalJson(value), text))
  }

  for (const [name, value] of [
    ['NaN', { a: [Number.NaN] }],
    ['a bigint', { a: 1n }],
    ['a Date', { a: new Date(0) }],
    ['a hole in a list', [undefined]],
  ] as const) {
    it(`refuses ${name} and names the place`, () => assert.throws(() => canonicalJson(value), /\$[.[]/))
  }

  it('reads back as the value it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue(), v =>
        assert.deepEqual(JSON.parse(canonicalJson(v)), JSON.parse(JSON.stringify(v))),
      ),
    )
  })

  it('is the same whatever order the members were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), o => {
        const turned = Object.fromEntries(Object.entries(o).reverse())
        assert.equal(canonicalJson(turned), canonicalJson(o))
      }),
    )
  })
})
