/**
 * One fault in something a person gave us: a file, a form, a request.
 *
 * `where` names file, then path of fields ("accord.yaml", "provisions[3].deadline") and, when known,
 * 1-based line and column. `expected` says the way out. Never holds vault data.
 */
export type Problem = {
  readonly code: string
  readonly message: string
  readonly where?: {
    readonly file?: string
    readonly line?: number
    readonly column?: number
    readonly field?: string
  }
  readonly expected?: string
  readonly severity: 'error' | 'warning'
  /** The other place, when the fault is between two (a contradiction, a duplicate). */
  readonly and?: { readonly file?: string; readonly line?: number; readonly field?: string }
}

/** "accord.yaml:14 provisions[3].deadline: '2018-02-30' is no day; expected YYYY-MM-DD" */
export function sentenceOf(p: Problem): string {
  const at = [
    p.where?.file && `${p.where.file}${p.where.line ? `:${p.where.line}` : ''}`,
    p.where?.field,
  ].filter(Boolean)
  const and = p.and
    ? ` (and ${[p.and.file && `${p.and.file}${p.and.line ? `:${p.and.line}` : ''}`, p.and.field].filter(Boolean).join(' ')})`
    : ''
  return `${at.length ? `${at.join(' ')}: ` : ''}${p.message}${and}${p.expected ? `; expected ${p.expected}` : ''}`
}
