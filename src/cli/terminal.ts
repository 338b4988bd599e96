import type { Locale, Words } from '../core/words.ts'

const FSI = '\u2068'
const PDI = '\u2069'

/**
 * Text of unknown or other direction made safe inside a line: numbers, codes, paths and names keep their
 * own order in an Arabic line, and Arabic keeps its own in an English one. Terminals that know no bidi
 * ignore the two marks.
 */
export function isolated(text: string | number): string {
  return `${FSI}${text}${PDI}`
}

/**
 * A finished text for the terminal: in English the marks around what runs left to right anyway are
 * dropped, so that codes can be searched for and copied; those around Arabic stay.
 */
export function finished(text: string, locale: Locale): string {
  return locale === 'ar' ? text : text.replaceAll(/\u2068([^\u2068\u2069\u0590-\u08ff]*)\u2069/g, '$1')
}

/** Runs of digits and Latin letters in an Arabic sentence, each isolated; other languages come back as they are. */
export function isolatedRuns(text: string, locale: Locale): string {
  if (locale !== 'ar') return text
  return text.replaceAll(/[A-Za-z0-9](?:[A-Za-z0-9 .,:;/_%+’'–-]*[A-Za-z0-9%])?/g, run => isolated(run))
}

/** The words in the reader's language, with foreign runs isolated. */
export function inLocale(words: Words, locale: Locale): string {
  return isolatedRuns(words[locale], locale)
}

/** Wraps prose at `width` columns, with every line after the first indented. Long words are never cut. */
export function wrapped(text: string, indent: string, width = 96): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > width - indent.length) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  if (line) lines.push(line)
  return lines.map(l => indent + l).join('\n')
}

/** Arabic when asked by flag or by the environment; English otherwise. */
export function localeFrom(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  const asked = flag ?? env.HUDNA_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? ''
  return asked.toLowerCase().startsWith('ar') ? 'ar' : 'en'
}
