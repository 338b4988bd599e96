import type { Claim, Figure } from '../../core/evidence/record.ts'
import type { Place } from '../../core/place/place.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { readCsv, writeCsv } from '../tables/csv.ts'

const COLUMNS = [
  'id',
  'event',
  'types',
  'stance',
  'actor',
  'target',
  'from',
  'to',
  'place',
  'place_ar',
  'place_kind',
  'lat',
  'lon',
  'radius_metres',
  'area',
  'weapons',
  'figures',
  'source',
  'speaks_for',
  'root',
  'grade',
  'received',
  'item',
  'sector',
  'summary_en',
  'summary_ar',
  'outlet',
  'url',
  'language',
  'report',
  'span',
] as const
type Row = Record<(typeof COLUMNS)[number], string>

const iso = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

/**
 * Claims as a table, one a row; times are UTC instants, lists are joined by ';', a figure is
 * 'killed:7-9@2018-11-24T00:00:00Z'. Carries claims whole: reading it back gives the same claims.
 */
export function claimsToCsv(claims: readonly Claim[], reader: 'people' | 'programs'): string {
  return writeCsv(COLUMNS, claims.map(rowOf), reader)
}

function rowOf(c: Claim): Row {
  const p = c.place
  return {
    id: c.id,
    event: c.event,
    types: c.types.join(';'),
    stance: c.stance,
    actor: c.actor === undefined ? '' : typeof c.actor === 'string' ? c.actor : `${c.actor.join(';')};`,
    target: c.target ?? '',
    from: iso(c.when.lo),
    to: iso(c.when.hi),
    place: p.name ?? '',
    place_ar: p.nameAr ?? '',
    place_kind: p.kind,
    lat: p.kind === 'disc' ? String(p.at[1]) : '',
    lon: p.kind === 'disc' ? String(p.at[0]) : '',
    radius_metres: p.kind === 'disc' ? String(p.radiusMetres) : '',
    area: p.kind === 'area' ? JSON.stringify(p.polygons) : '',
    weapons: c.weapons?.join(';') ?? '',
    figures: c.figures?.map(figureText).join(';') ?? '',
    source: c.source,
    speaks_for: c.speaksFor ?? '',
    root: c.root,
    grade: `${c.grade.reliability}${c.grade.credibility}`,
    received: iso(c.received),
    item: c.item ?? '',
    sector: c.sector ?? '',
    summary_en: c.summary?.en ?? '',
    summary_ar: c.summary?.ar ?? '',
    outlet: c.provenance?.outlet ?? '',
    url: c.provenance?.url ?? '',
    language: c.provenance?.language ?? '',
    report: c.provenance?.reportId ?? '',
    span: c.provenance?.span ? `${c.provenance.span.start}-${c.provenance.span.end}` : '',
  }
}

const figureText = (f: Figure) =>
  `${f.what}:${f.low}-${f.high}${f.asOf === undefined ? '' : `@${iso(f.asOf)}`}`

/** Reads back what `claimsToCsv` wrote; the first faulty cell is named by row and column. */
export function claimsFromCsv(text: string, file = 'events.csv'): Result<readonly Claim[], Problem> {
  const table = readCsv(text, file)
  if (!table.ok) return table
  const missing = COLUMNS.find(c => !table.value.columns.includes(c))
  if (missing)
    return fail({
      code: 'missing-column',
      message: `there is no column '${missing}'`,
      where: { file, line: 1, field: missing },
      expected: 'a table exported by Hudna',
      severity: 'error',
    })
  const claims: Claim[] = []
  for (const row of table.value.rows) {
    const made = claimOf(row.cells as Row)
    if (typeof made === 'string')
      return fail({
        code: 'bad-cell',
        message: `'${row.cells[made]}' cannot be read`,
        where: { file, line: row.number, field: made },
        expected: 'the form that the export writes',
        severity: 'error',
      })
    claims.push(made)
  }
  const [reject] = table.value.rejected
  if (reject)
    return fail({
      code: 'bad-row',
      message: reject.reason,
      where: { file, line: reject.row },
      expected: reject.expected,
      severity: 'error',
    })
  return ok(claims)
}

/** The claim, or the name of the column that cannot be read. */
function claimOf(r: Row): Claim | keyof Row {
  const seconds = (text: string) => Date.parse(text) / 1000
  for (const c of ['from', 'to', 'received'] as const) if (!Number.isFinite(seconds(r[c]))) return c
  const grade = /^([A-F])([1-6])$/.exec(r.grade)
  if (!grade) return 'grade'
  if (r.stance !== 'asserts' && r.stance !== 'denies') return 'stance'
  const place = placeOf(r)
  if (!place) return 'place_kind'
  const figures = r.figures === '' ? [] : r.figures.split(';').map(figureOf)
  if (figures.some(f => !f)) return 'figures'
  const span = /^(\d+)-(\d+)$/.exec(r.span)
  const provenance = {
    ...(r.outlet && { outlet: r.outlet }),
    ...(r.url && { url: r.url }),
    ...(r.language && { language: r.language }),
    ...(r.report && { reportId: r.report }),
    ...(span && { span: { start: Number(span[1]), end: Number(span[2]) } }),
  }
  const summary = { ...(r.summary_en && { en: r.summary_en }), ...(r.summary_ar && { ar: r.summary_ar }) }
  return {
    kind: 'claim',
    id: r.id,
    event: r.event,
    types: r.types.split(';'),
    ...(r.actor && { actor: r.actor.endsWith(';') ? r.actor.slice(0, -1).split(';') : r.actor }),
    ...(r.target && { target: r.target }),
    when: { lo: seconds(r.from), hi: seconds(r.to) },
    place,
    ...(r.weapons && { weapons: r.weapons.split(';') as unknown as NonNullable<Claim['weapons']> }),
    source: r.source,
    ...(r.speaks_for && { speaksFor: r.speaks_for }),
    root: r.root,
    grade: { reliability: grade[1] as 'A', credibility: Number(grade[2]) as 1 },
    stance: r.stance,
    received: seconds(r.received),
    ...(r.item && { item: r.item }),
    ...(r.sector && { sector: r.sector }),
    ...(figures.length && { figures: figures as Figure[] }),
    ...(Object.keys(summary).length && { summary }),
    ...(Object.keys(provenance).length && { provenance }),
  }
}

function placeOf(r: Row): Place | undefined {
  const names = { ...(r.place && { name: r.place }), ...(r.place_ar && { nameAr: r.place_ar }) }
  if (r.place_kind === 'unknown') return { kind: 'unknown', ...names }
  if (
    r.place_kind === 'disc' &&
    [r.lat, r.lon, r.radius_metres].every(x => x !== '' && Number.isFinite(Number(x)))
  )
    return {
      kind: 'disc',
      at: [Number(r.lon), Number(r.lat)],
      radiusMetres: Number(r.radius_metres),
      ...names,
    }
  if (r.place_kind !== 'area') return undefined
  try {
    return {
      kind: 'area',
      polygons: JSON.parse(r.area) as Extract<Place, { kind: 'area' }>['polygons'],
      ...names,
    }
  } catch {
    return undefined
  }
}

function figureOf(text: string): Figure | undefined {
  const m = /^([a-z]+):(\d+)-(\d+)(?:@(.+))?$/.exec(text)
  if (!m) return undefined
  return {
    what: m[1] as Figure['what'],
    low: Number(m[2]),
    high: Number(m[3]),
    ...(m[4] && { asOf: Date.parse(m[4]) / 1000 }),
  }
}
