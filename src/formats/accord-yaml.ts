import { checkAccord, type Locate } from '../core/accord/check.ts'
import type { Accord, Exception, Geometry, Provision, Zone, ZoneVersion } from '../core/accord/model.ts'
import { nearest } from '../core/accord/nearest.ts'
import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { whenOf } from '../core/time/civil.ts'
import { fieldOf, type Lined, linedOf, type Path, pathOf } from './accord-lines.ts'
import { ACCORD_SCHEMA } from './accord-schema.ts'
import { schemaProblems } from './accord-validate.ts'
import { type ZoneShapes, zoneShapesOf } from './accord-zones.ts'

/** The texts of one accord, however they were come by; `names` are what messages call the files. */
export type AccordFiles = {
  readonly accord: string
  readonly zones?: string
  readonly names?: { readonly accord?: string; readonly zones?: string }
}

/**
 * Reads an accord: YAML, schema hudna/1, dates, zones resolved to their shapes. Every problem names file,
 * line, field and what was expected. Says nothing on sense between clauses: that is `checkAccord`, and
 * `readAccord` does both.
 */
export function loadAccord(files: AccordFiles): Result<Accord, Problem[]> {
  const opened = open(files)
  return opened.ok ? ok(opened.value.accord) : opened
}

/** What `hudna check` shows: everything wrong with the files, and the accord itself if it could be loaded at all. */
export function readAccord(files: AccordFiles): {
  readonly accord?: Accord
  readonly problems: readonly Problem[]
} {
  const opened = open(files)
  if (!opened.ok) return { problems: opened.error }
  const { accord, locate } = opened.value
  return { accord, problems: checkAccord(accord, locate) }
}

type Raw = Omit<Accord, 'zones' | 'provisions'> & {
  readonly $schema?: string
  readonly zones: readonly (Omit<Zone, 'versions'> & { readonly versions: readonly RawVersion[] })[]
  readonly provisions: readonly RawProvision[]
}
type RawShape = string | readonly string[]
type RawVersion = Omit<ZoneVersion, 'inner' | 'outer'> & {
  readonly shape?: RawShape
  readonly inner?: RawShape
  readonly outer?: RawShape
}
type RawException = Omit<Exception, 'reading'> & { readonly reading: string | readonly string[] }
type RawProvision = Omit<Provision, 'exceptions' | 'under'> & {
  readonly exceptions?: readonly RawException[]
  readonly under?: Readonly<Record<string, { readonly exceptions?: readonly RawException[] }>>
}

function open(files: AccordFiles): Result<{ readonly accord: Accord; readonly locate: Locate }, Problem[]> {
  const name = files.names?.accord ?? 'accord.yaml'
  const zonesName = files.names?.zones ?? 'zones.geojson'
  const parsed = linedOf(files.accord, name)
  if (!parsed.ok) return parsed
  const lined = parsed.value
  const problems = schemaProblems(ACCORD_SCHEMA, lined)
  if (problems.length) return fail(problems)

  const raw = lined.value as Raw
  const shapes: ZoneShapes =
    files.zones === undefined
      ? { areas: new Map(), others: new Set(), problems: [] }
      : zoneShapesOf(files.zones, zonesName)
  problems.push(...shapes.problems, ...zoneNameProblem(raw.tz, lined))
  const zones = raw.zones.map((zone, z) => ({
    ...zone,
    versions: zone.versions.map((v, i) =>
      resolved(v, ['zones', z, 'versions', i], shapes, zonesName, lined, problems),
    ),
  }))
  if (problems.length) return fail(problems)

  const { $schema: _editor, ...rest } = raw
  const accord: Accord = { ...rest, zones, provisions: raw.provisions.map(provisionOf) }
  return ok({ accord, locate: field => lined.spot(pathOf(field)) })
}

function zoneNameProblem(tz: string, lined: Lined): Problem[] {
  const r = whenOf('2000-01-01', tz)
  if (r.ok) return []
  return [
    problemAt(
      lined,
      ['tz'],
      'no-such-zone',
      `'${tz}' is no time zone known here`,
      'an IANA name such as Asia/Damascus',
    ),
  ]
}

function resolved(
  v: RawVersion,
  path: Path,
  shapes: ZoneShapes,
  zonesName: string,
  lined: Lined,
  problems: Problem[],
): ZoneVersion {
  const geometry = (key: 'shape' | 'inner' | 'outer'): Geometry => {
    const names = [v[key]!].flat()
    if (key === 'inner' && names.length === 1 && names[0] === 'none') return []
    return names.flatMap(n => {
      const shape = shapes.areas.get(n)
      if (shape) return shape
      const near = nearest(n, [...shapes.areas.keys()])
      const why = shapes.others.has(n)
        ? `'${n}' in ${zonesName} is a point or a line, not an area`
        : `${zonesName} has no sound area '${n}'${near ? `, did you mean '${near}'?` : ''}`
      problems.push(
        problemAt(
          lined,
          [...path, key],
          'no-such-shape',
          why,
          shapes.areas.size ? `one of ${[...shapes.areas.keys()].join(', ')}` : `a Polygon in ${zonesName}`,
        ),
      )
      return []
    })
  }
  const { shape, inner, outer, ...rest } = v
  if (shape !== undefined) {
    const exact = geometry('shape')
    return { ...rest, inner: exact, outer: exact }
  }
  return { ...rest, inner: geometry('inner'), outer: geometry('outer') }
}

function provisionOf(raw: RawProvision): Provision {
  const { under, ...rest } = raw
  return {
    ...patched(rest),
    ...(under
      ? { under: Object.fromEntries(Object.entries(under).map(([k, patch]) => [k, patched(patch)])) }
      : {}),
  } as Provision
}

/** Points become texts, and an exception under several readings becomes one for each. */
function patched(raw: Partial<RawProvision>): Partial<Provision> {
  const { exceptions, source, ...rest } = raw
  return {
    ...rest,
    ...(source
      ? { source: { ...source, ...(source.points ? { points: source.points.map(String) } : {}) } }
      : {}),
    ...(exceptions ? { exceptions: exceptionsOf(exceptions) } : {}),
  } as Partial<Provision>
}

function exceptionsOf(raw: readonly RawException[]): Exception[] {
  const withPoints = (x: RawException, reading: string, id: string): Exception => ({
    ...x,
    id,
    reading,
    ...(x.source
      ? { source: { ...x.source, ...(x.source.points ? { points: x.source.points.map(String) } : {}) } }
      : {}),
  })
  // First readings keep the file's order, so that `exceptions[2]` still points at the file's third.
  const first = raw.map(x => withPoints(x, [x.reading].flat()[0]!, x.id))
  const further = raw.flatMap(x =>
    [x.reading]
      .flat()
      .slice(1)
      .map(r => withPoints(x, r, `${x.id}@${r}`)),
  )
  return [...first, ...further]
}

function problemAt(lined: Lined, path: Path, code: string, message: string, expected?: string): Problem {
  const { file, line, column } = lined.spot(path)
  return {
    code,
    message,
    ...(expected ? { expected } : {}),
    where: { file, line, column, field: fieldOf(path) },
    severity: 'error',
  }
}
