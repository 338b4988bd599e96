import type { Accord } from '../../../src/core/accord/model.ts'
import type { Claim } from '../../../src/core/evidence/record.ts'
import type { Place } from '../../../src/core/place/place.ts'
import { whenOf } from '../../../src/core/time/civil.ts'
import type { When } from '../../../src/core/time/when.ts'

export const TZ = 'Asia/Damascus'

/** The interval a civil text names in Damascus; the tests' texts are all dates. */
export function when(text: string): When {
  const r = whenOf(text, TZ)
  if (!r.ok) throw new Error(`test date ${text}`)
  return r.value
}

/** The last second of a day there. */
export const endOf = (text: string): number => when(text).hi

const square = (west: number, south: number, east: number, north: number) =>
  [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ] as const

/**
 * An invented accord of two sides: a ban on fire in a zone with a vague edge, a withdrawal with a
 * deadline, and an exchange of fifty a side.
 */
export const ACCORD: Accord = {
  accord: 'hudna/1',
  id: 'test-accord',
  title: { en: 'Test accord', ar: 'اتفاق اختبار' },
  tz: TZ,
  projection: { kind: 'local-metres', origin: [36.6, 35.7] },
  parties: [
    { id: 'NORTH', name: { en: 'the North', ar: 'الشمال' }, role: 'party', side: 'N' },
    { id: 'SOUTH', name: { en: 'the South', ar: 'الجنوب' }, role: 'party', side: 'S' },
    { id: 'GUARD', name: { en: 'the Guarantor', ar: 'الضامن' }, role: 'guarantor' },
  ],
  documents: [
    {
      id: 'TXT',
      title: { en: 'Memorandum', ar: 'مذكرة' },
      signed: '2018-09-17',
      signatories: ['GUARD'],
      starts: [{ id: 'signed', at: '2018-09-17', source: 'https://example.org/text' }],
      sources: ['https://example.org/text'],
    },
  ],
  zones: [
    {
      id: 'dmz',
      name: { en: 'the zone', ar: 'المنطقة' },
      kind: 'demilitarised',
      versions: [
        { from: '2018-09-17', inner: square(36.5, 35.6, 36.7, 35.8), outer: square(36.4, 35.5, 36.8, 35.9) },
      ],
    },
  ],
  readings: [{ id: 'default', author: 'cell', name: { en: 'the cell', ar: 'الخلية' } }],
  evidence: {
    independent: 2,
    reliability: 'C',
    credibility: 3,
    selfServingCap: 1,
    admission: 'sufficient',
    lag: 'P3D',
  },
  agenda: [
    { id: 'ceasefire', title: { en: 'Ceasefire', ar: 'وقف إطلاق النار' } },
    { id: 'return', title: { en: 'Return of refugees', ar: 'عودة اللاجئين' } },
    { id: 'settlement', title: { en: 'Political settlement', ar: 'اتفاق سياسي' } },
  ],
  provisions: [
    {
      id: 'no-fire',
      kind: 'prohibition',
      title: { en: 'No fire in the zone', ar: 'لا نار في المنطقة' },
      words: { en: 'Neither side fires in the zone.', ar: 'لا يطلق أي طرف النار في المنطقة.' },
      bearer: ['NORTH', 'SOUTH'],
      source: { document: 'TXT', points: ['1'], urls: ['https://example.org/text'] },
      action: { types: ['hostile'], in: 'dmz' },
    },
    {
      id: 'withdraw',
      kind: 'obligation',
      title: { en: 'Heavy weapons out', ar: 'سحب السلاح الثقيل' },
      words: {
        en: 'Each side takes its heavy weapons out by 10 October.',
        ar: 'يسحب كل طرف سلاحه الثقيل حتى 10 تشرين الأول.',
      },
      bearer: ['NORTH', 'SOUTH'],
      source: { document: 'TXT', points: ['2'], urls: ['https://example.org/text'] },
      perform: { types: ['weapon_withdrawn'] },
      deadline: '2018-10-10',
    },
  ],
}

const IN_ZONE: Place = {
  kind: 'disc',
  at: [36.6, 35.7],
  radiusMetres: 300,
  name: 'Tell Ahmar',
  nameAr: 'تل أحمر',
}

/** A claim that NORTH shelled inside the zone, of good grade; give what matters. */
export function claim(more: Partial<Claim> & { readonly id: string }): Claim {
  const at = more.when ?? when('2018-11-03')
  return {
    kind: 'claim',
    event: 'e1',
    types: ['shelling'],
    actor: 'NORTH',
    when: at,
    place: IN_ZONE,
    source: `source-${more.id}`,
    root: `root-${more.id}`,
    grade: { reliability: 'B', credibility: 2 },
    stance: 'asserts',
    received: at.hi,
    ...more,
  }
}
