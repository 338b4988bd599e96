import type { Gazetteer, Step } from '../gazetteer/gazetteer.ts'
import { AR_SPEAKERS } from '../lexicons/ar/actors.ts'
import { phraseAt } from './arabic-phrase.ts'
import { carrierAt, carrierName, KEPT_MEDIA } from './arabic-sources.ts'
import { isArabicVerb } from './arabic-verbs.ts'
import { ARABIC_NOUNS } from './arabic-words.ts'
import { matched, plainText, type Unit } from './unit.ts'
import { wordSet } from './words.ts'

const HEARERS = wordSet(AR_SPEAKERS.hearers)

/** A carrier or medium in the words beside a verb: "to the agency X", "in a statement carried by Y", "on his account in Z". */
export function carrierBeside(
  unit: Unit,
  j: number,
  gazetteer: Gazetteer,
): { to: number; name?: string; medium?: string } | undefined {
  const { items } = unit
  const item = items[j]!
  const options = { verb: isArabicVerb }
  if (item.key === 'ل' && items[j + 1]?.kind === 'word') {
    const phrase = phraseAt(unit, j + 1, gazetteer, { ...options, unknown: true })
    return phrase && { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
  }
  if (item.key.startsWith('ل') && item.key.length > 3) {
    const skip = item.key.startsWith('لل') ? 2 : 1
    if (HEARERS.single.has(item.key.slice(skip)) || HEARERS.single.has(`ال${item.key.slice(2)}`))
      return { to: j + 1 }
    const phrase = phraseAt(unit, j, gazetteer, { ...options, skip })
    if (phrase?.sort === 'carrier') return { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
    // A known outlet by its own name: لرويترز.
    const known = outletNamed(unit, j, skip, gazetteer)
    if (known) return known
  }
  if (/^(نشر|نقل|بث|اورد|تداول|وزع)(ه|ته|ها|تها)$/.test(item.key)) {
    const phrase = phraseAt(unit, j + 1, gazetteer, { ...options, unknown: true })
    return phrase && { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
  }
  if (
    matched(items, j, ARABIC_NOUNS.platforms) &&
    /^(في|علي|عبر|حسابه|حسابها|منصه|موقع)$/.test(items[j - 1]?.key ?? '')
  )
    return { to: j + 1, name: plainText(unit, item.start, item.end) }
  if ((item.key === 'مع' || item.key === 'عبر' || item.key === 'علي') && items[j + 1]?.kind === 'word') {
    if (!carrierAt(items, j + 1)) return undefined
    const phrase = phraseAt(unit, j + 1, gazetteer, options)
    return phrase && { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
  }
  if (
    (item.key === 'في' || item.key === 'عبر' || item.key === 'وفي') &&
    items[j + 1]?.kind === 'word' &&
    matched(items, j + 1, ARABIC_NOUNS.documents)
  ) {
    const medium = plainText(unit, items[j + 1]!.start, items[j + 1]!.end)
    return { to: j + 2, ...(KEPT_MEDIA.test(medium) ? { medium } : {}) }
  }
  return undefined
}

function outletNamed(
  unit: Unit,
  j: number,
  skip: number,
  gazetteer: Gazetteer,
): { to: number; name: string } | undefined {
  const { items } = unit
  const key = items[j]!.key.slice(skip)
  const outlet = (step: Step | undefined) =>
    step?.names?.some(n => n.entry.kind === 'actor' && n.entry.sort === 'outlet')
  const start = unit.scanned.folded.map[unit.scanned.tokens[items[j]!.from]!.at + skip]!
  for (const root of gazetteer.roots) {
    const one = root.next?.get(skip === 2 ? `ال${key}` : key)
    if (outlet(one))
      return { to: j + 1, name: (skip === 2 ? 'ال' : '') + plainText(unit, start, items[j]!.end) }
    if (outlet(one?.next?.get(items[j + 1]?.key ?? '')))
      return { to: j + 2, name: plainText(unit, start, items[j + 1]!.end) }
  }
  return undefined
}

/** Carriers and media that stand before the verb in its clause: "In a statement carried by X, the ministry said". */
export function beforeVerb(
  unit: Unit,
  clause: number,
  verb: number,
  masked: Uint8Array,
  gazetteer: Gazetteer,
): { carriers: string[]; medium?: string } {
  const carriers: string[] = []
  let medium: string | undefined
  for (let j = clause; j < verb; j++) {
    if (masked[j] || unit.items[j]!.kind !== 'word') continue
    const found = carrierBeside(unit, j, gazetteer)
    if (!found) continue
    if (found.name) carriers.push(found.name)
    if (found.medium) medium ??= found.medium
    j = found.to - 1
  }
  return { carriers, ...(medium ? { medium } : {}) }
}

/** A carrier that stands as the object of a verb of telling. */
export function carrierObject(
  unit: Unit,
  j: number,
  gazetteer: Gazetteer,
): { to: number; name?: string; medium?: string } | undefined {
  if (!carrierAt(unit.items, j)) return undefined
  const phrase = phraseAt(unit, j, gazetteer, { verb: isArabicVerb })
  return phrase?.sort === 'carrier'
    ? { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
    : undefined
}
