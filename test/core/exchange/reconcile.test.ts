import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ListedPerson } from '../../../src/core/exchange/person-name.ts'
import { partsOf } from '../../../src/core/exchange/person-name.ts'
import { reconcile, STRONG, withinOneEdit } from '../../../src/core/exchange/reconcile.ts'
import { populationOf, qualityAt } from './population.ts'

// All persons are invented.
const person = (ref: string, name: string, more: Partial<ListedPerson> = {}): ListedPerson => ({
  ref,
  name,
  ...more,
})
const crowd = populationOf(400, 11)
const pairOf = (a: ListedPerson, b: ListedPerson) =>
  reconcile([...crowd.a, a], [...crowd.b, b]).candidates.find(c => c.a === a.ref && c.b === b.ref)

describe('one person on two lists', () => {
  for (const [what, x, y] of [
    ['alef and ta marbuta are written otherwise', 'أسامة أحمد إبراهيم الحموي', 'اسامه احمد ابراهيم الحموي'],
    ['the article and the space in Abd are missing', 'عبد الرحمن خالد عمر الخطيب', 'عبدالرحمن خالد عمر خطيب'],
    ['one list is in Latin letters', 'خالد سامر محمود النجار', 'Khaled Samir Mahmoud Al-Najjar'],
    ['the grandfather is missing', 'نضال فراس سليم الصباغ', 'نضال فراس الصباغ'],
    ['one letter is wrong', 'هيثم بلال غسان البيطار', 'هيثم بلال غسن البيطار'],
  ] as const)
    it(`is found though ${what}`, () => {
      const c = pairOf(person('x', x, { birthYear: 1987 }), person('y', y, { birthYear: 1987 }))
      assert.ok(c && c.score >= STRONG, `score ${c?.score}`)
      assert.ok(c.reasons.every(r => r.en && r.ar))
    })

  it('is not offered as strong when the names are alike and the birth years twenty apart', () => {
    const c = pairOf(
      person('x', 'محمد أحمد النجار', { birthYear: 1970 }),
      person('y', 'محمد أحمد النجار', { birthYear: 1990 }),
    )
    assert.ok(!c || c.score < STRONG)
  })

  it('is offered with its reasons, field by field', () => {
    const c = pairOf(
      person('x', 'أسامة أحمد إبراهيم الحموي', { birthYear: 1987 }),
      person('y', 'اسامه احمد ابراهيم الحموي', { birthYear: 1988 }),
    )
    assert.deepEqual(
      c?.reasons.map(r => r.ar),
      [
        'الاسم: متطابق',
        'اسم الأب: متطابق',
        'اسم الجد: متطابق',
        'الكنية العائلية: متطابق',
        'سنة الميلاد: الفرق بالسنوات 1',
      ],
    )
  })
})

describe('a list', () => {
  it('with one name 400 times says so, and still gives an answer', () => {
    const many = Array.from({ length: 400 }, (_, i) => person(`m${i}`, 'محمد أحمد محمد العلي'))
    const r = reconcile([...crowd.a, ...many], crowd.b)
    assert.equal(r.findings.length, 1)
    assert.equal(r.findings[0]?.refs.length, 400)
    assert.equal(r.findings[0]?.words.ar, 'تكرّر اسم واحد في هذه القائمة، عدد المرات: 400.')
  })

  it('compared with itself offers its duplicates, never a person with itself', () => {
    const list = [
      ...crowd.a,
      person('d1', 'صهيب رياض عدنان الزين', { birthYear: 1980 }),
      person('d2', 'صهيب رياض عدنان الزين', { birthYear: 1980 }),
    ]
    const { candidates } = reconcile(list, list)
    assert.ok(candidates.some(c => c.a === 'd1' && c.b === 'd2'))
    assert.ok(candidates.every(c => c.a !== c.b))
  })
})

describe('the matching', () => {
  it('has precision of at least 0.98 at recall 0.9 on an invented population of known truth', () => {
    const { a, b, truth } = populationOf(4000, 3)
    const { precision, recall } = qualityAt(reconcile(a, b).candidates, truth, STRONG)
    assert.ok(precision >= 0.98, `precision ${precision}`)
    assert.ok(recall >= 0.9, `recall ${recall}`)
  })

  it('takes Abd compounds as one word in both scripts', () => {
    assert.equal(partsOf(person('x', 'عبد الرحمن علي النجار')).father?.key, 'علي')
    assert.equal(partsOf(person('x', 'Abd al-Rahman Ali Najjar')).father?.key, 'ali')
  })

  it('knows one inserted, lost, changed or swapped letter', () => {
    assert.deepEqual(
      [
        ['علي', 'علي'],
        ['حسن', 'حسين'],
        ['سامر', 'سمار'],
        ['سامر', 'ماهر'],
      ].map(([x, y]) => withinOneEdit(x!, y!)),
      [true, true, true, false],
    )
  })
})
