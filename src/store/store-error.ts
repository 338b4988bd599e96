import type { Problem } from '../core/problem.ts'

export type StoreFault =
  | 'in-use'
  | 'disk-full'
  | 'no-access'
  | 'unreachable'
  | 'newer-version'
  | 'migration-changed'
  | 'journal-damaged'
  | 'blob-damaged'
  | 'broken'
  | 'closed'
  | 'bad-address'
  | 'not-empty'
  | 'backup-damaged'

/**
 * A store that cannot be opened or went wrong under us: the request dies and is logged. The message is a
 * sentence for the operator; `problem` is the same for a terminal or a page.
 */
export class StoreError extends Error {
  readonly code: StoreFault
  readonly problem: Problem

  constructor(
    code: StoreFault,
    message: string,
    more: { file?: string; line?: number; expected?: string; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'StoreError'
    this.code = code
    this.problem = {
      code,
      severity: 'error',
      message,
      ...(more.file === undefined
        ? {}
        : { where: { file: more.file, ...(more.line === undefined ? {} : { line: more.line }) } }),
      ...(more.expected === undefined ? {} : { expected: more.expected }),
    }
  }
}
