import type { Problem } from '../problem.ts'

/** Where a field of the accord stands in its file; undefined when the accord came from no file. */
export type Locate = (
  field: string,
) => { readonly file: string; readonly line: number; readonly column: number } | undefined

/** A fault in the sense of an accord, at one field or between two ("provisions[3].deadline"). */
export type Finding = {
  readonly code: string
  readonly field: string
  readonly and?: string
  readonly message: string
  readonly expected?: string
  readonly severity: 'error' | 'warning'
}

export const wrong = (
  code: string,
  field: string,
  message: string,
  expected?: string,
  and?: string,
): Finding => ({
  code,
  field,
  message,
  ...(expected === undefined ? {} : { expected }),
  ...(and === undefined ? {} : { and }),
  severity: 'error',
})

export const doubtful = (
  code: string,
  field: string,
  message: string,
  expected?: string,
  and?: string,
): Finding => ({
  ...wrong(code, field, message, expected, and),
  severity: 'warning',
})

/** A finding with both its places looked up in the file. */
export function problemOf(f: Finding, locate?: Locate): Problem {
  const and = f.and === undefined ? undefined : locate?.(f.and)
  return {
    code: f.code,
    message: f.message,
    ...(f.expected === undefined ? {} : { expected: f.expected }),
    where: { ...locate?.(f.field), field: f.field },
    ...(f.and === undefined
      ? {}
      : { and: { ...(and ? { file: and.file, line: and.line } : {}), field: f.and } }),
    severity: f.severity,
  }
}
