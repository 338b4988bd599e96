import type { Accord } from '../core/accord/model.ts'
import { OBLIGATION_VERDICTS, PROHIBITION_VERDICTS, type VerdictName } from '../core/compliance/verdict.ts'
import type { LedgerRecord } from '../core/ledger/entry.ts'
import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { whenOf } from '../core/time/civil.ts'
import type { Words } from '../core/words.ts'
import { evidenceAt } from './accord-evidence.ts'
import { linedOf } from './accord-lines.ts'
import { closed, listOf, oneOf, PARTS, ref, type Schema, text } from './accord-schema-parts.ts'
import { schemaProblems } from './accord-validate.ts'

const VERDICTS: readonly VerdictName[] = [
  ...PROHIBITION_VERDICTS,
  ...OBLIGATION_VERDICTS,
  'EXERCISED',
  'UNUSED',
  'EXCEEDED',
  'NOT_IN_FORCE',
  'NOT_JUDGED',
]

/** A golden case: what happened, and what must be found. `docs/accord-format.md` is the page for authors. */
export type AccordCase = {
  readonly title: Words
  /** What happened, in words; the records below say the same in data. */
  readonly text: Words
  readonly reading: string
  /** Seconds UTC: as of when in the world, and knowing what. */
  readonly asOf: { readonly t: number; readonly k: number }
  /** Whether the accord's own evidence is judged too. */
  readonly withTimeline: boolean
  readonly records: readonly LedgerRecord[]
  readonly expect: readonly Expectation[]
  /** Codes of the problems that reading the evidence must give, each with part of its place. */
  readonly rejected: readonly { readonly code: string; readonly field?: string }[]
  readonly problems: readonly Problem[]
}

/** What one provision must come to for one bearer; fields not given are not compared. */
export type Expectation = {
  readonly provision: string
  readonly bearer?: readonly string[]
  readonly reading?: string
  readonly verdict: VerdictName
  readonly codes?: readonly string[]
  readonly quantity?: { readonly low: number; readonly high: number; readonly required: number }
  readonly timeliness?: string
  readonly repair?: VerdictName
  readonly observed?: string
  readonly evidenceFor?: readonly string[]
}

const number: Schema = { type: 'integer', minimum: 0, title: 'a whole number' }

/** The published schema of a case file (schemas/accord-case-1.schema.json is this, written out). */
export const CASE_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://hudna.invalid/schemas/accord-case-1.schema.json',
  ...closed(
    {
      $schema: text('For editors; ignored.'),
      case: { const: 'hudna-case/1', title: "'hudna-case/1'", description: 'The format of this file.' },
      title: ref('words'),
      text: ref('words', 'What happened.'),
      reading: text("Reading under which it is judged; 'default' when absent."),
      asOf: ref('date', 'As of when in the world; a date is the end of that day.'),
      knownAt: ref('date', 'Knowing what; absent = everything in the case.'),
      timeline: {
        type: 'boolean',
        title: 'true or false',
        description: "Judge the accord's own evidence too.",
      },
      evidence: { type: 'array', title: 'a list of records', description: 'Records as in an evidence file.' },
      expect: listOf(
        closed(
          {
            provision: text('A provision id, or the id of a promise among the evidence.'),
            bearer: listOf(
              text('A party id.'),
              'The bearer; several = bound jointly. Absent = the only one.',
              1,
            ),
            reading: text('Another reading than the case’s.'),
            verdict: oneOf(VERDICTS, 'The verdict that must be found.'),
            codes: listOf(text('A code.'), 'Codes that must be among those of the verdict.', 1),
            quantity: closed({ low: number, high: number, required: number }, ['low', 'high', 'required'], {
              description: 'Bounds and what is required.',
            }),
            timeliness: oneOf(
              ['on_time', 'late', 'overdue', 'no_deadline', 'not_due', 'unknown'],
              'Timeliness.',
            ),
            repair: oneOf(OBLIGATION_VERDICTS, 'Verdict on the counter-duty.'),
            observed: oneOf(['yes', 'partly', 'no'], 'Whether anybody could look.'),
            evidenceFor: listOf(text('A record id.'), 'Records that must be among the support.', 1),
          },
          ['provision', 'verdict'],
        ),
        'What must be found.',
      ),
      rejected: listOf(
        closed({ code: text('A code of a problem.'), field: text('Part of the field it names.') }, ['code']),
        'Problems that reading the evidence must give.',
        1,
      ),
    },
    ['case', 'title', 'text', 'asOf', 'evidence', 'expect'],
  ),
  $defs: PARTS,
}

type RawCase = {
  readonly title: Words
  readonly text: Words
  readonly reading?: string
  readonly asOf: string
  readonly knownAt?: string
  readonly timeline?: boolean
  readonly evidence: readonly unknown[]
  readonly expect: readonly Expectation[]
  readonly rejected?: AccordCase['rejected']
}

/**
 * Reads a case of an accord. Fails on a broken case file; broken evidence inside it is not a failure but
 * what `rejected` is compared with.
 */
export function loadCase(source: string, file: string, accord: Accord): Result<AccordCase, Problem[]> {
  const lined = linedOf(source, file)
  if (!lined.ok) return lined
  const faults = schemaProblems(CASE_SCHEMA, lined.value)
  if (faults.length) return fail(faults)
  const raw = lined.value.value as RawCase
  const evidence = evidenceAt(lined.value, ['evidence'], raw.evidence, accord)
  const promises = evidence.records.flatMap(r => (r.of === 'undertaking' ? [r.record.id] : []))
  const judged = [...accord.provisions.map(p => p.id), ...promises]
  const unknown = raw.expect.findIndex(e => !judged.includes(e.provision))
  if (unknown >= 0) {
    const { line, column } = lined.value.spot(['expect', unknown, 'provision'])
    return fail([
      {
        code: 'unknown-provision',
        message: `neither the accord nor the case has '${raw.expect[unknown]!.provision}'`,
        where: { file, line, column, field: `expect[${unknown}].provision` },
        expected: `one of ${judged.join(', ')}`,
        severity: 'error',
      },
    ])
  }
  const end = (date: string): number => {
    const r = whenOf(date, accord.tz)
    if (!r.ok) throw new Error(`'${date}' passed the schema and is no date in ${accord.tz}`)
    return r.value.hi
  }
  return ok({
    title: raw.title,
    text: raw.text,
    reading: raw.reading ?? 'default',
    asOf: { t: end(raw.asOf), k: raw.knownAt === undefined ? Number.MAX_SAFE_INTEGER : end(raw.knownAt) },
    withTimeline: raw.timeline ?? false,
    records: evidence.records,
    expect: raw.expect,
    rejected: raw.rejected ?? [],
    problems: evidence.problems,
  })
}
