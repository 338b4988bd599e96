import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dateItems } from '../../../bench/quality/figures.ts'
import { isoDay, isoWeek } from '../../../src/reader/dates/calendar.ts'
import { readDates } from '../../../src/reader/dates/dates.ts'
import { dayOfHijri } from '../../../src/reader/dates/hijri.ts'
import { LANGS, type Lang } from '../../../src/reader/dates/languages.ts'
import { inferPublished } from '../../../src/reader/dates/published.ts'
import { ownCases, sharedCases } from '../fixtures/own-cases.ts'

const shown = (items: readonly { shown: string }[]) => items.map(i => i.shown)
const ar = (text: string, publishedAt = '2021-11-12') => readDates(text, { lang: 'ar', publishedAt })

describe('dates of our own cases', () => {
  for (const c of ownCases('dates.jsonl'))
    it(`${c.id}: ${c.text}`, () => {
      const { expected, found } = dateItems(c)
      assert.deepEqual(shown(found), shown(expected))
      assert.deepEqual(
        found.map(f => f.exact),
        expected.map(e => e.exact),
      )
    })
})

describe('the shared development cases', () => {
  it('dates are exact', t => {
    const cases = sharedCases('date')
    if (!cases) return t.skip('../shared/reader not here')
    for (const c of cases) {
      const { expected, found } = dateItems(c)
      assert.deepEqual(
        found.map(f => f.exact),
        expected.map(e => e.exact),
        c.id,
      )
    }
  })
})

