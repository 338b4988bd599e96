import { Unzip, UnzipInflate } from 'fflate'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { problemOf } from './article.ts'

export type ArchiveLimits = { readonly files: number; readonly bytesEach: number; readonly bytesAll: number }
export const ARCHIVE_LIMITS: ArchiveLimits = { files: 20_000, bytesEach: 50_000_000, bytesAll: 1_000_000_000 }

/**
 * The files of a zip archive, by name, folders and resource forks left out. Counts while it inflates and
 * stops at the limits, so that a zip bomb costs no more memory than they allow. Names are kept as data
 * and never used as paths.
 */
export function readZip(
  bytes: Uint8Array,
  file = 'archive.zip',
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Result<ReadonlyMap<string, Uint8Array>, Problem> {
  const out = new Map<string, Uint8Array>()
  let total = 0
  let count = 0
  let trouble: Problem | undefined
  const unzip = new Unzip(entry => {
    if (trouble || entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) return
    if (++count > limits.files) {
      trouble = problemOf(
        'too-many-files',
        `the archive holds more than ${limits.files} files`,
        file,
        'fewer files a time',
      )
      return
    }
    const chunks: Uint8Array[] = []
    let size = 0
    entry.ondata = (error, chunk, final) => {
      if (trouble) return
      if (error) {
        trouble = problemOf(
          'bad-zip',
          `'${entry.name}' cannot be unpacked (${error.message})`,
          file,
          'an unbroken zip archive',
        )
        return
      }
      size += chunk.length
      total += chunk.length
      if (size > limits.bytesEach || total > limits.bytesAll) {
        trouble = problemOf(
          'zip-too-large',
          `'${entry.name}' unpacks to more than is allowed`,
          file,
          `at most ${limits.bytesEach} bytes a file and ${limits.bytesAll} in all`,
        )
        entry.terminate()
        return
      }
      chunks.push(chunk)
      if (final) out.set(entry.name, joined(chunks, size))
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    // In pieces, so that a limit reached stops the rest from being inflated at all.
    for (let at = 0; at < bytes.length && !trouble; at += 65_536)
      unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length)
  } catch (e) {
    trouble ??= problemOf(
      'bad-zip',
      `the archive cannot be read (${(e as Error).message})`,
      file,
      'an unbroken zip archive',
    )
  }
  if (trouble) return fail(trouble)
  if (out.size === 0)
    return fail(problemOf('empty-zip', 'the archive holds no file', file, 'a zip archive with files'))
  return ok(out)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const c of chunks) {
    all.set(c, at)
    at += c.length
  }
  return all
}
