import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Item, matched, plainText, quotedEnd, type Unit } from './unit.ts'
import { contentAfter } from './western-content.ts'
import { type WesternPhrase, westernPhrase } from './western-phrase.ts'
import { phraseEnd, tight, type WesternSource } from './western-sources.ts'
import { leftSubject, officeBefore, plausible, rightSubject } from './western-subject.ts'
import { type WesternVerb, type WesternWords, westernVerb } from './western-words.ts'

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
  // "В пресс-службе подтвердили": the office before the verb speaks, not the object behind it.
  const office =
    words.lang === 'ru' && !left && officeBefore(unit, clause, at, words, gazetteer) !== undefined
  if (!office && (!subject || (words.lang === 'ru' && subject.sort === 'other'))) {
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
  // "рассказал «Хронике», что": told to a medium by its name.
  if (subject && items[j]?.quotedName) {
    const close = quotedEnd(unit, j)
    const name = plainText(unit, items[j]!.start, items[close - 1]!.end)
    carriers.push(words.lang === 'ru' && close === j + 1 ? name.replace(/е$/u, 'а') : name)
    j = close
  }
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
