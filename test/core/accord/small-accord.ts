import type { Accord, Geometry, Provision, Zone } from '../../../src/core/accord/model.ts'

export const square = (w: number, s: number, e: number, n: number): Geometry => [
  [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
]

const w = (en: string) => ({ en, ar: `${en} بالعربية` })

export const zone = (id: string, outer: Geometry, from = '2018-09-17', to?: string): Zone => ({
  id,
  name: w(id),
  kind: 'area',
  versions: [{ from, ...(to ? { to } : {}), inner: outer, outer }],
})

export const clause = (id: string, more: Partial<Provision> = {}): Provision => ({
  id,
  kind: 'prohibition',
  title: w(id),
  words: w(id),
  bearer: ['NORTH'],
  source: { document: 'M1', urls: ['https://example.org/m1'] },
  ...more,
})

/** A sound accord of two sides, one zone and no gaps that are not named, plus what the test adds. */
export function accordOf(provisions: readonly Provision[], more: Partial<Accord> = {}): Accord {
  return {
    accord: 'hudna/1',
    id: 'river',
    title: w('River'),
    tz: 'Asia/Damascus',
    projection: { kind: 'local-metres', origin: [36.6, 35.7] },
    parties: [
      { id: 'GA', name: w('GA'), role: 'guarantor' },
      { id: 'GB', name: w('GB'), role: 'guarantor' },
      { id: 'NORTH', name: w('North'), role: 'party', side: 'A', answersTo: 'GA' },
      { id: 'SOUTH', name: w('South'), role: 'party', side: 'B', answersTo: 'GB' },
    ],
    documents: [
      {
        id: 'M1',
        title: w('M1'),
        signatories: ['NORTH', 'SOUTH'],
        starts: [{ id: 'signing', at: '2018-09-17', source: 'https://example.org/m1' }],
        sources: ['https://example.org/m1'],
      },
    ],
    zones: [zone('valley', square(36, 35, 37, 36))],
    readings: [
      { id: 'default', author: 'cell', name: w('desk') },
      { id: 'na', author: 'NORTH', name: w('north') },
    ],
    evidence: {
      independent: 2,
      reliability: 'C',
      credibility: 3,
      selfServingCap: 1,
      admission: 'sufficient',
      lag: 'P3D',
    },
    provisions,
    gaps: ['formal_text', 'purpose', 'start_and_term', 'area', 'acts', 'monitoring', 'disputes'].map(
      element => ({
        element,
        note: w('left open'),
      }),
    ),
    ...more,
  }
}
