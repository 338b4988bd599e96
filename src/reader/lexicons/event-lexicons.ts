import { AR_EVENTS } from './ar/events.ts'
import { EN_EVENTS } from './en/events.ts'
import type { EventLexicon } from './event-lexicon.ts'
import { FR_EVENTS } from './fr/events.ts'
import { RU_EVENTS } from './ru/events.ts'
import { TR_EVENTS } from './tr/events.ts'

/** Event words by language. */
export const EVENT_LEXICONS: Readonly<Record<string, EventLexicon>> = {
  ar: AR_EVENTS,
  en: EN_EVENTS,
  ru: RU_EVENTS,
  tr: TR_EVENTS,
  fr: FR_EVENTS,
}
