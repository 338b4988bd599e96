import type { Accord } from '../core/accord/model.ts'
import { nearest } from '../core/accord/nearest.ts'
import type {
  Claim,
  Credibility,
  EvidenceRecord,
  Grade,
  Reliability,
  Ruling,
} from '../core/evidence/record.ts'
import type { LedgerRecord } from '../core/ledger/entry.ts'
import type { Problem } from '../core/problem.ts'
import type { Statement, Undertaking } from '../core/statement/statement.ts'
import type { TalksPosition } from '../core/talks/position.ts'
import { alone, RECORD_SCHEMAS } from './accord-evidence-schema.ts'
import { Turn } from './accord-evidence-turn.ts'
import { fieldOf, type Lined, linedOf, type Path } from './accord-lines.ts'
import type { Schema } from './accord-schema-parts.ts'
import { schemaProblems } from './accord-validate.ts'

/** Records read from evidence files. `read` = `records.length` + `rejected`; each rejected one has a problem. */
export type Evidence = {
  readonly records: readonly LedgerRecord[]
  readonly problems: readonly Problem[]
  readonly read: number
  readonly rejected: number
}

/**
 * Reads one evidence file of an accord: a YAML list (*.yaml) or one JSON record a line (*.jsonl). A
 * record that is broken is left out, with the file, line, field and what was expected; the rest is kept.
 *
 * @param ids of files read before, among which an id may not come again.
 */
export function loadEvidence(text: string, file: string, accord: Accord, ids: Ids = new Map()): Evidence {
  const reader = new EvidenceReader(accord, ids)
  if (/\.(jsonl|ndjson)$/.test(file)) {
    text.split('\n').forEach((line, i) => {
      if (line.trim()) reader.line(line, file, i + 1)
    })
    return reader.result()
  }
  const lined = linedOf(text, file)
  if (!lined.ok) return { records: [], problems: lined.error, read: 0, rejected: 0 }
  if (!Array.isArray(lined.value.value)) {
    const { line, column } = lined.value.spot([])
    const problem: Problem = {
      code: 'wrong-type',
      message: 'an evidence file is a list of records',
      expected: '- of: claim …',
      where: { file, line, column, field: '(the whole file)' },
      severity: 'error',
    }
    return { records: [], problems: [problem], read: 0, rejected: 0 }
  }
  lined.value.value.forEach((record: unknown, i) => void reader.record(record, lined.value, [i]))
  return reader.result()
}

/** Reads a list of records that stands inside another file, at `path` of it. */
export function evidenceAt(lined: Lined, path: Path, list: readonly unknown[], accord: Accord): Evidence {
  const reader = new EvidenceReader(accord, new Map())
  list.forEach((record, i) => void reader.record(record, lined, [...path, i]))
  return reader.result()
}

/** Where each id was first seen; share one among the files of an accord. */
export type Ids = Map<string, { readonly file: string; readonly line: number }>

type Raw = Readonly<Record<string, unknown>> & { readonly of: string; readonly id: string }

const ALONE = new Map<string, Schema>(Object.entries(RECORD_SCHEMAS).map(([k, s]) => [k, alone(s)]))

class EvidenceReader {
  private readonly accord: Accord
  private readonly records: LedgerRecord[] = []
  private readonly problems: Problem[] = []
  private readonly ids: Ids
  private readonly known: Readonly<Record<'party' | 'zone' | 'provision' | 'agenda item', readonly string[]>>
  private read = 0

  constructor(accord: Accord, ids: Ids) {
    this.accord = accord
    this.ids = ids
    this.known = {
      party: accord.parties.map(p => p.id),
      zone: accord.zones.map(z => z.id),
      provision: accord.provisions.map(p => p.id),
      'agenda item': (accord.agenda ?? []).map(a => a.id),
    }
  }

  result(): Evidence {
    return {
      records: this.records,
      problems: this.problems,
      read: this.read,
      rejected: this.read - this.records.length,
    }
  }

