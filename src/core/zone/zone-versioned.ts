import { z } from 'zod'
import type { Geometry, Zone } from '../accord/model.ts'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Words } from '../words.ts'

/**
 * A version of a zone that a person drew or imported: what an entry of kind `zone.versioned` says. It holds
 * from its first civil day to its last (in the accord's zone of time) in place of what held then.
 */
export type ZoneVersioned = {
  readonly zone: string
  /** Of a zone that the accord does not have. */
  readonly name?: Words
  readonly kind?: string
  /** 'YYYY-MM-DD'. */
  readonly from: string
  readonly to?: string
  readonly inner: Geometry
  readonly outer: Geometry
  /** Where the line comes from: an address, a map, "drawn by hand from …". */
  readonly source: string
  readonly accuracy?: string
  /** When the line could first be known: seconds UTC. An earlier question does not see it. */
  readonly received: number
}

/** Kind of the ledger's entries that hold a `ZoneVersioned`. */
export const ZONE_VERSIONED = 'zone.versioned'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a civil day, YYYY-MM-DD')
const text = z.string().min(1, 'empty').max(2000, 'longer than 2,000 characters')
const position = z.tuple([z.number(), z.number()])
const geometry = z.array(z.array(z.array(position).min(4, 'a ring has four positions or more')).min(1))

/** The form of a version as it comes in; its sense is checked by `zoneFaults`. */
export const zoneVersionedSchema = z.strictObject({
  zone: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,80}$/, 'letters, digits, - and _, at most 81'),
  name: z.strictObject({ en: text, ar: text }).optional(),
  kind: text.optional(),
  from: day,
  to: day.optional(),
  inner: geometry,
  outer: geometry.min(1, 'an outer line'),
  source: text,
  accuracy: text.optional(),
  received: z.int('whole seconds since 1970, UTC'),
})

/** Reads what an entry holds; a problem names the field. */
export function zoneVersionedOf(data: unknown): Result<ZoneVersioned, Problem> {
  const read = zoneVersionedSchema.safeParse(data)
  if (read.success) return ok(read.data as ZoneVersioned)
  const issue = read.error.issues[0]!
  return fail({
    code: 'bad-zone-version',
    message: issue.message,
    where: { field: issue.path.join('.') },
    severity: 'error',
  })
}

/** Zones with the drawn versions put in, in the order given: a later one takes the place of what it overlaps. */
export function withZoneVersions(zones: readonly Zone[], drawn: readonly ZoneVersioned[]): readonly Zone[] {
  const byId = new Map(zones.map(z => [z.id, z]))
  for (const d of drawn) {
    const zone = byId.get(d.zone) ?? {
      id: d.zone,
      name: d.name ?? { en: d.zone, ar: d.zone },
      kind: d.kind ?? 'area',
      versions: [],
    }
    const version = {
      from: d.from,
      ...(d.to !== undefined && { to: d.to }),
      inner: d.inner,
      outer: d.outer,
      source: d.source,
      ...(d.accuracy !== undefined && { accuracy: d.accuracy }),
    }
    const versions = [...zone.versions.flatMap(v => cut(v, d.from, d.to)), version]
    byId.set(d.zone, {
      ...zone,
      versions: versions.sort((a, b) => (firstDay(a.from) < firstDay(b.from) ? -1 : 1)),
    })
  }
  return [...byId.values()]
}

type Version = Zone['versions'][number]

/** What is left of a version outside the days from `from` to `to`: nothing, one piece or two. */
function cut(v: Version, from: string, to: string | undefined): Version[] {
  const [first, last] = [firstDay(v.from), v.to === undefined ? undefined : lastDay(v.to)]
  if ((last !== undefined && last < from) || (to !== undefined && first > to)) return [v]
  const pieces: Version[] = []
  if (first < from) pieces.push({ ...v, to: shifted(from, -1) })
  if (to !== undefined && (last === undefined || last > to)) pieces.push({ ...v, from: shifted(to, 1) })
  return pieces
}

/** '2018-09' begins on 2018-09-01; of an instant, its day. */
const firstDay = (civil: string): string =>
  civil.length >= 10 ? civil.slice(0, 10) : `${civil}-01-01`.slice(0, 10)

function lastDay(civil: string): string {
  if (civil.length >= 10) return civil.slice(0, 10)
  const [year, month] = civil.split('-').map(Number)
  return isoDay(month === undefined ? Date.UTC(year! + 1, 0, 0) : Date.UTC(year!, month, 0))
}

const shifted = (day: string, days: number): string => isoDay(Date.parse(`${day}T00:00Z`) + days * 86_400_000)
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
