import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Item, matched, plainText, type Unit } from './unit.ts'
import { isCapital, type WesternPhrase, westernPhrase } from './western-phrase.ts'
import { type WesternVerb, type WesternWords, westernVerb } from './western-words.ts'

/** A source beside the sentence's verb. */
export type WesternSource = {
  readonly kind: 'according' | 'cited' | 'carried' | 'his'
  readonly phrase?: WesternPhrase
  /** "a statement by X". */
  readonly medium?: string
  /** Items, half-open. */
  readonly from: number
  readonly to: number
}

export type WesternFrame = {
  readonly verb: WesternVerb
  /** Items where the verb group begins, auxiliaries included. */
  readonly at: number
  readonly subject?: WesternPhrase
  /** Content items, half-open. */
  readonly from: number
  readonly to: number
  /** Content stood before verb and subject. */
  readonly contentBefore: boolean
  readonly carriers: readonly string[]
  readonly target?: string
  readonly impersonal: boolean
}

/** "According to X", "citing X", "carried by X", "in an interview with X", in order. */
export function westernSources(
  unit: Unit,
  words: WesternWords,
  gazetteer: Gazetteer,
): readonly WesternSource[] {
  const found: WesternSource[] = []
  const { items } = unit
  for (let i = 0; i < items.length; i++) {
    const his = matched(items, i, words.hisWords)
    if (his) {
      found.push({ kind: 'his', from: i, to: i + his })
      i += his - 1
      continue
    }
    const kinds = [
      ['cited', matched(items, i, words.citing)],
      ['according', matched(items, i, words.according)],
      ['carried', matched(items, i, words.carriedBy)],
      ['carried', matched(items, i, words.spokenTo)],
    ] as const
    const [kind, n] = kinds.find(([, n]) => n > 0) ?? ['cited', 0]
    if (!n) continue
    const end = phraseEnd(unit, i + n, words)
    const phrase = westernPhrase(unit, i + n, end, words, gazetteer, true)
    if (
      !phrase ||
      phrase.sort === 'pronoun' ||
      (phrase.sort === 'other' && words.lang !== 'fr' && !hasCapital(unit, phrase))
    )
      continue
    if (phrase.sort === 'document') {
      const owner = ownerOf(unit, i + n, phrase, words, gazetteer)
      if (!owner) continue
      found.push({
        kind,
        phrase: owner.phrase,
        from: i,
        to: owner.phrase.to,
        ...(owner.medium ? { medium: owner.medium } : {}),
      })
      i = Math.max(i, owner.phrase.to - 1)
      continue
    }
    if (kind === 'according' && PEOPLE.has(phrase.sort) && !phrase.name) {
      // "a source in diplomatic circles,": what describes the source runs to the comma.
      const comma = closingComma(unit, phrase.to)
      if (comma !== undefined) {
        const whole = westernPhrase(unit, i + n, comma, words, gazetteer, true)
        if (whole && PEOPLE.has(whole.sort)) {
          found.push({ kind, phrase: whole, from: i, to: comma })
          i = comma - 1
          continue
        }
      }
    }
    found.push({ kind, phrase, from: i, to: phrase.description ? end : phrase.to })
    i = Math.max(i, phrase.to - 1)
  }
  return found
}

function hasCapital(unit: Unit, phrase: WesternPhrase): boolean {
  for (let i = phrase.from; i < phrase.to; i++) if (isCapital(unit, i)) return true
  return false
}

const PEOPLE = new Set<WesternPhrase['sort']>(['source', 'role', 'collective'])

/** The comma that closes "in diplomatic circles" behind a source, when it comes soon and nothing else begins. */
function closingComma(unit: Unit, from: number): number | undefined {
  const { items } = unit
  if (!/^(в|во|из|при|in|at|within|from|au|dans|du|chez|au)$/.test(items[from]?.key ?? '')) return undefined
  for (let j = from + 1; j < Math.min(items.length, from + 7); j++) {
    if (items[j]!.kind === 'comma') return j
    if (items[j]!.kind !== 'word' && items[j]!.kind !== 'number') return undefined
  }
  return undefined
}

