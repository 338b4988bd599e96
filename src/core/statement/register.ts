import { foldedText } from '../text/fold.ts'
import { queryWords } from '../text/search-words.ts'
import { dayOf } from '../time/civil.ts'
import type { Statement } from './statement.ts'

/** What is asked of the register; an absent or empty part asks nothing. Days are civil, in the accord's zone. */
export type RegisterFilter = {
  readonly text?: string
  /** Key of a speaker, as `speakerKey` gives it. */
  readonly speaker?: string
  readonly party?: string
  readonly role?: string
  /** Name of any link of the chain: originator, relay or outlet. */
  readonly relay?: string
  readonly act?: string
  readonly provision?: string
  readonly agenda?: string
  /** First and last day, '2018-10-14'. A statement of uncertain date passes when any of its days fits. */
  readonly from?: string
  readonly to?: string
  /** Only statements that claim an exception. */
  readonly exceptions?: boolean
}

/** Statements that fit every part of the filter, in their order. Free text finds Arabic in any spelling. */
export function narrowed(
  statements: readonly Statement[],
  filter: RegisterFilter,
  tz: string,
): readonly Statement[] {
  const wanted = queryWords(filter.text ?? '')
  return statements.filter(
    s =>
      (!filter.speaker || speakerKey(s) === filter.speaker) &&
      (!filter.party || s.speaker?.party === filter.party) &&
      (!filter.role || s.speaker?.role === filter.role) &&
      (!filter.relay || s.chain.some(r => r.name === filter.relay)) &&
      (!filter.act || s.act === filter.act) &&
      (!filter.provision ||
        s.about?.provision === filter.provision ||
        s.claimedException?.provision === filter.provision) &&
      (!filter.agenda || s.about?.agenda === filter.agenda) &&
      (!filter.from || dayOf(s.when.hi, tz) >= filter.from) &&
      (!filter.to || dayOf(s.when.lo, tz) <= filter.to) &&
      (!filter.exceptions || s.claimedException !== undefined) &&
      fits(s, wanted),
  )
}

function fits(s: Statement, wanted: readonly (readonly string[])[]): boolean {
  if (!wanted.length) return true
  const text = foldedText(wordsOf(s))
  return wanted.every(forms => forms.some(f => text.includes(f)))
}

function wordsOf(s: Statement): string {
  return [
    s.speaker?.name,
    s.speaker?.role,
    s.target,
    s.quote,
    s.paraphrase,
    s.gloss,
    s.condition,
    s.summary?.ar,
    s.summary?.en,
    ...s.chain.map(r => r.name),
    ...(s.readings ?? []).map(r => r.reading),
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * One key for one speaker: the name, folded, or the office within its party. Unnamed sources have none,
 * because two "sources" need not be one person.
 */
export function speakerKey(s: Statement): string | undefined {
  const who = s.speaker
  if (!who || who.named === 'unnamed') return undefined
  if (who.name) return foldedText(who.name)
  return who.role ? `${who.party ?? ''}/${foldedText(who.role)}` : undefined
}

/** The values a register can be narrowed to, each list in order of first appearance. */
export function registerChoices(statements: readonly Statement[]) {
  const each = (of: (s: Statement) => readonly (string | undefined)[]) => [
    ...new Set(statements.flatMap(of).filter(v => v !== undefined)),
  ]
  const speakers = new Map<string, string>()
  for (const s of statements) {
    const key = speakerKey(s)
    if (key !== undefined && !speakers.has(key)) speakers.set(key, s.speaker?.name ?? s.speaker?.role ?? key)
  }
  return {
    speakers: [...speakers].map(([id, name]) => ({ id, name })),
    parties: each(s => [s.speaker?.party]),
    roles: each(s => [s.speaker?.role]),
    relays: each(s => s.chain.map(r => r.name)),
    acts: each(s => [s.act]),
    provisions: each(s => [s.about?.provision, s.claimedException?.provision]),
    agenda: each(s => [s.about?.agenda]),
  }
}
