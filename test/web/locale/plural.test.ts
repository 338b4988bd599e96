import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { arabicCount, englishCount } from '../../../src/web/locale/plural.ts'

const count = (n: number) => ({ n, text: String(n) })

describe('a number of reports in Arabic', () => {
  const forms = {
    zero: 'لا تقارير',
    one: 'تقرير واحد',
    two: 'تقريران',
    few: '# تقارير',
    many: '# تقريراً',
    other: '# تقرير',
  }
  for (const [n, said] of [
    [0, 'لا تقارير'],
    [1, 'تقرير واحد'],
    [2, 'تقريران'],
    [3, '3 تقارير'],
    [10, '10 تقارير'],
    [11, '11 تقريراً'],
    [99, '99 تقريراً'],
    [100, '100 تقرير'],
    [103, '103 تقارير'],
  ] as const)
    it(`says "${said}" for ${n}`, () => assert.equal(arabicCount(count(n), forms), said))
})

describe('a number of reports in English', () => {
  it('is singular for one only', () => {
    assert.equal(englishCount(count(1), { one: '# report', other: '# reports' }), '1 report')
    assert.equal(englishCount(count(21), { one: '# report', other: '# reports' }), '21 reports')
  })

  it('says its own word for none where there is one', () => {
    assert.equal(
      englishCount(count(0), { zero: 'no report', one: '# report', other: '# reports' }),
      'no report',
    )
    assert.equal(englishCount(count(0), { one: '# report', other: '# reports' }), '0 reports')
  })
})