/** "a statement from the presidency", "un communiqué du ministère": who issued the document. */
function ownerOf(
  unit: Unit,
  from: number,
  document: WesternPhrase,
  words: WesternWords,
  gazetteer: Gazetteer,
): { phrase: WesternPhrase; medium?: string } | undefined {
  const { items } = unit
  for (let j = from + 1; j < Math.min(items.length, document.to + 3); j++) {
    if (!/^(from|by|of|de|du|d|des)$/.test(items[j]!.key) && !(words.lang === 'ru' && j === from + 1))
      continue
    const at = words.lang === 'ru' ? j : items[j + 1]?.key === "'" ? j + 2 : j + 1
    const phrase = westernPhrase(unit, at, phraseEnd(unit, at, words), words, gazetteer, true)
    if (!phrase || phrase.sort === 'other' || phrase.sort === 'document') continue
    const noun = items
      .slice(from, j)
      .find((it, k) => it.kind === 'word' && matched(items, from + k, words.documents))
    const medium =
      noun && /^(statement|communique|letter|tweet)$/.test(noun.key)
        ? plainText(unit, noun.start, noun.end)
        : undefined
    return { phrase, ...(medium ? { medium } : {}) }
  }
  return undefined
}

/** Where a phrase that begins at `i` ends: at a mark, a word that opens something else, or a verb. */
export function phraseEnd(unit: Unit, i: number, words: WesternWords): number {
  const { items } = unit
  let at = i
  for (; at < items.length && at - i < 14; at++) {
    const item = items[at]!
    if (item.kind === 'comma' || item.kind === 'colon' || item.kind === 'quote') break
    if (item.kind === 'mark') {
      if (item.key === '-' && tight(unit, at)) continue
      if (item.key === "'" || item.key === '.') {
        if (
          item.key === '.' &&
          !(
            items[at + 1] &&
            isCapital(unit, at + 1) &&
            items[at - 1]!.key.length <= 4 &&
            at > i &&
            isCapital(unit, at - 1)
          )
        )
          break
        continue
      }
      break
    }
    if (item.kind === 'number') {
      if (at === i) continue
      break
    }
    if (at > i && INSIDE[words.lang].has(item.key)) {
      // "of", "for", "de": inside only when a noun follows.
      if (items[at + 1]?.kind === 'word' || items[at + 1]?.key === "'") continue
      break
    }
    if (
      at > i &&
      (matched(items, at, words.that) ||
        matched(items, at, words.citing) ||
        matched(items, at, words.carriedBy))
    )
      break
    if (
      at > i &&
      (matched(items, at, words.after) || words.boundaries.single.has(item.key)) &&
      !isParticle(item.key)
    )
      break
    // A new determiner begins another phrase: "to AFP a local official".
    if (
      at > i &&
      /^(un|une|a|an)$/.test(item.key) &&
      !INSIDE[words.lang].has(items[at - 1]!.key) &&
      !(words.lang === 'fr' && item.key === 'a')
    )
      break
    if (at > i && westernVerb(unit, at, words) && !matched(items, at, words.documents)) break
    if (words.auxiliaries.single.has(item.key) && at > i && words.lang !== 'ru') break
  }
  return at
}

const INSIDE = {
  en: new Set(['of', 'for', 'and']),
  fr: new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l']),
  ru: new Set(['по']),
} as const
const isParticle = (key: string): boolean => key === 'al' || key === 'el'

const tight = (unit: Unit, at: number): boolean => unit.scanned.tokens[unit.items[at]!.from]!.spaced === false

