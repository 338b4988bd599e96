import type { Stance } from '../../core/talks/position.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import { cueAtToken } from '../events/cue-book.ts'
import type { Mentions } from '../mentions/mentions.ts'
import { piecesOf } from '../text/pieces.ts'
import type { Scan, Token } from '../text/tokens.ts'
import { type AgendaWords, agendaWords, firstCue, itemsIn } from './agenda-words.ts'

/** What a text says of one agenda item: the talks as a whole, or one party's stance. UTF-16 offsets, half-open. */
export type PositionFound = {
  readonly item: string
  readonly stance: Stance
  /** Gazetteer id of the party, when the stance is one party's. */
  readonly party?: string
  /** Item that must come first. */
  readonly waitsFor?: string
  /** The clause that says so. */
  readonly start: number
  readonly end: number
  /** The words that name the item. */
  readonly named: { readonly start: number; readonly end: number }
  /** Statement in which it is said. */
  readonly statement?: number
}

export type PositionContext = {
  readonly lang: string
  readonly mentions: Mentions
  readonly statements: readonly StatementFound[]
}

/** Which stance a clause takes towards the items it names: what is most binding is asked first. */
const ORDER: readonly (readonly [keyof AgendaWords, Stance])[] = [
  ['deferred', 'defers'],
  ['contested', 'opposes'],
  ['agreed', 'supports'],
  ['converging', 'open'],
  ['opposes', 'opposes'],
  ['withCondition', 'accepts_with_condition'],
  ['supports', 'supports'],
]
/** Of these only a party can be the subject. */
const BY_PARTY = new Set<keyof AgendaWords>(['opposes', 'withCondition', 'supports'])

/**
 * Stances towards agenda items, in reading order. A stance needs an item and a stance word in one clause;
 * "put off until a political deal" gives what must come first, and is the insisting party's own.
 */
export function readPositions(scanned: Scan, context: PositionContext): readonly PositionFound[] {
  const words = agendaWords(context.lang)
  const found: PositionFound[] = []
  for (const sentence of piecesOf(scanned))
    for (const [from, to] of clausesOf(scanned.tokens, sentence.from, sentence.to, words, context.lang))
      found.push(...inClause(scanned, from, to, words, context))
  return found
}

/** A sentence parted where another stance may begin ("while", "أما"); a clause that opens the sentence keeps it. */
function clausesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: AgendaWords,
  lang: string,
): [number, number][] {
  const cuts: [number, number][] = []
  let start = from
  for (let i = from + 2; i < to; i++) {
    if (!cueAtToken(words.clauses, tokens, i, to, lang)) continue
    cuts.push([start, i])
    start = i
  }
  cuts.push([start, to])
  return cuts
}

function inClause(
  scanned: Scan,
  from: number,
  to: number,
  words: AgendaWords,
  context: PositionContext,
): PositionFound[] {
  const { tokens } = scanned
  const { lang } = context
  const named = itemsIn(words, tokens, from, to, lang)
  if (!named.length) return []
  const hit = ORDER.map(([cue, stance]) => ({
    cue,
    stance,
    at: firstCue(words[cue], tokens, from, to, lang),
  })).find(h => h.at >= 0)
  if (!hit) return []
  const start = tokens[from]!.start
  const end = tokens[to - 1]!.end
  const party = partyIn(context, start, end)
  if (BY_PARTY.has(hit.cue) && !party) return []
  let items = named
  let waitsFor: string | undefined
  if (hit.stance === 'defers') {
    const first = firstThing(tokens, named, words, to, lang)
    waitsFor = first?.item
    items = named.filter(n => n !== first)
    if (!items.length) return []
  } else items = named.filter(n => n.item !== 'political-deal' || named.length === 1)
  // "Rejected the ceasefire" is a stance only when the word stands beside the item.
  if (BY_PARTY.has(hit.cue)) items = items.filter(n => n.from >= hit.at && n.from - hit.at <= 4)
  const whole = !BY_PARTY.has(hit.cue) && hit.stance !== 'defers'
  const statement = context.statements.findIndex(
    s => s.content && s.content.start <= end && s.content.end >= start,
  )
  return items.map(n => ({
    item: n.item,
    stance: hit.stance,
    ...(whole || !party ? {} : { party }),
    ...(waitsFor ? { waitsFor } : {}),
    start,
    end,
    named: { start: tokens[n.from]!.start, end: tokens[n.to - 1]!.end },
    ...(statement >= 0 ? { statement } : {}),
  }))
}

/** How many tokens may part "until" from what must come first. */
const UNTIL_REACH = 5

/** The item behind "until", "before", "waits for". */
function firstThing(
  tokens: readonly Token[],
  named: readonly { item: string; from: number; to: number }[],
  words: AgendaWords,
  to: number,
  lang: string,
) {
  // A political deal is what other items wait for far oftener than the reverse.
  const ordered = [...named].sort(
    (a, b) => Number(b.item === 'political-deal') - Number(a.item === 'political-deal') || b.from - a.from,
  )
  for (const n of ordered)
    for (let i = Math.max(0, n.from - UNTIL_REACH); i < n.from; i++)
      if (cueAtToken(words.until, tokens, i, to, lang))
        return named.length > 1 || n.item === 'political-deal' ? n : undefined
  return undefined
}

/** The party named in the clause, or else the one that says it. */
function partyIn(context: PositionContext, start: number, end: number): string | undefined {
  const inside = context.mentions.actors.filter(a => a.start >= start && a.end <= end)
  if (inside.length) return inside.at(-1)!.id
  const statement = context.statements.find(
    s => s.content && s.content.start <= end && s.content.end >= start && s.speakerSpan,
  )
  const span = statement?.speakerSpan
  return span && context.mentions.actors.find(a => a.start >= span.start && a.end <= span.end)?.id
}
