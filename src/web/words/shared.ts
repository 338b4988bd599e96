import { ar } from './ar.ts'
import { en } from './en.ts'

/** `useWords(shared)` gives the reader's side. */
export const shared = { en, ar }