/** All verbs of saying of a unit that open a statement. */
export function westernFrames(
  unit: Unit,
  sources: readonly WesternSource[],
  words: WesternWords,
  gazetteer: Gazetteer,
): { readonly frames: readonly WesternFrame[]; readonly silent: boolean } {
  const { items } = unit
  const masked = new Uint8Array(items.length)
  for (const s of sources) masked.fill(1, s.from, s.to)
  const frames: WesternFrame[] = []
  let silent = false
  for (let i = 0; i < items.length; i++) {
    if (masked[i] || items[i]!.kind !== 'word') continue
    const quiet = matched(items, i, words.silent)
    if (quiet) {
      silent = true
      i += quiet
      continue
    }
    const impersonal = matched(items, i, words.impersonal)
    if (impersonal) {
      const frame = impersonalAt(unit, i, impersonal, words, masked)
      if (frame) {
        frames.push(frame)
        i = Math.max(i, frame.to - 1)
        continue
      }
    }
    const quoting = words.lang === 'en' ? asSaying(unit, i, words, masked, gazetteer) : undefined
    if (quoting) {
      frames.push(quoting)
      i = quoting.from - 1
      continue
    }
    const verb = westernVerb(unit, i, words)
    if (!verb) continue
    const frame = frameAt(unit, verb, words, masked, gazetteer, frames.at(-1))
    if (!frame) {
      i = verb.to - 1
      continue
    }
    frames.push(frame)
    i = verb.to - 1
  }
  return { frames: frames.filter((f, n) => !nested(unit, frames, f, n)), silent: silent && !frames.length }
}

/** "X quoted Y as saying that …": Y speaks, X carries. */
function asSaying(
  unit: Unit,
  i: number,
  words: WesternWords,
  masked: Uint8Array,
  gazetteer: Gazetteer,
): WesternFrame | undefined {
  const { items } = unit
  if (!/^(quoted|quotes|cited|cites)$/.test(items[i]!.key)) return undefined
  const as = items.findIndex(
    (it, n) =>
      n > i + 1 && n < i + 14 && it.key === 'as' && /^(saying|telling)$/.test(items[n + 1]?.key ?? ''),
  )
  if (as < 0) return undefined
  const speaker = westernPhrase(unit, i + 1, as, words, gazetteer)
  const carrier = leftSubject(unit, i, 0, words, masked, gazetteer)
  if (!speaker) return undefined
  let from = as + 2
  while (
    items[from] &&
    (items[from]!.kind === 'comma' || items[from]!.kind === 'colon' || matched(items, from, words.that))
  )
    from++
  const to = lastOf(items, masked)
  if (to <= from) return undefined
  const verb: WesternVerb = {
    act: 'say',
    key: items[i]!.key,
    clause: true,
    object: false,
    target: false,
    prepositions: new Set(),
    from: i,
    to: as + 2,
  }
  return {
    verb,
    at: i,
    subject: speaker,
    from,
    to,
    contentBefore: false,
    carriers: carrier ? [carrier.name ?? carrier.text] : [],
    impersonal: false,
  }
}

/** A verb inside the content of the one before is no statement of its own, unless coordinated with it. */
function nested(unit: Unit, frames: readonly WesternFrame[], frame: WesternFrame, n: number): boolean {
  for (let k = 0; k < n; k++) {
    const outer = frames[k]!
    if (outer.contentBefore || frame.at < outer.from || frame.at >= outer.to) continue
    const start = frame.contentBefore ? frame.at : Math.min(frame.at, frame.subject?.from ?? frame.at)
    const before = unit.items[start - 1]
    const joint =
      before && (/^(and|but|while|et|mais|tandis|и|а|но|whereas|que)$/.test(before.key) || before.key === ';')
    if (!joint) return true
  }
  return false
}

function impersonalAt(
  unit: Unit,
  i: number,
  n: number,
  words: WesternWords,
  masked: Uint8Array,
): WesternFrame | undefined {
  const { items } = unit
  let at = i + n
  while (items[at] && (items[at]!.kind === 'comma' || matched(items, at, words.that))) at++
  const verb: WesternVerb = {
    act: 'say',
    key: items[i]!.key,
    clause: true,
    object: false,
    target: false,
    prepositions: new Set(),
    from: i,
    to: i + n,
  }
  const end = lastOf(items, masked)
  if (at < end - 1)
    return { verb, at: i, from: at, to: end, contentBefore: false, carriers: [], impersonal: true }
  let to = i
  while (to > 0 && (items[to - 1]!.kind === 'comma' || items[to - 1]!.kind === 'mark')) to--
  return to > 1
    ? { verb, at: i, from: 0, to, contentBefore: true, carriers: [], impersonal: true }
    : undefined
}

/** The end of the unit without closing marks and trailing sources. */
function lastOf(items: readonly Item[], masked: Uint8Array): number {
  let to = items.length
  while (to > 0 && (items[to - 1]!.kind === 'mark' || items[to - 1]!.kind === 'comma' || masked[to - 1])) to--
  return to
}

