import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { hitAt } from '../mentions/walk.ts'
import { nominativePhrase } from './russian-nominative.ts'
import type { Voice } from './statement-found.ts'
import { matched, plainText, type Unit } from './unit.ts'
import type { WesternWords } from './western-words.ts'

/** A noun phrase that may be a speaker or a carrier. */
export type WesternPhrase = {
  readonly sort:
    | 'role'
    | 'source'
    | 'collective'
    | 'body'
    | 'carrier'
    | 'document'
    | 'name'
    | 'pronoun'
    | 'other'
  /** Items, half-open. */
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly name?: string
  readonly title?: string
  readonly description?: string
  readonly head: string
  readonly definite: boolean
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'le',
  'la',
  'les',
  'l',
  'un',
  'une',
  'des',
  'its',
  'his',
  'her',
  'their',
  'son',
  'sa',
  'ses',
  'leur',
  'du',
  'au',
])
const INDEFINITE = new Set([
  'a',
  'an',
  'un',
  'une',
  'des',
  'one',
  'two',
  'three',
  'several',
  'some',
  'deux',
  'trois',
  'plusieurs',
  'один',
  'два',
  'несколько',
])

/** Reads items [from, to) as one phrase: its sort, and the personal name at its end if there is one. */
export function westernPhrase(
  unit: Unit,
  from: number,
  to: number,
  words: WesternWords,
  gazetteer: Gazetteer,
  oblique = false,
): WesternPhrase | undefined {
  const { items } = unit
  let a = from
  let b = to
  while (
    a < b &&
    (items[a]!.kind !== 'word' || matched(items, a, words.leads) || matched(items, a, words.boundaries))
  ) {
    if (items[a]!.kind === 'number') break
    a += Math.max(1, matched(items, a, words.leads))
  }
  while (
    b > a &&
    (items[b - 1]!.kind === 'comma' || items[b - 1]!.kind === 'mark' || matched(items, b - 1, words.leads))
  )
    b--
  if (b <= a || b - a > 16) return undefined
  let description: string | undefined
  for (let i = a + 1; i < b; i++)
    if (matched(items, i, words.participles)) {
      description = plainText(unit, items[i]!.start, items[b - 1]!.end)
      b = i
      break
    }
  const start = items[a]!.start
  const end = items[b - 1]!.end
  const first = items[a]!
  if (b - a === 1 && words.pronouns.single.has(first.key))
    return {
      sort: 'pronoun',
      from: a,
      to: b,
      start,
      end,
      text: plainText(unit, start, end),
      head: first.key,
      definite: true,
    }
  let sort: WesternPhrase['sort'] | undefined
  let head = ''
  let lastRole = -1
  let hits = 0
  for (let i = a; i < b; i++) {
    const item = items[i]!
    if (item.kind !== 'word') continue
    const role = matched(items, i, words.roles)
    const source = matched(items, i, words.sources)
    const collective = matched(items, i, words.collectives)
    const carrier = matched(items, i, words.carriers)
    const body = matched(items, i, words.bodies)
    if (role) lastRole = i + role - 1
    const here: WesternPhrase['sort'] | undefined = collective
      ? 'collective'
      : source && !(role && capitalsAfter(unit, i + role, b))
        ? 'source'
        : role
          ? 'role'
          : carrier
            ? 'carrier'
            : body
              ? 'body'
              : matched(items, i, words.documents) && !(i > a && isCapital(unit, i))
                ? 'document'
                : undefined
    // The first noun rules in French and Russian ("porte-parole du ministère"), the last before "of" in English.
    if (here && (sort === undefined || (words.lang === 'en' && !crossed(unit, a, i)))) {
      sort = here
      head = item.key
    }
    const step = Math.max(role, source, collective, carrier, body)
    if (step > 1) i += step - 1
  }
  const outlet = outletIn(unit, a, b, gazetteer)
  if (sort === undefined) {
    if (outlet === 'outlet') sort = 'carrier'
    else if (outlet) {
      sort = 'body'
      hits = 1
    }
  } else if (sort === 'body' && outlet === 'outlet') sort = 'carrier'
  const nameFrom = nameStart(unit, a, b, lastRole, words, gazetteer)
  if (
    nameFrom !== undefined &&
    (sort === 'role' || sort === 'source' || sort === undefined || (sort === 'body' && lastRole >= 0))
  ) {
    if (nameFrom > a && lastRole >= a) sort = 'role'
    else if (nameFrom === a && hits === 0) sort = 'name'
  }
  // A name in quotation marks that says or relays is a medium.
  if ((sort === undefined || sort === 'name') && first.quotedName) sort = 'carrier'
  if (sort === undefined && words.platforms && matched(items, a, words.platforms)) sort = 'carrier'
  const titled = sort === 'role' && nameFrom !== undefined && nameFrom > a && lastRole < nameFrom
  const shown = (x: number, y: number) => display(unit, x, y, oblique && words.lang === 'ru')
  const whole = shown(a, b)
  return {
    sort: sort ?? 'other',
    from: a,
    to: b,
    start,
    end,
    text: whole,
    ...(titled ? splitName(unit, a, nameFrom, b, whole) : {}),
    ...(description ? { description } : {}),
    head: head || items[b - 1]!.key,
    definite:
      !INDEFINITE.has(first.key) &&
      (words.lang === 'ru' || DETERMINERS.has(first.key) || items[a]!.key !== items[a]!.key.toLowerCase()),
  }
}

