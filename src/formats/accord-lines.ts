import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'

export type Path = readonly (string | number)[]
export type Spot = { readonly file: string; readonly line: number; readonly column: number }

/** A YAML or JSON text as plain data, with the way back from any field to its place in the text. */
export type Lined = {
  readonly file: string
  readonly value: unknown
  /**
   * Where the value at `path` begins (or its key, with `key`). A field that is not there gives the
   * nearest thing around it, so a missing key points at the object that lacks it.
   */
  readonly spot: (path: Path, key?: boolean) => Spot
}

/** Longest text accepted, in UTF-16 units: far above any accord, low enough to refuse a wrong file at once. */
export const MOST_TEXT = 20_000_000

/** Reads YAML 1.2 (JSON is a part of it). Faults of syntax name their line; a key given twice is a fault. */
export function linedOf(text: string, file: string): Result<Lined, Problem[]> {
  if (text.length > MOST_TEXT)
    return fail([
      {
        code: 'file-too-large',
        message: `the file has ${text.length} characters`,
        expected: `at most ${MOST_TEXT}`,
        where: { file },
        severity: 'error',
      },
    ])
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length
    return fail([
      {
        code: 'not-text',
        message: 'the file holds a zero byte, so it is not text',
        expected: 'YAML or JSON in UTF-8',
        where: { file, line },
        severity: 'error',
      },
    ])
  }
  const counter = new LineCounter()
  const doc = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    version: '1.2',
  })
  if (doc.errors.length)
    return fail(
      doc.errors.map(e => {
        const { line, col } = counter.linePos(e.pos[0])
        return {
          code: e.code === 'DUPLICATE_KEY' ? 'key-twice' : 'not-yaml',
          message: e.code === 'DUPLICATE_KEY' ? 'this key is given twice' : e.message.split('\n')[0]!,
          expected: e.code === 'DUPLICATE_KEY' ? 'each key once' : 'YAML 1.2',
          where: { file, line, column: col },
          severity: 'error' as const,
        }
      }),
    )
  if (doc.contents === null)
    return fail([
      {
        code: 'empty-file',
        message: 'the file is empty',
        expected: 'YAML',
        where: { file, line: 1 },
        severity: 'error',
      },
    ])
  let value: unknown
  try {
    value = doc.toJS({ maxAliasCount: 100 })
  } catch (e) {
    // Thrown on purpose by the parser for texts whose aliases multiply without end.
    return fail([
      {
        code: 'not-yaml',
        message: (e as Error).message,
        expected: 'few aliases',
        where: { file },
        severity: 'error',
      },
    ])
  }
  const at = (node: Node | null | undefined): Spot => {
    const { line, col } = counter.linePos(node?.range?.[0] ?? 0)
    return { file, line, column: col }
  }
  return ok({
    file,
    value,
    spot: (path, key = false) => {
      let here: Node = doc.contents!
      let keyNode: Node = here
      for (const step of path) {
        if (isAlias(here)) here = here.resolve(doc) ?? here
        const pair = isMap(here)
          ? here.items.find(p => isScalar(p.key) && String(p.key.value) === String(step))
          : undefined
        const next: unknown = isPair(pair) ? pair.value : isSeq(here) ? here.items[Number(step)] : undefined
        if (isPair(pair) && isNode(pair.key)) keyNode = pair.key
        if (!isNode(next)) {
          // A key with nothing after it: the key itself is the place.
          return at(isPair(pair) ? keyNode : here)
        }
        if (!isPair(pair)) keyNode = next
        here = next
      }
      return at(key ? keyNode : here)
    },
  })
}

/** ['provisions', 3, 'deadline'] as 'provisions[3].deadline'. */
export function fieldOf(path: Path): string {
  let s = ''
  for (const step of path) s += typeof step === 'number' ? `[${step}]` : s ? `.${step}` : step
  return s
}

/** The reverse of `fieldOf`; ids with dots inside are the caller's affair. */
export function pathOf(field: string): Path {
  return [...field.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(m => (m[2] === undefined ? m[1]! : Number(m[2])))
}
