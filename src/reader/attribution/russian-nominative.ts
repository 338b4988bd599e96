import { foldedText } from '../../core/text/fold.ts'
import { russianForms } from '../gazetteer/russian-cases.ts'
import { RU_SPEAKERS } from '../lexicons/ru/actors.ts'

/** Folded oblique form of a known noun or given name to its nominative as written. */
const NOMINATIVES = new Map<string, string>()
const KNOWN = new Set<string>()

for (const list of [
  RU_SPEAKERS.roles,
  RU_SPEAKERS.sources,
  RU_SPEAKERS.collectives,
  RU_SPEAKERS.bodies,
  RU_SPEAKERS.carriers,
  RU_SPEAKERS.given,
  RU_SPEAKERS.documents,
])
  for (const item of list.split(' ')) {
    if (item.includes('_')) continue
    KNOWN.add(foldedText(item))
    for (const form of nounCases(item)) {
      const key = foldedText(form)
      if (!NOMINATIVES.has(key)) NOMINATIVES.set(key, item)
    }
  }
for (const known of KNOWN) NOMINATIVES.delete(known)

/** The oblique forms of a common noun of the lexicon; names follow `russianForms`. */
export function nounCases(word: string): readonly string[] {
  const stem = word.slice(0, -1)
  if (/ие$/.test(word)) return [`${stem}я`, `${stem}ю`, `${stem}ем`, `${stem}и`]
  if (/о$/.test(word)) return [`${stem}а`, `${stem}у`, `${stem}ом`, `${stem}е`]
  if (/[иы]$/.test(word))
    return ['ов', 'ев', 'ей', 'ам', 'ям', 'ами', 'ями', 'ах', 'ях'].map(ending => stem + ending)
  return russianForms(word)
}

/** The nominative of a known noun or given name in another case; nothing for a word not known or already nominative. */
export const nominativeOf = (word: string): string | undefined => NOMINATIVES.get(foldedText(word))

/**
 * A speaker's phrase put into the nominative: "представителя штаба" → "представитель штаба", "министра
 * Олега Серова" → "министр Олег Серов". What depends on the head noun keeps its genitive.
 * A guess by endings where a word is in no list; a phrase already nominative comes back as it is.
 */
export function nominativePhrase(words: readonly string[]): string[] {
  // "двух дипломатов": the numeral would change too; left as written.
  if (/^(двух|тр[её]х|четыр[её]х|нескольких)$/i.test(words[0] ?? '')) return [...words]
  const out = [...words]
  let head = out.findIndex(w => nominativeOf(w) !== undefined || KNOWN.has(foldedText(w)))
  if (head < 0) head = out.length > 1 && /^[А-ЯЁ]/.test(out[0]!) ? -1 : 0
  for (let i = 0; i < head; i++) out[i] = adjective(out[i]!)
  if (head >= 0) out[head] = cased(out[head]!, nominativeOf(out[head]!) ?? out[head]!)
  let name = -1
  for (let i = head + 1; i < out.length; i++) {
    const given = nominativeOf(out[i]!)
    if (/^[А-ЯЁ]/.test(out[i]!) && (given !== undefined || KNOWN.has(foldedText(out[i]!)))) {
      if (RU_GIVEN.has(foldedText(given ?? out[i]!))) {
        name = i
        break
      }
    }
  }
  if (name >= 0) {
    const given = nominativeOf(out[name]!) ?? out[name]!
    out[name] = given
    const woman = /[ая]$/.test(given) && !/^(Никита|Илья|Фома)$/.test(given)
    for (let i = name + 1; i < out.length; i++) out[i] = surname(out[i]!, woman)
  } else if (head < 0) for (let i = 0; i < out.length; i++) out[i] = surname(out[i]!, false)
  return out
}

const RU_GIVEN = new Set(RU_SPEAKERS.given.split(' ').map(foldedText))

/** Keeps the capital of the text. */
const cased = (written: string, nominative: string): string =>
  /^[А-ЯЁ]/.test(written) ? nominative.charAt(0).toUpperCase() + nominative.slice(1) : nominative

function adjective(word: string): string {
  if (/(ого|его|ому|ему|ым|им|ом|ем)$/.test(word) && word.length > 5) {
    const stem = word.replace(/(ого|его|ому|ему|ым|им|ом|ем)$/, '')
    return stem + (/[гкхжшщч]$/.test(stem) || /(его|ему|им|ем)$/.test(word) ? 'ий' : 'ый')
  }
  if (/(ых|их)$/.test(word)) return `${word.slice(0, -1)}е`
  if (/(ой|ую)$/.test(word) && word.length > 5) return `${word.slice(0, -2)}ая`
  return word
}

function surname(word: string, woman: boolean): string {
  if (woman)
    return /(ов|ев|ин|ын)ой$/.test(word)
      ? `${word.slice(0, -2)}а`
      : /(ов|ев|ин|ын)у$/.test(word)
        ? `${word.slice(0, -1)}а`
        : /(ск)ой$/.test(word)
          ? `${word.slice(0, -2)}ая`
          : word
  if (/ского$/.test(word)) return `${word.slice(0, -3)}ий`
  if (/(ов|ев|ин|ын)(а|у|ым|е)$/.test(word)) return word.replace(/(а|у|ым|е)$/, '')
  if (/[бвгджзклмнпрстфхцчшщ]а$/.test(word) && word.length > 4) return word.slice(0, -1)
  return word
}
