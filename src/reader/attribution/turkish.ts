import { foldedText } from '../../core/text/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { SayingAct } from '../lexicons/attribution-lexicon.ts'
import { TR_SPEAKERS } from '../lexicons/tr/actors.ts'
import { TR_ATTRIBUTION } from '../lexicons/tr/attribution.ts'
import { hitAt } from '../mentions/walk.ts'
import type { Memory } from './arabic.ts'
import { type Draft, finish } from './finish.ts'
import type { StatementFound, Voice } from './statement-found.ts'
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

const W = {
  roles: wordSet(TR_SPEAKERS.roles),
  sources: wordSet(TR_SPEAKERS.sources),
  collectives: wordSet(TR_SPEAKERS.collectives),
  bodies: wordSet(TR_SPEAKERS.bodies),
  carriers: wordSet(TR_SPEAKERS.carriers),
  documents: wordSet(TR_SPEAKERS.documents),
  anonymity: wordSet(TR_SPEAKERS.anonymity),
}

export const isTurkishVerb = (key: string): boolean => VERBS.has(key)

/** "speaking to X": the one spoken to stands before, in the dative. */
const SPEAKING = wordSet(
  'konuşan konuşan_bir açıklamada_bulunan açıklama_yapan açıklamalarda_bulunan bilgi_veren demeç_veren değerlendirmelerde_bulunan',
)
const ISSUED = wordSet('yapılan yayımlanan yayınlanan paylaşılan gelen verilen')
const LEADS = wordSet(
  'öte_yandan ayrıca daha_sonra bu_arada ancak ve da de konuyla_ilgili dün bugün pazartesi salı çarşamba perşembe cuma cumartesi pazar',
)

/** A Turkish noun phrase with the case ending of its last word. */
type Phrase = {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly name?: string
  readonly title?: string
  readonly sort: 'role' | 'source' | 'collective' | 'body' | 'carrier' | 'name' | 'other'
}

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

/** "Bakanlıktan yapılan açıklamada": who issued the statement, and where its words begin. */
function issuedBy(
  unit: Unit,
  from: number,
  to: number,
  gazetteer: Gazetteer,
): { phrase: Phrase; to: number; medium: string } | undefined {
  const { items } = unit
  for (let i = from; i < to; i++) {
    if (!matched(items, i, W.documents)) continue
    if (!/(da|de)$/.test(items[i]!.key)) continue
    let end = i
    while (
      end > from &&
      (/^(yazili|ortak|resmi)$/.test(items[end - 1]!.key) || matched(items, end - 1, ISSUED))
    )
      end--
    while (end > from && items[end - 1]!.key === 'tarafindan') end--
    while (end > from && items[end - 1]!.kind === 'comma') end--
    if (end > from && /^(yaptigi|yayimladigi|yayinladigi)$/.test(items[end - 1]!.key)) return undefined
    if (end <= from) return undefined
    const phrase = phraseOf(unit, from, end, gazetteer, true)
    if (!phrase || phrase.sort === 'other') return undefined
    return { phrase, to: i + 1, medium: documentName(items[i]!.key, unit, i) }
  }
  return undefined
}

function documentName(key: string, unit: Unit, i: number): string {
  const surface = unit.scanned.text.slice(unit.items[i]!.start, unit.items[i]!.end)
  return /^aciklama/.test(key)
    ? surface.slice(0, 8)
    : /^bildiri/.test(key)
      ? surface.slice(0, 7)
      : surface.replace(/(s?ında|s?inde|da|de)$/u, '')
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
  let start = from
  let end = from
  let anonymous = false
  let medium: string | undefined
  for (let i = from; i < to; i++) {
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
    const a = matched(items, i, W.anonymity)
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
      if (matched(items, k, W.documents)) {
        medium = documentName(items[k]!.key, unit, k)
        next = k + 1
        break
      }
  }
  return { phrase, via, to: next, anonymous, ...(medium ? { medium } : {}) }
}

/** Words in the genitive or accusative belong to the content, not to the speaker. */
function nominative(key: string, phrase: Phrase): boolean {
  if (phrase.name || phrase.sort === 'name') return true
  return !/(nin|nun|ndan|nden|nda|nde|yla|yle)$/.test(key) || key.length < 6
}

/** Where the opening noun phrase ends when no comma closes it: after its head noun and the name behind it. */
function headEnd(unit: Unit, from: number, to: number, gazetteer: Gazetteer): number | undefined {
  const { items } = unit
  for (let i = from; i < Math.min(to, from + 8); i++) {
    if (items[i]!.kind !== 'word') continue
    const n =
      matched(items, i, W.roles) ||
      matched(items, i, W.sources) ||
      matched(items, i, W.collectives) ||
      matched(items, i, W.bodies) ||
      matched(items, i, W.carriers)
    const hit = n ? undefined : hitAt(gazetteer, unit.scanned.tokens, items[i]!.from, 'tr')
    if (!n && !(hit && capital(unit, i) && items[i + hit.to - hit.from]?.key !== "'")) continue
    let end = i + (n || hit!.to - hit!.from)
    // A longer head may follow: "Savunma Bakanlığı sözcüsü".
    while (
      end < to &&
      (matched(items, end, W.roles) ||
        matched(items, end, W.bodies) ||
        matched(items, end, W.sources) ||
        matched(items, end, W.collectives))
    )
      end++
    if (matched(items, end - 1, W.roles))
      while (end < to && items[end]!.kind === 'word' && capital(unit, end)) end++
    return end
  }
  return undefined
}

