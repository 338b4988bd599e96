import type { Problem } from '../core/problem.ts'

/**
 * The only place where a problem becomes an HTTP status. Codes that are not listed are faults in what
 * somebody gave us (a date, a draft, a file): 422.
 */
const STATUS: Readonly<Record<string, number>> = {
  'bad-request': 400,
  'foreign-origin': 400,
  'foreign-host': 400,
  // Not 403: a stranger must not learn that the thing exists.
  'not-found': 404,
  'not-yours': 404,
  'no-such-route': 404,
  stale: 409,
  'already-decided': 409,
  'already-undone': 409,
  'already-retracted': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  internal: 500,
  // The store's own faults (src/store/store-error.ts).
  'in-use': 503,
  unreachable: 503,
  closed: 503,
  broken: 503,
  'journal-damaged': 503,
  'blob-damaged': 503,
  'disk-full': 507,
}

export function statusOf(problem: Pick<Problem, 'code'>): number {
  return STATUS[problem.code] ?? 422
}

/** What a client gets: code, message, where and expected; severity is the log's business. */
export type ProblemBody = Pick<Problem, 'code' | 'message' | 'where' | 'expected' | 'and'>

export function bodyOf(p: Problem): ProblemBody {
  return {
    code: p.code,
    message: p.message,
    ...(p.where && { where: p.where }),
    ...(p.expected !== undefined && { expected: p.expected }),
    ...(p.and && { and: p.and }),
  }
}

/** A problem of our own making at the edge. */
export function problem(
  code: string,
  message: string,
  more: { readonly field?: string; readonly file?: string; readonly expected?: string } = {},
): Problem {
  return {
    code,
    message,
    severity: 'error',
    ...((more.field !== undefined || more.file !== undefined) && {
      where: {
        ...(more.file !== undefined && { file: more.file }),
        ...(more.field !== undefined && { field: more.field }),
      },
    }),
    ...(more.expected !== undefined && { expected: more.expected }),
  }
}

/** Nothing of that name here; `field` when it came in a body or query. */
export const notFound = (what: string, id: string, field?: string): Problem =>
  problem('not-found', `no ${what} '${id}' here`, field === undefined ? {} : { field })
