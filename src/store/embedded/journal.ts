import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { canonicalJson } from '../../core/ledger/canonical.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { StoreError } from '../store-error.ts'
import { flushNames } from './disk.ts'

/**
 * The confirmed entries as a plain file, flushed to disk before anything is acknowledged. PGlite never
 * flushes (its fsync returns without acting), so this file is what survives power loss; the database can be
 * built from it. A line is one append: a JSON list of its entries, so that an append is there whole or not.
 */
export type Journal = {
  /** Bytes confirmed. */
  readonly size: () => number
  /** Writes one line and flushes it; on any failure the file is as before, and the error is thrown. */
  readonly append: (line: Uint8Array) => Promise<void>
  /** Takes the file back to an earlier size, flushed. */
  readonly cutTo: (size: number) => Promise<void>
  readonly close: () => Promise<void>
}

const HEADER = '{"hudna":"ledger/1"}\n'
const NEWLINE = 10

/** The line that says these entries were appended together. */
export function journalLine(entries: readonly Entry[]): Uint8Array {
  return Buffer.from(`[${entries.map(e => canonicalJson(e)).join(',')}]\n`)
}

/** Opens the journal for appending; makes it, with its header, when it is absent or empty. */
export async function openJournal(file: string): Promise<Journal> {
  const handle = await open(file, 'a')
  let { size } = await handle.stat()
  const cutTo = async (to: number) => {
    await handle.truncate(to)
    await handle.datasync()
    size = to
  }
  const append = async (line: Uint8Array) => {
    try {
      await writeAll(handle, line)
      await handle.datasync()
      size += line.length
    } catch (error) {
      // Making a file shorter needs no space, so this works on a full disk too.
      await cutTo(size)
      throw error
    }
  }
  if (size === 0) {
    await append(Buffer.from(HEADER))
    await flushNames(dirname(file))
  }
  return { size: () => size, append, cutTo, close: () => handle.close() }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at)
    at += bytesWritten
  }
}

/** One line read back, with the byte offsets at which it begins and behind which the next one does. */
export type JournalLine = { readonly entries: readonly Entry[]; readonly at: number; readonly end: number }

/**
 * Reads the journal from a byte offset on. A last line that is torn (no end, or unreadable) was never
 * acknowledged: it is left out, and the offset where it begins is given to `torn`.
 *
 * @throws StoreError 'journal-damaged' when an unreadable line is followed by others, naming the offset.
 */
export async function* journalLines(
  file: string,
  from: number,
  torn: (at: number) => void,
): AsyncGenerator<JournalLine> {
  let unreadable: number | undefined
  for await (const { at, end, text } of linesFrom(file, from)) {
    if (unreadable !== undefined) throw damaged(file, unreadable)
    if (at === 0 && text === HEADER.trimEnd()) continue
    const entries = end === undefined ? undefined : entriesIn(text)
    if (end === undefined || !entries) unreadable = at
    else yield { entries, at, end }
  }
  if (unreadable !== undefined) torn(unreadable)
}

function entriesIn(line: string): readonly Entry[] | undefined {
  try {
    const entries: unknown = JSON.parse(line)
    const whole = (e: Partial<Entry>) =>
      typeof e.accord === 'string' &&
      typeof e.seq === 'number' &&
      typeof e.hash === 'string' &&
      typeof e.body?.kind === 'string'
    return Array.isArray(entries) && entries.length > 0 && entries.every(whole) ? entries : undefined
  } catch {
    return undefined
  }
}

/** Lines as text; the last one has no `end` when its newline is missing. */
async function* linesFrom(
  file: string,
  from: number,
): AsyncGenerator<{ at: number; end?: number; text: string }> {
  let pieces: Buffer[] = []
  let [at, offset] = [from, from]
  for await (const chunk of createReadStream(file, {
    start: from,
    highWaterMark: 1 << 20,
  }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let nl = chunk.indexOf(NEWLINE); nl >= 0; nl = chunk.indexOf(NEWLINE, start)) {
      pieces.push(chunk.subarray(start, nl))
      const end = offset + nl + 1
      yield { at, end, text: Buffer.concat(pieces).toString('utf8') }
      pieces = []
      at = end
      start = nl + 1
    }
    pieces.push(chunk.subarray(start))
    offset += chunk.length
  }
  if (offset > at) yield { at, text: Buffer.concat(pieces).toString('utf8') }
}

export function damaged(
  file: string,
  at: number,
  why = 'cannot be read, yet more lines follow it',
): StoreError {
  return new StoreError('journal-damaged', `the line of ${file} that begins at byte ${at} ${why}`, {
    file,
    expected:
      'a journal that only Hudna writes: restore the newest backup (`hudna restore`), and keep this file',
  })
}