function capital(unit: Unit, i: number): boolean {
  const ch = unit.scanned.text.charAt(unit.items[i]!.start)
  return ch !== ch.toLocaleLowerCase('tr')
}

function phraseOf(
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
    if (matched(probe, i, W.roles)) lastRole = i + matched(probe, i, W.roles) - 1
    if (matched(probe, i, W.collectives)) sort = 'collective'
    else if (matched(probe, i, W.sources)) sort = 'source'
    else if (matched(probe, i, W.roles)) sort = 'role'
    else if (matched(probe, i, W.carriers)) sort = 'carrier'
    else if (matched(probe, i, W.bodies)) sort = 'body'
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
    !matched(items, name - 1, W.bodies)
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

function surface(unit: Unit, from: number, to: number, cased: boolean): string {
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

/** "X'e göre", "X'in haberine göre", "X'in Y'ye dayandırdığı haberine göre". */
function according(
  unit: Unit,
  from: number,
  to: number,
  gazetteer: Gazetteer,
): { chain: Phrase[]; from: number; to: number } | undefined {
  const { items } = unit
  for (let i = from; i < to; i++) {
    if (items[i]!.key !== 'gore') continue
    let start = i - 1
    while (
      start > from &&
      items[start - 1]!.kind !== 'comma' &&
      items[start - 1]!.kind !== 'quote' &&
      i - start < 9
    )
      start--
    let end = i
    if (
      /^(haberine|bildirdigine|aktardigina|aciklamasina|soyledigine|verdigi|acikladigina|belirttigine)$/.test(
        items[end - 1]?.key ?? '',
      )
    )
      end--
    const chain: Phrase[] = []
    for (let k = start; k < end; k++)
      if (/^(dayandirdigi|dayandirarak|dayanarak)$/.test(items[k]!.key)) {
        const genitive = splitAfterGenitive(unit, start, k)
        if (genitive !== undefined) {
          const outer = phraseOf(unit, start, genitive, gazetteer, true)
          const inner = phraseOf(unit, genitive, k, gazetteer, true)
          if (outer && inner) chain.push(outer, inner)
        }
      }
    if (!chain.length) {
      const phrase = phraseOf(unit, start, end, gazetteer, true)
      if (!phrase || phrase.sort === 'other') return undefined
      chain.push(phrase)
    }
    return { chain, from: start, to: i + 1 }
  }
  return undefined
}

function splitAfterGenitive(unit: Unit, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++)
    if (/^(nin|in|un|nun)$/.test(unit.items[i]!.key) && unit.items[i - 1]?.key === "'") return i + 1
  for (let i = from; i < to - 1; i++)
    if (
      unit.items[i]!.kind === 'word' &&
      /(nin|nun|in|un)$/.test(unit.items[i]!.key) &&
      unit.items[i]!.key.length > 4
    )
      return i + 1
  return undefined
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

/** Turkish conditions are endings: a word in -sa/-se, or before "durumunda", "halinde", "önce", "kadar". */
function withCondition(unit: Unit, f: StatementFound): StatementFound {
  if (!f.content || f.conditional_on) return f
  const { tokens, text } = unit.scanned
  const inside = tokens.filter(t => t.start >= f.content!.start && t.end <= f.content!.end)
  for (let i = 0; i < inside.length; i++) {
    const t = inside[i]!
    if (t.kind !== 'word') continue
    const conditional =
      t.text.length > 5 &&
      /(irsa|irse|arsa|erse|ursa|sarsa|mazsa|mezse|dursa|ilirse|ilirsa|lirsa|yorsa|olursa|ederse)$/.test(
        t.text,
      )
    const noun = /^(durumunda|halinde|takdirde|surece)$/.test(t.text)
    const before =
      /^(once|kadar|olmadan)$/.test(t.text) && /mayac|meyec/.test(inside.map(x => x.text).join(' '))
    if (!conditional && !noun && !before) continue
    let from = i
    while (from > 0 && inside[from - 1]!.kind !== 'mark' && i - from < 8) from--
    const last = conditional ? i : i - 1
    if (last < from) continue
    return {
      ...f,
      conditional_on: text.slice(inside[from]!.start, inside[last]!.end),
      modality: f.modality === 'denies' ? 'denies' : 'conditional',
    }
  }
  return f
}
