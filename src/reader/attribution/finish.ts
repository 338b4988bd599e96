import type { SayingAct } from '../lexicons/attribution-lexicon.ts'
import type { Token } from '../text/tokens.ts'
import { conditionIn } from './condition.ts'
import { cueAt, cuesOf, featuresOf } from './content.ts'
import { kindOf, modalityOf, speechActOf } from './kind.ts'
import type { Span, StatementFound, Voice } from './statement-found.ts'
import type { Item, Unit } from './unit.ts'
import { wordSet } from './words.ts'

/** A statement before its content is looked at. */
export type Draft = {
  readonly voice: Voice
  readonly act: SayingAct
  /** Folded verb, or '' for "according to". */
  readonly verb: string
  /** Items of the content, half-open. */
  readonly from: number
  readonly to: number
  /** Offset where the attribution begins, and ends when the content stands before it. */
  readonly start: number
  readonly end?: number
  readonly target?: string
  readonly medium?: string
  readonly continues?: boolean
  /** A second stretch of content: the quotation beside a paraphrase. */
  readonly kindHint?: StatementFound['kind']
}

/** Looks at the content of a draft: kind, quotation, gloss, condition. */
export function finish(unit: Unit, draft: Draft, lang: string): StatementFound {
  const { items, scanned } = unit
  const { tokens, text } = scanned
  const first = items[draft.from]!
  const lastItem = items[draft.to - 1]!
  const content = { start: first.start, end: closed(text, first.start, lastItem.end) }
  const quoteItem = items.slice(draft.from, draft.to).find(i => i.kind === 'quote')
  const quote = quoteItem?.inner && trimmed(text, quoteItem.inner)
  const from = first.from
  const to = lastItem.to
  const features = featuresOf(tokens, from, to, lang)
  const { voice } = draft
  const quoted =
    quoteItem !== undefined && quoteItem.end - quoteItem.start > (content.end - content.start) / 2
  const kind =
    draft.kindHint ??
    kindOf(draft.act, features, {
      voice,
      quoted,
      mediator: isMediator(voice, lang),
      medium: draft.medium !== undefined,
    })
  const condition = conditionIn(text, tokens, from, to, lang, kind, features.willNot || features.refuse)
  const gloss = glossIn(tokens, from, to, lang, items)
  const end = Math.max(content.end, draft.end ?? 0)
  return {
    start: Math.min(draft.start, content.start),
    end,
    speaker: voice.speaker,
    ...(voice.span ? { speakerSpan: voice.span } : {}),
    role: voice.role,
    named: voice.named,
    via: voice.via,
    kind,
    verb: draft.verb,
    saying: draft.act,
    act: speechActOf(kind, draft.act, features),
    content,
    ...(quote ? { quote: { start: quote.start, end: quote.end } } : {}),
    ...(gloss ? { gloss } : {}),
    ...(condition ? { conditional_on: conditionText(text, condition) } : {}),
    ...(draft.target ? { target: draft.target } : {}),
    ...(draft.medium ? { medium: draft.medium } : {}),
    ...(voice.anonymous ? { anonymous: true as const } : {}),
    ...(draft.continues ? { continues: true as const } : {}),
    modality: modalityOf(kind, features, condition !== undefined),
  }
}

/** A closing mark right behind belongs to the content when its opening one stands inside. */
function closed(text: string, start: number, end: number): number {
  const mark = text.charAt(end)
  const opener = mark === '»' ? '«' : mark === '”' ? '“' : mark === '"' ? '"' : undefined
  if (!opener) return end
  const inside = text.slice(start, end)
  const opened = inside.split(opener).length - 1
  return (opener === mark ? opened % 2 === 1 : opened > inside.split(mark).length - 1) ? end + 1 : end
}

/** Quoted words without the comma that English sets inside the marks, and without blanks. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /[\s,،]/.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** After إلا the purpose stands with ل ("only to answer"): the condition is the answer itself. */
function conditionText(text: string, span: Span): string {
  const words = text.slice(span.start, span.end).trim()
  return /إلا\s*$/.test(text.slice(0, span.start)) && words.startsWith('لل') ? `ال${words.slice(2)}` : words
}

const MEDIATORS: Readonly<Record<string, ReturnType<typeof wordSet>>> = {
  ar: wordSet('الوسيط وسيط المبعوث مبعوث المبعوثة الأمم_المتحدة البعثة بعثة المنسق الصليب اللجنة_الدولية'),
  en: wordSet('mediator mediators envoy un u.n. mission red_cross icrc coordinator'),
  ru: wordSet('посредник посредника посланник спецпосланник миссия миссии оон красный_крест'),
  tr: wordSet('arabulucu temsilci temsilcisi bm misyon misyonu kızılhaç'),
  fr: wordSet('médiateur émissaire envoyé mission onu croix-rouge cicr'),
}

function isMediator(voice: Voice, lang: string): boolean {
  const words = MEDIATORS[lang]
  if (!words || !voice.speaker) return false
  const said = `${voice.role ?? ''} ${voice.speaker}`
  const probe = wordsOf(said)
  for (let i = 0; i < probe.length; i++) if (cueAt(probe, i, probe.length, words, lang)) return true
  return false
}

function wordsOf(said: string): Token[] {
  return foldWords(said).map(text => ({ kind: 'word', text, at: 0, start: 0, end: 0, spaced: true }))
}
const foldWords = (said: string): string[] => [...wordSet(said.replaceAll("'", ' ')).single]

/** "what he called …", up to the end of the quotation or name behind it. */
function glossIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  lang: string,
  items: readonly Item[],
): Span | undefined {
  const { glosses } = cuesOf(lang)
  for (let i = from; i < to; i++) {
    const n = cueAt(tokens, i, to, glosses, lang)
    if (!n) continue
    const start = tokens[i]!.start
    for (let j = i + n; j < Math.min(to, i + n + 4); j++) {
      if (!OPENING.has(tokens[j]!.text)) continue
      const quoteItem = items.find(it => it.kind === 'quote' && it.start === tokens[j]!.start)
      if (quoteItem) return { start, end: quoteItem.end }
      for (let k = j + 1; k < Math.min(to + 1, tokens.length, j + 10); k++)
        if (CLOSING.has(tokens[k]!.text)) return { start, end: tokens[k]!.end }
    }
    const last = Math.min(to, i + n + 2) - 1
    return { start, end: tokens[last]!.end }
  }
  return undefined
}
const OPENING = new Set(['«', '“', '"', '„', '‘', '‹'])
const CLOSING = new Set(['»', '”', '"', '“', '’', '›'])
