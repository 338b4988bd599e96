import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPositions } from '../../../src/reader/agenda/positions.ts'
import { claimsException, readUndertakings } from '../../../src/reader/agenda/undertakings.ts'
import { readStatements } from '../../../src/reader/attribution/statements.ts'
import { readDatesIn } from '../../../src/reader/dates/dates.ts'
import type { Lang } from '../../../src/reader/dates/languages.ts'
import { readMentions } from '../../../src/reader/mentions/mentions.ts'
import { readQuantitiesIn } from '../../../src/reader/quantities/quantities.ts'
import { scan } from '../../../src/reader/text/tokens.ts'

const positions = (lang: Lang, text: string) => {
  const scanned = scan(text)
  return readPositions(scanned, {
    lang,
    mentions: readMentions(scanned, { lang }),
    statements: readStatements(scanned, { lang }),
  }).map(p => [p.item, p.stance, p.party, p.waitsFor && `until ${p.waitsFor}`].filter(Boolean).join(' '))
}
const undertakings = (lang: Lang, text: string) => {
  const scanned = scan(text)
  const dates = readDatesIn(scanned, { lang, publishedAt: '2018-11-28' })
  const statements = readStatements(scanned, { lang })
  return readUndertakings(scanned, {
    lang,
    statements,
    exceptions: statements.map(s => claimsException(scanned, s, lang)),
    dates,
    quantities: readQuantitiesIn(scanned, { lang, dates }),
  })
}

describe('where the talks stand', () => {
  const cases: [Lang, string, string[]][] = [
    [
      'ar',
      'الأجواء إيجابية بشأن وقف إطلاق النار والإفراج عن المعتقلين.',
      ['ceasefire open', 'detainees open'],
    ],
    [
      'ar',
      'أما إعادة الإعمار وعودة اللاجئين فمؤجلة إلى حين اتفاق سياسي.',
      ['reconstruction defers until political-deal', 'refugees defers until political-deal'],
    ],
    ['ar', 'لا يوجد توافق على الدستور.', ['constitution opposes']],
    ['ar', 'تم الاتفاق على إزالة الألغام.', ['demining supports']],
    [
      'en',
      'Envoys are close on the ceasefire, while reconstruction was put off until a political settlement.',
      ['ceasefire open', 'reconstruction defers until political-deal'],
    ],
    ['en', 'The talks are deadlocked over elections.', ['elections opposes']],
    ['ru', 'Стороны близки к договоренности о прекращении огня.', ['ceasefire open']],
    [
      'fr',
      'La reconstruction est reportée jusqu’à un accord politique.',
      ['reconstruction defers until political-deal'],
    ],
    ['tr', 'Taraflar esirler konusunda ilerleme kaydetti.', ['detainees open']],
  ]
  for (const [lang, text, expected] of cases)
    it(text, () => assert.deepEqual(positions(lang, text), expected))
  it('a deferral is the insisting party’s own', () =>
    assert.deepEqual(
      positions('ar', 'إعادة الإعمار مؤجلة، إذ تصر المعارضة السورية على أن يسبقها اتفاق سياسي.'),
      ['reconstruction defers syrian-opposition until political-deal'],
    ))
  it('an item named in passing is no position', () =>
    assert.deepEqual(positions('ar', 'وصل الوفد لبحث إعادة الإعمار.'), []))
})

describe('promises', () => {
  it('fifty from each side by the end of the year', () => {
    const [u] = undertakings(
      'ar',
      'وقال المصدر: "نريد إتمام تبادل 50 شخصًا من كل طرف، وسنحاول تحقيق ذلك قبل نهاية العام الجاري".',
    )
    assert.deepEqual(
      [u?.types, u?.mode, u?.quantity, u?.each, u?.deadline],
      [['release'], 'do', 50, 'side', '2018-12-31'],
    )
  })
  it('to move only in answer is a promise to refrain, on a condition, and a claimed exception', () => {
    const [u] = undertakings('ar', 'وأضاف أن القوات لن تتحرك إلا للرد على الاستفزازات.')
    assert.deepEqual(
      [u?.mode, u?.types, u?.condition, u?.claimsException],
      ['refrain', ['hostile'], 'الرد على الاستفزازات', true],
    )
  })
  it('"inside the agreement" makes a threat a claimed exception', () => {
    const [u] = undertakings('ar', 'قال القائد: "سنرد على أي هجوم، لكن ردنا سيبقى ضمن إطار الاتفاق".')
    assert.equal(u?.claimsException, true)
  })
  it('a promise to withdraw by a day', () => {
    const [u] = undertakings('en', 'The group pledged to withdraw from the port by 10 December.')
    assert.deepEqual([u?.types, u?.mode, u?.deadline], [['force_withdrawn'], 'do', '2018-12-10'])
  })
  it('a mere report promises nothing', () =>
    assert.deepEqual(undertakings('en', 'Witnesses said the army withdrew from the port.'), []))
})
