import { hash as digest } from 'node:crypto'
import { StoreError } from './store-error.ts'

/** Hex SHA-256 of bytes: a blob's name. */
export const nameOf = (bytes: Uint8Array): string => digest('sha256', bytes, 'hex')

/** @throws StoreError 'blob-damaged' when bytes read back are not those that were kept. */
export function checkName(sha256: string, bytes: Uint8Array, file: string): void {
  if (nameOf(bytes) === sha256) return
  throw new StoreError(
    'blob-damaged',
    `the kept bytes ${sha256} were altered: their hash is now ${nameOf(bytes)}`,
    {
      file,
      expected: 'the bytes as received: restore them from a backup',
    },
  )
}
