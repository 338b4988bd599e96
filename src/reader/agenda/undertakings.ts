import { type EventType, isA } from '../../core/event/types.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import type { DateFound } from '../dates/dates.ts'
import { cueAtToken } from '../events/cue-book.ts'
import { eventBook } from '../events/event-books.ts'
import type { QuantityFound } from '../quantities/quantities.ts'
import type { Scan, Token } from '../text/tokens.ts'
import { agendaWords, firstCue } from './agenda-words.ts'

/** A promise in a statement: what would count as keeping it. */
export type UndertakingFound = {
  readonly statement: number
  readonly start: number
  readonly end: number
  readonly types: readonly EventType[]
  readonly mode: 'do' | 'refrain'
  readonly quantity?: number
  readonly each?: 'side'
  /** ISO day, as `DateFound`. */
  readonly deadline?: string
  readonly condition?: string
  /** "Only in answer to provocations, within the agreement": a party's own reading, never a clause. */
  readonly claimsException: boolean
}

export type UndertakingContext = {
  readonly lang: string
  readonly statements: readonly StatementFound[]
  readonly dates: readonly DateFound[]
  readonly quantities: readonly QuantityFound[]
  /** `claimsException` of each statement. */
  readonly exceptions: readonly boolean[]
}

/** Whether a statement claims that its speaker may act in answer, within the accord. */
export function claimsException(scanned: Scan, statement: StatementFound, lang: string): boolean {
  const range = tokensIn(scanned.tokens, statement)
  if (!range) return false
  const words = agendaWords(lang)
  const within = firstCue(words.withinAccord, scanned.tokens, range.from, range.to, lang) >= 0
  const answer = firstCue(words.onlyInAnswer, scanned.tokens, range.from, range.to, lang) >= 0
  return (
    answer ||
    (within &&
      (statement.kind === 'threat' ||
        statement.conditional_on !== undefined ||
        statement.modality === 'intends'))
  )
}

/** Promises in the statements of a text: to do something (by when, how much), or to refrain from force. */
export function readUndertakings(scanned: Scan, context: UndertakingContext): readonly UndertakingFound[] {
  const found: UndertakingFound[] = []
  context.statements.forEach((statement, index) => {
    const range = tokensIn(scanned.tokens, statement)
    if (!range || !statement.content) return
    const { lang } = context
    const words = agendaWords(lang)
    const promised =
      statement.kind === 'commitment' ||
      (intends(statement) && firstCue(words.intend, scanned.tokens, range.from, range.to, lang) >= 0)
    const exception = context.exceptions[index] === true
    if (!promised && !exception) return
    // What stands in the condition is what others might do, not what is promised.
    const types = typesIn(scanned.tokens, range, lang).filter(
      t => !(exception && isA(t, 'hostile')) || t === 'hostile',
    )
    const quantity = context.quantities.find(
      q => within(q, statement) && typeof q.value === 'number' && q.unit.startsWith('person'),
    )
    const deadline = context.dates.find(d => within(d, statement) && d.role === 'deadline' && d.iso)
    const refrains =
      exception || statement.modality === 'denies' || REFRAINS.test(statementText(scanned, statement))
    const hostile = types.filter(t => isA(t, 'hostile'))
    const acts = types.filter(t => !isA(t, 'hostile'))
    const kept: readonly EventType[] = refrains
      ? hostile.length
        ? hostile
        : ['hostile']
      : quantity && acts.includes('exchange')
        ? ['release']
        : acts
    if (!kept.length) return
    found.push({
      statement: index,
      start: statement.content.start,
      end: statement.content.end,
      types: kept,
      mode: refrains ? 'refrain' : 'do',
      ...(quantity && !refrains ? { quantity: quantity.value as number } : {}),
      ...(quantity?.per === 'side' && !refrains ? { each: 'side' as const } : {}),
      ...(deadline?.iso && !refrains ? { deadline: lastDay(deadline.iso) } : {}),
      ...(statement.conditional_on ? { condition: statement.conditional_on } : {}),
      claimsException: exception,
    })
  })
  return found
}

const intends = (s: StatementFound): boolean =>
  s.kind === 'announcement' || s.kind === 'position' || s.kind === 'report'

/** "will not …": a promise to refrain. */
const REFRAINS = /(^|\s)(لن|will not|won't|would not|не будем|не допустим|ne .{0,20} pas)(\s|$)/iu

const lastDay = (iso: string): string => iso.split('/').at(-1)!

function statementText(scanned: Scan, s: StatementFound): string {
  return scanned.text.slice(s.content!.start, s.content!.end)
}

const within = (x: { start: number; end: number }, s: StatementFound): boolean =>
  x.start >= s.content!.start && x.end <= s.content!.end

function tokensIn(
  tokens: readonly Token[],
  statement: StatementFound,
): { from: number; to: number } | undefined {
  const { content } = statement
  if (!content) return undefined
  let lo = 0
  let hi = tokens.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (tokens[mid]!.end <= content.start) lo = mid + 1
    else hi = mid
  }
  let to = lo
  while (to < tokens.length && tokens[to]!.start < content.end) to++
  return to > lo ? { from: lo, to } : undefined
}

function typesIn(
  tokens: readonly Token[],
  range: { from: number; to: number },
  lang: string,
): readonly EventType[] {
  const book = eventBook(lang)
  const types: EventType[] = []
  for (let i = range.from; i < range.to; i++) {
    const cue = cueAtToken(book, tokens, i, range.to, lang)
    if (!cue) continue
    if (!types.includes(cue.value.type)) types.push(cue.value.type)
    i = cue.to - 1
  }
  return types
}
