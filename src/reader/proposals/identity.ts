/**
 * A short name for something said at a place of a text: the same text and reader give the same one.
 * Two 32-bit FNV-1a sums over UTF-16 units; not for security.
 */
export function nameOf(prefix: string, ...parts: readonly (string | number | undefined)[]): string {
  const text = parts.map(p => p ?? '').join('\u0001')
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = Math.imul(b ^ (c + 0x9e37), 0x01000193)
  }
  return `${prefix}-${(a >>> 0).toString(16).padStart(8, '0')}${(b >>> 0).toString(16).padStart(8, '0')}`
}
