/** The languages the reader reads, and 'other' for those it knows it does not. */
export type ReaderLanguage = 'ar' | 'en' | 'ru' | 'tr' | 'fr' | 'other'

const WORDS: Readonly<Record<'en' | 'tr' | 'fr', ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in that is was for on with as by at from it were be has had said his this which not are an have he its after will would who their been they a'.split(
      ' ',
    ),
  ),
  tr: new Set(
    've bir bu da de için ile olarak olan daha çok sonra dedi söyledi kadar gibi ise ne en ancak iki ya göre açıkladı bildirdi etti oldu arasında tarafından karşı üzerinde değil'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les des de du et en un une dans que qui pour sur par au aux est ont été avec ce cette son ses plus pas selon a il se ne sont entre après mais d l'.split(
      ' ',
    ),
  ),
}
/** Letters that only one of the three writes. */
const LETTERS: Readonly<Record<'tr' | 'fr', RegExp>> = { tr: /[ğışİĞŞ]/g, fr: /[àâæèêëîïôœùûÿÀÈÊÔŒ]/g }

/** Letters of Arabic script that Arabic itself does not write (Persian, Urdu, Kurdish), and Persian's commonest words. */
const NOT_ARABIC = /[پچژگڕڵۆێەۇۈېڤ]/g
const PERSIAN = /(?:^|\s)(?:است|این|که|را|می|های|شد|کرد)(?=\s|$|[،.])/g
/** Cyrillic letters that Russian does not write (Ukrainian, Serbian, Kazakh …). */
const NOT_RUSSIAN = /[іїєґјљњћђџўқғңөұүһә]/gi

/**
 * The language of a text or paragraph by script, letters and function words.
 *
 * Of the five languages the reader has lexicons for, three share a script with each other; the rest is
 * decided by script alone. Made here since the kept library tried (`eld`) takes 230 MB and a second
 * to load, and calls short Turkish Azerbaijani (docs/decisions/0010-own-language-of.md).
 * @returns undefined when there are no words (digits, marks only).
 */
export function languageOf(text: string): ReaderLanguage | undefined {
  const sample = text.length > 4_000 ? text.slice(0, 4_000) : text
  let arabic = 0
  let cyrillic = 0
  let latin = 0
  let other = 0
  for (const ch of sample) {
    const c = ch.codePointAt(0)!
    if ((c >= 0x600 && c <= 0x6ff) || (c >= 0xfb50 && c <= 0xfeff)) arabic++
    else if (c >= 0x400 && c <= 0x4ff) cyrillic++
    else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 0xc0 && c <= 0x24f)) latin++
    else if (c > 0x24f && /\p{L}/u.test(ch)) other++
  }
  const most = Math.max(arabic, cyrillic, latin, other)
  if (most === 0) return undefined
  if (most === other) return 'other'
  if (most === arabic) {
    const foreign = count(sample, NOT_ARABIC) + 2 * count(sample, PERSIAN)
    return foreign > arabic / 40 ? 'other' : 'ar'
  }
  if (most === cyrillic) return count(sample, NOT_RUSSIAN) > cyrillic / 60 ? 'other' : 'ru'
  return latinLanguage(sample)
}

function latinLanguage(sample: string): ReaderLanguage {
  const words = sample
    .toLocaleLowerCase('tr')

    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  const plain = sample
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  const scores = {
    en: plain.filter(w => WORDS.en.has(w)).length,
    fr:
      plain.filter(w => WORDS.fr.has(w)).length + count(sample, LETTERS.fr) / 2 + count(sample, /[éç]/g) / 4,
    tr: words.filter(w => WORDS.tr.has(w)).length + count(sample, LETTERS.tr) + count(sample, /[öüç]/g) / 4,
  }
  const [best] = (Object.entries(scores) as ['en' | 'fr' | 'tr', number][]).toSorted(([, a], [, b]) => b - a)
  if (best![1] > 0) return best![0]
  // A few words without a function word: a name, a heading. English is what agencies' headings mostly are.
  return words.length <= 6 ? 'en' : 'other'
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