function frameAt(
  unit: Unit,
  verb: WesternVerb,
  words: WesternWords,
  masked: Uint8Array,
  gazetteer: Gazetteer,
  previous: WesternFrame | undefined,
): WesternFrame | undefined {
  const { items } = unit
  // The verb group: auxiliaries and adverbs to the left, a French pronoun among them ("a-t-il ajouté").
  let at = verb.from
  let negated = false
  let pronoun: number | undefined
  while (at > 0) {
    const item = items[at - 1]!
    if (masked[at - 1]) break
    if (
      item.kind === 'mark' &&
      (item.key === '-' || item.key === "'") &&
      words.lang === 'fr' &&
      tight(unit, at - 1)
    )
      at--
    else if (item.kind === 'word' && words.negations.single.has(item.key)) {
      negated = true
      at--
    } else if (
      item.kind === 'word' &&
      words.auxiliaries.single.has(item.key) &&
      !(words.lang === 'fr' && item.key === 'a' && at - 1 > 0 && false)
    ) {
      if (words.lang === 'fr' && words.pronouns.single.has(item.key)) pronoun = at - 1
      at--
    } else break
  }
  if (negated) return undefined
  const clause = previous && !previous.contentBefore ? previous.from : 0
  const pronounPhrase =
    pronoun !== undefined ? westernPhrase(unit, pronoun, pronoun + 1, words, gazetteer) : undefined
  const left = pronounPhrase ?? leftSubject(unit, at, clause, words, masked, gazetteer)
  let subject = left
  const carriers: string[] = []
  let rest = verb.to
  const behindContent =
    at > clause &&
    (items[at - 1]!.kind === 'quote' ||
      ((items[at - 1]!.kind === 'comma' || items[at - 1]!.kind === 'mark') && !left))
  if (!subject || (words.lang === 'ru' && subject.sort === 'other')) {
    const right = rightSubject(unit, verb.to, words, masked, gazetteer)
    if (right) {
      subject = right.phrase
      rest = right.to
      if (right.carrier) carriers.push(right.carrier)
    }
  }
  if (subject?.sort === 'other' && !(words.lang !== 'ru' && plausible(unit, subject, verb)))
    subject = undefined
  if (!subject && words.lang !== 'ru' && !behindContent) return undefined

  let j = rest
  // Told whom: an agency carries, reporters only hear.
  if (/^(told|informed)$/.test(verb.key) || (words.lang === 'ru' && items[j]?.kind === 'word')) {
    const end = phraseEnd(unit, j, words)
    if (end > j) {
      const hearer = westernPhrase(unit, j, end, words, gazetteer, true)
      if (hearer?.sort === 'carrier') {
        carriers.push(hearer.text)
        j = hearer.to
      } else if (verb.key === 'told' && hearer) j = hearer.to
      else if (hearer && matched(items, j, words.hearers)) j += matched(items, j, words.hearers)
    }
  }
  const end = lastOf(items, masked)
  const content = contentAfter(unit, j, end, verb, words, masked, gazetteer, carriers)
  if (content) {
    return {
      verb,
      at,
      ...(subject ? { subject } : {}),
      from: content.from,
      to: end,
      contentBefore: false,
      carriers,
      ...(content.target ? { target: content.target } : {}),
      impersonal: false,
    }
  }
  // Nothing behind the verb: the words stand before subject and verb.
  let to = Math.min(at, subject && subject.from < at ? subject.from : at)
  const asWord = items[to - 1]
  if (asWord?.kind === 'word' && /^(as|comme|как)$/.test(asWord.key)) to--
  while (
    to > clause &&
    (items[to - 1]!.kind === 'comma' ||
      items[to - 1]!.kind === 'mark' ||
      masked[to - 1] ||
      matched(items, to - 1, words.leads))
  )
    to--
  let from = clause
  while (from < to && (items[from]!.kind === 'comma' || items[from]!.kind === 'mark')) from++
  if (to <= from || (to - from < 2 && items[from]!.kind !== 'quote')) {
    // "As the agency reports, …": the words follow the comma.
    const comma = items.findIndex((it, n) => n >= j && it.kind === 'comma')
    if (comma < 0 || comma > j + 3 || comma + 1 >= end || !subject) return undefined
    return { verb, at, subject, from: comma + 1, to: end, contentBefore: false, carriers, impersonal: false }
  }
  if (!subject) {
    if (words.lang !== 'ru') return undefined
  }
  return {
    verb,
    at,
    ...(subject ? { subject } : {}),
    from,
    to,
    contentBefore: true,
    carriers,
    impersonal: false,
  }
}

