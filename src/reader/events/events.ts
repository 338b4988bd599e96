import { type EventType, isA, type WeaponClass } from '../../core/event/types.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import type { DateFound } from '../dates/dates.ts'
import { EVENT_LEXICONS } from '../lexicons/event-lexicons.ts'
import { PLACE_CUES } from '../lexicons/place-cues.ts'
import type { Mentions, PlaceMention } from '../mentions/mentions.ts'
import type { QuantityFound } from '../quantities/quantities.ts'
import { type Stretch, sentencesOf } from '../text/sentences.ts'
import { type Scan, scan, type Token } from '../text/tokens.ts'
import { type CueBook, cueAtToken, cueBook } from './cue-book.ts'
import type { EventFound, PartyNamed } from './event-found.ts'
import { figuresOf } from './figures.ts'

/** What an event word means, and what must stand behind it in the sentence for it to mean that. */
type Cue = { readonly type: EventType; readonly weapon?: WeaponClass; readonly needs?: CueBook<true> }

type Books = {
  readonly events: CueBook<Cue>
  readonly weapons: CueBook<WeaponClass>
  readonly belonging: CueBook<string>
  readonly negations: CueBook<true>
  readonly unreal: CueBook<true>
  readonly by: CueBook<true>
  readonly pending: CueBook<true>
}

const BOOKS = new Map<string, Books>()

function booksOf(lang: string): Books {
  const known = BOOKS.get(lang)
  if (known) return known
  const lexicon = EVENT_LEXICONS[lang] ?? EVENT_LEXICONS.en!
  const books: Books = {
    events: cueBook(
      lexicon.cues.map(
        c =>
          [
            c.cues,
            {
              type: c.type,
              ...(c.weapon ? { weapon: c.weapon } : {}),
              ...(c.needs ? { needs: cueBook([[c.needs, true as const]]) } : {}),
            },
          ] as const,
      ),
    ),
    weapons: cueBook(lexicon.weapons.map(w => [w.cues, w.weapon] as const)),
    belonging: cueBook(lexicon.belonging.map(b => [b.cues, b.id] as const)),
    negations: cueBook([[lexicon.negations, true]]),
    unreal: cueBook([[lexicon.unreal, true]]),
    by: cueBook([[lexicon.by, true]]),
    pending: cueBook([[lexicon.pending, true]]),
  }
  BOOKS.set(lang, books)
  return books
}

/** The event words of a language, for promises: what is promised is named by the same words. */
export const eventBook = (lang: string): CueBook<{ readonly type: EventType }> => booksOf(lang).events

/** What else was read from the same text. */
export type EventContext = {
  readonly lang: string
  readonly mentions: Mentions
  readonly dates: readonly DateFound[]
  readonly quantities: readonly QuantityFound[]
  readonly statements: readonly StatementFound[]
}

/** How many tokens before a cue a negation may stand. */
const NEGATION_REACH = 3
/** How many tokens behind a cue may say that it is only planned ("… is on the table"). */
const PENDING_REACH = 9
/** … and a word that makes what follows a plan, a fear or a condition. */
const UNREAL_REACH = 9

/**
 * The events a text asserts (or that a speaker denies), in order. Plans, promises, threats, demands,
 * conditions and the end or absence of something are no events. A cue counts only with a place, a date,
 * an actor or a figure beside it in its sentence.
 */
export function readEvents(text: string | Scan, context: EventContext): readonly EventFound[] {
  const scanned = typeof text === 'string' ? scan(text) : text
  const books = booksOf(context.lang)
  const found: EventFound[] = []
  for (const sentence of sentencesOf(scanned)) {
    const sights = sightsIn(scanned, sentence, books, context)
    if (!sights.length) continue
    found.push(...eventsOf(scanned, sentence, strongest(sights), books, context))
  }
  return found
}

type Sighting = {
  readonly type: EventType
  readonly weapon?: WeaponClass
  readonly from: number
  readonly to: number
  readonly stance: 'asserts' | 'denies'
  readonly statement?: number
}

