import { ar } from './ar.ts'
import { en } from './en.ts'

export const importWords = { en, ar }
