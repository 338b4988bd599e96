import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inNumerals } from '../../../src/web/locale/numerals.ts'

describe('numbers in the chosen numerals', () => {
  it('become Arabic-Indic, with the Arabic decimal sign', () => {
    assert.equal(inNumerals('من 28 تشرين الثاني 2018، 6.6 كم', 'arab'), 'من ٢٨ تشرين الثاني ٢٠١٨، ٦٫٦ كم')
  })

  it('leaves names alone: codes, symbols, roads', () => {
    const names = 'SOC18-6 S/2018/852 M4 ev-17'
    assert.equal(inNumerals(names, 'arab'), names)
  })

  it('turns Arabic-Indic digits of a source into the chosen European ones', () => {
    assert.equal(inNumerals('٥٠ شخصاً', 'latn'), '50 شخصاً')
  })
})