function sightsIn(scanned: Scan, sentence: Stretch, books: Books, context: EventContext): Sighting[] {
  const { tokens } = scanned
  const sights: Sighting[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const cue = cueAtToken(books.events, tokens, i, sentence.to, context.lang)
    if (!cue) continue
    if (cue.value.needs && !behind(cue.value.needs, tokens, cue.to, sentence.to, context.lang)) continue
    const told = toldBy(context.statements, tokens[i]!.start)
    const stance = stanceOf(told?.statement)
    if (stance && real(tokens, sentence, i, cue.to, books, context.lang, stance, told?.statement))
      sights.push({
        type: cue.value.type,
        ...(cue.value.weapon ? { weapon: cue.value.weapon } : {}),
        from: i,
        to: cue.to,
        stance,
        ...(told ? { statement: told.index } : {}),
      })
    i = cue.to - 1
  }
  return sights
}

/** How far behind a cue its object may stand, in tokens. */
const OBJECT_REACH = 8

function behind(
  book: CueBook<true>,
  tokens: readonly Token[],
  from: number,
  to: number,
  lang: string,
): boolean {
  for (let i = from; i < Math.min(to, from + OBJECT_REACH); i++)
    if (cueAtToken(book, tokens, i, to, lang)) return true
  return false
}

/** The statement whose content holds the offset; the innermost when several do. */
function toldBy(
  statements: readonly StatementFound[],
  at: number,
): { statement: StatementFound; index: number } | undefined {
  let best: { statement: StatementFound; index: number } | undefined
  statements.forEach((statement, index) => {
    const { content } = statement
    if (!content || at < content.start || at >= content.end) return
    if (!best || content.end - content.start < best.statement.content!.end - best.statement.content!.start)
      best = { statement, index }
  })
  return best
}

/** May an event stand in such a statement, and does the speaker assert or deny it? */
function stanceOf(statement: StatementFound | undefined): 'asserts' | 'denies' | undefined {
  if (!statement) return 'asserts'
  switch (statement.kind) {
    case 'report':
    case 'announcement':
    case 'accusation':
      return statement.modality === 'conditional' ? undefined : 'asserts'
    case 'denial':
      // "Denies an intent" denies no event.
      return statement.saying === 'deny' ? 'denies' : undefined
    case 'position':
      // To condemn or welcome a thing is to say that it happened.
      return statement.saying === 'reject' ||
        statement.saying === 'welcome' ||
        statement.saying === 'say' ||
        statement.saying === 'affirm' ||
        statement.saying === 'add'
        ? 'asserts'
        : undefined
    default:
      return undefined
  }
}

function real(
  tokens: readonly Token[],
  sentence: Stretch,
  from: number,
  to: number,
  books: Books,
  lang: string,
  stance: 'asserts' | 'denies',
  statement: StatementFound | undefined,
): boolean {
  const content = statement?.content
  for (let i = from - 1, n = 0; i >= sentence.from && n < UNREAL_REACH; i--, n++) {
    const token = tokens[i]!
    if (token.kind === 'mark' && (token.text === ':' || token.text === ';' || token.text === '؛')) break
    // The verb of saying and what stands before it say nothing about the event.
    if (content && token.start < content.start) break
    if (token.kind !== 'word') continue
    if (
      n < NEGATION_REACH &&
      stance === 'asserts' &&
      cueAtToken(books.negations, tokens, i, sentence.to, lang)
    )
      return false
    if (cueAtToken(books.unreal, tokens, i, sentence.to, lang)) return false
    if (
      lang === 'ar' &&
      n < 5 &&
      /^[وف]?س[يتن]..+/.test(token.text) &&
      !/^[وف]?(سيطر|سيار|سير|سياس|سيد|سنوات|سنه|سته|سياد)/.test(token.text)
    )
      return false
    // "that it return": أن with a verb right behind it is a wish or plan.
    if (
      lang === 'ar' &&
      token.text === 'ان' &&
      n < 6 &&
      /^[يتن]..+/.test(tokens[i + 1]?.text ?? '') &&
      subjunctive(tokens[i + 1]!)
    )
      return false
    if (lang === 'fr' && n < 3 && /(er|ir|dr)(a|ont)$/.test(token.text) && token.text.length > 5) return false
  }
  for (let i = to; i < Math.min(sentence.to, to + PENDING_REACH); i++)
    if (cueAtToken(books.pending, tokens, i, sentence.to, lang)) return false
  if (lang !== 'tr') return true
  for (let i = to; i < Math.min(sentence.to, to + 5); i++) {
    if (tokens[i]!.kind !== 'word') continue
    if (
      cueAtToken(books.unreal, tokens, i, sentence.to, lang) ||
      /(acak|ecek|acag|eceg|malı|meli|madi|medi|miyor)/.test(tokens[i]!.text)
    )
      return false
    if (stance === 'asserts' && cueAtToken(books.negations, tokens, i, sentence.to, lang)) return false
  }
  return true
}

