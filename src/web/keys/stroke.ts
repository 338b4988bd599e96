/** The parts of a keyboard event that decide a shortcut. */
export type Press = { readonly key: string; readonly code: string; readonly shiftKey: boolean }

/**
 * The shortcut letter of a key press. With an Arabic layout the J key writes "ت"; then the key's place
 * counts, so one set of shortcuts works on both layouts. Capitals mean Shift: 'A'.
 */
export function strokeOf(press: Press): string {
  if (press.key === '؟') return '?'
  if (/^[\x21-\x7e]$/.test(press.key)) return press.key
  if (press.key.length > 1) return press.key
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  if (letter) return press.shiftKey ? letter : letter.toLowerCase()
  const PLACES: Readonly<Record<string, string>> = {
    Comma: ',',
    Period: '.',
    Slash: press.shiftKey ? '?' : '/',
  }
  return PLACES[press.code] ?? press.key
}
