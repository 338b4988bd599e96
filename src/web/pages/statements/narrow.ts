import type { Statement } from '../../../core/statement/statement.ts'

export type StatementFilter = {
  readonly text: string
  readonly party: string
  readonly act: string
  readonly exceptions: boolean
}

/** Statements that fit every part of the filter; empty parts ask nothing. */
export function narrowed(statements: readonly Statement[], filter: StatementFilter): readonly Statement[] {
  const wanted = plain(filter.text)
  return statements.filter(
    s =>
      (!filter.party || s.speaker?.party === filter.party) &&
      (!filter.act || s.act === filter.act) &&
      (!filter.exceptions || s.claimedException !== undefined) &&
      (!wanted || plain(wordsOf(s)).includes(wanted)),
  )
}

function wordsOf(s: Statement): string {
  return [
    s.speaker?.name,
    s.speaker?.role,
    s.quote,
    s.paraphrase,
    s.gloss,
    s.summary?.ar,
    s.summary?.en,
    ...s.chain.map(r => r.name),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Letters that writers use for each other count as one, and marks over letters do not count. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .trim()
}
