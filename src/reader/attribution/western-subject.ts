import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Item, matched, type Unit } from './unit.ts'
import { isCapital, type WesternPhrase, westernPhrase } from './western-phrase.ts'
import { phraseEnd, tight } from './western-sources.ts'
import type { WesternVerb, WesternWords } from './western-words.ts'

/** An unknown lower-case phrase speaks only with a plain verb of speech right behind it. */
export function plausible(unit: Unit, phrase: WesternPhrase, verb: WesternVerb): boolean {
  return (
    phrase.to - phrase.from <= 5 &&
    (verb.act === 'say' || verb.act === 'add' || isCapital(unit, phrase.from)) &&
    phrase.to === verb.from
  )
}

export function leftSubject(
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

export function rightSubject(
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
  const unnamedRole = phrase.sort === 'role' && !phrase.name
  if (items[to]?.kind === 'comma' && unnamedRole) {
    // "said the delegation's head, Samir Qasim."
    const close = phraseEnd(unit, to + 1, words)
    const name = close > to + 1 ? westernPhrase(unit, to + 1, close, words, gazetteer) : undefined
    if (
      name?.sort === 'name' &&
      (items[close]?.kind !== 'word' || words.after.single.has(items[close]!.key))
    ) {
      phrase = { ...phrase, name: name.text, title: phrase.text }
      to = name.to
    }
  }
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

export function carrierAfter(
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

/** "In the ministry they denied": the body behind в or на, right before the verb. */
export function officeBefore(
  unit: Unit,
  from: number,
  at: number,
  words: WesternWords,
  gazetteer: Gazetteer,
): WesternPhrase | undefined {
  const { items } = unit
  for (let i = from; i < at; i++) {
    if (!/^(в|во|на)$/.test(items[i]!.key)) continue
    const phrase = westernPhrase(unit, i + 1, at, words, gazetteer, true)
    if (phrase && (phrase.sort === 'body' || phrase.sort === 'carrier' || phrase.sort === 'collective'))
      return phrase
  }
  return undefined
}
