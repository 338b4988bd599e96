import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { hitAt } from '../mentions/walk.ts'
import {
  ARABIC_NOUNS,
  beginsWithParticle,
  definiteWord,
  isAdjective,
  isStop,
  isThing,
  LINKS,
  listOf,
  MARKERS,
  OPEN_ADJECTIVES,
  type Phrase,
  sortOf,
  WITH_LAM,
} from './arabic-words.ts'
import { type Item, matched, plainText, quotedEnd, type Unit } from './unit.ts'

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
  options: {
    readonly skip?: number
    readonly unknown?: boolean
    /** Prepositions that belong to the verb, not to the phrase ("asked of the army"). */
    readonly owned?: ReadonlySet<string>
    readonly verb: (key: string) => boolean
  },
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
  const s = new State(unit, gazetteer, options.verb, options.owned)
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
  if (kind === 'source' && !named && matched(items, to, ARABIC_NOUNS.participles)) {
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

class State {
  definite = false
  readonly unit: Unit
  readonly items: readonly Item[]
  readonly gazetteer: Gazetteer
  readonly verb: (key: string) => boolean
  readonly owned: ReadonlySet<string>
  constructor(
    unit: Unit,
    gazetteer: Gazetteer,
    verb: (key: string) => boolean,
    owned: ReadonlySet<string> = new Set(),
  ) {
    this.owned = owned
    this.unit = unit
    this.items = unit.items
    this.gazetteer = gazetteer
    this.verb = verb
  }

  /** From the head on: adjectives, the possessed, "of the", then perhaps a name. */
  rest(from: number, kind: Phrase['sort'], head: string): { to: number; name: number | undefined } {
    const { items } = this
    const person =
      kind === 'role' || (kind === 'source' && (this.definite || ARABIC_NOUNS.roles.single.has(head)))
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
      if (!hit && beginsWithParticle(key) && !ARABIC_NOUNS.given.single.has(key)) break
      if (
        !hit &&
        this.verb(key) &&
        !ARABIC_NOUNS.given.single.has(key) &&
        !ARABIC_NOUNS.adjectives.single.has(key)
      )
        break
      if (
        kind === 'source' &&
        !this.definite &&
        matched(items, at, ARABIC_NOUNS.participles) &&
        !definiteWord(key)
      )
        break
      if (hit && !this.definite) {
        at = hit.to - 1
        this.definite = true
        continue
      }
      if (definiteWord(key)) {
        if (
          this.definite &&
          (!isAdjective(key) || (kind === 'role' && /(ين|ون)$/.test(key) && !/(ين|ون|اء)$/.test(head)))
        )
          break
        if (!this.definite && kind === 'source' && !isAdjective(key)) {
          if (
            !OPEN_ADJECTIVES.has(items[at - 1]!.key) &&
            !ARABIC_NOUNS.sources.single.has(items[at - 1]!.key)
          )
            break
        }
        if (!this.definite && isThing(key) && kind === 'name') break
        this.definite = true
        continue
      }
      // Indefinite after a complete phrase: a name, or the next thing.
      if (this.definite) {
        if (ARABIC_NOUNS.adjectives.single.has(key) && !ARABIC_NOUNS.given.single.has(key)) break
        const titled = person
        if (!titled || isThing(key) || beginsWithParticle(key)) {
          if (!(titled && ARABIC_NOUNS.given.single.has(key))) break
        }
        const to = this.name(at)
        // "The minister ruled out signing the agreement": a verbal noun with its object is no name.
        if (
          !ARABIC_NOUNS.given.single.has(key) &&
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
      if (ARABIC_NOUNS.given.single.has(key) || LINKS.has(key)) continue
      if (isStop(key) || MARKERS.has(key) || isThing(key) || this.verb(key)) break
      if (beginsWithParticle(key) && to - at >= 1 && !LINKS.has(items[to - 1]!.key)) break
      if (to - at >= 2 && !LINKS.has(items[to - 1]!.key) && !definiteWord(key) && to - at >= 3) break
      if (matched(items, to, ARABIC_NOUNS.roles) && definiteWord(key)) break
    }
    return to
  }

  /** على is a preposition, علي a name; folded they are one. */
  preposition(at: number): boolean {
    const item = this.items[at]!
    return item.key === 'علي' && this.unit.scanned.text.slice(item.start, item.end).endsWith('ى')
  }

  quoted(at: number): number {
    return quotedEnd(this.unit, at)
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
    if (next?.kind !== 'word' || this.owned.has(this.items[at]!.key)) return false
    const hit = this.actor(at + 1)
    // "the mission in Idlib", "the president's office in Moscow"
    if (kind === 'body') return hit?.place === true && this.items[at]!.key === 'في'
    if (kind === 'carrier' || (kind === 'collective' && !ARABIC_NOUNS.collectives.single.has(head)))
      return false
    if (hit)
      return (
        this.items[at]!.key !== 'عن' &&
        (kind === 'source' || kind === 'collective' || (kind === 'role' && !hit.place))
      )
    return (
      matched(this.items, at + 1, ARABIC_NOUNS.bodies) > 0 &&
      !matched(this.items, at + 1, ARABIC_NOUNS.documents)
    )
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
    return inner.rest(at + Math.max(1, matched(this.items, at, ARABIC_NOUNS.bodies)), 'body', head).to
  }

  /** "the Secretary-General of the …": ل with a body, right after a title that takes one. */
  lamTo(at: number, kind: Phrase['sort'], head: string): boolean {
    const key = this.items[at]!.key
    if (!key.startsWith('ل') || key.length < 4 || (kind !== 'role' && kind !== 'body')) return false
    if (!WITH_LAM.single.has(head)) return false
    const rest = key.startsWith('لل') ? key.slice(2) : key.slice(1)
    const body = ARABIC_NOUNS.bodies.single.has(rest) || ARABIC_NOUNS.bodies.single.has(`ال${rest}`)
    const phrase =
      ARABIC_NOUNS.bodies.phrases.has(`ال${rest}`) ||
      ['امم', 'اتحاد', 'حلف', 'جيش', 'قوات', 'شوون'].includes(rest)
    return (body || phrase) && !ARABIC_NOUNS.carriers.single.has(rest)
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