/** An unknown lower-case phrase speaks only with a plain verb of speech right behind it. */
function plausible(unit: Unit, phrase: WesternPhrase, verb: WesternVerb): boolean {
  return (
    phrase.to - phrase.from <= 5 &&
    (verb.act === 'say' || verb.act === 'add' || isCapital(unit, phrase.from)) &&
    phrase.to === verb.from
  )
}

function leftSubject(
  unit: Unit,
  at: number,
  clause: number,
  words: WesternWords,
  masked: Uint8Array,
  gazetteer: Gazetteer,
): WesternPhrase | undefined {
  const { items } = unit
  // "The agency, citing X, says": over the source phrase, to the subject before it.
  while (at > clause && masked[at - 1]) at--
  if (at <= clause) return undefined
  const last = items[at - 1]!
  if (last.kind === 'word' && !masked[at - 1]) return segment(unit, at, clause, words, masked, gazetteer)
  // "X, citing Y, said": over the aside; "the spokesman, Name, said": apposition.
  if (last.kind !== 'comma' && !masked[at - 1]) return undefined
  let open = at - 2
  while (open >= clause && items[open]!.kind !== 'comma' && items[open]!.kind !== 'quote') open--
  if (open < clause || items[open]!.kind === 'quote') return undefined
  const before = segment(unit, open, clause, words, masked, gazetteer)
  const first = items[open + 1]
  const aside =
    first === undefined ||
    masked[open + 1] ||
    (first.kind === 'word' && matched(items, open + 1, words.asides) > 0)
  if (aside) return before && before.sort !== 'other' ? before : undefined
  const inner = westernPhrase(unit, open + 1, at - 1, words, gazetteer)
  if (!inner) return before
  if (!before) return inner.sort === 'other' ? undefined : inner
  return apposed(before, inner)
}

/** "the spokesman, Ivan Orlov" or "Ivan Orlov, the spokesman". */
function apposed(a: WesternPhrase, b: WesternPhrase): WesternPhrase | undefined {
  const nameLike = (p: WesternPhrase) => p.sort === 'name'
  const from = Math.min(a.from, b.from)
  const span = {
    from,
    to: Math.max(a.to, b.to),
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
  }
  if (nameLike(b) && (a.sort === 'role' || a.sort === 'source') && !a.name)
    return { ...a, ...span, name: b.text, title: a.text, sort: 'role' }
  if (a.name && a.sort === 'role' && (b.sort === 'role' || b.sort === 'source') && !b.name)
    return { ...a, ...span, name: a.name, title: b.text }
  if (nameLike(a) && b.sort !== 'other' && b.sort !== 'name')
    return { ...a, ...span, name: a.text, title: b.text, sort: 'role' }
  return a.sort === 'other' ? undefined : a
}