  line(text: string, file: string, line: number): void {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (e) {
      this.read++
      this.problems.push({
        code: 'not-json',
        message: (e as Error).message,
        expected: 'one JSON record',
        where: { file, line },
        severity: 'error',
      })
      return
    }
    this.record(value, { file, value, spot: () => ({ file, line, column: 1 }) }, [])
  }

  record(value: unknown, lined: Lined, path: Path): void {
    this.read++
    const of = (value as { of?: unknown } | null)?.of
    const schema = typeof of === 'string' ? ALONE.get(of) : undefined
    if (!schema) {
      const kinds = [...ALONE.keys()]
      const near = typeof of === 'string' ? nearest(of, kinds) : undefined
      this.say(
        lined,
        [...path, 'of'],
        'not-a-record',
        of === undefined
          ? "'of' is missing"
          : `'${String(of)}' is no kind of record${near ? `, did you mean '${near}'?` : ''}`,
        `one of ${kinds.join(', ')}`,
      )
      return
    }
    const faults = schemaProblems(schema, lined, value, path)
    if (faults.length) {
      this.problems.push(...faults)
      return
    }
    const raw = value as Raw
    const { file, line } = lined.spot(path)
    const before = this.ids.get(raw.id)
    if (before) {
      this.problems.push({
        code: 'id-twice',
        message: `the id '${raw.id}' stands twice`,
        expected: 'each id once',
        where: { file, line, field: fieldOf([...path, 'id']) },
        and: before,
        severity: 'error',
      })
      return
    }
    const turn = new Turn(
      this.accord,
      (at, code, message, expected) => void this.say(lined, [...path, ...at], code, message, expected),
      this.known,
    )
    const record = ledgerRecordOf(raw, turn)
    if (turn.faults) return
    this.ids.set(raw.id, { file, line })
    this.records.push(record)
  }

  private say(lined: Lined, path: Path, code: string, message: string, expected?: string): void {
    const { file, line, column } = lined.spot(path)
    this.problems.push({
      code,
      message,
      ...(expected ? { expected } : {}),
      where: { file, line, column, field: fieldOf(path) },
      severity: 'error',
    })
  }
}

const gradeOf = (text: string): Grade => ({
  reliability: text[0] as Reliability,
  credibility: Number(text[1]) as Credibility,
})

const provenanceOf = (raw: Readonly<Record<string, unknown>>) => {
  const { url, outlet, language } = raw as { url?: string; outlet?: string; language?: string }
  return url || outlet || language
    ? {
        provenance: {
          ...(url ? { url } : {}),
          ...(outlet ? { outlet } : {}),
          ...(language ? { language } : {}),
        },
      }
    : {}
}

function ledgerRecordOf(raw: Raw, turn: Turn): LedgerRecord {
  switch (raw.of) {
    case 'statement':
      return { of: 'statement', record: statementOf(raw, turn) }
    case 'undertaking':
      return { of: 'undertaking', record: undertakingOf(raw, turn) }
    case 'position':
      return { of: 'position', record: positionOf(raw, turn) }
    default:
      return { of: 'evidence', record: evidenceOf(raw, turn) }
  }
}

function evidenceOf(raw: Raw, turn: Turn): EvidenceRecord {
  const { of: _of, ...rest } = raw
  if (raw.of === 'claim') return claimOf(rest, turn, [])
  const received = turn.received(raw.received)
  turn.needs('provision', raw.provision, ['provision'])
  const made = { ...rest, received } as Record<string, unknown>
  switch (raw.of) {
    case 'retraction': {
      const { retracts, ...others } = made
      return { ...others, kind: 'retraction', of: retracts } as unknown as EvidenceRecord
    }
    case 'correction':
      return {
        ...made,
        kind: 'correction',
        claim: claimOf(raw.claim as Raw, turn, ['claim']),
      } as unknown as EvidenceRecord
    case 'ruling': {
      const set = raw.set as Record<string, unknown>
      turn.needs('party', set.actor, ['set', 'actor'])
      const turned = {
        ...set,
        ...(set.when === undefined ? {} : { when: turn.when(set.when, ['set', 'when']) }),
        ...(set.place === undefined ? {} : { place: turn.place(set.place, ['set', 'place']) }),
      }
      return { ...made, kind: 'ruling', set: turned as Ruling['set'] } as unknown as EvidenceRecord
    }
    case 'link':
      return { ...made, kind: 'link' } as unknown as EvidenceRecord
    case 'coverage':
      turn.needs('zone', raw.zone, ['zone'])
      return { ...made, kind: 'coverage', when: turn.when(raw.when, ['when']) } as unknown as EvidenceRecord
    case 'suspension':
      turn.needs('party', raw.by, ['by'])
      return {
        ...made,
        kind: 'suspension',
        when: turn.when(raw.when, ['when']),
        ...(raw.until === undefined ? {} : { until: turn.when(raw.until, ['until']) }),
      } as unknown as EvidenceRecord
    default:
      turn.needs('party', raw.bearer, ['bearer'])
      return { ...made, kind: 'discharge', when: turn.when(raw.when, ['when']) } as unknown as EvidenceRecord
  }
}

