import type { Accord } from '../core/accord/model.ts'
import type { ReadingOfReport } from '../core/proposal/proposal.ts'
import type { ItemState } from '../core/talks/position.ts'
import { talksBoard } from '../core/view/talks-board.ts'
import type { Words } from '../core/words.ts'

export type AgendaOfReading = readonly {
  readonly item: string
  readonly title: Words
  readonly state: ItemState
  readonly waitsFor?: string
  readonly because: Words
}[]

/** Where the talks would stand by this report alone, if all its positions were accepted. */
export function agendaOfReading(reading: ReadingOfReport, accord: Accord): AgendaOfReading {
  const positions = reading.proposals.flatMap(p =>
    p.draft.kind === 'position'
      ? [{ ...p.draft.position, id: p.id, received: p.draft.position.when.hi }]
      : [],
  )
  const end = Math.max(0, ...positions.map(p => p.when.hi))
  return talksBoard(accord, positions, { t: end, k: end })
    .items.filter(row => row.current.length)
    .map(({ item, title, state, waitsFor, because }) => ({
      item,
      title,
      state,
      ...(waitsFor !== undefined && { waitsFor }),
      because,
    }))
}