function splitName(
  unit: Unit,
  a: number,
  name: number,
  _b: number,
  whole: string,
): { name: string; title: string } {
  // The nominative has as many words as the text has, so the cut falls at the same word.
  const count = plainText(unit, unit.items[a]!.start, unit.items[name - 1]!.end).split(' ').length
  const parts = whole.split(' ')
  return { title: parts.slice(0, count).join(' ').replace(/,$/, ''), name: parts.slice(count).join(' ') }
}

function display(unit: Unit, from: number, to: number, oblique: boolean): string {
  const text = plainText(unit, unit.items[from]!.start, unit.items[to - 1]!.end)
  return oblique ? nominativePhrase(text.split(' ')).join(' ') : text
}

/** Has "of" or another preposition been passed between a and i? */
function crossed(unit: Unit, a: number, i: number): boolean {
  for (let j = a; j < i; j++) if (/^(of|for|from|in|with|at|on)$/.test(unit.items[j]!.key)) return true
  return false
}

function capitalsAfter(unit: Unit, i: number, to: number): boolean {
  return i < to && isCapital(unit, i)
}

export function isCapital(unit: Unit, i: number): boolean {
  const item = unit.items[i]
  if (item?.kind !== 'word') return false
  const ch = unit.scanned.text.charAt(item.start)
  return ch !== ch.toLowerCase()
}

function allCapitals(unit: Unit, i: number): boolean {
  const item = unit.items[i]!
  const s = unit.scanned.text.slice(item.start, item.end)
  return s.length > 1 && s === s.toUpperCase()
}

/** Where the run of capitalised words at the phrase's end that is a personal name begins. */
function nameStart(
  unit: Unit,
  a: number,
  b: number,
  lastRole: number,
  words: WesternWords,
  gazetteer: Gazetteer,
): number | undefined {
  const { items } = unit
  let i = b
  while (i > a) {
    const k = i - 1
    const item = items[k]!
    if (item.kind === 'mark' && (item.key === '-' || item.key === '.' || item.key === "'") && i < b) {
      i--
      continue
    }
    if (item.kind !== 'word' || k <= lastRole) break
    const particle =
      /^(al|el|bin|ben|ibn|de|der|van|von|abu|abou|аль|ад|ан|аш|эль|бен|ибн|абу)$/.test(item.key) && i < b
    if (!particle && (!isCapital(unit, k) || allCapitals(unit, k))) break
    if (matched(items, k, words.bodies) || matched(items, k, words.carriers)) break
    if (!particle && gazetteerWord(unit, k, gazetteer)) break
    i--
  }
  while (i < b && items[i]!.kind === 'mark') i++
  if (i >= b) return undefined
  // A lone capital at the very start of the sentence is any word.
  if (i === a && b - a === 1 && lastRole < 0 && items[a]!.from === unit.items[0]!.from)
    return isCapital(unit, a) ? a : undefined
  return i
}

function gazetteerWord(unit: Unit, i: number, gazetteer: Gazetteer): boolean {
  const hit = hitAt(gazetteer, unit.scanned.tokens, unit.items[i]!.from, '')
  return (
    hit !== undefined && !hit.names.every(n => n.entry.flags.some(f => f === 'weak' || f.startsWith('ctx')))
  )
}

/** Does a known outlet ('outlet') or other actor or place ('body') stand in [a, b)? The first decides. */
function outletIn(unit: Unit, a: number, b: number, gazetteer: Gazetteer): 'outlet' | 'body' | undefined {
  for (let i = a; i < b; i++) {
    if (unit.items[i]!.kind !== 'word' || !isCapital(unit, i)) continue
    const hit = hitAt(gazetteer, unit.scanned.tokens, unit.items[i]!.from, '')
    const entry = hit?.names.find(n => !n.entry.flags.some(f => f === 'weak' || f.startsWith('ctx')))?.entry
    if (!entry) continue
    return entry.kind === 'actor' && entry.sort === 'outlet' ? 'outlet' : 'body'
  }
  return undefined
}

/** The voice a phrase is. */
export function westernVoice(phrase: WesternPhrase, via: readonly string[]): Voice {
  const text = phrase.name ?? phrase.text
  return {
    speaker: text,
    span: { start: phrase.start, end: phrase.end },
    role: phrase.name ? (phrase.title ?? null) : (phrase.description ?? null),
    named:
      phrase.name || phrase.sort === 'name'
        ? 'named'
        : phrase.sort === 'collective'
          ? 'collective'
          : phrase.sort === 'source'
            ? 'unnamed'
            : phrase.sort === 'role' && !phrase.definite
              ? 'unnamed'
              : 'office_only',
    via: via.filter((v, i) => v && v !== text && via.indexOf(v) === i),
    head: phrase.head,
    carrier: phrase.sort === 'carrier',
  }
}
