import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { nearest } from '../core/accord/nearest.ts'
import type { Problem } from '../core/problem.ts'
import { secondsOf, whenOf } from '../core/time/civil.ts'
import { fieldOf, type Lined, type Path } from './accord-lines.ts'
import type { Schema } from './accord-schema-parts.ts'

const COMPILED = new WeakMap<Schema, ValidateFunction>()

function compiled(schema: Schema): ValidateFunction {
  let validate = COMPILED.get(schema)
  if (!validate) {
    const ajv = new Ajv2020({
      allErrors: true,
      inlineRefs: false,
      verbose: true,
      strict: true,
      strictRequired: false,
      strictTypes: false,
      allowUnionTypes: true,
    })
    ajv.addFormat('civil-date', { type: 'string', validate: s => whenOf(s, 'UTC').ok })
    ajv.addFormat('iso-duration', { type: 'string', validate: s => (secondsOf(s) ?? 0) > 0 })
    validate = ajv.compile(schema)
    COMPILED.set(schema, validate)
  }
  return validate
}

/**
 * Checks parsed text against a schema. Every problem names file, line, column, field, what stands there
 * and what was expected. `prefix` is put before the field (a line of JSONL is `[12]`).
 */
export function schemaProblems(
  schema: Schema,
  lined: Lined,
  value: unknown = lined.value,
  prefix: Path = [],
): Problem[] {
  const validate = compiled(schema)
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const plain = withoutBranches(errors.filter(e => e.keyword !== 'if'))
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const e of plain) {
    const p = problemOf(e, lined, value, prefix)
    const key = `${p.code} ${p.where?.field} ${p.message}`
    if (!seen.has(key)) problems.push(p)
    seen.add(key)
  }
  return problems.sort(
    (a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0),
  )
}

/**
 * A union reports every branch that did not fit. Where one of them got as far as a field, a date or a
 * key, that says more than the union; elsewhere the union's own line says enough.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter(e => e.keyword === 'anyOf')
  const telling = (u: ErrorObject, e: ErrorObject) =>
    e.instancePath.startsWith(`${u.instancePath}/`) ||
    (e.instancePath === u.instancePath && ['format', 'required', 'additionalProperties'].includes(e.keyword))
  return errors.filter(e => {
    if (e.keyword === 'anyOf') return !errors.some(x => x !== e && telling(e, x))
    const around = unions.find(
      u => e.instancePath === u.instancePath || e.instancePath.startsWith(`${u.instancePath}/`),
    )
    return !around || telling(around, e)
  })
}

function problemOf(e: ErrorObject, lined: Lined, root: unknown, prefix: Path): Problem {
  const path = [...prefix, ...stepsOf(e.instancePath, root)]
  const parent = (e.parentSchema ?? {}) as {
    title?: string
    description?: string
    properties?: Record<string, Schema>
  }
  const problem = (code: string, at: Path, key: boolean, message: string, expected?: string): Problem => {
    const { file, line, column } = lined.spot(at, key)
    return {
      code,
      message,
      ...(expected === undefined ? {} : { expected }),
      where: { file, line, column, field: fieldOf(at) || '(the whole file)' },
      severity: 'error',
    }
  }
  const here = shown(e.data)
  switch (e.keyword) {
    case 'additionalProperties': {
      const name = String(e.params.additionalProperty)
      const known = Object.keys(parent.properties ?? {})
      const near = nearest(name, known)
      return problem(
        'unknown-key',
        [...path, name],
        true,
        `unknown key '${name}'${near ? `, did you mean '${near}'?` : ''}`,
        `one of ${known.join(', ')}`,
      )
    }
    case 'required': {
      const name = String(e.params.missingProperty)
      return problem('missing-key', path, false, `'${name}' is missing`, fieldHint(parent.properties?.[name]))
    }
    case 'enum': {
      const near =
        typeof e.data === 'string' ? nearest(e.data, (e.schema as unknown[]).map(String)) : undefined
      return problem(
        'not-allowed',
        path,
        false,
        `${here} is not allowed here${near ? `, did you mean '${near}'?` : ''}`,
        parent.title,
      )
    }
    case 'const':
      return problem(
        'not-allowed',
        path,
        false,
        `${here} is not allowed here`,
        parent.title ?? shown(e.params.allowedValue),
      )
    case 'not':
      return problem('not-together', path, true, `'${path.at(-1)}' may not stand here`, parent.title)
    case 'format':
      return problem(
        'not-a-date',
        path,
        false,
        formatMessage(String(e.params.format), String(e.data)),
        parent.title,
      )
    case 'type':
      return problem(
        'wrong-type',
        path,
        false,
        `${here} is ${kindOf(e.data)}`,
        parent.title ?? [e.params.type].flat().join(' or '),
      )
    case 'minItems':
      return problem(
        'too-few',
        path,
        false,
        `${(e.data as unknown[]).length} entries`,
        parent.title ?? `at least ${e.params.limit}`,
      )
    case 'uniqueItems':
      return problem('twice', path, false, 'the same entry stands here twice', 'each entry once')
    default:
      return problem(
        'not-allowed',
        path,
        false,
        `${here} ${e.keyword === 'anyOf' ? 'is not allowed here' : (e.message ?? 'does not fit')}`,
        parent.title ?? parent.description,
      )
  }
}

function formatMessage(format: string, text: string): string {
  if (format === 'iso-duration') return `'${text}' is no duration`
  const r = whenOf(text, 'UTC')
  return !r.ok && r.error.kind === 'no-such-day'
    ? `'${text}' is no day or hour of the calendar`
    : `'${text}' is no date`
}

function fieldHint(field: Schema | undefined): string | undefined {
  return (field?.title ?? field?.description) as string | undefined
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}…` : value}'`
  const json = JSON.stringify(value)
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return (
    { string: 'a text', number: 'a number', boolean: 'true or false', object: 'an object' }[
      typeof value as string
    ] ?? typeof value
  )
}

/** JSON pointer to steps; a step is a number only where the data there is a list. */
function stepsOf(pointer: string, root: unknown): Path {
  if (!pointer) return []
  let here: unknown = root
  return pointer
    .slice(1)
    .split('/')
    .map(s => s.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(s => {
      const list = Array.isArray(here)
      here = (here as Record<string, unknown> | undefined)?.[s]
      return list ? Number(s) : s
    })
}