describe('a date', () => {
  it('without a publication day has no value that would need one', () => {
    for (const text of ['وصل الوفد أمس.', 'وصل الوفد الأحد الماضي.', 'وصل الوفد في 5 أيار.'])
      for (const d of readDates(text, { lang: 'ar' })) assert.equal(d.iso, null, text)
  })
  it('that does not exist is none', () => {
    for (const text of [
      'في 31 شباط 2020',
      'في 99/99/9999',
      'في 30/02/2018',
      'في 31 نيسان 2021',
      'في 29 فبراير 2021',
    ])
      assert.deepEqual(ar(text), [], text)
  })
  it('on 29 February is looked for in leap years', () =>
    assert.equal(ar('اجتمعوا في 29 شباط.')[0]?.iso, '2020-02-29'))
  it('says what its value was counted from', () => {
    const text = 'وقع في 3 أيلول 2021، وفي اليوم التالي وصل الوفد، وغادر أمس.'
    assert.deepEqual(
      ar(text).map(d => d.basis),
      ['stated', 'text', 'published'],
    )
  })
  it('that is vague keeps only the edge that is known', () => {
    const [d] = ar('ساد التوتر في الأيام الأخيرة.')
    assert.deepEqual([d?.iso, d?.within], [null, '../2021-11-12'])
  })
  it('is not moved by the machine’s time zone', () => {
    const before = process.env.TZ
    for (const tz of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Damascus']) {
      process.env.TZ = tz
      assert.equal(ar('وصل أمس.')[0]?.iso, '2021-11-11', tz)
    }
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
  it('with a named zone is told in UTC', () => {
    const [d] = ar('يبدأ الوقف الساعة 18:00 بتوقيت موسكو يوم 15 تشرين الثاني.')
    assert.deepEqual([d?.iso, d?.tz], ['2021-11-15T15:00Z', 'Europe/Moscow'])
  })
})

describe('the day a report was published', () => {
  it('is read from a labelled line', () =>
    assert.deepEqual(inferPublished('عنوان\nنشر في: 28 نوفمبر 2018\nنص', 'ar'), {
      publishedAt: '2018-11-28',
      how: 'stated-in-text',
      start: 14,
      end: 28,
    }))
  it('prefers published to updated', () =>
    assert.equal(
      inferPublished('Updated: 3 May 2021\nPublished: 2 May 2021\ntext', 'en')?.publishedAt,
      '2021-05-02',
    ))
  it('is inferred from the latest past day told, and marked so', () => {
    const p = inferPublished('وقع الاتفاق في 17 أيلول 2018 وتنتهي المهلة في 31 كانون الأول 2018.', 'ar')
    assert.deepEqual([p?.publishedAt, p?.how], ['2018-09-17', 'inferred'])
  })
  it('is unknown when no full date is told', () =>
    assert.equal(inferPublished('وصل الوفد أمس.', 'ar'), undefined))
})

describe('the Umm al-Qura calendar', () => {
  it('begins 1443 on 9 August 2021', () => assert.equal(isoDay(dayOfHijri(1443, 1, 1)!), '2021-08-09'))
  it('has no 30th in a month of 29 days', () => assert.equal(dayOfHijri(1443, 2, 30), undefined))
  it('agrees with Intl for every first of a month', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    for (let year = 1400; year <= 1460; year++)
      for (let month = 1; month <= 12; month++)
        assert.equal(format.format(dayOfHijri(year, month, 1)! * 86_400_000), `${month}/1/${year} AH`)
  })
  it('ISO weeks belong to the year of their Thursday', () => {
    assert.equal(isoWeek(Date.UTC(2021, 0, 3) / 86_400_000), '2020-W53')
    assert.equal(isoWeek(Date.UTC(2024, 11, 30) / 86_400_000), '2025-W01')
  })
})

/** Fragments that dates are made of, so that random texts reach deep into the grammar. */
const PIECES: Record<Lang, string[]> = {
  ar: 'في من إلى بين و بحلول قبل بعد منذ يوم أيام الأيام الثلاثة 14 9 2018 ٢٧ أيلول/سبتمبر تموز الماضي المقبل الجاري الشهر العام الأسبوع نهاية منتصف أمس اليوم الأحد الساعة 18:30 مساء فجر بتوقيت غرينتش رجب 1443 هـ الموافق الـ48 ساعة غرة خلال آخر التالي منه الربع الأول ( ) / - ، . «'.split(
    ' ',
  ),
  en: 'on by from to between and the 20 June 7-9 2018 Oct. last next past three days ago within week month early end of Tuesday yesterday at 6 p.m. 18:30 GMT first quarter same day in May , . ( ) /'.split(
    ' ',
  ),
  ru: 'в на с по к до 20 июня 2018 года прошлого текущего среду ночь на неделе следующей последние три дня назад через вчера начале конце квартале 18:00 мск , . –'.split(
    ' ',
  ),
  tr: "3 Ağustos 'ta 2021 tarihinde saat 06.30 geçen hafta salı günü bu yıl sonuna kadar 10 gün içinde önce sonra ayın son Mart 'ın 17 'sinde ile arasında , . -".split(
    ' ',
  ),
  fr: 'le 4 février 2022 dernier prochain dimanche à 20 h 15 heure locale d’ici la fin de l’année mi-avril il y a trois jours semaine du au entre et 1er trimestre , . -'.split(
    ' ',
  ),
}

describe('whatever the text', () => {
  for (const lang of LANGS)
    it(`${lang}: spans lie inside it, in order, and are what they say`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...PIECES[lang], ...PIECES.ar), { maxLength: 40 }),
          fc.constantFrom(' ', '', '\n'),
          fc.option(fc.constantFrom('2021-11-12', '2020-02-29', 'nonsense')),
          (pieces, glue, published) => {
            const text = pieces.join(glue)
            let last = 0
            for (const d of readDates(text, { lang, publishedAt: published ?? undefined })) {
              assert.ok(d.start >= last && d.end > d.start && d.end <= text.length)
              assert.equal(d.surface, text.slice(d.start, d.end))
              last = d.end
            }
          },
        ),
        { numRuns: 400 },
      )
    })
  it('nothing throws on any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...LANGS), (text, lang) => {
        readDates(text, { lang, publishedAt: '2021-11-12' })
        inferPublished(text, lang)
      }),
    )
  })
  it('long repetitions end', () => {
    for (const piece of [
      'بين ',
      '9 ',
      'من 7 إلى ',
      '28/',
      'يوم يوم ',
      '(',
      'next last ',
      'ألف و',
      'الأحد و',
      '١٢٣٤٥٦٧٨٩',
    ])
      for (const lang of LANGS) readDates(piece.repeat(20_000), { lang, publishedAt: '2021-11-12' })
  })
})
