import { foldedText } from '../../core/text/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { SayingAct } from '../lexicons/attribution-lexicon.ts'
import { TR_ATTRIBUTION } from '../lexicons/tr/attribution.ts'
import type { Memory } from './arabic.ts'
import { type Draft, finish } from './finish.ts'
import type { StatementFound, Voice } from './statement-found.ts'
import { withCondition } from './turkish-condition.ts'
import { headEnd, nominative, type Phrase, phraseOf, TURKISH_NOUNS } from './turkish-phrase.ts'
import { according, documentName, issuedBy } from './turkish-sources.ts'
import { matched, plainText, type Unit } from './unit.ts'
import { wordSet } from './words.ts'

type Verb = { readonly act: SayingAct; readonly words: readonly string[]; readonly passive: boolean }

const VERBS = new Map<string, Verb[]>()
for (const { act, forms, frames = '' } of TR_ATTRIBUTION.verbs)
  for (const form of forms.split(' ')) {
    const words = foldedText(form).split('_')
    const verb = { act, words, passive: frames.includes('p') }
    const known = VERBS.get(words[0]!)
    if (known) known.push(verb)
    else VERBS.set(words[0]!, [verb])
  }
for (const list of VERBS.values()) list.sort((a, b) => b.words.length - a.words.length)

export const isTurkishVerb = (key: string): boolean => VERBS.has(key)

/** "speaking to X": the one spoken to stands before, in the dative. */
const SPEAKING = wordSet(
  'konuşan konuşan_bir açıklamada_bulunan açıklama_yapan açıklamalarda_bulunan bilgi_veren demeç_veren değerlendirmelerde_bulunan',
)

const LEADS = wordSet(
  'öte_yandan ayrıca daha_sonra bu_arada ancak ve da de konuyla_ilgili dün bugün pazartesi salı çarşamba perşembe cuma cumartesi pazar',
)

/** The statements of one Turkish unit, in order. The verb closes its clause; the speaker opens it. */
export function turkishStatements(unit: Unit, gazetteer: Gazetteer, memory: Memory): StatementFound[] {
  const { items } = unit
  const found: StatementFound[] = []
  let clause = 0
  for (let i = 0; i < items.length; i++) {
    const verb = verbAt(unit, i)
    if (!verb) continue
    const end = i + verb.words.length
    // A verb of saying inside a clause that goes on ("… dediğini") has other endings; a finite one ends it.
    const draft = clauseDraft(unit, clause, i, end, verb, gazetteer, memory)
    if (draft) {
      found.push(finish(unit, draft, 'tr'))
      if (draft.voice.speaker) memory.last = draft.voice
    }
    clause = end
    i = end - 1
  }
  if (!found.length) {
    const draft = accordingDraft(unit, gazetteer)
    if (draft) {
      found.push(finish(unit, draft, 'tr'))
      if (draft.voice.speaker) memory.last = draft.voice
    }
  }
  return found.map(f => withCondition(unit, f))
}

function verbAt(unit: Unit, i: number): Verb | undefined {
  const { items } = unit
  if (items[i]!.kind !== 'word') return undefined
  for (const verb of VERBS.get(items[i]!.key) ?? [])
    if (verb.words.every((w, n) => items[i + n]?.key === w)) return verb
  return undefined
}