/** The phrase that ends right before `end`. */
function segment(
  unit: Unit,
  end: number,
  clause: number,
  words: WesternWords,
  masked: Uint8Array,
  gazetteer: Gazetteer,
): WesternPhrase | undefined {
  const { items } = unit
  let from = end
  while (from > clause) {
    const item = items[from - 1]!
    if (masked[from - 1]) break
    if (item.kind === 'comma' || item.kind === 'colon' || item.kind === 'quote') break
    if (item.kind === 'mark' && item.key !== '-' && item.key !== "'" && item.key !== '.') break
    if (item.kind === 'mark' && item.key === '-' && !tight(unit, from - 1)) break
    if (item.kind === 'word' && words.boundaries.single.has(item.key)) {
      // "Russia and Turkey": both sides are names.
      const joint =
        /^(and|et|и)$/.test(item.key) &&
        isCapital(unit, from) &&
        from - 2 >= clause &&
        isCapital(unit, from - 2)
      if (!joint) break
    }
    from--
  }
  // A Russian phrase behind a preposition is no subject: "В ведомстве опровергли".
  if (words.lang === 'ru' && /^(в|во|на|по|у|из|с|со|о|об|от|для|при|к|под)$/.test(items[from]?.key ?? '')) {
    if (!/^(понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)$/.test(items[from + 1]?.key ?? ''))
      return undefined
    from += 2
  }
  // "On Monday the ministry said": the preposition and its word go.
  while (
    from < end - 1 &&
    items[from]!.kind === 'word' &&
    /^(on|in|at|during|after|в|во|на|dans|en|lors|после)$/.test(items[from]!.key)
  ) {
    const cut = phraseStartAfter(items, from, end)
    if (cut === undefined) break
    from = cut
  }
  return from < end ? westernPhrase(unit, from, end, words, gazetteer) : undefined
}

function phraseStartAfter(items: readonly Item[], from: number, end: number): number | undefined {
  for (let i = from + 2; i < end; i++) if (/^(the|a|an|le|la|les|l|un|une)$/.test(items[i]!.key)) return i
  return end - from > 2 ? from + 2 : undefined
}

function rightSubject(
  unit: Unit,
  at: number,
  words: WesternWords,
  masked: Uint8Array,
  gazetteer: Gazetteer,
): { phrase: WesternPhrase; to: number; carrier?: string } | undefined {
  const { items } = unit
  let from = at
  let carrier: string | undefined
  for (let n = 0; n < 4; n++) {
    // "a indiqué à l'AFP un responsable": à, not the auxiliary.
    const to = items[from]
    if (
      to?.kind === 'word' &&
      words.to.single.has(to.key) &&
      unit.scanned.text.slice(to.start, to.end) !== 'a'
    ) {
      const hearing = carrierAfter(unit, from + 1, words, gazetteer)
      if (hearing) {
        carrier ??= hearing.name
        from = hearing.to
        continue
      }
    }
    const hearer = items[from] ? matched(items, from, words.hearers) : 0
    if (hearer) from += hearer
    else if (
      items[from]?.kind === 'word' &&
      (words.auxiliaries.single.has(items[from]!.key) || matched(items, from, words.leads))
    )
      from++
    else if (
      /^(в|во)$/.test(items[from]?.key ?? '') &&
      words.lang === 'ru' &&
      /^(понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)$/.test(items[from + 1]?.key ?? '')
    )
      from += 2
    else break
  }
  const first = items[from]
  if (first?.kind !== 'word' || masked[from]) return undefined
  if (
    matched(items, from, words.that) ||
    (words.after.single.has(first.key) && !/^(le|la|les|l)$/.test(first.key))
  )
    return undefined
  const end = phraseEnd(unit, from, words)
  if (end <= from) return undefined
  let phrase = westernPhrase(unit, from, end, words, gazetteer)
  if (!phrase || phrase.sort === 'other' || phrase.sort === 'document') return undefined
  let to = phrase.description ? end : phrase.to
  // "said Ivan Orlov, the spokesman"
  // A rank before the name ("Col. …") gives way to the office behind it.
  const ranked = phrase.name !== undefined && (phrase.title?.length ?? 9) <= 5
  if (items[to]?.kind === 'comma' && (phrase.sort === 'name' || ranked)) {
    const close = phraseEnd(unit, to + 1, words)
    const title = close > to + 1 ? westernPhrase(unit, to + 1, close, words, gazetteer) : undefined
    if (title && (title.sort === 'role' || title.sort === 'source') && !title.name) {
      phrase = { ...phrase, name: phrase.name ?? phrase.text, title: title.text, sort: 'role' }
      to = title.to
    }
  }
  return { phrase, to, ...(carrier ? { carrier } : {}) }
}

