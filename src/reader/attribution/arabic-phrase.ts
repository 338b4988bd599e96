import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { AR_SPEAKERS } from '../lexicons/ar/actors.ts'
import { hitAt } from '../mentions/walk.ts'
import { type Item, matched, plainText, type Unit } from './unit.ts'
import { wordSet } from './words.ts'

/** A noun phrase that may be a speaker or a carrier. */
export type Phrase = {
  readonly sort: 'role' | 'source' | 'collective' | 'body' | 'carrier' | 'document' | 'name' | 'unknown'
  readonly head: string
  /** Whole phrase, without its description. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Personal name at its end, and the title before it. */
  readonly name?: string
  readonly title?: string
  /** "taking part in the talks", said of a source. */
  readonly description?: string
  /** Items, half-open. */
  readonly from: number
  readonly to: number
  readonly definite: boolean
}

const W = {
  roles: wordSet(AR_SPEAKERS.roles),
  sources: wordSet(AR_SPEAKERS.sources),
  collectives: wordSet(AR_SPEAKERS.collectives),
  bodies: wordSet(AR_SPEAKERS.bodies),
  carriers: wordSet(AR_SPEAKERS.carriers),
  dropped: wordSet(AR_SPEAKERS.dropped),
  documents: wordSet(AR_SPEAKERS.documents),
  platforms: wordSet(AR_SPEAKERS.platforms),
  given: wordSet(AR_SPEAKERS.given),
  stops: wordSet(AR_SPEAKERS.stops),
  things: wordSet(AR_SPEAKERS.things),
  adjectives: wordSet(AR_SPEAKERS.adjectives),
  participles: wordSet(AR_SPEAKERS.participles),
}

/** Titles that take "of the …" with ل: الأمين العام للأمم المتحدة. */
const WITH_LAM = wordSet(
  'الأمين أمين الممثل ممثل القائد المدير المتحدث الناطق المبعوث المنسق المندوب المفوض المركز القيادة الهيئة',
)

export const isStop = (key: string): boolean => W.stops.single.has(key)
export const isThing = (key: string): boolean =>
  W.things.single.has(key) || (key.length > 3 && /^[وفبل]/.test(key) && W.things.single.has(key.slice(1)))

/**
 * Reads the noun phrase that begins at item `i`.
 *
 * An Arabic noun phrase is complete once it is definite: adjectives with ال may follow, an indefinite
 * word then begins something else: a personal name after a title, the object after a body.
 *
 * @param skip letters of particles (و ل ب لل) written onto its first word; for لل give 2, the article is put back.
 * @param unknown whether a first word of no list may be a name.
 */
export function phraseAt(
  unit: Unit,
  i: number,
  gazetteer: Gazetteer,
  options: { readonly skip?: number; readonly unknown?: boolean; readonly verb: (key: string) => boolean },
): Phrase | undefined {
  const { items } = unit
  const item = items[i]
  if (item?.kind !== 'word') return undefined
  const skip = options.skip ?? 0
  const article = skip > 0 && item.key.slice(skip - 2, skip) === 'لل'
  const head = article ? `ال${item.key.slice(skip)}` : item.key.slice(skip)
  if (head.length < 2 && !item.quotedName) return undefined
  const sort = sortOf(items, i, head)
  const actor = actorAt(unit, i, gazetteer)
  if (sort === undefined && !actor && !(options.unknown || item.quotedName)) return undefined
  if (sort === undefined && !actor && !item.quotedName && (isStop(head) || isThing(head))) return undefined

  const start = skip ? startAfter(unit, item, skip) : item.start
  const s = new State(unit, gazetteer, options.verb)
  s.definite = definiteWord(head)
  let at = i + 1
  if (actor && !(sort === 'carrier' && !actor.outlet)) {
    at = actor.to
    s.definite = true
  } else if (sort === undefined) at = s.name(i)
  else {
    const list = listOf(sort)
    at = i + Math.max(1, matched(items, i, list))
    if (at - i > 1) s.definite = definiteWord(items[at - 1]!.key)
  }
  const kind = actor && sort === undefined ? (actor.outlet ? 'carrier' : 'body') : (sort ?? 'name')
  const core = sort === undefined && !actor ? { to: at, name: undefined } : s.rest(at, kind, head)
  let to = core.to
  const end = items[to - 1]!.end
  const text = (article ? 'ال' : '') + plainText(unit, start, end)
  const named = core.name
  let description: string | undefined
  if (kind === 'source' && !named && matched(items, to, W.participles)) {
    const from = to
    while (to < items.length && items[to]!.kind === 'word' && !MARKERS.has(items[to]!.key)) to++
    description = plainText(unit, items[from]!.start, items[to - 1]!.end)
  }
  return {
    sort: kind,
    head,
    text,
    start,
    end,
    from: i,
    to,
    definite: s.definite,
    ...(named
      ? {
          name: plainText(unit, items[named]!.start, end),
          title: plainText(unit, start, items[named - 1]!.end),
        }
      : {}),
    ...(description ? { description } : {}),
  }
}

