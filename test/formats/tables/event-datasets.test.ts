import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readEventTable } from '../../../src/formats/tables/event-datasets.ts'

const accord = {
  tz: 'Asia/Damascus',
  parties: [
    {
      id: 'GOV',
      role: 'party',
      name: { en: 'Government of Syria', ar: 'الحكومة السورية' },
      aliases: ['قوات النظام', 'Syrian army'],
    },
    { id: 'OPP', role: 'party', name: { en: 'Armed opposition', ar: 'المعارضة المسلحة' } },
  ],
} as const
const options = { accord, origin: 'ميدان', received: 1_543_356_000, box: [35.8, 35.0, 37.5, 36.6] as const }
const read = (text: string, more = {}) => readEventTable(text, { ...options, ...more })
function kept(text: string) {
  const r = read(text)
  assert.ok(r.ok, JSON.stringify(r))
  return r.value
}

describe('a field table with Arabic headers', () => {
  const table =
    'التاريخ;النوع;الفاعل;المكان;خط العرض;خط الطول;القتلى\n٢٨/١١/٢٠١٨;Shelling/artillery/missile attack;قوات النظام;جرجناز;35.56;36.79;\n'

  it('is read with its Arabic digits, names and delimiter', () => {
    const { claims, count } = kept(table)
    assert.deepEqual(count, { read: 1, kept: 1, rejected: 0 })
    assert.equal(claims[0]?.actor, 'GOV')
    assert.deepEqual(claims[0]?.place, {
      kind: 'disc',
      at: [36.79, 35.56],
      radiusMetres: 2000,
      nameAr: 'جرجناز',
    } as never)
    assert.equal(claims[0]?.when.lo, Date.parse('2018-11-27T22:00:00Z') / 1000)
  })

  it('says nothing of deaths where the cell is empty: no figure is not zero', () =>
    assert.equal(kept(table).claims[0]?.figures, undefined))

  it('gives the same ids when read again', () =>
    assert.deepEqual(
      kept(table).claims.map(c => c.id),
      kept(table).claims.map(c => c.id),
    ))
})

describe('what is ambiguous', () => {
  it('is asked: 03/04/2018 may be March or April', () => {
    const r = read('date,type\n03/04/2018,shelling\n')
    assert.ok(!r.ok && 'questions' in r.error)
    assert.deepEqual(
      r.error.questions.map(q => [q.about, q.choices.map(c => c.value)]),
      [['dateOrder', ['dmy', 'mdy']]],
    )
  })

  it('is not asked when one row decides it', () => {
    const { mapping } = kept('date,type\n03/04/2018,shelling\n28/04/2018,shelling\n')
    assert.equal(mapping.dateOrder, 'dmy')
  })

  it('is asked when two columns claim to be the place', () => {
    const r = read('date,type,place,town\n2018-11-28,shelling,جرجناز,إدلب\n')
    assert.ok(!r.ok && 'questions' in r.error)
    assert.deepEqual(r.error.questions[0]?.columns, ['place', 'town'])
  })
})

describe('a faulty row', () => {
  const header = 'id,date,type,lat,lon,low,high\n'
  for (const [what, row, column, reason] of [
    ['no such day', '1,2018-02-30,shelling,35.5,36.6,,', 'date', /no date|no such day/],
    ['a placeholder year', '1,0025-11-28,shelling,35.5,36.6,,', 'date', /outside 1970–2100/],
    ['the year 1969', '1,1969-12-31,shelling,35.5,36.6,,', 'date', /outside 1970–2100/],
    ['null island', '1,2018-11-28,shelling,0,0,,', 'lat', /placeholder/],
    ['an unknown type', '1,2018-11-28,picnic,35.5,36.6,,', 'type', /not known/],
    ['a fractional count', '1,2018-11-28,shelling,35.5,36.6,1.5,2', 'low', /no count/],
  ] as const)
    it(`(${what}) is rejected with row, column and reason; the good row stays`, () => {
      const r = read(`${header}${row}\n2,2018-11-28,shelling,35.6,36.6,,\n`, {
        mapping: {
          id: 'id',
          date: 'date',
          dateOrder: 'ymd',
          type: 'type',
          latitude: 'lat',
          longitude: 'lon',
          killedLow: 'low',
          killedHigh: 'high',
        },
      })
      assert.ok(r.ok)
      assert.deepEqual(r.value.count, { read: 2, kept: 1, rejected: 1 })
      assert.equal(r.value.rejected[0]?.row, 2)
      assert.equal(r.value.rejected[0]?.column, column)
      assert.match(r.value.rejected[0]!.reason, reason)
    })

  it('whose low figure is above its high one is kept with both, and noted', () => {
    const { claims, notes } = kept('date,type,low,high\n2018-11-28,shelling,9,7\n')
    assert.deepEqual(claims[0]?.figures, [{ what: 'killed', low: 7, high: 9 }])
    assert.equal(notes[0]?.reason, 'the low figure is above the high one (7); kept as 7–9')
  })

  it('with too few cells is rejected, and the counts add up', () => {
    const { count, rejected } = kept('date,type,place\n2018-11-28,shelling\n2018-11-29,shelling,إدلب\n')
    assert.deepEqual(count, { read: 2, kept: 1, rejected: 1 })
    assert.match(rejected[0]!.expected, /3 cells/)
  })

  it('that stands twice is kept once', () => {
    const { count, rejected } = kept('date,type,place\n2018-11-29,shelling,إدلب\n2018-11-29,shelling,إدلب\n')
    assert.deepEqual(count, { read: 2, kept: 1, rejected: 1 })
    assert.equal(rejected[0]?.reason, 'the same as row 2')
  })
})

describe('known data sets', () => {
  it('ACLED: a province-only row has no point', () => {
    const { claims, dataset } = kept(
      'event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,location,latitude,longitude,geo_precision,source,fatalities\n' +
        'SYR1,28 November 2018,Explosions/Remote violence,Shelling/artillery/missile attack,Syrian army,,Idleb,35.93,36.63,3,مرصد,2\n',
    )
    assert.equal(dataset, 'acled')
    assert.deepEqual(claims[0]?.place, { kind: 'unknown', name: 'Idleb' })
    assert.deepEqual(claims[0]?.types, ['shelling', 'missile_attack'])
    assert.deepEqual(claims[0]?.figures, [{ what: 'killed', low: 2, high: 2 }])
  })

  it('HXL: the tag row names the columns', () => {
    const { dataset, claims } = kept(
      'يوم,مكان,ما\n#date,#loc+name,#event+type\n2018-11-28,خان شيخون,air_strike\n',
    )
    assert.equal(dataset, 'hxl')
    assert.equal(claims[0]?.place.name, 'خان شيخون')
  })

  const ged = fileURLToPath(
    new URL('../../../../shared/series/events/ucdp_ged_ukraine_2014_2017.csv', import.meta.url),
  )
  it('UCDP GED: every row of a real extract is read and counted', t => {
    if (!existsSync(ged)) return t.skip('../shared not here')
    const r = readEventTable(readFileSync(ged, 'utf8'), { accord, origin: 'ged', received: 0 })
    assert.ok(r.ok)
    const { count, claims, rejected } = r.value
    assert.equal(count.read, count.kept + count.rejected)
    assert.deepEqual(rejected.slice(0, 3), [])
    assert.ok(claims.every(c => c.when.lo <= c.when.hi))
  })
})
