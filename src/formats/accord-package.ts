import type { Accord } from '../core/accord/model.ts'
import type { LedgerRecord } from '../core/ledger/entry.ts'
import type { Problem } from '../core/problem.ts'
import { type Ids, loadEvidence } from './accord-evidence.ts'
import { readAccord } from './accord-yaml.ts'

/**
 * An accord's folder as texts: `files` maps a path inside `accords/<id>/` ('accord.yaml',
 * 'zones.geojson', 'evidence/timeline.jsonl', 'cases/good/…', 'reports/…') to its text. Whoever has the
 * disk fills it; nothing here reads any.
 */
export type AccordPackage = {
  /** Name of the folder; messages call files by `<id>/<path>`. */
  readonly id: string
  readonly files: Readonly<Record<string, string>>
}

export type OpenedPackage = {
  /** Absent when accord.yaml could not be loaded at all. */
  readonly accord?: Accord
  /** The evidence of evidence/*, in the order of file names and lines. */
  readonly records: readonly LedgerRecord[]
  /** Paths of the reports that come with it, for a first visit. */
  readonly reports: readonly string[]
  /** Paths of the golden cases. */
  readonly cases: readonly string[]
  readonly problems: readonly Problem[]
}

/** Opens an accord's folder: the accord checked, its evidence read, everything wrong with it named. */
export function openPackage(pkg: AccordPackage): OpenedPackage {
  const paths = Object.keys(pkg.files).sort()
  const reports = paths.filter(p => /^reports\/.*\.txt$/.test(p))
  const cases = paths.filter(p => /^cases\/(good|bad)\/.*\.ya?ml$/.test(p))
  const nothing = { records: [], reports, cases }
  const text = pkg.files['accord.yaml']
  const name = `${pkg.id}/accord.yaml`
  if (text === undefined) {
    const problem: Problem = {
      code: 'missing-file',
      message: 'there is no accord.yaml',
      expected: 'accord.yaml in the folder',
      where: { file: name },
      severity: 'error',
    }
    return { ...nothing, problems: [problem] }
  }
  const zones = pkg.files['zones.geojson']
  const { accord, problems } = readAccord({
    accord: text,
    ...(zones === undefined ? {} : { zones }),
    names: { accord: name, zones: `${pkg.id}/zones.geojson` },
  })
  if (!accord) return { ...nothing, problems }
  const ids: Ids = new Map()
  const evidence = paths
    .filter(p => /^evidence\/.*\.(jsonl|ndjson|ya?ml)$/.test(p))
    .map(p => loadEvidence(pkg.files[p]!, `${pkg.id}/${p}`, accord, ids))
  return {
    accord,
    records: evidence.flatMap(e => e.records),
    reports,
    cases,
    problems: [...problems, ...evidence.flatMap(e => e.problems), ...idProblems(accord, pkg.id, name)],
  }
}

function idProblems(accord: Accord, folder: string, file: string): Problem[] {
  if (accord.id === folder) return []
  return [
    {
      code: 'wrong-folder',
      message: `the accord calls itself '${accord.id}' but lies in '${folder}'`,
      expected: `id: ${folder}`,
      where: { file, field: 'id' },
      severity: 'warning',
    },
  ]
}
