import { open, readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from '../store-error.ts'

/**
 * Free space below which nothing is written: a segment of PostgreSQL's log is 16 MiB and two may be begun
 * at once, so above this mark the database itself never meets a full disk in the middle of a commit.
 */
export const RESERVE_BYTES = 48 * 1024 * 1024

/** Free bytes for ordinary users on the disk that holds `folder`. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** @throws StoreError 'disk-full' when writing `bytes` would leave less than `reserve` free. */
export async function needSpace(
  folder: string,
  bytes: number,
  free: (folder: string) => Promise<number>,
  reserve = RESERVE_BYTES,
): Promise<void> {
  const left = await free(folder)
  if (left - bytes >= reserve) return
  throw diskFull(folder, left, bytes + reserve)
}

function diskFull(folder: string, left?: number, needed?: number, cause?: unknown): StoreError {
  const megabytes = (n: number) => `${(n / 1048576).toFixed(0)} MB`
  const found = left === undefined ? '' : `: ${megabytes(left)} free`
  return new StoreError(
    'disk-full',
    `the disk that holds ${folder} is full${found}; nothing of this was written`,
    {
      file: folder,
      expected: needed === undefined ? 'free space' : `at least ${megabytes(needed)} free`,
      cause,
    },
  )
}

/** Turns what the system says of a full disk, or PostgreSQL in its words, into our sentence; other errors as they are. */
export function orDiskFull(error: unknown, folder: string): unknown {
  const { code, message = '' } = error as { code?: string; message?: string }
  // 53100: PostgreSQL's disk_full.
  const full =
    code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || /no space left on device/i.test(message)
  return full ? diskFull(folder, undefined, undefined, error) : error
}

/** Makes a new, renamed or removed name in `folder` survive power loss. Windows cannot, and does so by itself. */
export async function flushNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files flushed at once: the file system then writes many with one commit of its own. */
const FLUSHED_AT_ONCE = 32

/** Flushes every file under `folder` changed since `since` (ms UTC), and the names in it. */
export async function flushFolder(folder: string, since = 0): Promise<void> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = items.filter(i => i.isFile()).map(i => join(i.parentPath, i.name))
  for (let i = 0; i < files.length; i += FLUSHED_AT_ONCE)
    await Promise.all(files.slice(i, i + FLUSHED_AT_ONCE).map(file => flushIfChanged(file, since)))
  await flushNames(folder)
}

async function flushIfChanged(file: string, since: number): Promise<void> {
  if ((await stat(file)).mtimeMs < since) return
  const handle = await open(file, 'r')
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** Bytes of all files under `folder`; 0 when it is not there. */
export async function bytesUnder(folder: string): Promise<number> {
  let sum = 0
  const items = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  for (const item of items)
    if (item.isFile())
      sum += await stat(join(item.parentPath, item.name)).then(
        s => s.size,
        () => 0,
      )
  return sum
}
