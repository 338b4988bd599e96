import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { ArabicFrame } from './arabic-clause.ts'
import { framesOf } from './arabic-frame.ts'
import { phraseAt } from './arabic-phrase.ts'
import { carrierName, type SourcePhrase, sourcesOf } from './arabic-sources.ts'
import { isArabicVerb } from './arabic-verbs.ts'
import type { Phrase } from './arabic-words.ts'
import { type Draft, finish } from './finish.ts'
import type { StatementFound, Voice } from './statement-found.ts'
import type { Unit } from './unit.ts'

/** What is remembered from one unit to the next. */
export type Memory = {
  last?: Voice
  /** The unit before, when no statement was found in it: "About this the minister told" means it. */
  plain?: Unit
}

/** The statements of one Arabic unit, in order. */
export function arabicStatements(unit: Unit, gazetteer: Gazetteer, memory: Memory): StatementFound[] {
  const sources = sourcesOf(unit, gazetteer)
  const frames = framesOf(unit, sources, gazetteer)
  const found: StatementFound[] = []
  if (!frames.length) {
    const draft = headline(unit, gazetteer) ?? bySources(unit, sources, gazetteer)
    if (draft) {
      found.push(finish(unit, draft, 'ar'))
      if (draft.voice.speaker) memory.last = draft.voice
    }
  }
  frames.forEach((frame, n) => {
    const next = frames[n + 1]
    const beside = sources.filter(
      s => s.kind !== 'own' && (n === 0 || s.from >= frame.at) && (!next || s.from < next.at),
    )
    const draft = draftOf(unit, frame, next, beside, sources, gazetteer, memory)
    if (draft) found.push(finish(unit, draft, 'ar'))
    if (draft) memory.last = draft.voice
  })
  return found
}

/** "An official: …": a heading that gives its speaker before a colon. */
function headline(unit: Unit, gazetteer: Gazetteer): Draft | undefined {
  const { items } = unit
  const colon = items.findIndex(it => it.kind === 'colon')
  if (colon < 1 || colon > 8 || colon + 3 > items.length) return undefined
  const phrase = phraseAt(unit, 0, gazetteer, { verb: isArabicVerb })
  if (!phrase || phrase.to !== colon || phrase.sort === 'document') return undefined
  let to = items.length
  while (to > colon + 1 && items[to - 1]!.kind === 'mark') to--
  return {
    voice: voiceOf(unit, [phrase], [], gazetteer),
    act: 'say',
    verb: '',
    from: colon + 1,
    to,
    start: phrase.start,
  }
}

/** "According to X, …" without a verb of saying: X, or whom X cites, is the speaker. */
function bySources(unit: Unit, sources: readonly SourcePhrase[], gazetteer: Gazetteer): Draft | undefined {
  const named = sources.filter(s => s.chain.length)
  if (!named.length) return undefined
  const chain = orderedChain(named)
  const voice = voiceOf(unit, chain, [], gazetteer)
  const medium = named.find(s => s.medium)?.medium
  const first = named[0]!
  // The content is the rest of the sentence, on the side of the source phrase where the words are.
  const { items } = unit
  // "It is expected, according to X, that …": too little stands before to be the content.
  const before = first.from > 3 || (first.from > 1 && first.to >= items.length - 1)
  let from = before ? 0 : Math.max(...named.filter(s => s.from <= first.to + 2).map(s => s.to))
  let to = before ? first.from : items.length
  while (
    from < to &&
    (items[from]!.kind === 'comma' ||
      items[from]!.key === 'فان' ||
      items[from]!.key === 'ان' ||
      items[from]!.key === 'الرسميه')
  )
    from++
  while (to > from && (items[to - 1]!.kind === 'comma' || items[to - 1]!.kind === 'mark')) to--
  if (to <= from) return undefined
  return { voice, act: 'say', verb: '', from, to, start: items[0]!.start, ...(medium ? { medium } : {}) }
}

/** `cited` sources are innermost; several `reported` ones stand in the order they are met, outermost first. */
function orderedChain(sources: readonly SourcePhrase[]): readonly Phrase[] {
  const outer = sources.filter(s => s.kind === 'reported').flatMap(s => s.chain)
  const inner = sources.filter(s => s.kind === 'cited').flatMap(s => s.chain)
  return [...outer, ...inner]
}

