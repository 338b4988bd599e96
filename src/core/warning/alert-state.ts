/**
 * What people do with an alert, as ledger entries of the room 'warning' (`warning.noted`): never changed,
 * only added to. The alert itself is computed and has no entry.
 */
export type AlertNote = {
  /** `AlertView.id`. */
  readonly alert: string
  readonly act:
    | { readonly kind: 'acknowledged' }
    | { readonly kind: 'comment'; readonly text: string }
    /** What became of it, for scoring: did violence really rise? */
    | { readonly kind: 'outcome'; readonly outcome: AlertOutcome; readonly why?: string }
}
export type AlertOutcome = 'true' | 'false' | 'unclear'
export const ALERT_NOTE_KIND = 'warning.noted' as const

/** Everything noted on one alert, oldest first; the newest outcome holds. */
export type AlertState = {
  readonly acknowledged?: { readonly by: string; readonly at: number }
  readonly comments: readonly { readonly by: string; readonly at: number; readonly text: string }[]
  readonly outcome?: {
    readonly by: string
    readonly at: number
    readonly outcome: AlertOutcome
    readonly why?: string
  }
}

/** Folds the notes of many alerts. @param entries in ledger order, with who and when (ms UTC). */
export function alertStates(
  entries: readonly { readonly by: string; readonly recordedAt: number; readonly note: AlertNote }[],
): ReadonlyMap<string, AlertState> {
  const states = new Map<string, AlertState>()
  for (const { by, recordedAt: at, note } of entries) {
    const before: AlertState = states.get(note.alert) ?? { comments: [] }
    const { act } = note
    states.set(
      note.alert,
      act.kind === 'acknowledged'
        ? { ...before, acknowledged: before.acknowledged ?? { by, at } }
        : act.kind === 'comment'
          ? { ...before, comments: [...before.comments, { by, at, text: act.text }] }
          : {
              ...before,
              outcome: { by, at, outcome: act.outcome, ...(act.why !== undefined && { why: act.why }) },
            },
    )
  }
  return states
}

/** How alerts turned out, where somebody marked it: the user's own hit rate. */
export function outcomeCounts(
  states: ReadonlyMap<string, AlertState>,
): Readonly<Record<AlertOutcome | 'unmarked', number>> {
  const counts = { true: 0, false: 0, unclear: 0, unmarked: 0 }
  for (const s of states.values()) counts[s.outcome?.outcome ?? 'unmarked']++
  return counts
}
