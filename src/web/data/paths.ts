import type { Asked } from '../route/address.ts'

/** Addresses of the API, in one place. */
const accordPath = (accord: string) => `/api/accords/${encodeURIComponent(accord)}`

const withAsked = (path: string, asked: Asked) => {
  const query = new URLSearchParams()
  if (asked.asOf) query.set('asOf', asked.asOf)
  if (asked.knownAt) query.set('knownAt', asked.knownAt)
  if (asked.reading) query.set('reading', asked.reading)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

const id = encodeURIComponent

export const api = {
  health: '/api/health',
  accords: '/api/accords',
  accord: accordPath,
  state: (a: string, asked: Asked) => withAsked(`${accordPath(a)}/state`, asked),
  /** All readings at once: the page and the drawer set them side by side. */
  provision: (a: string, p: string, { asOf, knownAt }: Asked) =>
    withAsked(`${accordPath(a)}/provisions/${id(p)}`, { ...(asOf && { asOf }), ...(knownAt && { knownAt }) }),
  reports: (a: string) => `${accordPath(a)}/reports`,
  report: (a: string, r: string) => `${accordPath(a)}/reports/${id(r)}`,
  published: (a: string, r: string) => `${accordPath(a)}/reports/${id(r)}/published`,
  decisions: (a: string, r: string) => `${accordPath(a)}/reports/${id(r)}/decisions`,
  verify: (a: string) => `${accordPath(a)}/verify`,
  undo: (a: string) => `${accordPath(a)}/undo`,
  record: (a: string, r: string) => `${accordPath(a)}/records/${id(r)}`,
  incidents: (a: string, asked: Asked) => withAsked(`${accordPath(a)}/incidents`, asked),
  statements: (a: string, asked: Asked) => withAsked(`${accordPath(a)}/statements`, asked),
  talks: (a: string, asked: Asked) => withAsked(`${accordPath(a)}/talks`, asked),
  zones: (a: string, asked: Asked) => withAsked(`${accordPath(a)}/zones`, asked),
  brief: (a: string, query: Readonly<Record<string, string>>) =>
    `${accordPath(a)}/brief?${new URLSearchParams(query)}`,
  briefs: (a: string) => `${accordPath(a)}/briefs`,
  releasedBrief: (a: string, b: string, format: string) =>
    `${accordPath(a)}/briefs/${id(b)}?format=${format}`,
  recomputedBrief: (a: string, b: string) => `${accordPath(a)}/briefs/${id(b)}/recomputed`,
  warningsOf: (a: string) => `${accordPath(a)}/warnings`,
  warnings: (a: string, asked: Asked, budget: string) => {
    const path = withAsked(`${accordPath(a)}/warnings`, asked)
    return `${path}${path.includes('?') ? '&' : '?'}budget=${budget}`
  },
  alertNotes: (a: string) => `${accordPath(a)}/warnings/notes`,
} as const
