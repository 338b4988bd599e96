import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Memory } from './arabic.ts'
import { type Draft, finish } from './finish.ts'
import type { StatementFound, Voice } from './statement-found.ts'
import { matched, plainText, type Unit } from './unit.ts'
import { type WesternFrame, westernFrames } from './western-frame.ts'
import { isCapital, type WesternPhrase, westernPhrase, westernVoice } from './western-phrase.ts'
import type { WesternSource } from './western-sources.ts'
import { westernSources } from './western-sources.ts'
import { officeBefore } from './western-subject.ts'
import type { WesternWords } from './western-words.ts'

/** The statements of one English, French or Russian unit, in order. */
export function westernStatements(
  unit: Unit,
  words: WesternWords,
  gazetteer: Gazetteer,
  memory: Memory,
): StatementFound[] {
  const sources = westernSources(unit, words, gazetteer)
  const { frames, silent } = westernFrames(unit, sources, words, gazetteer)
  const found: StatementFound[] = []
  const keep = (draft: Draft) => {
    found.push(finish(unit, draft, words.lang))
    if (draft.voice.speaker) memory.last = draft.voice
  }
  // "… could not say who" silences a verb, not the source phrase beside it.
  if (!frames.length && (!silent || sources.some(s => s.kind === 'according'))) {
    const draft = bySources(unit, sources, words, memory)
    if (draft) keep(draft)
  }
  frames.forEach((frame, n) => {
    const next = frames[n + 1]
    const beside = sources.filter(
      s => (n === 0 || s.from >= frames[n - 1]!.to) && (!next || s.from < next.at),
    )
    const draft = draftOf(unit, frame, next, beside, words, gazetteer, memory)
    if (!draft) return
    if (!aboutThis(unit, draft)) keep(draft)
    else if (memory.plain) {
      const { items } = memory.plain
      let to = items.length
      while (to > 0 && items[to - 1]!.kind === 'mark') to--
      if (to > 0) {
        const statement = finish(
          memory.plain,
          { ...draft, from: 0, to, start: items[0]!.start, end: unit.end },
          words.lang,
        )
        found.push(statement)
        memory.last = draft.voice
      }
    }
  })
  if (!found.length) rememberPerson(unit, words, gazetteer, memory)
  if (found.length) delete memory.plain
  else memory.plain = unit
  return found
}

function bySources(
  unit: Unit,
  sources: readonly WesternSource[],
  words: WesternWords,
  memory: Memory,
): Draft | undefined {
  const named = sources.filter(s => s.kind !== 'his' || memory.last)
  const first = named.find(s => s.kind === 'according' || s.kind === 'his' || s.kind === 'cited')
  if (!first) return undefined
  const chain = phrasesOf(sources)
  const medium = sources.find(s => s.medium)?.medium
  let voice: Voice
  if (first.kind === 'his') voice = memory.last!
  else
    voice = westernVoice(
      chain.at(-1)!,
      chain.slice(0, -1).map(p => p.text),
    )
  const { items } = unit
  const before = first.from > 1
  let from = before ? 0 : Math.max(...sources.filter(s => s.from <= first.to + 3).map(s => s.to))
  let to = before ? first.from : items.length
  while (
    from < to &&
    (items[from]!.kind === 'comma' || items[from]!.kind === 'mark' || matched(items, from, words.that))
  )
    from++
  while (to > from && (items[to - 1]!.kind === 'comma' || items[to - 1]!.kind === 'mark')) to--
  if (to <= from) return undefined
  return {
    voice,
    act: 'say',
    verb: '',
    from,
    to,
    start: items[0]!.start,
    ...(first.kind === 'his' ? { continues: true } : {}),
    ...(medium ? { medium } : {}),
  }
}

/** "About this": the content is the sentence before. */
function aboutThis(unit: Unit, draft: Draft): boolean {
  const { items } = unit
  return (
    draft.to - draft.from <= 3 && items[draft.from]?.key === 'об' && items[draft.from + 1]?.key === 'этом'
  )
}

/** Outermost first: carriers, those who say it, those cited. */
function phrasesOf(sources: readonly WesternSource[]): readonly WesternPhrase[] {
  const of = (kind: WesternSource['kind']) =>
    sources.filter(s => s.kind === kind && s.phrase).map(s => s.phrase!)
  return [...of('carried'), ...of('according'), ...of('cited')]
}