/** Where the content begins behind the verb, if it does; target of an accusation or call on the way. */
function contentAfter(
  unit: Unit,
  from: number,
  end: number,
  verb: WesternVerb,
  words: WesternWords,
  masked: Uint8Array,
  gazetteer: Gazetteer,
  carriers: string[],
): { from: number; target?: string } | undefined {
  const { items } = unit
  let target: string | undefined
  for (let j = from; j < end; j++) {
    const item = items[j]!
    if (masked[j]) continue
    if (item.kind === 'quote') return { from: j, ...(target ? { target } : {}) }
    if (item.kind === 'colon') return j + 1 < end ? { from: j + 1 } : undefined
    if (item.kind === 'comma' || item.kind === 'mark') {
      const next = items[j + 1]
      if (item.key === '.') return undefined
      if (item.kind === 'comma' && next && matched(items, j + 1, words.that)) continue
      if (
        next?.kind === 'quote' ||
        (next?.kind === 'mark' && items[j + 2]?.kind === 'quote') ||
        masked[j + 1]
      )
        continue
      if (
        next &&
        next.kind === 'word' &&
        matched(items, j + 1, words.asides) &&
        !matched(items, j + 1, words.that)
      ) {
        // An aside: on to its closing comma.
        let k = j + 1
        while (k < end && items[k]!.kind !== 'comma') k++
        if (k < end) {
          j = k - 1
          continue
        }
      }
      if (item.kind === 'mark' && (item.key === "'" || item.key === '-')) continue
      return undefined
    }
    if (item.kind === 'number') return { from: j, ...(target ? { target } : {}) }
    if (verb.clause && matched(items, j, words.that)) {
      const n = matched(items, j, words.that)
      const elided = items[j + n]?.key === "'" ? 1 : 0
      return { from: j + n + elided, ...(target ? { target } : {}) }
    }
    if (verb.prepositions.has(item.key)) {
      const elided = items[j + 1]?.key === "'" ? 1 : 0
      return { from: j + 1 + elided, ...(target ? { target } : {}) }
    }
    const to =
      words.to.single.has(item.key) || item.key === 'by'
        ? carrierAfter(unit, j + 1, words, gazetteer)
        : undefined
    if (to) {
      if (to.name) carriers.push(to.name)
      j = to.to - 1
      continue
    }
    if (matched(items, j, words.spokenTo)) continue
    if (matched(items, j, words.after)) {
      // A preposition and its phrase; "in a statement", "on Thursday".
      const close = phraseEnd(unit, j + 1, words)
      j = Math.max(j, close - 1)
      continue
    }
    if (verb.target && target === undefined) {
      const close = targetEnd(items, j, end, verb, words, masked)
      if (close !== undefined) {
        target = plainText(unit, item.start, items[close - 1]!.end)
        j = close - 1
        continue
      }
    }
    if (words.auxiliaries.single.has(item.key) && words.lang !== 'en' && j === from) continue
    return { from: j, ...(target ? { target } : {}) }
  }
  return undefined
}

function carrierAfter(
  unit: Unit,
  i: number,
  words: WesternWords,
  gazetteer: Gazetteer,
): { to: number; name?: string } | undefined {
  const { items } = unit
  const hearer =
    matched(items, i, words.hearers) ||
    (items[i]?.key === 'la' || items[i]?.key === 'the' || items[i]?.key === 'des'
      ? matched(items, i + 1, words.hearers) && 1 + matched(items, i + 1, words.hearers)
      : 0)
  if (hearer) return { to: i + hearer }
  const end = phraseEnd(unit, i, words)
  if (end <= i) return undefined
  const phrase = westernPhrase(unit, i, end, words, gazetteer, true)
  return phrase?.sort === 'carrier' ? { to: phrase.to, name: phrase.text } : undefined
}

function targetEnd(
  items: readonly Item[],
  from: number,
  end: number,
  verb: WesternVerb,
  words: WesternWords,
  masked: Uint8Array,
): number | undefined {
  for (let j = from + 1; j < Math.min(end, from + 9); j++) {
    if (masked[j]) return undefined
    const item = items[j]!
    if (item.kind === 'comma' || item.kind === 'colon' || item.kind === 'quote') return undefined
    if (item.kind !== 'word') continue
    if (verb.prepositions.has(item.key) || matched(items, j, words.that)) return j
    if (
      words.lang === 'ru' &&
      verb.act === 'demand' &&
      /(ть|ться|ти|чь)$/.test(item.key) &&
      item.key.length > 4
    )
      return j
  }
  return undefined
}
