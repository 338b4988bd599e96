import { type CueBook, cueAtToken, cueBook } from '../events/cue-book.ts'
import type { AgendaLexicon } from '../lexicons/agenda-lexicon.ts'
import { AGENDA_LEXICONS } from '../lexicons/agenda-lexicons.ts'
import type { Token } from '../text/tokens.ts'

/** The agenda lexicon of a language made ready. */
export type AgendaWords = { readonly items: CueBook<string> } & {
  readonly [K in Exclude<keyof AgendaLexicon, 'items'>]: CueBook<true>
}

const READY = new Map<string, AgendaWords>()

/** A language's words of negotiations; English for one we have none for. */
export function agendaWords(lang: string): AgendaWords {
  const known = READY.get(lang)
  if (known) return known
  const { items, ...cues } = AGENDA_LEXICONS[lang] ?? AGENDA_LEXICONS.en!
  const ready = {
    items: cueBook(Object.entries(items).map(([item, words]) => [words, item] as const)),
    ...Object.fromEntries(
      Object.entries(cues).map(([name, words]) => [name, cueBook([[words, true as const]])]),
    ),
  } as AgendaWords
  READY.set(lang, ready)
  return ready
}

/** Token index of the first cue of the book in [from, to), or -1. */
export function firstCue(
  book: CueBook<unknown>,
  tokens: readonly Token[],
  from: number,
  to: number,
  lang: string,
): number {
  for (let i = from; i < to; i++) if (cueAtToken(book, tokens, i, to, lang)) return i
  return -1
}

/** Agenda items named in [from, to), in order, each once, with the tokens that name them. */
export function itemsIn(
  words: AgendaWords,
  tokens: readonly Token[],
  from: number,
  to: number,
  lang: string,
): { item: string; from: number; to: number }[] {
  const found: { item: string; from: number; to: number }[] = []
  for (let i = from; i < to; i++) {
    const cue = cueAtToken(words.items, tokens, i, to, lang)
    if (!cue) continue
    if (!found.some(f => f.item === cue.value)) found.push({ item: cue.value, from: i, to: cue.to })
    i = cue.to - 1
  }
  return found
}