const MARKERS = new Set([
  'ان',
  'بان',
  'انه',
  'انها',
  'انهم',
  'قوله',
  'قولها',
  'قولهم',
  'فان',
  'بانه',
  'بانها',
  'اننا',
  'انني',
])

class State {
  definite = false
  readonly unit: Unit
  readonly items: readonly Item[]
  readonly gazetteer: Gazetteer
  readonly verb: (key: string) => boolean
  constructor(unit: Unit, gazetteer: Gazetteer, verb: (key: string) => boolean) {
    this.unit = unit
    this.items = unit.items
    this.gazetteer = gazetteer
    this.verb = verb
  }

  /** From the head on: adjectives, the possessed, "of the", then perhaps a name. */
  rest(from: number, kind: Phrase['sort'], head: string): { to: number; name: number | undefined } {
    const { items } = this
    const person = kind === 'role' || (kind === 'source' && (this.definite || W.roles.single.has(head)))
    // A body or carrier known by a name in quotation marks ends with that name.
    let at = from
    for (; at < items.length; at++) {
      const item = items[at]!
      const key = item.key
      if (item.kind === 'number' && kind !== 'role') continue
      if (item.kind !== 'word') {
        if (key === '-' && items[at - 1]!.kind === 'word' && items[at + 1]?.kind === 'word' && this.glued(at))
          continue
        break
      }
      if (item.quotedName) {
        at = this.quoted(at)
        this.definite = true
        if (kind === 'carrier') return { to: at, name: undefined }
        at--
        continue
      }
      const hit = this.actor(at)
      if (
        key === 'باسم' ||
        ((key === 'في' || key === 'من' || key === 'لدي' || key === 'عن') && this.attaches(at, kind, head))
      ) {
        const inner = this.attached(at + 1)
        if (inner === undefined) break
        at = inner - 1
        this.definite = true
        continue
      }
      if (key.length < 2 || (!hit && (isStop(key) || MARKERS.has(key) || this.preposition(at)))) break
      if (this.lamTo(at, kind, head)) {
        at = this.attached(at, true)! - 1
        this.definite = true
        continue
      }
      if (!hit && beginsWithParticle(key) && !W.given.single.has(key)) break
      if (!hit && this.verb(key) && !W.given.single.has(key) && !W.adjectives.single.has(key)) break
      if (kind === 'source' && !this.definite && matched(items, at, W.participles) && !definiteWord(key))
        break
      if (hit && !this.definite) {
        at = hit.to - 1
        this.definite = true
        continue
      }
      if (definiteWord(key)) {
        if (this.definite && !isAdjective(key)) break
        if (!this.definite && kind === 'source' && !isAdjective(key)) {
          if (!OPEN_ADJECTIVES.has(items[at - 1]!.key) && !W.sources.single.has(items[at - 1]!.key)) break
        }
        if (!this.definite && isThing(key) && kind === 'name') break
        this.definite = true
        continue
      }
      // Indefinite after a complete phrase: a name, or the next thing.
      if (this.definite) {
        if (W.adjectives.single.has(key) && !W.given.single.has(key)) break
        const titled = person
        if (!titled || isThing(key) || beginsWithParticle(key)) {
          if (!(titled && W.given.single.has(key))) break
        }
        const to = this.name(at)
        // "The minister ruled out signing the agreement": a verbal noun with its object is no name.
        if (
          !W.given.single.has(key) &&
          to - at === 1 &&
          items[to]?.kind === 'word' &&
          isThing(items[to]!.key)
        )
          break
        return { to, name: at }
      }
      if (isThing(key)) break
    }
    return { to: at, name: undefined }
  }

