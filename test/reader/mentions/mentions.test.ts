import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { builtInGazetteer, gazetteerOf, withAliases } from '../../../src/reader/gazetteer/gazetteer.ts'
import { readMentions } from '../../../src/reader/mentions/mentions.ts'

const places = (lang: string, text: string) =>
  readMentions(text, { lang }).places.map(p => `${p.surface} = ${p.canonical}`)
const actors = (lang: string, text: string) =>
  readMentions(text, { lang }).actors.map(p => `${p.surface} = ${p.canonical}`)
const placeOf = (lang: string, text: string) => {
  const found = readMentions(text, { lang }).places
  assert.equal(found.length, 1, JSON.stringify(found))
  return found[0]!
}

describe('places in Arabic', () => {
  const kept: [string, string, string[]][] = [
    [
      'particles come off where the gazetteer confirms',
      'انسحبوا فلحلب طريق وبسراقب حاجز',
      ['فلحلب = Aleppo', 'وبسراقب = Saraqib'],
    ],
    ['لل holds an article', 'سارت القافلة للرقة', ['للرقة = Raqqa']],
    [
      'a name of two words is one name',
      'قصف معرة النعمان وخان شيخون',
      ['معرة النعمان = Maarat al-Numan', 'وخان شيخون = Khan Shaykhun'],
    ],
    ['a word that is also a name needs a place word', 'دخلوا مدينة الباب', ['الباب = Al-Bab']],
    ['or a place beside it', 'غارات على صيدا وصور', ['صيدا = Sidon', 'وصور = Tyre']],
    ['or, for a rare word, a preposition', 'اشتباكات في تدمر', ['تدمر = Palmyra']],
    ['حماة with a direction', 'قصف على ريف حماة الشمالي', ['حماة = Hama']],
  ]
  for (const [name, text, expected] of kept) it(name, () => assert.deepEqual(places('ar', text), expected))

  const dropped: [string, string][] = [
    ['pictures are not Tyre', 'نشرت صور للدمار'],
    ['a door is not Al-Bab', 'أغلق الباب في وجه الوفد'],
    ['protectors of the homeland are not Hama', 'هم حماة الوطن'],
    ['a birthplace is not Muscat', 'عاد إلى مسقط رأسه'],
    ['the political class is not Tabqa', 'انتقد الطبقة السياسية'],
    ['to destroy is not Palmyra', 'كانت تدمر كل شيء'],
    ['a source is not a village', 'وقال المصدر إن ذلك صحيح'],
    ['peaceful is not Salamiyah', 'المظاهرات السلمية'],
    ['always is not Douma', 'قال دوما إن السلام ممكن'],
  ]
  for (const [name, text] of dropped) it(name, () => assert.deepEqual(places('ar', text), []))

  it('عمان is Amman, سلطنة عمان is Oman', () => {
    assert.deepEqual(places('ar', 'انتقل الوفد إلى عمان'), ['عمان = Amman'])
    assert.deepEqual(actors('ar', 'شكر سلطنة عمان'), ['سلطنة عمان = Oman'])
  })
})

describe('what a name means', () => {
  it('a bare name shared by town and province is the province, never a dot', () => {
    const p = placeOf('ar', 'قصف في إدلب')
    assert.equal(p.level, 'governorate')
    assert.ok(p.radiusMetres > 30_000)
  })
  it('"the city of" makes it the town', () =>
    assert.equal(placeOf('en', 'shelling of the city of Idlib').level, 'town'))
  it('a district stays a district', () => {
    const p = placeOf('ar', 'قصف في ناحية سراقب')
    assert.equal(p.level, 'district')
    assert.ok(p.radiusMetres >= 20_000)
  })
  it('the countryside of a town is wider than the town', () =>
    assert.ok(placeOf('ar', 'في ريف سراقب').radiusMetres > placeOf('ar', 'في مدينة سراقب').radiusMetres))
  it('a namesake goes to the country the text is about', () => {
    assert.deepEqual(
      places('ar', 'في لبنان وبيروت وطرابلس الشام').at(-1),
      'وطرابلس الشام = Tripoli (Lebanon)',
    )
    assert.equal(placeOf('ar', 'وصل إلى طرابلس').canonical, 'Tripoli')
  })
  it('a guarantor is an actor, its soil a place', () => {
    assert.deepEqual(actors('ar', 'دعت روسيا وتركيا'), ['روسيا = Russia', 'وتركيا = Turkey'])
    assert.deepEqual(places('ar', 'لاجئون في تركيا'), ['تركيا = Turkey'])
  })
})

describe('other languages', () => {
  it('Russian cases', () =>
    assert.deepEqual(places('ru', 'Из Саракиба в Алеппо через Хаму, у Киева и в Южной Осетии'), [
      'Саракиба = Saraqib',
      'Алеппо = Aleppo',
      'Хаму = Hama',
      'Киева = Kyiv',
      'Южной Осетии = South Ossetia',
    ]))
  it('a Turkish suffix stays outside, with an apostrophe or without', () => {
    assert.deepEqual(places('tr', "Münbiç'teki ve Saraqib'den gelenler"), [
      'Münbiç = Manbij',
      'Saraqib = Saraqib',
    ])
    assert.deepEqual(actors('tr', 'Suriye ordusunun saldırısı'), ['Suriye ordusunun = Syrian Arab Army'])
  })
  it('hyphens and apostrophes in a name may be missing', () =>
    assert.deepEqual(places('en', 'in Deir Ez Zor and Sanaa, then Sana’a'), [
      'Deir Ez Zor = Deir ez-Zor',
      'Sanaa = Sanaa',
      'Sana’a = Sanaa',
    ]))
  it('an abbreviation is capitals: French "au" is no African Union', () => {
    assert.deepEqual(actors('fr', 'Il est allé au nord'), [])
    assert.deepEqual(actors('en', 'Monitors of the AU came'), ['the AU = African Union'])
  })
  it('an outlet is no actor', () => assert.deepEqual(actors('en', 'Reuters reported'), []))
})

describe('an analyst’s aliases', () => {
  it('add spellings to a known id and leave the original gazetteer alone', () => {
    const base = builtInGazetteer()
    const more = withAliases(base, [{ id: 'sy-saraqib', spelling: 'سراقب الأثرية' }])
    const text = 'في سراقب الأثرية'
    assert.equal(readMentions(text, { lang: 'ar', gazetteer: more }).places[0]!.surface, 'سراقب الأثرية')
    assert.equal(readMentions(text, { lang: 'ar', gazetteer: base }).places[0]!.surface, 'سراقب')
  })
  it('an empty gazetteer finds nothing', () =>
    assert.deepEqual(readMentions('في إدلب', { lang: 'ar', gazetteer: gazetteerOf([]) }).places, []))
})

describe('the shared development cases', () => {
  const path = new URL('../../../../shared/reader/cases.jsonl', import.meta.url)
  it('mentions are exact', t => {
    if (!existsSync(path)) return t.skip('../shared/reader not here')
    for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
      const c = JSON.parse(line)
      if (c.task !== 'mention') continue
      const found = readMentions(c.text, { lang: c.lang })
      const flat = (list: readonly { surface: string; canonical: string }[]) =>
        list.map(m => `${m.surface} = ${m.canonical}`).sort()
      assert.deepEqual(flat(found.places), flat(c.expected.places), c.id)
      assert.deepEqual(flat(found.actors), flat(c.expected.actors), c.id)
    }
  })
})