/** A word in يـ, تـ, نـ that is a present verb rather than a verbal noun (تبادل) or name. */
const subjunctive = (token: Token): boolean =>
  !/^(تبادل|تركي|تنظيم|تحرير|تصعيد|توقيع|تنفيذ|تعزيز|تسليم|نقاط|نقط|نظام|يمن)/.test(token.text)

/** Types too general to stand beside a more exact one in the same sentence. */
const GENERAL: Readonly<Record<string, (type: EventType) => boolean>> = {
  remote_violence: t => isA(t, 'hostile'),
  ground_attack: t => isA(t, 'hostile'),
  violation_reported: t => isA(t, 'hostile') || t === 'overflight',
  aid_delivered: t => t === 'access_denied',
  exchange: t => t === 'release' || t === 'list_exchanged' || t === 'bodies_returned',
  meeting: t => t === 'call' || t === 'round' || t === 'agreement',
  patrol: t => t === 'joint_patrol' || t === 'coordinated_patrol',
  force_withdrawn: t => t === 'weapon_withdrawn',
  small_arms_fire: t => t === 'sniper_fire' || t === 'armed_clash' || t === 'truce_announced',
  shelling: t => t === 'air_strike' || t === 'missile_attack',
  agreement: t => t === 'truce_announced',
}

function strongest(sights: readonly Sighting[]): readonly Sighting[] {
  const kept: Sighting[] = []
  for (const s of sights) {
    if (kept.some(k => k.type === s.type && k.stance === s.stance)) continue
    if (sights.some(o => o !== s && o.type !== s.type && GENERAL[s.type]?.(o.type))) continue
    kept.push(s)
  }
  return kept
}

