import type { StatementFound } from '../attribution/statement-found.ts'
import type { Stretch } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { cueAtToken } from './cue-book.ts'
import type { Books } from './event-books.ts'

/** How many tokens before a cue a negation may stand. */
const NEGATION_REACH = 3

/** How many tokens behind a cue may say that it is only planned ("… is on the table"). */
const PENDING_REACH = 9

/** … and a word that makes what follows a plan, a fear or a condition. */
const UNREAL_REACH = 9

/** May an event stand in such a statement, and does the speaker assert or deny it? */
export function stanceOf(statement: StatementFound | undefined): 'asserts' | 'denies' | undefined {
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

export function real(
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