function draftOf(
  unit: Unit,
  frame: ArabicFrame,
  next: ArabicFrame | undefined,
  beside: readonly SourcePhrase[],
  all: readonly SourcePhrase[],
  gazetteer: Gazetteer,
  memory: Memory,
): Draft | undefined {
  const { items } = unit
  const outer = beside.filter(s => s.kind === 'reported').flatMap(s => s.chain)
  const inner = beside.filter(s => s.kind === 'cited').flatMap(s => s.chain)
  const own = frame.chain ?? (frame.subject ? [frame.subject] : [])
  let voice: Voice
  let continues = false
  if (frame.chain?.length === 0)
    voice = {
      speaker: null,
      role: null,
      named: 'unnamed',
      via: [],
      head: '',
      carrier: false,
      impersonal: true,
    }
  else if (own.length === 1 && own[0]!.sort === 'document' && memory.last?.speaker) {
    // "The statement stressed": whoever issued it.
    voice = memory.last
    continues = true
  } else if (own.length) {
    voice = voiceOf(unit, [...outer, ...own, ...inner], frame.carriers, gazetteer)
    const same = anaphor(own.at(-1)!, memory.last)
    if (same && !inner.length) {
      // Carriers named here replace those of the first time.
      const via = voice.via.length ? voice.via : same.via
      voice = { ...same, via, ...(voice.span ? { span: voice.span } : {}) }
      continues = true
    }
  } else if (inner.length || outer.length) {
    voice = voiceOf(unit, [...outer, ...inner], frame.carriers, gazetteer)
  } else if (memory.last) {
    voice = {
      ...memory.last,
      via: frame.carriers.length ? [...frame.carriers, ...memory.last.via] : memory.last.via,
    }
    continues = true
  } else
    voice = {
      speaker: null,
      role: null,
      named: 'unnamed',
      via: [...frame.carriers],
      head: '',
      carrier: false,
    }

  let from = frame.content
  let to = next ? beforeConjunction(unit, next.before ? next.subject!.from : next.at) : items.length
  if (frame.quoteBefore) {
    from = items.indexOf(frame.quoteBefore)
    to = from + 1
  } else {
    while (to > from && (items[to - 1]!.kind === 'comma' || items[to - 1]!.kind === 'mark')) to--
    for (const s of all) if (s.from > from && s.to >= to && s.from < to) to = s.from
    while (to > from && (items[to - 1]!.kind === 'comma' || items[to - 1]!.kind === 'mark')) to--
  }
  if (to <= from) return undefined
  const first = frame.before
    ? frame.subject!.start
    : frame.quoteBefore
      ? frame.quoteBefore.start
      : items[frame.at]!.start
  return {
    voice: frame.anonymous ? { ...voice, anonymous: true } : voice,
    act: frame.verb.act,
    verb: frame.verb.key,
    from,
    to,
    start: first,
    ...(frame.quoteBefore ? { end: items.at(-1)!.end } : {}),
    ...(frame.target && frame.verb.act !== 'opine' && frame.verb.act !== 'say'
      ? { target: frame.target }
      : {}),
    ...((frame.medium ?? beside.find(s => s.medium)?.medium)
      ? { medium: frame.medium ?? beside.find(s => s.medium)!.medium! }
      : {}),
    ...(continues ? { continues } : {}),
  }
}

/** Words like "meanwhile, for his part" before the next verb belong to it. */
function beforeConjunction(unit: Unit, at: number): number {
  let to = at
  while (
    to > 0 &&
    (unit.items[to - 1]!.kind === 'comma' ||
      /^(فيما|بينما|في|حين|بدوره|بدورها|من|جهته|جهتها|جانبه|جانبها|كما|و|لكن|ولكن|وقد|قد)$/.test(
        unit.items[to - 1]!.key,
      ))
  )
    to--
  return to
}

/** The last of the chain speaks; the others carry, and what was found beside the verb carries nearest to it. */
function voiceOf(
  unit: Unit,
  chain: readonly Phrase[],
  carriers: readonly string[],
  gazetteer: Gazetteer,
): Voice {
  const speaker = chain.at(-1)!
  const via = [...chain.slice(0, -1).map(p => carrierName(unit, p, gazetteer)), ...carriers]
  const text = speaker.name ?? speaker.text
  return {
    speaker: text,
    span: { start: speaker.start, end: speaker.end },
    role: speaker.name ? (speaker.title ?? null) : (speaker.description ?? null),
    named: namedness(speaker),
    via: via.filter((v, i) => v && v !== text && via.indexOf(v) === i),
    head: speaker.head.replace(/^ال/, ''),
    carrier: speaker.sort === 'carrier' || speaker.sort === 'document',
  }
}

function namedness(phrase: Phrase): Voice['named'] {
  if (phrase.name || phrase.sort === 'name') return 'named'
  if (phrase.sort === 'collective') return 'collective'
  if (phrase.sort === 'body' || phrase.sort === 'carrier') return 'office_only'
  return phrase.definite && phrase.sort === 'role' ? 'office_only' : 'unnamed'
}

/** "The source" after "a source …": the same voice. */
function anaphor(phrase: Phrase, last: Voice | undefined): Voice | undefined {
  if (!last?.speaker || phrase.name || phrase.to - phrase.from > 2) return undefined
  if (!phrase.head.startsWith('ال')) return undefined
  // "the same official": whoever was heard last, if that one has no name.
  if (/^(نفسه|نفسها|ذاته)$/.test(unitWord(phrase)) && last.named === 'unnamed') return last
  if (phrase.head.slice(2) !== last.head) return undefined
  return phrase.to - phrase.from === 1 || /^(نفسه|نفسها|ذاته)$/.test(unitWord(phrase)) ? last : undefined
}
const unitWord = (phrase: Phrase): string => phrase.text.split(' ')[1] ?? ''
