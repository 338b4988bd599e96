import { foldedText } from '../../core/text/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { TR_SPEAKERS } from '../lexicons/tr/actors.ts'
import { hitAt } from '../mentions/walk.ts'
import { matched, plainText, type Unit } from './unit.ts'
import { wordSet } from './words.ts'

/** The nouns of Turkish speakers, ready for lookup. */
export const TURKISH_NOUNS = {
  roles: wordSet(TR_SPEAKERS.roles),
  sources: wordSet(TR_SPEAKERS.sources),
  collectives: wordSet(TR_SPEAKERS.collectives),
  bodies: wordSet(TR_SPEAKERS.bodies),
  carriers: wordSet(TR_SPEAKERS.carriers),
  documents: wordSet(TR_SPEAKERS.documents),
  anonymity: wordSet(TR_SPEAKERS.anonymity),
}

/** A Turkish noun phrase with the case ending of its last word. */
export type Phrase = {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly name?: string
  readonly title?: string
  readonly sort: 'role' | 'source' | 'collective' | 'body' | 'carrier' | 'name' | 'other'
}

/** Words in the genitive or accusative belong to the content, not to the speaker. */
export function nominative(key: string, phrase: Phrase): boolean {
  if (phrase.name || phrase.sort === 'name') return true
  return !/(nin|nun|ndan|nden|nda|nde|yla|yle)$/.test(key) || key.length < 6
}

/** Where the opening noun phrase ends when no comma closes it: after its head noun and the name behind it. */
export function headEnd(unit: Unit, from: number, to: number, gazetteer: Gazetteer): number | undefined {
  const { items } = unit
  for (let i = from; i < Math.min(to, from + 8); i++) {
    if (items[i]!.kind !== 'word') continue
    const n =
      matched(items, i, TURKISH_NOUNS.roles) ||
      matched(items, i, TURKISH_NOUNS.sources) ||
      matched(items, i, TURKISH_NOUNS.collectives) ||
      matched(items, i, TURKISH_NOUNS.bodies) ||
      matched(items, i, TURKISH_NOUNS.carriers)
    const hit = n ? undefined : hitAt(gazetteer, unit.scanned.tokens, items[i]!.from, 'tr')
    if (!n && !(hit && capital(unit, i) && items[i + hit.to - hit.from]?.key !== "'")) continue
    let end = i + (n || hit!.to - hit!.from)
    // A longer head may follow: "Savunma Bakanlığı sözcüsü".
    while (
      end < to &&
      (matched(items, end, TURKISH_NOUNS.roles) ||
        matched(items, end, TURKISH_NOUNS.bodies) ||
        matched(items, end, TURKISH_NOUNS.sources) ||
        matched(items, end, TURKISH_NOUNS.collectives))
    )
      end++
    if (matched(items, end - 1, TURKISH_NOUNS.roles))
      while (end < to && items[end]!.kind === 'word' && capital(unit, end)) end++
    return end
  }
  return undefined
}

function capital(unit: Unit, i: number): boolean {
  const ch = unit.scanned.text.charAt(unit.items[i]!.start)
  return ch !== ch.toLocaleLowerCase('tr')
}

export function phraseOf(
  unit: Unit,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  cased: boolean,
): Phrase | undefined {
  const { items } = unit
  let a = from
  let b = to
  while (a < b && items[a]!.kind !== 'word' && items[a]!.kind !== 'number') a++
  while (b > a && (items[b - 1]!.kind === 'comma' || items[b - 1]!.kind === 'mark')) b--
  if (b <= a) return undefined
  // A suffix behind an apostrophe is no part of the name.
  let shownTo = b
  if (b - a >= 3 && items[b - 2]!.key === "'") shownTo = b - 2
  let sort: Phrase['sort'] = 'other'
  let lastRole = -1
  for (let i = a; i < shownTo; i++) {
    const item = items[i]!
    if (item.kind !== 'word') continue
    const key = cased && i === shownTo - 1 ? bareNoun(item.key) : item.key
    const probe = key === item.key ? items : Object.assign([...items], { [i]: { ...item, key } })
    if (matched(probe, i, TURKISH_NOUNS.roles)) lastRole = i + matched(probe, i, TURKISH_NOUNS.roles) - 1
    if (matched(probe, i, TURKISH_NOUNS.collectives)) sort = 'collective'
    else if (matched(probe, i, TURKISH_NOUNS.sources)) sort = 'source'
    else if (matched(probe, i, TURKISH_NOUNS.roles)) sort = 'role'
    else if (matched(probe, i, TURKISH_NOUNS.carriers)) sort = 'carrier'
    else if (matched(probe, i, TURKISH_NOUNS.bodies)) sort = 'body'
  }
  if (sort === 'other')
    for (let i = a; i < shownTo; i++) {
      if (items[i]!.kind !== 'word' || !capital(unit, i)) continue
      const entry = hitAt(gazetteer, unit.scanned.tokens, items[i]!.from, 'tr')?.names.find(
        n => !n.entry.flags.includes('weak'),
      )?.entry
      if (entry) {
        sort = entry.kind === 'actor' && entry.sort === 'outlet' ? 'carrier' : 'body'
        break
      }
    }
  let name = shownTo
  while (
    name > a &&
    name - 1 > lastRole &&
    items[name - 1]!.kind === 'word' &&
    capital(unit, name - 1) &&
    !matched(items, name - 1, TURKISH_NOUNS.bodies)
  )
    name--
  const text = surface(unit, a, shownTo, cased && shownTo === b)
  if (lastRole >= a && name < shownTo && name > lastRole)
    return {
      from: a,
      to: b,
      sort: 'role',
      text,
      name: surface(unit, name, shownTo, cased && shownTo === b),
      title: plainText(unit, items[a]!.start, items[name - 1]!.end),
    }
  if (sort === 'other' && name === a && shownTo - a >= 2) sort = 'name'
  // A lone abbreviation in the dative or genitive is an outlet or body ("AA'ya").
  if (sort === 'other' && name === a && shownTo < b) sort = 'carrier'
  return { from: a, to: b, sort, text }
}

export function surface(unit: Unit, from: number, to: number, cased: boolean): string {
  const text = plainText(unit, unit.items[from]!.start, unit.items[to - 1]!.end)
  if (!cased) return text
  const words = text.split(' ')
  words[words.length - 1] = bareSurface(words.at(-1)!)
  return words.join(' ')
}

/** Case endings of a common noun taken off: "Bakanlıktan" → "Bakanlık", "ajansına" → "ajansı". */
function bareSurface(word: string): string {
  const ablative = /^(.{3,}?)(n?[dt][ae]n)$/u.exec(word)
  if (ablative) return ablative[1]!
  const possessed = /^(.{3,}[ıiuü])(na|ne|nın|nin|nun|nün)$/u.exec(word)
  if (possessed) return possessed[1]!
  const dative = /^(.{3,})(ya|ye)$/u.exec(word)
  if (dative) return dative[1]!
  const genitive = /^(.{4,})(ın|in|un|ün)$/u.exec(word)
  if (genitive) return genitive[1]!.replace(/ğ$/u, 'k')
  return word
}

const bareNoun = (key: string): string => foldedText(bareSurface(key))
