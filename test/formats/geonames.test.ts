import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readGeoNames } from '../../src/formats/geonames.ts'
import { readPCodes } from '../../src/formats/pcodes.ts'
import { linesOf } from '../../src/formats/text-lines.ts'
import { placeOfGeoName, placeOfPCode } from '../../src/reader/gazetteer/from-tables.ts'
import { gazetteerOf } from '../../src/reader/gazetteer/gazetteer.ts'
import { readMentions } from '../../src/reader/mentions/mentions.ts'

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const row = (over: Record<number, string> = {}) => {
  const cells = [
    '900001',
    'Tall Zahrān',
    'Tall Zahran',
    'Tell Zahran,تل زهران,https://example.org',
    '35.5',
    '36.6',
    'P',
    'PPL',
    'SY',
    '',
    '12',
    '1201',
    '',
    '',
    '4200',
    '',
    '350',
    'Asia/Damascus',
    '2020-01-01',
  ]
  for (const [i, v] of Object.entries(over)) cells[Number(i)] = v
  return cells.join('\t')
}

describe('a GeoNames dump', () => {
  it('is read row by row, whatever pieces it comes in', async () => {
    const bytes = new TextEncoder().encode(`${row()}\r\n\n# comment\n${row({ 0: '900002' })}`)
    const pieces = Array.from({ length: bytes.length }, (_, i) => bytes.subarray(i, i + 1))
    const found = await all(readGeoNames(pieces))
    assert.deepEqual(
      found.map(f => f.ok && f.value.id),
      [900001, 900002],
    )
    const first = found[0]
    assert.ok(first?.ok)
    assert.deepEqual(first.value.alternates, ['Tell Zahran', 'تل زهران', 'https://example.org'])
    assert.equal(first.value.population, 4200)
  })
  it('a population of 0 is not known', async () => {
    const [first] = await all(readGeoNames([row({ 14: '0' })]))
    assert.ok(first?.ok && first.value.population === undefined)
  })
  const broken: [string, string, RegExp, number, string][] = [
    ['too few columns', 'one\ttwo', /2 columns/, 1, 'row'],
    ['a latitude that is none', row({ 4: '135.5' }), /'135.5' is no latitude/, 1, 'latitude'],
    ['an empty longitude', row({ 5: '' }), /no longitude/, 1, 'longitude'],
    ['no name', row({ 1: ' ' }), /no name/, 1, 'name'],
    ['no id', row({ 0: 'x' }), /no GeoNames id/, 1, 'geonameid'],
  ]
  for (const [name, text, message, line, field] of broken)
    it(`${name} is told with file, line and field, and the next row is read`, async () => {
      const [bad, good] = await all(readGeoNames([`${text}\n${row()}`], 'SY.txt'))
      assert.ok(bad && !bad.ok)
      assert.match(bad.error.message, message)
      assert.deepEqual(
        [bad.error.where?.file, bad.error.where?.line, bad.error.where?.field],
        ['SY.txt', line, field],
      )
      assert.ok(good?.ok)
    })
  it('gives entries that the reader finds behind a place word', async () => {
    const [first] = await all(readGeoNames([row()]))
    assert.ok(first?.ok)
    const gazetteer = gazetteerOf([placeOfGeoName(first.value)!])
    const read = (text: string) => readMentions(text, { lang: 'ar', gazetteer }).places.map(p => p.surface)
    assert.deepEqual(read('قصف على قرية تل زهران'), ['تل زهران'])
    assert.deepEqual(read('سمع صوت تل زهران'), [])
  })
  it('leaves out hills and wells', async () => {
    const [first] = await all(readGeoNames([row({ 6: 'T', 7: 'HLL' })]))
    assert.ok(first?.ok && placeOfGeoName(first.value) === undefined)
  })
})

describe('an OCHA table of p-codes', () => {
  const table =
    'ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,LAT,LON\n"Idleb","إدلب",SY07,"Ariha, district",أريحا,SY0704,35.81,36.61\nIdleb,إدلب,SY07,Harim,حارم,SY0703,36.21,36.52'
  it('gives each unit once, parents first, with names by language', async () => {
    const units = (await all(readPCodes([table]))).map(u => (u.ok ? u.value : undefined))
    assert.deepEqual(
      units.map(u => u?.pcode),
      ['SY07', 'SY0704', 'SY0703'],
    )
    assert.deepEqual(units[1], {
      level: 2,
      pcode: 'SY0704',
      names: { en: 'Ariha, district', ar: 'أريحا' },
      parent: 'SY07',
      lat: 35.81,
      lon: 36.61,
    })
  })
  it('a district stays a district, and a unit without a point gives no place', async () => {
    const units = await all(readPCodes([table]))
    assert.ok(units[1]?.ok && units[0]?.ok)
    assert.equal(placeOfPCode(units[1].value)?.level, 'district')
    assert.equal(placeOfPCode(units[0].value), undefined)
  })
  it('a header without p-codes says what was expected', async () => {
    const [first] = await all(readPCodes(['name,code\na,b'], 'x.csv'))
    assert.ok(first && !first.ok)
    assert.match(first.error.expected ?? '', /ADM1_PCODE/)
  })
  it('a short row and a bad point are told by line; the rest is read', async () => {
    const found = await all(
      readPCodes([`${table}\nonly,two\nIdleb,إدلب,SY07,Ma'arra,المعرة,SY0702,95,36`], 'sy.csv'),
    )
    const errors = found.flatMap(f => (f.ok ? [] : [[f.error.where?.line, f.error.code]]))
    assert.deepEqual(errors, [
      [4, 'bad-row'],
      [5, 'bad-point'],
    ])
    assert.equal(found.filter(f => f.ok).length, 3)
  })
  it('an empty file is told', async () => {
    const [first] = await all(readPCodes([]))
    assert.ok(first && !first.ok && first.error.code === 'no-header')
  })
})

describe('lines of a stream', () => {
  it('split letters of two bytes come together again', async () => {
    const bytes = new TextEncoder().encode('إدلب\nحلب')
    const lines = await all(linesOf([bytes.subarray(0, 1), bytes.subarray(1, 3), bytes.subarray(3)]))
    assert.deepEqual(lines, [
      { number: 1, text: 'إدلب' },
      { number: 2, text: 'حلب' },
    ])
  })
})
