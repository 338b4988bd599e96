import type { AgendaLexicon } from './agenda-lexicon.ts'
import { AR_AGENDA } from './ar/agenda.ts'
import { EN_AGENDA } from './en/agenda.ts'
import { FR_AGENDA } from './fr/agenda.ts'
import { RU_AGENDA } from './ru/agenda.ts'
import { TR_AGENDA } from './tr/agenda.ts'

/** Words of negotiations by language. */
export const AGENDA_LEXICONS: Readonly<Record<string, AgendaLexicon>> = {
  ar: AR_AGENDA,
  en: EN_AGENDA,
  ru: RU_AGENDA,
  tr: TR_AGENDA,
  fr: FR_AGENDA,
}