function eventsOf(
  scanned: Scan,
  sentence: Stretch,
  sights: readonly Sighting[],
  books: Books,
  context: EventContext,
): EventFound[] {
  const { tokens } = scanned
  const inside = <T extends { start: number; end: number }>(list: readonly T[]): readonly T[] =>
    list.filter(x => x.start >= sentence.start && x.end <= sentence.end)
  const dates = inside(context.dates).filter(d => d.iso !== null && d.role !== 'deadline')
  const quantities = inside(context.quantities)
  const parties = partiesIn(scanned, sentence, books, context)
  // A capital that acts is no place where it happened.
  const places = inside(context.mentions.places).filter(p => !parties.some(q => q.start === p.start))
  const weapons = weaponsIn(tokens, sentence, books, context.lang)
  const found: EventFound[] = []
  sights.forEach((sight, n) => {
    const at = tokens[sight.from]!.start
    const next = sights[n + 1] ? tokens[sights[n + 1]!.from]!.start : sentence.end
    // A call has no place: the cities in its sentence are the callers'.
    const place =
      sight.type === 'call'
        ? undefined
        : nearest(isA(sight.type, 'agreement') ? places.filter(p => p.level === 'town') : places, at, next)
    const date = nearest(dates, at, next)
    const roles = rolesOf(scanned, sight, parties, books, context.lang, sentence)
    // Whoever is accused is the one who did it.
    const accused = accusedIn(context, sight)
    const actors = accused ? [accused] : roles.actors
    const target = accused && roles.target?.id === accused.id ? undefined : roles.target
    const figures = figuresOf(quantities, sight.type)
    if (!place && !date && !actors.length && !figures.length) return
    const own = isA(sight.type, 'hostile') || isA(sight.type, 'force_movement') ? weapons : []
    const first = n === 0 ? sentence.start : tokens[sight.from]!.start
    found.push({
      start: first,
      end: n + 1 < sights.length ? tokens[sights[n + 1]!.from - 1]!.end : sentence.end,
      cue: { start: at, end: tokens[sight.to - 1]!.end },
      types: [sight.type],
      actors,
      ...(target ? { target } : {}),
      ...(place ? { place } : {}),
      ...(date ? { date } : {}),
      figures,
      weapons: [...new Set([...own, ...(sight.weapon ? [sight.weapon] : [])])],
      stance: sight.stance,
      ...(sight.statement !== undefined ? { statement: sight.statement } : {}),
    })
  })
  return found
}

/** The actor or country named in the target of the accusation that tells the event. */
function accusedIn(context: EventContext, sight: Sighting): PartyNamed | undefined {
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

/** The first after the cue and before the next one, else the last before it; a country gives way to a place in it. */
function nearest<T extends { readonly start: number }>(
  list: readonly T[],
  at: number,
  next: number,
): T | undefined {
  const after = list.filter(x => x.start >= at && x.start < next)
  const before = list.filter(x => x.start < at)
  const narrow = (x: T) => (x as unknown as Partial<PlaceMention>).level !== 'country'
  return after.find(narrow) ?? before.findLast(narrow) ?? after[0] ?? before.at(-1)
}

/** Actors named in the sentence, and adjectives that say whose ("غارات روسية"), in order. */
function partiesIn(
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
  // A capital that is not a place to be in speaks for its state: "Ankara and Moscow signed".
  for (const place of context.mentions.places) {
    if (place.start < sentence.start || place.end > sentence.end) continue
    const state = CAPITALS.get(place.id)
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

function weaponsIn(
  tokens: readonly Token[],
  sentence: Stretch,
  books: Books,
  lang: string,
): readonly WeaponClass[] {
  const found = new Set<WeaponClass>()
  for (let i = sentence.from; i < sentence.to; i++) {
    const cue = cueAtToken(books.weapons, tokens, i, sentence.to, lang)
    if (cue) found.add(cue.value)
  }
  return [...found]
}

/** Talks and agreements have several parties, the rest one who acts and perhaps one who suffers. */
function rolesOf(
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
  const before = parties.filter(p => p.end <= start)
  const after = parties.filter(p => p.start >= end)
  // "was hit by an air strike", "was denied access": whoever stands before suffers it.
  if (lang !== 'ar' && suffered(tokens, sight.from, sentence.from, books, lang)) {
    const victim = before.at(-1)
    return { actors: [], ...(victim ? { target: victim } : {}) }
  }
  // Arabic: verb, then who; a noun, then whose. Others: who, then verb.
  const actor = lang === 'ar' ? (close(after[0], end) ?? before.at(-1)) : (before.at(-1) ?? undefined)
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

/** Near enough behind the cue to be its subject or owner: a dozen letters of other words at most. */
const close = (party: PartyNamed | undefined, end: number): PartyNamed | undefined =>
  party && party.start - end <= 14 ? party : undefined

const other = (parties: readonly PartyNamed[], actor: PartyNamed): { target?: PartyNamed } => {
  const target = parties.find(p => p.id !== actor.id)
  return target ? { target } : {}
}