function clauseDraft(
  unit: Unit,
  clause: number,
  at: number,
  end: number,
  verb: Verb,
  gazetteer: Gazetteer,
  memory: Memory,
): Draft | undefined {
  const { items } = unit
  let from = clause
  while (
    from < at &&
    (items[from]!.kind === 'comma' || items[from]!.kind === 'mark' || matched(items, from, LEADS))
  )
    from++
  const issued = issuedBy(unit, from, at, gazetteer)
  const via: string[] = []
  let voice: Voice | undefined
  let content = from
  let medium: string | undefined
  let continues = false
  if (issued) {
    voice = voiceOf(issued.phrase, via)
    content = issued.to
    medium = issued.medium
  } else {
    const opened = opening(unit, from, at, gazetteer)
    if (opened) {
      via.push(...opened.via)
      voice = voiceOf(opened.phrase, via)
      content = opened.to
      medium = opened.medium
      if (opened.anonymous) voice = { ...voice, anonymous: true }
    }
  }
  if (!voice) {
    const quoted = items.slice(from, at).some(it => it.kind === 'quote')
    // "… according to X" inside the clause.
    const source = according(unit, from, at, gazetteer)
    if (source) {
      voice = voiceOf(
        source.chain.at(-1)!,
        source.chain.slice(0, -1).map(p => p.text),
      )
      content = source.to
    } else if (verb.passive)
      voice = {
        speaker: null,
        role: null,
        named: 'unnamed',
        via: [],
        head: '',
        carrier: false,
        impersonal: true,
      }
    else if (memory.last && (verb.act === 'add' || quoted || at > from)) {
      voice = memory.last
      continues = true
    } else return undefined
  }
  while (
    content < at &&
    (items[content]!.kind === 'comma' || items[content]!.kind === 'colon' || items[content]!.kind === 'mark')
  )
    content++
  let to = at
  while (
    to > content &&
    (items[to - 1]!.kind === 'comma' || items[to - 1]!.kind === 'mark' || items[to - 1]!.key === 'diye')
  )
    to--
  if (to <= content) {
    // "Bakan şunları söyledi: «…»": the words follow.
    const next = items.findIndex((it, n) => n >= end && it.kind === 'quote')
    if (next >= 0 && next <= end + 2) {
      content = next
      to = next + 1
    } else if (verb.words.length > 1 && verb.act === 'deny') {
      // "suçlamaları reddetti": what is denied stands inside the verb.
      content = at
      to = end - 1
    } else return undefined
  } else if (to - content <= 3 && items[end]?.kind === 'colon') {
    content = end + 1
    to = items.length
    while (to > content && items[to - 1]!.kind === 'mark') to--
    if (to <= content) return undefined
  }
  // "Reuters'a konuştu": the one told stands first in the content.
  const told =
    items[content + 1]?.key === "'" &&
    /^(a|e|ya|ye|na|ne)$/.test(items[content + 2]?.key ?? '') &&
    to > content + 3
  if (told && verb.act !== 'demand') {
    const carrier = phraseOf(unit, content, content + 3, gazetteer, true)
    if (carrier?.sort === 'carrier') {
      voice = { ...voice, via: [...voice.via, carrier.text] }
      content += 3
    }
  }
  const target = targetOf(unit, content, to, verb)
  return {
    voice,
    act: verb.act,
    verb: verb.words.join(' '),
    from: content,
    to,
    start: items[from]!.start,
    end: items[end - 1]!.end,
    ...(target ? { target } : {}),
    ...(medium ? { medium } : {}),
    ...(continues ? { continues } : {}),
  }
}

