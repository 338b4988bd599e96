import { ar } from './vocabulary-ar.ts'
import { en } from './vocabulary-en.ts'

/** `useWords(vocabulary)` gives the reader's side. */
export const vocabulary = { en, ar }

/** The word for a key of a closed list; the key itself, readable, when a newer core sends one we do not know. */
export function wordFor(list: Readonly<Record<string, string>>, key: string): string {
  return list[key] ?? key.replaceAll(/[_-]/g, ' ')
}