function draftOf(
  unit: Unit,
  frame: WesternFrame,
  next: WesternFrame | undefined,
  beside: readonly WesternSource[],
  words: WesternWords,
  gazetteer: Gazetteer,
  memory: Memory,
): Draft | undefined {
  const { items } = unit
  const of = (kind: WesternSource['kind']) =>
    beside.filter(s => s.kind === kind && s.phrase).map(s => s.phrase!)
  const cited = of('cited')
  const outer = [...of('carried'), ...of('according')]
  const carriers = [...outer.map(p => p.text), ...frame.carriers]
  let voice: Voice
  let continues = false
  if (frame.impersonal)
    voice = {
      speaker: null,
      role: null,
      named: 'unnamed',
      via: carriers,
      head: '',
      carrier: false,
      impersonal: true,
    }
  else if (frame.subject && frame.subject.sort !== 'pronoun') {
    if (frame.subject.sort === 'document') {
      // "The statement said": whoever issued it, when we know.
      voice = memory.last ?? westernVoice(frame.subject, carriers)
      continues = memory.last !== undefined
    } else if (cited.length)
      voice = westernVoice(cited.at(-1)!, [
        ...carriers,
        frame.subject.name ?? frame.subject.text,
        ...cited.slice(0, -1).map(p => p.text),
      ])
    else {
      voice = westernVoice(frame.subject, carriers)
      const same = anaphor(frame.subject, memory.last)
      if (same && !carriers.length) {
        voice = { ...same, ...(voice.span ? { span: voice.span } : {}) }
        continues = true
      }
    }
  } else if (frame.subject?.sort === 'pronoun') {
    if (frame.subject.head === 'it' || frame.subject.head === 'on') return undefined
    if (!memory.last) voice = westernVoice(frame.subject, carriers)
    else {
      voice = carriers.length ? { ...memory.last, via: carriers } : memory.last
      continues = true
    }
  } else if (cited.length) voice = westernVoice(cited.at(-1)!, carriers)
  else if (words.lang === 'ru') {
    const phrase = officeBefore(unit, 0, frame.at, words, gazetteer)
    const office = phrase && westernVoice(phrase, [])
    if (office) voice = office
    else if (memory.last && (frame.verb.act === 'add' || frame.contentBefore === false)) {
      voice = memory.last
      continues = true
    } else return undefined
  } else if (memory.last) {
    voice = memory.last
    continues = true
  } else return undefined

  let to = frame.to
  if (next && next.at > frame.from && next.at < to && !frame.contentBefore) {
    to = Math.min(next.at, next.contentBefore ? next.at : (next.subject?.from ?? next.at))
    while (
      to > frame.from &&
      (items[to - 1]!.kind === 'comma' ||
        /^(and|but|while|et|mais|que|tandis|и|а|но)$/.test(items[to - 1]!.key))
    )
      to--
  }
  if (to <= frame.from) return undefined
  const medium = mediumOf(unit, frame, words) ?? beside.find(x => x.medium)?.medium
  const anonymous = items.some((_, i) => matched(items, i, words.anonymity) > 0)
  const start = Math.min(
    items[frame.at]!.start,
    frame.subject && frame.subject.sort !== 'pronoun' ? frame.subject.start : items[frame.at]!.start,
  )
  return {
    voice: anonymous ? { ...voice, anonymous: true } : voice,
    act: frame.verb.act,
    verb: frame.verb.key,
    from: frame.from,
    to,
    start,
    ...(frame.contentBefore
      ? { end: items[Math.min(items.length, Math.max(frame.verb.to, frame.subject?.to ?? 0)) - 1]!.end }
      : {}),
    ...(frame.target ? { target: frame.target } : {}),
    ...(medium ? { medium } : {}),
    ...(continues ? { continues } : {}),
  }
}

/** "The source", "the official" after "a source …". */
function anaphor(phrase: WesternPhrase, last: Voice | undefined): Voice | undefined {
  if (!last?.speaker || phrase.name || phrase.to - phrase.from > 3 || !phrase.definite) return undefined
  return (phrase.sort === 'source' || phrase.sort === 'role' || phrase.sort === 'collective') &&
    last.head === phrase.head &&
    last.speaker.toLowerCase() !== phrase.text.toLowerCase() &&
    phrase.to - phrase.from <= 2
    ? last
    : undefined
}

function mediumOf(unit: Unit, frame: WesternFrame, words: WesternWords): string | undefined {
  const { items } = unit
  const inside = (i: number): boolean => i < frame.from || i >= frame.to
  for (let i = 1; i < items.length; i++) {
    if (
      !inside(i) ||
      !matched(items, i, words.documents) ||
      !/^(statement|communique|letter|tweet|заявлении|письме)$/.test(items[i]!.key)
    )
      continue
    const back = items.slice(Math.max(0, i - 4), i).some(it => /^(in|dans|un|в|par|via)$/.test(it.key))
    if (back) return plainText(unit, items[i]!.start, items[i]!.end)
  }
  return undefined
}

/** The person a sentence without a statement begins with: "by his words" will mean them. */
function rememberPerson(unit: Unit, words: WesternWords, gazetteer: Gazetteer, memory: Memory): void {
  const { items } = unit
  let role = -1
  for (let i = 0; i < Math.min(items.length, 8); i++) {
    const item = items[i]!
    if (item.kind !== 'word') return
    const n = matched(items, i, words.roles)
    if (n) {
      role = i + n - 1
      i = role
      continue
    }
    if (!isCapital(unit, i) || (i === 0 && !isCapital(unit, 1))) {
      if (role >= 0 && i > role + 3) return
      continue
    }
    let to = i
    while (to < items.length && isCapital(unit, to)) to++
    if (to - i < 1 || (role < 0 && to - i < 2)) continue
    const phrase = westernPhrase(unit, 0, to, words, gazetteer)
    if (phrase && (phrase.sort === 'name' || phrase.name)) memory.last = westernVoice(phrase, [])
    return
  }
}
