import type { Problem } from '../../core/problem.ts'
import type { Proposal, ReadingOfReport } from '../../core/proposal/proposal.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { SPEECH_ACTS, type Statement } from '../../core/statement/statement.ts'
import { nameOf } from '../proposals/identity.ts'
import { ask, type ModelSettings } from './chat.ts'
import { BLOCK, holdsName, redact } from './redact.ts'

/** What came of asking a model. */
export type ModelAnswer = {
  readonly proposals: readonly Proposal[]
  /** How many of the model's proposals were dropped, by why. */
  readonly dropped: Readonly<Record<'invented' | 'malformed' | 'redacted' | 'known', number>>
}

/** A report is sent to a model up to here. */
const LONGEST_SENT = 24_000
/** More proposals than this from one report is a model running wild. */
const MOST = 60

/**
 * Asks a model of the user's own for statements that the rules may have missed. Only what quotes the exact
 * words of the text is kept: content, speaker and every carrier must stand in it letter for letter.
 * Proposals say whose they are (`by`), are never surer than 0.5, and are proposals only.
 *
 * @param vaultNames blacked out before the text leaves; if one were still in it, nothing is sent.
 * @param reading what the rules read: dates, publisher's chain and known statements come from it.
 */
export async function proposeWithModel(
  reading: ReadingOfReport,
  settings: ModelSettings,
  vaultNames: readonly string[],
): Promise<Result<ModelAnswer, Problem>> {
  const sent = redact(reading.text.slice(0, LONGEST_SENT), vaultNames)
  if (holdsName(sent, vaultNames))
    return fail({
      code: 'would-leak',
      message: 'a name from the vault could not be blacked out; nothing was sent',
      severity: 'error',
    })
  const answer = await ask(settings, [
    { role: 'system', content: INSTRUCTIONS },
    { role: 'user', content: sent },
  ])
  if (!answer.ok) return answer
  const items = itemsOf(answer.value)
  if (!items)
    return fail({
      code: 'model-nonsense',
      message: 'the answer is not the JSON asked for',
      expected: '{"statements": [ … ]}',
      severity: 'warning',
    })
  return ok(kept(items.slice(0, MOST), sent, reading, settings))
}

const INSTRUCTIONS = `You read a news report about a ceasefire. List the statements in it: who said what, through whom.
Answer with JSON only: {"statements":[{"quote":"…","speaker":"…","via":["…"],"act":"…"}]}
"quote": the exact words of the report that carry what was said. "speaker": the exact words that name who said it, or null.
"via": the exact words for each agency or outlet that carried it, outermost first. "act": one of ${SPEECH_ACTS.join(', ')}.
Copy letter for letter. Do not translate, correct, or add anything. The character ${BLOCK} stands for hidden words: never quote it.`

type Item = {
  readonly quote: string
  readonly speaker: string | null
  readonly via: readonly string[]
  readonly act: string
}

/** The list in an answer, fenced or with words around it; undefined when there is none. */
function itemsOf(answer: string): readonly unknown[] | undefined {
  const from = answer.indexOf('{')
  const to = answer.lastIndexOf('}')
  if (from < 0 || to <= from) return undefined
  try {
    const parsed = JSON.parse(answer.slice(from, to + 1)) as { statements?: unknown }
    return Array.isArray(parsed.statements) ? parsed.statements : undefined
  } catch {
    // Words with braces in them: no JSON, told by the caller.
    return undefined
  }
}

function itemOf(value: unknown): Item | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { quote, speaker = null, via = [], act } = value as Record<string, unknown>
  if (typeof quote !== 'string' || quote.trim().length < 8 || quote.length > 2_000) return undefined
  if (speaker !== null && (typeof speaker !== 'string' || !speaker.trim() || speaker.length > 200))
    return undefined
  if (
    !Array.isArray(via) ||
    via.length > 6 ||
    !via.every(v => typeof v === 'string' && v.trim() && v.length <= 200)
  )
    return undefined
  if (typeof act !== 'string' || !(SPEECH_ACTS as readonly string[]).includes(act)) return undefined
  return {
    quote: quote.trim(),
    speaker: speaker === null ? null : speaker.trim(),
    via: via.map((v: string) => v.trim()),
    act,
  }
}

function kept(
  values: readonly unknown[],
  sent: string,
  reading: ReadingOfReport,
  settings: ModelSettings,
): ModelAnswer {
  const dropped = { invented: 0, malformed: 0, redacted: 0, known: 0 }
  const proposals: Proposal[] = []
  const known = reading.proposals.filter(p => p.kind === 'statement')
  const template = known
    .map(p => (p.draft.kind === 'statement' ? p.draft.statement : undefined))
    .find(s => s !== undefined)
  for (const value of values) {
    const item = itemOf(value)
    if (!item) {
      dropped.malformed++
      continue
    }
    const words = [item.quote, ...(item.speaker ? [item.speaker] : []), ...item.via]
    if (words.some(w => w.includes(BLOCK))) {
      dropped.redacted++
      continue
    }
    if (words.some(w => !sent.includes(w))) {
      dropped.invented++
      continue
    }
    const start = sent.indexOf(item.quote)
    const end = start + item.quote.length
    const overlaps = (p: { span: { start: number; end: number } }) => p.span.start < end && p.span.end > start
    if (known.some(overlaps) || proposals.some(overlaps)) {
      dropped.known++
      continue
    }
    proposals.push(proposalOf(item, { start, end }, reading, settings, template))
  }
  return { proposals, dropped }
}

function proposalOf(
  item: Item,
  span: { readonly start: number; readonly end: number },
  reading: ReadingOfReport,
  settings: ModelSettings,
  template: Omit<Statement, 'id' | 'received'> | undefined,
): Proposal {
  const publisher = template?.provenance?.outlet
  const chain = [...item.via].reverse().map(name => ({ name }))
  const statement: Omit<Statement, 'id' | 'received'> = {
    ...(item.speaker === null ? {} : { speaker: { name: item.speaker, named: 'unnamed' as const } }),
    chain: publisher && !chain.some(c => c.name === publisher) ? [...chain, { name: publisher }] : chain,
    act: item.act as Statement['act'],
    paraphrase: item.quote,
    when: template?.when ?? publicationOf(reading),
    grade: { reliability: 'F', credibility: 6 },
    provenance: {
      ...(template?.provenance?.reportId ? { reportId: template.provenance.reportId } : {}),
      span,
      ...(publisher ? { outlet: publisher } : {}),
      language: reading.language,
    },
  }
  return {
    id: nameOf('model', settings.model, span.start, span.end, item.act),
    kind: 'statement',
    span,
    surface: item.quote,
    confidence: 0.5,
    reason: `proposed by the model ${settings.model}; its words stand in the text`,
    by: settings.model,
    group: `speaker:${item.speaker ?? '-'}`,
    draft: { kind: 'statement', statement },
  }
}

/** The publication day in UTC; without one, from 1990 to 2199, which says that nobody knows. */
function publicationOf(reading: ReadingOfReport): { lo: number; hi: number } {
  const day = reading.publishedAt?.slice(0, 10)
  const lo = day ? Date.parse(`${day}T00:00:00Z`) / 1000 : Number.NaN
  return Number.isFinite(lo) ? { lo, hi: lo + 86_399 } : { lo: 631_152_000, hi: 7_258_118_399 }
}
