import type { Problem } from '../core/problem.ts'
import { problem } from './problem-status.ts'

/**
 * What the system said about a file, as a problem for a person; rethrows what is no such fault.
 *
 * @param file as the person named it.
 */
export function problemOfFile(error: unknown, file: string): Problem {
  switch ((error as { code?: unknown }).code) {
    case 'ENOENT':
      return problem('no-such-file', 'there is no such file', { file, expected: 'the path of a file' })
    case 'EACCES':
    case 'EPERM':
      return problem('no-access', 'this file may not be read or written by you', { file })
    case 'EISDIR':
      return problem('is-a-folder', 'this is a folder', { file, expected: 'the path of a file' })
    case 'ENOTDIR':
      return problem('no-such-file', 'a part of this path is no folder', { file })
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(file)
    default:
      throw error
  }
}

/** The disk is full: nothing was written, and there is a way out. */
export function diskFull(file?: string): Problem {
  return problem('disk-full', 'the disk is full; nothing was written and nothing was lost', {
    ...(file !== undefined && { file }),
    expected: 'free space, then the same again',
  })
}

/** Did a write fail because there is no space? Looks through the causes of an error, as databases wrap it. */
export function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at && depth < 6; at = (at as { cause?: unknown }).cause, depth++) {
    const { code, message } = at as { code?: unknown; message?: unknown }
    // 53100: PostgreSQL's disk_full.
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true
    if (typeof message === 'string' && /no space left on device|disk full/i.test(message)) return true
  }
  return false
}