function claimOf(raw: Readonly<Record<string, unknown>>, turn: Turn, at: Path): Claim {
  turn.needs('party', raw.actor, [...at, 'actor'])
  turn.needs('party', raw.target, [...at, 'target'])
  turn.needs('party', raw.speaksFor, [...at, 'speaksFor'])
  const {
    url: _u,
    outlet: _o,
    language: _l,
    figures,
    ...rest
  } = raw as { figures?: readonly { asOf?: string }[] } & Record<string, unknown>
  return {
    ...rest,
    kind: 'claim',
    event: (raw.event ?? raw.id) as string,
    root: (raw.root ?? raw.source) as string,
    stance: (raw.stance ?? 'asserts') as Claim['stance'],
    grade: gradeOf(raw.grade as string),
    when: turn.when(raw.when, [...at, 'when']),
    place: turn.place(raw.place, [...at, 'place']),
    received: turn.received(raw.received),
    ...(figures
      ? {
          figures: figures.map(f => ({
            ...f,
            ...(f.asOf === undefined ? {} : { asOf: turn.date(f.asOf).hi }),
          })),
        }
      : {}),
    ...provenanceOf(raw),
  } as unknown as Claim
}

function statementOf(raw: Raw, turn: Turn): Statement {
  const { of: _of, url: _u, outlet: _o, language: _l, grade, ...rest } = raw as Raw & { grade?: string }
  const about = raw.about as { provision?: string; party?: string; agenda?: string } | undefined
  turn.needs('party', (raw.speaker as { party?: string } | undefined)?.party, ['speaker', 'party'])
  turn.needs('provision', about?.provision, ['about', 'provision'])
  turn.needs('party', about?.party, ['about', 'party'])
  turn.needs('agenda item', about?.agenda, ['about', 'agenda'])
  turn.needs('provision', (raw.claimedException as { provision?: string } | undefined)?.provision, [
    'claimedException',
    'provision',
  ])
  return {
    ...rest,
    when: turn.when(raw.when, ['when']),
    received: turn.received(raw.received),
    ...(grade ? { grade: gradeOf(grade) } : {}),
    ...provenanceOf(raw),
  } as unknown as Statement
}

function undertakingOf(raw: Raw, turn: Turn): Undertaking {
  const { of: _of, url: _u, outlet: _o, language: _l, ...rest } = raw
  turn.needs('party', raw.party, ['party'])
  turn.needs('zone', raw.zone, ['zone'])
  return {
    ...rest,
    when: turn.when(raw.when, ['when']),
    received: turn.received(raw.received),
    ...provenanceOf(raw),
  } as unknown as Undertaking
}

function positionOf(raw: Raw, turn: Turn): TalksPosition {
  const { of: _of, url: _u, outlet: _o, language: _l, ...rest } = raw
  turn.needs('party', raw.party, ['party'])
  turn.needs('agenda item', raw.item, ['item'])
  return {
    ...rest,
    when: turn.when(raw.when, ['when']),
    received: turn.received(raw.received),
    ...provenanceOf(raw),
  } as unknown as TalksPosition
}