/** The phrase that opens a clause: "AA'ya konuşan bir yetkili," / "Sözcü Deniz Kaya," / "Bakan …". */
function opening(
  unit: Unit,
  from: number,
  to: number,
  gazetteer: Gazetteer,
): { phrase: Phrase; via: string[]; to: number; medium?: string; anonymous: boolean } | undefined {
  const { items } = unit
  const via: string[] = []
  // "«…» diyen komutan, …": the quotation belongs to the speaker that follows.
  let start = items[from]?.kind === 'quote' && items[from + 1]?.key === 'diyen' ? from + 2 : from
  let end = start
  let anonymous = false
  let medium: string | undefined
  for (let i = start; i < to; i++) {
    const item = items[i]!
    if (item.kind === 'comma' || item.kind === 'quote' || item.kind === 'colon') break
    end = i + 1
    const n = matched(items, i, SPEAKING)
    if (n) {
      const carrier = phraseOf(unit, start, i, gazetteer, true)
      if (carrier && carrier.sort !== 'other') via.push(carrier.text)
      else if (carrier && i - start <= 3 && !matched(items, start, wordSet('gazetecilere basına')))
        via.push(carrier.text)
      start = i + (n > 1 && items[i + n - 1]?.key === 'bir' ? n - 1 : n)
      i = start - 1
      continue
    }
    const a = matched(items, i, TURKISH_NOUNS.anonymity)
    if (a) {
      anonymous = true
      start = i + a
      i = start - 1
    }
  }
  if (end <= start) return undefined
  const closed = items[end]?.kind === 'comma' || items[end]?.kind === 'quote' || items[end]?.kind === 'colon'
  const tight = closed ? phraseOf(unit, start, end, gazetteer, false) : undefined
  let phrase =
    tight && tight.sort !== 'other' && end - start <= 9 && nominative(items[end - 1]!.key, tight)
      ? tight
      : undefined
  let next = end
  if (!phrase) {
    const cut = headEnd(unit, start, end, gazetteer)
    if (cut === undefined) return undefined
    phrase = phraseOf(unit, start, cut, gazetteer, false)
    next = cut
  }
  if (!phrase || phrase.sort === 'other') return undefined
  // "…, yaptığı açıklamada, …"
  let at = next
  while (items[at]?.kind === 'comma') at++
  if (/^(yaptigi|yayimladigi|yayinladigi|gazetecilere|basina|twitter|sosyal)$/.test(items[at]?.key ?? '')) {
    for (let k = at; k < Math.min(to, at + 6); k++)
      if (matched(items, k, TURKISH_NOUNS.documents)) {
        medium = documentName(items[k]!.key, unit, k)
        next = k + 1
        break
      }
  }
  return { phrase, via, to: next, anonymous, ...(medium ? { medium } : {}) }
}

function accordingDraft(unit: Unit, gazetteer: Gazetteer): Draft | undefined {
  const { items } = unit
  const source = according(unit, 0, items.length, gazetteer)
  if (!source) return undefined
  let from = source.from === 0 || source.from < 2 ? source.to : 0
  let to = source.from === 0 || source.from < 2 ? items.length : source.from
  while (from < to && (items[from]!.kind === 'comma' || items[from]!.kind === 'mark')) from++
  while (to > from && (items[to - 1]!.kind === 'comma' || items[to - 1]!.kind === 'mark')) to--
  if (to <= from) return undefined
  return {
    voice: voiceOf(
      source.chain.at(-1)!,
      source.chain.slice(0, -1).map(p => p.text),
    ),
    act: 'say',
    verb: '',
    from,
    to,
    start: items[0]!.start,
  }
}

function voiceOf(phrase: Phrase, via: readonly string[]): Voice {
  return {
    speaker: phrase.name ?? phrase.text,
    role: phrase.title ?? null,
    named:
      phrase.name || phrase.sort === 'name'
        ? 'named'
        : phrase.sort === 'collective'
          ? 'collective'
          : phrase.sort === 'source'
            ? 'unnamed'
            : 'office_only',
    via: [...via],
    head: foldedText(phrase.text.split(' ').at(-1) ?? ''),
    carrier: phrase.sort === 'carrier',
  }
}

/** Whom one accuses (accusative) or calls on (dative): the words before "… ile suçladı" or "… çağrısında bulundu". */
function targetOf(unit: Unit, from: number, to: number, verb: Verb): string | undefined {
  if (verb.act !== 'accuse' && verb.act !== 'demand' && verb.act !== 'warn') return undefined
  const { items } = unit
  const ending = verb.act === 'demand' ? /^(ya|ye|a|e|na|ne|lara|lere|larina|lerine)$/ : /^(yi|i|u|ni|nu|yu)$/
  for (let i = from; i < Math.min(to, from + 7); i++) {
    if (items[i]!.key === "'" && ending.test(items[i + 1]?.key ?? ''))
      return plainText(unit, items[from]!.start, items[i - 1]!.end)
    const key = items[i]!.key
    const cased =
      verb.act === 'demand' ? /(lara|lere|larina|lerine|na|ne)$/ : /(ni|nu|lari|leri|yi|yu|larini|lerini)$/
    if (items[i]!.kind === 'word' && key.length > 4 && cased.test(key))
      return plainText(unit, items[from]!.start, items[i]!.end)
  }
  return undefined
}
