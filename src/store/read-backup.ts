import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { type ChainCheck, chainCheck } from '../core/ledger/chain.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { sentenceOf } from '../core/problem.ts'
import { nameOf } from './blob-name.ts'
import { sha256 } from './ledger-table.ts'
import type { BlobAddress, LedgerAddress } from './store.ts'
import { StoreError } from './store-error.ts'

export type BackupItem =
  | { readonly kind: 'ledgers'; readonly ledgers: readonly LedgerAddress[] }
  | { readonly kind: 'blob'; readonly accord: string; readonly sha256: string; readonly bytes: Uint8Array }
  | { readonly kind: 'entry'; readonly entry: Entry }

type Line = {
  readonly hudna?: string
  readonly ledgers?: readonly LedgerAddress[]
  readonly blob?: BlobAddress & { readonly accord: string }
  readonly part?: string
  readonly entry?: Entry
  readonly end?: { readonly entries: number; readonly blobs: number; readonly sha256: string }
}

/**
 * Reads a backup item by item, checking bytes against their names, entries against their chains, and the whole
 * against its last line; only when it ends without throwing was the file whole.
 *
 * @throws StoreError 'backup-damaged' with the line.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupItem> {
  const whole = createHash('sha256')
  const checks = new Map<string, ChainCheck>()
  let ledgers: readonly LedgerAddress[] = []
  let blob: (BlobAddress & { accord: string; parts: Buffer[] }) | undefined
  let number = 0
  let ended = false

  for await (const text of textLines(file)) {
    number++
    const line = parsed(file, number, text)
    if (ended) throw damagedAt(file, number, 'comes after the end')
    if (line.end) {
      if (line.end.sha256 !== whole.digest('hex'))
        throw damagedAt(file, number, 'does not match what comes before it')
      ended = true
      continue
    }
    whole.update(`${text}\n`)
    if (number === 1) {
      if (line.hudna !== 'backup/1' || !line.ledgers)
        throw damagedAt(file, 1, `is not the first line of a Hudna backup`)
      ledgers = line.ledgers
      yield { kind: 'ledgers', ledgers }
    } else if (line.blob) {
      blob = { ...line.blob, parts: [] }
    } else if (line.part !== undefined && blob) {
      blob.parts.push(Buffer.from(line.part, 'base64'))
    }
    if (blob && blob.parts.reduce((sum, p) => sum + p.length, 0) >= blob.bytes) {
      const bytes = Buffer.concat(blob.parts)
      if (nameOf(bytes) !== blob.sha256)
        throw damagedAt(file, number, `ends bytes that do not have their name ${blob.sha256}`)
      yield { kind: 'blob', accord: blob.accord, sha256: blob.sha256, bytes }
      blob = undefined
    }
    if (line.entry) {
      const { entry } = line
      const check = checks.get(entry.accord) ?? chainCheck(entry.accord, sha256)
      checks.set(entry.accord, check)
      const [problem] = check.next(entry)
      if (problem) throw damagedAt(file, number, `is damaged: ${sentenceOf(problem)}`)
      yield { kind: 'entry', entry }
    }
  }
  if (!ended) throw damagedAt(file, number, 'is the last one, and the end of the backup is missing')
  for (const { accord, head } of ledgers) {
    const [problem] = (checks.get(accord) ?? chainCheck(accord)).end(head)
    if (problem) throw damagedAt(file, 1, `names an entry that is not there: ${sentenceOf(problem)}`)
  }
}

async function* textLines(file: string): AsyncGenerator<string> {
  const gunzip = createGunzip()
  const source = createReadStream(file)
  source.on('error', error => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    // Not node:readline: its interface throws an unpacking error past its own reader.
    let rest = ''
    for await (const piece of gunzip.setEncoding('utf8')) {
      const lines = (rest + String(piece)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new StoreError('no-access', `the backup ${file} cannot be read: ${message}`, {
        file,
        expected: 'a file that hudna backup wrote',
        cause,
      })
    throw new StoreError('backup-damaged', `the backup ${file} cannot be unpacked: ${message}`, {
      file,
      expected: 'a file that hudna backup wrote, whole',
      cause,
    })
  } finally {
    source.destroy()
  }
}

function parsed(file: string, number: number, text: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch {
    throw damagedAt(file, number, 'cannot be read')
  }
}

function damagedAt(file: string, line: number, why: string): StoreError {
  return new StoreError('backup-damaged', `line ${line} of the backup ${file} ${why}`, {
    file,
    line,
    expected: 'a file that hudna backup wrote, whole and unaltered',
  })
}
