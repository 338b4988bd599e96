import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Phrase, phraseOf, TURKISH_NOUNS } from './turkish-phrase.ts'
import { matched, type Unit } from './unit.ts'
import { wordSet } from './words.ts'

const ISSUED = wordSet('yapılan yayımlanan yayınlanan paylaşılan gelen verilen')

/** "Bakanlıktan yapılan açıklamada": who issued the statement, and where its words begin. */
export function issuedBy(
  unit: Unit,
  from: number,
  to: number,
  gazetteer: Gazetteer,
): { phrase: Phrase; to: number; medium: string } | undefined {
  const { items } = unit
  for (let i = from; i < to; i++) {
    if (!matched(items, i, TURKISH_NOUNS.documents)) continue
    if (!/(da|de)$/.test(items[i]!.key)) continue
    let end = i
    while (
      end > from &&
      (/^(yazili|ortak|resmi)$/.test(items[end - 1]!.key) || matched(items, end - 1, ISSUED))
    )
      end--
    while (end > from && items[end - 1]!.key === 'tarafindan') end--
    while (end > from && items[end - 1]!.kind === 'comma') end--
    if (end > from && /^(yaptigi|yayimladigi|yayinladigi)$/.test(items[end - 1]!.key)) return undefined
    if (end <= from) return undefined
    const phrase = phraseOf(unit, from, end, gazetteer, true)
    if (!phrase || phrase.sort === 'other') return undefined
    return { phrase, to: i + 1, medium: documentName(items[i]!.key, unit, i) }
  }
  return undefined
}

export function documentName(key: string, unit: Unit, i: number): string {
  const surface = unit.scanned.text.slice(unit.items[i]!.start, unit.items[i]!.end)
  return /^aciklama/.test(key)
    ? surface.slice(0, 8)
    : /^bildiri/.test(key)
      ? surface.slice(0, 7)
      : surface.replace(/(s?ında|s?inde|da|de)$/u, '')
}

/** "X'e göre", "X'in haberine göre", "X'in Y'ye dayandırdığı haberine göre". */
export function according(
  unit: Unit,
  from: number,
  to: number,
  gazetteer: Gazetteer,
): { chain: Phrase[]; from: number; to: number } | undefined {
  const { items } = unit
  for (let i = from; i < to; i++) {
    if (items[i]!.key !== 'gore') continue
    let start = i - 1
    while (
      start > from &&
      items[start - 1]!.kind !== 'comma' &&
      items[start - 1]!.kind !== 'quote' &&
      i - start < 9
    )
      start--
    let end = i
    if (
      /^(haberine|bildirdigine|aktardigina|aciklamasina|soyledigine|verdigi|acikladigina|belirttigine)$/.test(
        items[end - 1]?.key ?? '',
      )
    )
      end--
    const chain: Phrase[] = []
    for (let k = start; k < end; k++)
      if (/^(dayandirdigi|dayandirarak|dayanarak)$/.test(items[k]!.key)) {
        const genitive = splitAfterGenitive(unit, start, k)
        if (genitive !== undefined) {
          const outer = phraseOf(unit, start, genitive, gazetteer, true)
          const inner = phraseOf(unit, genitive, k, gazetteer, true)
          if (outer && inner) chain.push(outer, inner)
        }
      }
    if (!chain.length) {
      const phrase = phraseOf(unit, start, end, gazetteer, true)
      if (!phrase || phrase.sort === 'other') return undefined
      chain.push(phrase)
    }
    return { chain, from: start, to: i + 1 }
  }
  return undefined
}

function splitAfterGenitive(unit: Unit, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++)
    if (/^(nin|in|un|nun)$/.test(unit.items[i]!.key) && unit.items[i - 1]?.key === "'") return i + 1
  for (let i = from; i < to - 1; i++)
    if (
      unit.items[i]!.kind === 'word' &&
      /(nin|nun|in|un)$/.test(unit.items[i]!.key) &&
      unit.items[i]!.key.length > 4
    )
      return i + 1
  return undefined
}
