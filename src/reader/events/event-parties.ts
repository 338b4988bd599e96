import { type EventType, isA, type WeaponClass } from '../../core/event/types.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import type { DateFound } from '../dates/dates.ts'
import { PLACE_CUES } from '../lexicons/place-cues.ts'
import type { Mentions, PlaceMention } from '../mentions/mentions.ts'
import type { QuantityFound } from '../quantities/quantities.ts'
import type { Stretch } from '../text/sentences.ts'
import type { Scan, Token } from '../text/tokens.ts'
import { cueAtToken } from './cue-book.ts'
import type { Books } from './event-books.ts'
import type { PartyNamed } from './event-found.ts'

/** What else was read from the same text. */
export type EventContext = {
  readonly lang: string
  readonly mentions: Mentions
  readonly dates: readonly DateFound[]
  readonly quantities: readonly QuantityFound[]
  readonly statements: readonly StatementFound[]
}

export type Sighting = {
  readonly type: EventType
  readonly weapon?: WeaponClass
  /** A phrase, or a word with its object: an event without further evidence. */
  readonly strong: boolean
  readonly from: number
  readonly to: number
  readonly stance: 'asserts' | 'denies'
  readonly statement?: number
}

/** The actor or country named in the target of the accusation that tells the event. */
export function accusedIn(context: EventContext, sight: Sighting): PartyNamed | undefined {
  const statement = sight.statement === undefined ? undefined : context.statements[sight.statement]
  if (statement?.saying !== 'accuse' || !statement.target || !statement.content) return undefined
  const from = statement.start
  const to = statement.content.start
  const named = [
    ...context.mentions.actors,
    ...context.mentions.places.filter(p => p.level === 'country'),
  ].filter(m => m.start >= from && m.end <= to + 1)
  const found = named.findLast(
    m => statement.target!.includes(m.surface) || m.surface.includes(statement.target!),
  )
  return found && { id: found.id, canonical: found.canonical, start: found.start, end: found.end }
}

/** Actors named in the sentence, and adjectives that say whose ("غارات روسية"), in order. */
export function partiesIn(
  scanned: Scan,
  sentence: Stretch,
  books: Books,
  context: EventContext,
): readonly PartyNamed[] {
  const { tokens } = scanned
  const named: PartyNamed[] = context.mentions.actors
    .filter(a => a.start >= sentence.start && a.end <= sentence.end)
    .map(a => ({ id: a.id, canonical: a.canonical, start: a.start, end: a.end }))
  for (let i = sentence.from; i < sentence.to; i++) {
    const cue = cueAtToken(books.belonging, tokens, i, sentence.to, context.lang)
    if (!cue) continue
    const start = tokens[i]!.start
    const end = tokens[cue.to - 1]!.end
    if (!named.some(p => start < p.end && end > p.start))
      named.push({ id: cue.value, canonical: cue.value, start, end })
  }
  // A country or capital that is not a place to be in acts as its state: "Ankara and Moscow signed".
  for (const place of context.mentions.places) {
    if (place.start < sentence.start || place.end > sentence.end) continue
    const state = place.level === 'country' ? place.id : CAPITALS.get(place.id)
    if (state && actsAt(tokens, sentence, place, context.lang))
      named.push({ id: state, canonical: place.canonical, start: place.start, end: place.end })
  }
  return named.sort((a, b) => a.start - b.start)
}

/** Capitals named for their governments, to the state's id in the gazetteer. */
export const CAPITALS: ReadonlyMap<string, string> = new Map(
  'ru-moscow tr-ankara ir-tehran us-washington sy-damascus sa-riyadh eg-cairo qa-doha il-tel-aviv ua-kyiv am-yerevan az-baku sd-khartoum fr-paris gb-london de-berlin ye-sanaa'
    .split(' ')
    .map(id => [id, id.slice(0, 2)]),
)

/** No preposition of place right before it, no ب written onto it, no Turkish suffix of place behind it. */
function actsAt(tokens: readonly Token[], sentence: Stretch, place: PlaceMention, lang: string): boolean {
  let i = sentence.from
  while (i < sentence.to && tokens[i]!.start < place.start) i++
  const cues = PLACE_CUES[lang] ?? PLACE_CUES.en!
  const before = i > sentence.from ? tokens[i - 1]!.text : ''
  if (
    lang === 'ar' &&
    /^[وف]?[بل]/.test(tokens[i]?.text ?? '') &&
    !/^(بغداد|بيروت|باكو|باريس|برلين)/.test(tokens[i]!.text)
  )
    return false
  if (
    cues.prepositions.has(before) &&
    before !== 'between' &&
    before !== 'and' &&
    before !== 'بين' &&
    before !== 'et'
  )
    return false
  if (lang === 'tr') {
    const after = tokens.findIndex(t => t.start >= place.end)
    if (
      tokens[after]?.text === "'" &&
      /^(da|de|ta|te|dan|den|tan|ten|ya|ye|a|e)$/.test(tokens[after + 1]?.text ?? '')
    )
      return false
  }
  return !cues.nouns.has(before)
}