  /** The words of a personal name from `at` on: at most five. */
  name(at: number): number {
    const { items } = this
    let to = at + 1
    if (items[at]!.quotedName) return this.quoted(at)
    for (; to < items.length && to - at < 5; to++) {
      const item = items[to]!
      if (item.kind === 'mark' && item.key === '-' && this.glued(to)) continue
      if (item.kind !== 'word' || item.quotedName) break
      const key = item.key
      if (key.length < 2 || this.preposition(to)) break
      if (W.given.single.has(key) || LINKS.has(key)) continue
      if (isStop(key) || MARKERS.has(key) || isThing(key) || this.verb(key)) break
      if (beginsWithParticle(key) && to - at >= 1 && !LINKS.has(items[to - 1]!.key)) break
      if (to - at >= 2 && !LINKS.has(items[to - 1]!.key) && !definiteWord(key) && to - at >= 3) break
      if (matched(items, to, W.roles) && definiteWord(key)) break
    }
    return to
  }

  /** على is a preposition, علي a name; folded they are one. */
  preposition(at: number): boolean {
    const item = this.items[at]!
    return item.key === 'علي' && this.unit.scanned.text.slice(item.start, item.end).endsWith('ى')
  }

  quoted(at: number): number {
    const { items } = this
    let to = at + 1
    while (
      to < items.length &&
      items[to]!.kind === 'word' &&
      !items[to]!.quotedName &&
      !/[«»“”"‹›]/.test(this.unit.scanned.text.slice(items[to - 1]!.end, items[to]!.start))
    )
      to++
    return to
  }

  glued(at: number): boolean {
    return this.unit.scanned.tokens[this.items[at]!.from]!.spaced === false
  }

  actor(at: number) {
    return actorAt(this.unit, at, this.gazetteer)
  }

  /** May "in/from X" belong to the phrase? Only a body, place or role may stand there. */
  attaches(at: number, kind: Phrase['sort'], head: string): boolean {
    const next = this.items[at + 1]
    if (next?.kind !== 'word') return false
    const hit = this.actor(at + 1)
    // "the mission in Idlib", "the president's office in Moscow"
    if (kind === 'body') return hit?.place === true && this.items[at]!.key === 'في'
    if (kind === 'carrier' || (kind === 'collective' && !W.collectives.single.has(head))) return false
    if (hit)
      return (
        this.items[at]!.key !== 'عن' &&
        (kind === 'source' || kind === 'collective' || (kind === 'role' && !hit.place))
      )
    return matched(this.items, at + 1, W.bodies) > 0 && !matched(this.items, at + 1, W.documents)
  }

  /** Reads the phrase after "in the name of", "in", "of"; its end, or nothing when it is no noun. */
  attached(at: number, lam = false): number | undefined {
    const item = this.items[at]
    if (item?.kind !== 'word') return undefined
    const skip = lam ? (item.key.startsWith('لل') ? 2 : 1) : 0
    const inner = new State(this.unit, this.gazetteer, this.verb)
    const hit = skip ? undefined : this.actor(at)
    const head = item.key.slice(skip)
    inner.definite = definiteWord(head) || skip === 2
    if (hit) {
      inner.definite = true
      return inner.rest(hit.to, 'body', head).to
    }
    if (item.quotedName) return this.quoted(at)
    if (!skip && (isStop(head) || this.verb(head))) return undefined
    return inner.rest(at + Math.max(1, matched(this.items, at, W.bodies)), 'body', head).to
  }

  /** "the Secretary-General of the …": ل with a body, right after a title that takes one. */
  lamTo(at: number, kind: Phrase['sort'], head: string): boolean {
    const key = this.items[at]!.key
    if (!key.startsWith('ل') || key.length < 4 || (kind !== 'role' && kind !== 'body')) return false
    if (!WITH_LAM.single.has(head)) return false
    const rest = key.startsWith('لل') ? key.slice(2) : key.slice(1)
    const body = W.bodies.single.has(rest) || W.bodies.single.has(`ال${rest}`)
    const phrase =
      W.bodies.phrases.has(`ال${rest}`) || ['امم', 'اتحاد', 'حلف', 'جيش', 'قوات', 'شوون'].includes(rest)
    return (body || phrase) && !W.carriers.single.has(rest)
  }
}

const LINKS = new Set(['بن', 'ابن', 'ابو', 'ابي', 'عبد', 'ال', 'ام', 'دي', 'فان', 'فون', 'بو'])
const OPEN_ADJECTIVES = new Set(['رفيع', 'رفيعه', 'كبير', 'واسع', 'عالي', 'رفيعي'])

function definiteWord(key: string): boolean {
  return (key.startsWith('ال') && key.length > 3) || PROPER_ENDS.has(key)
}
const PROPER_ENDS = new Set(['نفسه', 'نفسها', 'ذاته'])

function isAdjective(key: string): boolean {
  if (W.adjectives.single.has(key)) return true
  if (W.bodies.single.has(key) || W.collectives.single.has(key) || isThing(key)) return false
  // A plural of persons is another noun: "informed the journalists".
  return /ي(ه)?$/.test(key)
}

/** Does a word begin with لل or with ل/ب/و on a known noun: something other than a name? */
function beginsWithParticle(key: string): boolean {
  if (key === 'بلا') return false
  if (key.startsWith('لل')) return true
  if (!/^[لبو]/.test(key)) return false
  const rest = key.slice(1)
  return (
    W.carriers.single.has(rest) ||
    W.bodies.single.has(rest) ||
    W.documents.single.has(rest) ||
    (rest.startsWith('ال') && rest.length > 3) ||
    isThing(rest) ||
    isStop(rest)
  )
}

function sortOf(items: readonly Item[], i: number, head: string): Phrase['sort'] | undefined {
  const item: Item = head === items[i]!.key ? items[i]! : { ...items[i]!, key: head }
  const view =
    item === items[i] ? items : Object.assign([], { [i]: item, [i + 1]: items[i + 1], [i + 2]: items[i + 2] })
  if (matched(view, i, W.carriers) && !matched(view, i, W.roles)) return 'carrier'
  if (matched(view, i, W.carriers) && W.dropped.single.has(head)) return 'carrier'
  if (matched(view, i, W.collectives)) return 'collective'
  if (matched(view, i, W.sources) && !definiteWord(head)) return 'source'
  if (matched(view, i, W.roles)) return 'role'
  if (matched(view, i, W.sources)) return 'source'
  if (matched(view, i, W.bodies)) return 'body'
  if (matched(view, i, W.documents)) return 'document'
  if (matched(view, i, W.platforms)) return 'carrier'
  if (ANAPHORS.has(head) || (head.startsWith('ال') && W.sources.single.has(head.slice(2)))) return 'source'
  if (head.startsWith('ال') && W.documents.single.has(head.slice(2))) return 'document'
  return undefined
}
const ANAPHORS = new Set(['نظيره', 'نظيرته', 'نظيرها', 'الاخير', 'الاخيره'])

function listOf(sort: Phrase['sort']) {
  switch (sort) {
    case 'carrier':
      return W.carriers
    case 'collective':
      return W.collectives
    case 'body':
      return W.bodies
    default:
      return W.roles
  }
}

/** A name of the gazetteer that begins at the item, as items. Common single words need not apply. */
function actorAt(
  unit: Unit,
  i: number,
  gazetteer: Gazetteer,
): { to: number; outlet: boolean; place: boolean } | undefined {
  const { items, scanned } = unit
  const hit = hitAt(gazetteer, scanned.tokens, items[i]!.from, 'ar')
  if (!hit || hit.prefix) return undefined
  const entry = hit.names[0]!.entry
  if (entry.flags.some(f => f === 'weak' || f.startsWith('ctx'))) return undefined
  let to = i
  while (to < items.length && items[to]!.from < hit.to) to++
  return { to, outlet: entry.kind === 'actor' && entry.sort === 'outlet', place: entry.kind === 'place' }
}

/** Start of a word after the first `letters` of its folded form. */
export function startAfter(unit: Unit, item: Item, letters: number): number {
  const token = unit.scanned.tokens[item.from]!
  return unit.scanned.folded.map[token.at + letters]!
}

export const ARABIC_SPEAKERS = W
