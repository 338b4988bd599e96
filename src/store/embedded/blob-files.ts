import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkName, nameOf } from '../blob-name.ts'
import type { BlobAddress } from '../store.ts'
import { flushNames } from './disk.ts'

/** Keeps bytes as a file under `root`, flushed before it gets its name. */
export async function putBlobFile(root: string, accord: string, bytes: Uint8Array): Promise<BlobAddress> {
  const sha256 = nameOf(bytes)
  const folder = folderOf(root, accord, sha256)
  const file = join(folder, sha256)
  if (await holds(file, bytes.length)) return { sha256, bytes: bytes.length }
  await makeFolders(root, accord, folder)
  // Its own name, because the same bytes may come twice at once.
  const making = `${file}.making-${randomUUID()}`
  try {
    const handle = await open(making, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    await rename(making, file)
  } catch (error) {
    await rm(making, { force: true })
    throw error
  }
  await flushNames(folder)
  return { sha256, bytes: bytes.length }
}

/** The bytes, or undefined when not kept. @throws StoreError 'blob-damaged' when they no longer have their name. */
export async function getBlobFile(
  root: string,
  accord: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
  const file = join(folderOf(root, accord, sha256), sha256)
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  checkName(sha256, bytes, file)
  return bytes
}

/** Every blob of an accord, by hash. */
export async function blobFiles(root: string, accord: string): Promise<readonly BlobAddress[]> {
  const items = await readdir(join(root, nameInPath(accord)), { withFileTypes: true, recursive: true }).catch(
    error => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    },
  )
  const files = items.filter(i => i.isFile() && /^[0-9a-f]{64}$/.test(i.name))
  const found = await Promise.all(
    files.map(async f => ({ sha256: f.name, bytes: (await stat(join(f.parentPath, f.name))).size })),
  )
  return found.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
}

async function holds(file: string, bytes: number): Promise<boolean> {
  return await stat(file).then(
    s => s.size === bytes,
    () => false,
  )
}

async function makeFolders(root: string, accord: string, folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true })
  if (made === undefined) return
  // A new folder's name lies in its parent: all three levels may be new.
  await flushNames(join(root, nameInPath(accord)))
  await flushNames(root)
}

/** Two letters of the hash a folder, because some file systems are slow with many names in one. */
function folderOf(root: string, accord: string, sha256: string): string {
  return join(root, nameInPath(accord), sha256.slice(0, 2))
}

/** An accord id as a folder's name that can never climb: '..' and slashes are escaped. */
function nameInPath(accord: string): string {
  return encodeURIComponent(accord).replaceAll('.', '%2E')
}
