import { LOCAL_USER, type Viewer } from '../core/access/viewer.ts'
import type { Entry, EntryBody } from '../core/ledger/entry.ts'
import { applyEntry } from '../core/ledger/fold.ts'
import { emptyLedger, type LedgerState } from '../core/ledger/state.ts'
import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { AppendProblem, Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { type BoardCache, boardCache } from './board-cache.ts'
import { accordOf, type Desk } from './desk.ts'
import { notFound, problem } from './problem-status.ts'
import type { ReadBytes } from './reading.ts'

/** Everything the server and the terminal work with: the store, and a desk for each accord in it. */
export type House = {
  readonly version: string
  readonly readBytes: ReadBytes
  readonly store: Store
  readonly boards: BoardCache
  accords(): readonly string[]
  desk(accord: string): Desk | undefined
  /**
   * Appends all bodies or none and brings the desk up to date before it returns.
   *
   * @param expectedSeq the entry the caller decided on; 'stale' when the ledger has moved on.
   */
  append(
    accord: string,
    viewer: Viewer,
    bodies: readonly EntryBody[],
    expectedSeq?: number,
  ): Promise<Result<readonly Entry[], Problem>>
  /** Keeps bytes under their hash; the same bytes again change nothing. */
  keepBytes(accord: string, viewer: Viewer, bytes: Uint8Array): Promise<Result<undefined, Problem>>
  /** Calls `listener` with every entry that came in, by whomever, after the desk knows it. */
  onAppend(listener: (accord: string, entry: Entry) => void): () => void
  close(): Promise<void>
}

/** Who reads when the house itself reads, to keep its desks. Its entries are marked 'system'. */
export const HOUSE_VIEWER: Viewer = { ...LOCAL_USER, id: 'system' }

/** Opens a house on a store: folds every ledger in it. Costs by the number of entries. */
export async function openHouse(
  store: Store,
  { version, readBytes }: { readonly version: string; readonly readBytes: ReadBytes },
): Promise<House> {
  const states = new Map<string, LedgerState>()
  const listeners = new Set<(accord: string, entry: Entry) => void>()
  let work: Promise<unknown> = Promise.resolve()

  /** One at a time: an entry must be applied once and in order, whoever tells of it first. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = work.then(task)
    work = done.catch(() => {})
    return done
  }

  async function catchUp(accord: string): Promise<void> {
    const state = states.get(accord) ?? emptyLedger(accord)
    states.set(accord, state)
    for await (const entry of store.readEntries(HOUSE_VIEWER, accord, { from: state.head.seq + 1 })) {
      applyEntry(state, entry)
      for (const tell of listeners) tell(accord, entry)
    }
  }

  for (const { accord } of await store.accords(HOUSE_VIEWER)) await catchUp(accord)
  const deaf = store.onAppend((accord, seq) => {
    if ((states.get(accord)?.head.seq ?? 0) >= seq) return
    // A hint only: what a broken connection hides now, the next append or question brings.
    void inTurn(() => catchUp(accord)).catch(() => {})
  })

  return {
    version,
    readBytes,
    store,
    boards: boardCache(),
    accords: () => [...states.keys()].filter(id => accordOf(states.get(id)!)).sort(),
    desk(id) {
      const state = states.get(id)
      const accord = state && accordOf(state)
      return accord && { id, accord, state }
    },
    async append(accord, viewer, bodies, expectedSeq) {
      return spared(async () => {
        const written = await store.appendEntries(
          viewer,
          accord,
          bodies,
          expectedSeq === undefined ? {} : { expectedSeq },
        )
        if (!written.ok) return fail(problemOfAppend(written.error))
        await inTurn(() => catchUp(accord))
        return ok(written.value)
      })
    },
    keepBytes: (accord, viewer, bytes) =>
      spared(async () => {
        const kept = await store.putBlob(viewer, accord, bytes)
        return kept.ok ? ok(undefined) : fail(problemOfAppend(kept.error))
      }),
    onAppend(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      deaf()
      await work
      await store.close()
    },
  }
}

/** A full disk is the caller's to hear about, with nothing lost; any other fault of the store is a crash. */
async function spared<T>(write: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof StoreError && error.code === 'disk-full') return fail(error.problem)
    throw error
  }
}

function problemOfAppend(p: AppendProblem): Problem {
  switch (p.kind) {
    case 'not-yours':
      return problem('not-yours', `not yours to write to '${p.accord}'`)
    case 'stale':
      return problem('stale', `the ledger has moved on: ${p.head.seq} entries, not ${p.expectedSeq}`, {
        field: 'expectedSeq',
        expected: `${p.head.seq}, after a look at what is new`,
      })
    case 'no-such-entry':
      return notFound('entry', String(p.seq))
    case 'too-large':
      return problem('too-large', `what this would write is ${p.characters} characters`, {
        expected: `at most ${p.limit}`,
      })
  }
}
