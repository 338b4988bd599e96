import { type EventType, isA, type WeaponClass } from '../../core/event/types.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import type { PlaceMention } from '../mentions/mentions.ts'
import { piecesOf } from '../text/pieces.ts'
import type { Stretch } from '../text/sentences.ts'
import { type Scan, scan, type Token } from '../text/tokens.ts'
import { type CueBook, cueAtToken } from './cue-book.ts'
import { type Books, booksOf } from './event-books.ts'
import type { EventFound } from './event-found.ts'
import { accusedIn, type EventContext, partiesIn, rolesOf, type Sighting } from './event-parties.ts'
import { real, stanceOf } from './event-reality.ts'
import { figuresOf } from './figures.ts'

/**
 * The events a text asserts (or that a speaker denies), in order. Plans, promises, threats, demands,
 * conditions and the end or absence of something are no events. A cue counts only with a place, a date,
 * an actor or a figure beside it in its sentence.
 */
export function readEvents(text: string | Scan, context: EventContext): readonly EventFound[] {
  const scanned = typeof text === 'string' ? scan(text) : text
  const books = booksOf(context.lang)
  const found: EventFound[] = []
  for (const sentence of piecesOf(scanned)) {
    const sights = sightsIn(scanned, sentence, books, context)
    if (!sights.length) continue
    found.push(...eventsOf(scanned, sentence, strongest(sights), books, context))
  }
  return found
}

function sightsIn(scanned: Scan, sentence: Stretch, books: Books, context: EventContext): Sighting[] {
  const { tokens } = scanned
  const sights: Sighting[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const cue = cueAtToken(books.events, tokens, i, sentence.to, context.lang)
    if (!cue) continue
    if (cue.value.needs && !beside(cue.value.needs, tokens, sentence, i, cue.to, context.lang)) continue
    const told = toldBy(context.statements, tokens[i]!.start)
    const stance = stanceOf(told?.statement)
    if (stance && real(tokens, sentence, i, cue.to, books, context.lang, stance, told?.statement))
      sights.push({
        type: cue.value.type,
        ...(cue.value.weapon ? { weapon: cue.value.weapon } : {}),
        strong: cue.words > 1 || cue.value.needs !== undefined,
        from: i,
        to: cue.to,
        stance,
        ...(told ? { statement: told.index } : {}),
      })
    i = cue.to - 1
  }
  return sights
}

/** How far from a cue its object may stand, in tokens. */
const OBJECT_REACH = 8

function beside(
  book: CueBook<true>,
  tokens: readonly Token[],
  sentence: Stretch,
  from: number,
  to: number,
  lang: string,
): boolean {
  const last = Math.min(sentence.to, to + OBJECT_REACH)
  for (let i = Math.max(sentence.from, from - OBJECT_REACH); i < last; i++)
    if ((i < from || i >= to) && cueAtToken(book, tokens, i, last, lang)) return true
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

/** "Targeted" with a drone is a drone attack: the weapon named makes a general word exact. */
function byWeapon(type: EventType, weapons: readonly WeaponClass[]): EventType {
  if (type !== 'remote_violence') return type
  if (weapons.includes('uav')) return 'drone_attack'
  if (weapons.includes('fixed_wing') || weapons.includes('rotary_wing')) return 'air_strike'
  if (weapons.includes('missile')) return 'missile_attack'
  return weapons.some(w => w === 'artillery' || w === 'mortar' || w === 'mlrs' || w === 'tank')
    ? 'shelling'
    : type
}

/** Types too general to stand beside a more exact one in the same sentence. */
const GENERAL: Readonly<Record<string, (type: EventType) => boolean>> = {
  remote_violence: t => isA(t, 'hostile'),
  ground_attack: t => isA(t, 'hostile'),
  violation_reported: t => isA(t, 'hostile') || t === 'overflight',
  aid_delivered: t => t === 'access_denied',
  exchange: t => t === 'release' || t === 'list_exchanged' || t === 'bodies_returned',
  meeting: t => t === 'call' || t === 'round' || t === 'agreement_reached',
  patrol: t => isA(t, 'hostile') || t === 'joint_patrol' || t === 'coordinated_patrol',
  force_withdrawn: t => t === 'weapon_withdrawn',
  small_arms_fire: t => t === 'sniper_fire' || t === 'armed_clash' || t === 'truce_announced',
  shelling: t => t === 'air_strike' || t === 'missile_attack',
  agreement_reached: t => t === 'truce_announced',
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
        : nearest(
            isA(sight.type, 'agreement')
              ? places.filter(p => p.level === 'town' || sight.type === 'truce_announced')
              : places,
            at,
            next,
          )
    const date = nearest(dates, at, next)
    const roles = rolesOf(scanned, sight, parties, books, context.lang, sentence)
    // Whoever is accused is the one who did it.
    const accused = accusedIn(context, sight)
    const actors = accused ? [accused] : roles.actors
    const target = accused && roles.target?.id === accused.id ? undefined : roles.target
    const figures = figuresOf(quantities, sight.type)
    // A lone word is too little; a phrase, or a word with its object, is enough by itself.
    if (!sight.strong && !place && !date && !actors.length && !figures.length) return
    const own = isA(sight.type, 'hostile') || isA(sight.type, 'force_movement') ? weapons : []
    const first = n === 0 ? sentence.start : tokens[sight.from]!.start
    found.push({
      start: first,
      end: n + 1 < sights.length ? tokens[sights[n + 1]!.from - 1]!.end : sentence.end,
      cue: { start: at, end: tokens[sight.to - 1]!.end },
      types: [byWeapon(sight.type, [...weapons, ...(sight.weapon ? [sight.weapon] : [])])],
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