/** Talks and agreements have several parties, the rest one who acts and perhaps one who suffers. */
export function rolesOf(
  scanned: Scan,
  sight: Sighting,
  parties: readonly PartyNamed[],
  books: Books,
  lang: string,
  sentence: Stretch,
): { actors: readonly PartyNamed[]; target?: PartyNamed } {
  const { tokens } = scanned
  const distinct = parties.filter((p, n) => parties.findIndex(q => q.id === p.id) === n)
  if (
    isA(sight.type, 'talks') ||
    isA(sight.type, 'agreement') ||
    isA(sight.type, 'patrol') ||
    sight.type === 'armed_clash'
  )
    return { actors: distinct.filter(p => p.start < reachOf(scanned, sight)) }
  const start = tokens[sight.from]!.start
  const end = tokens[sight.to - 1]!.end
  for (let i = sight.to; i < Math.min(sentence.to, sight.to + 10); i++) {
    const by = cueAtToken(books.by, tokens, i, sentence.to, lang)
    const actor =
      by && parties.find(p => p.start >= tokens[by.to - 1]!.end && p.start - tokens[by.to - 1]!.end < 12)
    if (actor) return { actors: [actor], ...other(parties, actor) }
  }
  if (sight.type === 'access_denied') {
    // Monitors and missions are refused; they refuse nobody.
    const refused = parties.find(p => MONITORS.test(p.id))
    const refuser = parties.find(p => p !== refused && !MONITORS.test(p.id))
    if (refused) return { actors: refuser ? [refuser] : [], target: refused }
  }
  const before = parties.filter(p => p.end <= start)
  const after = parties.filter(p => p.start >= end)
  // "was hit by an air strike", "was denied access": whoever stands before suffers it.
  if (lang !== 'ar' && suffered(tokens, sight.from, sentence.from, books, lang)) {
    const victim = before.at(-1)
    return { actors: [], ...(victim ? { target: victim } : {}) }
  }
  // Arabic: verb, then who; a noun, then whose. Others: who, then verb.
  const near = close(after[0], end)
  // "an attack on the Turkish forces", "a bomb at a patrol": what stands behind على, ضد or ب suffers it.
  const suffers = lang === 'ar' && near !== undefined && AGAINST.test(scanned.text.slice(end, near.end))
  const actor = lang === 'ar' ? (suffers ? before.at(-1) : (near ?? before.at(-1))) : before.at(-1)
  if (suffers && near) return { actors: actor ? [actor] : [], target: near }
  if (!actor) return { actors: [] }
  const target =
    lang === 'ar'
      ? after.find(p => p.id !== actor.id && p.start > actor.start)
      : after.find(p => p.id !== actor.id)
  return { actors: [actor], ...(target ? { target } : {}) }
}

/** How far behind talks or an agreement its parties are named: what it provides comes after. */
const PARTIES_REACH = 70

function reachOf(scanned: Scan, sight: Sighting): number {
  const end = scanned.tokens[sight.to - 1]!.end
  const provides =
    /(?:^|[\s،,])(يتضمن|تتضمن|ينص|تنص|يقضي|تقضي|بشأن|حول|about|on|which|that|providing|который|предусматрива)/u.exec(
      scanned.text.slice(end, end + PARTIES_REACH),
    )
  return end + (provides ? provides.index : PARTIES_REACH)
}

/** Does "by" or a passive auxiliary stand right before the cue? */
function suffered(tokens: readonly Token[], at: number, from: number, books: Books, lang: string): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) {
    if (tokens[i]!.kind !== 'word') continue
    if (cueAtToken(books.by, tokens, i, at, lang)) return true
    if (i === at - 1 && /^(was|were|been|being|ete|est|sont|fut)$/.test(tokens[i]!.text)) return true
  }
  return false
}

const MONITORS =
  /^(smm|osce|unifil|un|unmha|unmiss|unisfa|undof|icrc|sarc|wfp|ocha|ctsamvm|minusma|monusco|minusca|minurso|euma|un-envoy)$/
const AGAINST = /(^|\s)(على|ضد|ب\S{2,})\s/

/** Near enough behind the cue to be its subject or owner: a dozen letters of other words at most. */
const close = (party: PartyNamed | undefined, end: number): PartyNamed | undefined =>
  party && party.start - end <= 14 ? party : undefined

const other = (parties: readonly PartyNamed[], actor: PartyNamed): { target?: PartyNamed } => {
  const target = parties.find(p => p.id !== actor.id)
  return target ? { target } : {}
}
