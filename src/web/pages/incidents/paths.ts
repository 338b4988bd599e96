import type { Asked } from '../../route/address.ts'

/** What the page's address asks of the list, the map, the counts and the export alike. */
export const FILTERS = [
  'from',
  'to',
  'type',
  'actor',
  'zone',
  'answer',
  'source',
  'text',
  'denied',
  'versions',
  'placed',
] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Readonly<Partial<Record<FilterName, string>>>

/** The filters that an address holds. */
export function filtersOf(query: URLSearchParams): Filters {
  return Object.fromEntries(FILTERS.flatMap(f => (query.get(f) ? [[f, query.get(f)!]] : [])))
}

const base = (accord: string) => `/api/accords/${encodeURIComponent(accord)}`

function withQuery(
  path: string,
  asked: Asked,
  more: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams()
  const { asOf, knownAt, reading } = asked
  for (const [key, value] of Object.entries({ asOf, knownAt, reading, ...more }))
    if (value !== undefined && value !== '') query.set(key, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export const incidentPaths = {
  list: (
    a: string,
    asked: Asked,
    filters: Filters,
    more: { limit: number; cluster?: number; box?: string },
  ) => withQuery(`${base(a)}/incidents`, asked, { ...filters, ...more }),
  counts: (a: string, asked: Asked, filters: Filters) =>
    withQuery(`${base(a)}/incidents/counts`, asked, filters),
  /** {z}, {x} and {y} stay as they are: the map fills them in. */
  tiles: (a: string, asked: Asked, filters: Filters, entries: number) =>
    withQuery(`${base(a)}/incidents/tiles/{z}/{x}/{y}`, asked, filters) +
    // The ledger's length in a fragment: another address when something came in, and no part of the question.
    `#${entries}`,
  one: (a: string, asked: Asked, event: string) =>
    withQuery(`${base(a)}/incidents/${encodeURIComponent(event)}`, asked, {}),
  enter: (a: string) => `${base(a)}/incidents`,
  likely: (a: string) => `${base(a)}/incidents/likely-same`,
  links: (a: string) => `${base(a)}/links`,
  retraction: (a: string, record: string) => `${base(a)}/records/${encodeURIComponent(record)}/retraction`,
  correction: (a: string, record: string) => `${base(a)}/records/${encodeURIComponent(record)}/correction`,
  coverage: (a: string) => `${base(a)}/coverage`,
  notes: (a: string, asked: Asked) => withQuery(`${base(a)}/coverage`, asked, {}),
  others: (a: string, asked: Asked) => withQuery(`${base(a)}/other-ledgers`, asked, {}),
  places: (a: string, name?: string) =>
    name === undefined ? `${base(a)}/places` : `${base(a)}/places?name=${encodeURIComponent(name)}`,
  zoneVersions: (a: string, asked: Asked) => withQuery(`${base(a)}/zone-versions`, asked, {}),
  keepZone: (a: string) => `${base(a)}/zone-versions`,
  checkZone: (a: string) => `${base(a)}/zone-versions/check`,
  zoneShapes: (a: string) => `${base(a)}/zone-shapes`,
  zoneStrips: (a: string) => `${base(a)}/zone-strips`,
  exported: (a: string, asked: Asked, filters: Filters, format: string) =>
    withQuery(`${base(a)}/export`, asked, { ...filters, format, for: 'people' }),
} as const
