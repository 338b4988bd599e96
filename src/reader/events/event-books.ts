import type { EventType, WeaponClass } from '../../core/event/types.ts'
import { EVENT_LEXICONS } from '../lexicons/event-lexicons.ts'
import { type CueBook, cueBook } from './cue-book.ts'

/** What an event word means, and what must stand behind it in the sentence for it to mean that. */
type Cue = { readonly type: EventType; readonly weapon?: WeaponClass; readonly needs?: CueBook<true> }

export type Books = {
  readonly events: CueBook<Cue>
  readonly weapons: CueBook<WeaponClass>
  readonly belonging: CueBook<string>
  readonly negations: CueBook<true>
  readonly unreal: CueBook<true>
  readonly by: CueBook<true>
  readonly pending: CueBook<true>
}

const BOOKS = new Map<string, Books>()

export function booksOf(lang: string): Books {
  const known = BOOKS.get(lang)
  if (known) return known
  const lexicon = EVENT_LEXICONS[lang] ?? EVENT_LEXICONS.en!
  const books: Books = {
    events: cueBook(
      lexicon.cues.map(
        c =>
          [
            c.cues,
            {
              type: c.type,
              ...(c.weapon ? { weapon: c.weapon } : {}),
              ...(c.needs ? { needs: cueBook([[c.needs, true as const]]) } : {}),
            },
          ] as const,
      ),
    ),
    weapons: cueBook(lexicon.weapons.map(w => [w.cues, w.weapon] as const)),
    belonging: cueBook(lexicon.belonging.map(b => [b.cues, b.id] as const)),
    negations: cueBook([[lexicon.negations, true]]),
    unreal: cueBook([[lexicon.unreal, true]]),
    by: cueBook([[lexicon.by, true]]),
    pending: cueBook([[lexicon.pending, true]]),
  }
  BOOKS.set(lang, books)
  return books
}

/** The event words of a language, for promises: what is promised is named by the same words. */
export const eventBook = (lang: string): CueBook<{ readonly type: EventType }> => booksOf(lang).events
