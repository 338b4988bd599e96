import { speakerKey } from './register.ts'
import type { SpeechAct, Statement } from './statement.ts'

/** Two statements of one speaker on one matter whose acts cannot both stand. `later` is the newer one. */
export type Contradiction = {
  readonly earlier: string
  readonly later: string
  readonly on: { readonly kind: 'provision' | 'agenda' | 'event'; readonly id: string }
  readonly acts: readonly [SpeechAct, SpeechAct]
}

/** Acts that cannot both stand on one matter. Only the act counts, never the tone. */
const OPPOSED: readonly (readonly [readonly SpeechAct[], readonly SpeechAct[]])[] = [
  [['assert', 'announce', 'concede'], ['deny']],
  [['commit', 'accept'], ['reject']],
]

/**
 * Contradictions within what one speaker said over time. Unnamed sources are nobody in particular and are
 * left out; two outlets' readings of one statement are its readings, not two statements.
 */
export function contradictions(statements: readonly Statement[]): readonly Contradiction[] {
  const bySpeaker = new Map<string, Statement[]>()
  for (const s of statements) {
    const key = speakerKey(s)
    if (key !== undefined) bySpeaker.set(key, [...(bySpeaker.get(key) ?? []), s])
  }
  const found: Contradiction[] = []
  for (const said of bySpeaker.values()) {
    const inOrder = said.toSorted((a, b) => a.when.lo - b.when.lo || (a.id < b.id ? -1 : 1))
    for (const [i, later] of inOrder.entries())
      for (const earlier of inOrder.slice(0, i)) {
        const on = sameMatter(earlier, later)
        if (on && areOpposed(earlier.act, later.act) && !areReadingsOfOne(earlier, later))
          found.push({ earlier: earlier.id, later: later.id, on, acts: [earlier.act, later.act] })
      }
  }
  return found
}

/** Whether two records are one statement as different outlets read it: they share a reading. */
export function areReadingsOfOne(a: Statement, b: Statement): boolean {
  return (a.readings ?? []).some(x =>
    (b.readings ?? []).some(y => x.outlet === y.outlet && x.reading === y.reading && x.url === y.url),
  )
}

function areOpposed(a: SpeechAct, b: SpeechAct): boolean {
  return OPPOSED.some(
    ([yes, no]) => (yes.includes(a) && no.includes(b)) || (no.includes(a) && yes.includes(b)),
  )
}

function sameMatter(a: Statement, b: Statement): Contradiction['on'] | undefined {
  for (const kind of ['event', 'provision', 'agenda'] as const) {
    const id = a.about?.[kind]
    if (id === undefined) continue
    if (id === b.about?.[kind]) return { kind, id }
    // Both name one and it is not the same: a wider matter in common is no contradiction.
    if (b.about?.[kind] !== undefined) return undefined
  }
  return undefined
}
