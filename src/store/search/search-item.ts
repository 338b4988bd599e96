import type { Accord } from '../../core/accord/model.ts'
import type { LedgerRecord } from '../../core/ledger/entry.ts'
import { historyOf } from '../../core/ledger/history.ts'
import type { LedgerState } from '../../core/ledger/state.ts'
import { indexWords } from '../../core/text/search-words.ts'
import { nameOf, summaryOf } from '../../core/view/record-summary.ts'
import type { Words } from '../../core/words.ts'
import type { Tables } from '../tables.ts'

/** What a search can find: a report, or a record that stands. */
export const SEARCH_KINDS = ['report', 'claim', 'statement', 'undertaking', 'position'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** What a list of hits shows of one. */
export type SearchShown = { readonly title: Words; readonly reportId?: string }

/** A report under its title, outlet and whole cleaned text; undefined when the ledger does not hold it. */
export function reportItem(state: LedgerState, id: string): Tables['search_item'] | undefined {
  const held = state.reports.get(id)
  if (!held) return undefined
  const { report } = held
  const text = state.readings.get(id)?.reading.text ?? ''
  const title = report.title ?? report.name ?? firstLine(text) ?? id
  const shown: SearchShown = { title: { en: title, ar: title }, reportId: id }
  const words = indexWords([title, report.outlet ?? '', text].join(' '))
  return {
    accord: state.accord,
    kind: 'report',
    id,
    received: report.received,
    shown: JSON.stringify(shown),
    words: [...words],
  }
}

/** A record under its own words; undefined when it does not stand, or is of a kind nobody searches for. */
export function recordItem(
  accord: Accord,
  state: LedgerState,
  id: string,
): Tables['search_item'] | undefined {
  const history = historyOf(state, id)
  if (history?.status !== 'active') return undefined
  const { record } = history
  const kind = kindOf(record)
  if (!kind) return undefined
  const title = summaryOf(record, accord)
  const reportId = 'provenance' in record.record ? record.record.provenance?.reportId : undefined
  const shown: SearchShown = { title, ...(reportId === undefined ? {} : { reportId }) }
  const words = indexWords([title.en, title.ar, ...textsOf(record, accord)].join(' '))
  return {
    accord: state.accord,
    kind,
    id,
    received: record.record.received,
    shown: JSON.stringify(shown),
    words: [...words],
  }
}

function kindOf(record: LedgerRecord): SearchKind | undefined {
  if (record.of !== 'evidence') return record.of
  return record.record.kind === 'claim' ? 'claim' : undefined
}

function textsOf(held: LedgerRecord, accord: Accord): readonly string[] {
  const names = (ids: readonly (string | undefined)[]) =>
    ids.flatMap(id => (id === undefined ? [] : [nameOf(id, accord).en, nameOf(id, accord).ar]))
  switch (held.of) {
    case 'evidence': {
      if (held.record.kind !== 'claim') return []
      const { place, actor, target, source } = held.record
      const actors = typeof actor === 'string' ? [actor] : (actor ?? [])
      return [place.name ?? '', place.nameAr ?? '', source, ...names([...actors, target])]
    }
    case 'statement': {
      const { speaker, quote, paraphrase, gloss, condition, chain } = held.record
      const parts = [
        speaker?.name,
        speaker?.role,
        quote,
        paraphrase,
        gloss,
        condition,
        ...chain.map(c => c.name),
      ]
      return [...parts.map(p => p ?? ''), ...names([speaker?.party])]
    }
    case 'undertaking':
      return [held.record.condition ?? '', ...names([held.record.party])]
    case 'position':
      return [held.record.condition ?? '', held.record.waitsFor ?? '', ...names([held.record.party])]
  }
}

function firstLine(text: string): string | undefined {
  const line = text.split('\n').find(l => l.trim())
  return line?.trim().slice(0, 140)
}
