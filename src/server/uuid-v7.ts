import { randomBytes } from 'node:crypto'

/**
 * A new id that sorts by the time it was made (RFC 9562, version 7): unique without a table of ids, so
 * records made on several machines need no coordination.
 *
 * @param now milliseconds UTC.
 */
export function uuidV7(now: number): string {
  const b = randomBytes(16)
  b.writeUIntBE(now, 0, 6)
  b[6] = (b[6]! & 0x0f) | 0x70
  b[8] = (b[8]! & 0x3f) | 0x80
  const h = b.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}
