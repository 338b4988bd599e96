import type { Viewer } from '../core/access/viewer.ts'
import type { Head } from '../core/ledger/chain.ts'
import type { Entry, EntryBody } from '../core/ledger/entry.ts'
import type { Problem } from '../core/problem.ts'
import type { Result } from '../core/result.ts'

/** Why an append did not happen; nothing was written. A broken disk or database throws a StoreError instead. */
export type AppendProblem =
  /** The viewer may not do this on this accord; say "not found" to a stranger. */
  | { readonly kind: 'not-yours'; readonly accord: string }
  /** Somebody appended since `expectedSeq`: `head` is where the ledger stands now. */
  | { readonly kind: 'stale'; readonly accord: string; readonly expectedSeq: number; readonly head: Head }
  /** An undoing names an entry that does not come before it. */
  | { readonly kind: 'no-such-entry'; readonly accord: string; readonly seq: number }
  /** One entry's canonical text is over `limit` characters. */
  | { readonly kind: 'too-large'; readonly characters: number; readonly limit: number }

/** Why entries of another store were not taken over; nothing was written. */
export type SealedProblem =
  | { readonly kind: 'not-yours'; readonly accord: string }
  /** Its content does not match its hash. */
  | { readonly kind: 'altered'; readonly accord: string; readonly seq: number }
  /** It is not the entry after `head`, where this store's ledger stands. */
  | { readonly kind: 'does-not-follow'; readonly accord: string; readonly seq: number; readonly head: Head }

/** What a check of one accord's ledger found; each problem names one entry. */
export type Verified = {
  readonly entries: number
  readonly whole: boolean
  readonly problems: readonly Problem[]
}

/** One accord's ledger: where it stands. */
export type LedgerAddress = { readonly accord: string; readonly head: Head }

export type BlobAddress = {
  /** Hex SHA-256 of the bytes: the blob's name. */
  readonly sha256: string
  readonly bytes: number
}

/**
 * Where entries and bytes are kept. The same on both engines. Every read takes the viewer first; of an
 * accord the viewer may not read it answers as if the accord did not exist.
 */
export type Store = {
  readonly kind: 'embedded' | 'postgres'

  /**
   * Appends all bodies or none, as the viewer's, and returns once they are safe (what that means on each
   * engine: docs/store.md). Entries get the next numbers of the accord, the store's time and their hashes.
   *
   * @param options.expectedSeq the head the caller decided on; another head gives 'stale'.
   */
  appendEntries(
    viewer: Viewer,
    accord: string,
    bodies: readonly EntryBody[],
    options?: { readonly expectedSeq?: number },
  ): Promise<Result<readonly Entry[], AppendProblem>>

  /** Entries from `from` (default 1) to `to` inclusive, in order, at most `limit`; read in pages, so any length will do. */
  readEntries(
    viewer: Viewer,
    accord: string,
    range?: { readonly from?: number; readonly to?: number; readonly limit?: number },
  ): AsyncIterable<Entry>

  /** The last entry's number, hash and time; EMPTY_HEAD when there is none. */
  head(viewer: Viewer, accord: string): Promise<Head>

  /** The accords that have entries and that the viewer may read, by id. */
  accords(viewer: Viewer): Promise<readonly LedgerAddress[]>

  /** Keeps bytes under their hash; keeping the same bytes again changes nothing. Safe when it returns. */
  putBlob(viewer: Viewer, accord: string, bytes: Uint8Array): Promise<Result<BlobAddress, AppendProblem>>

  /** The bytes, checked against their name; undefined when not kept for this accord. */
  getBlob(viewer: Viewer, accord: string, sha256: string): Promise<Uint8Array | undefined>

  /** Every blob of an accord, by hash. */
  blobs(viewer: Viewer, accord: string): Promise<readonly BlobAddress[]>

  /**
   * Checks an accord's ledger to the letter as stored: hashes, links, numbers, times, the noted end, and on the
   * embedded engine that the journal says the same. Reads everything once; about 1e5 entries a second.
   *
   * @param options.bytes also reads the bytes of every report and checks their names.
   */
  verify(viewer: Viewer, accord: string, options?: { readonly bytes?: boolean }): Promise<Verified>

  /**
   * Takes over entries of another store as they are, with numbers, times, authors and hashes: all or none.
   * For restoring and moving; needs an administrator of each accord.
   */
  appendSealed(viewer: Viewer, entries: readonly Entry[]): Promise<Result<undefined, SealedProblem>>

  /**
   * Calls `listener` after entries were appended, by this process or, on PostgreSQL, by any other. A hint:
   * it may come twice or, after a broken connection, not at all, so read from the head you hold.
   *
   * @returns a function that ends the calls.
   */
  onAppend(listener: (accord: string, seq: number) => void): () => void

  /** What an operator should know: where it is, how large, how it was found at opening. */
  facts(): Promise<StoreFacts>

  /** Waits for what is under way, makes it durable and lets go of folder and connections. */
  close(): Promise<void>
}

export type StoreFacts = {
  readonly kind: 'embedded' | 'postgres'
  /** Folder, or host and database; never a password. */
  readonly where: string
  readonly engine: string
  readonly migrations: readonly string[]
  readonly accords: readonly LedgerAddress[]
  readonly bytes: {
    readonly database: number
    readonly journal?: number
    readonly blobs: number
    /** Free space of the disk it is on, where we can know. */
    readonly free?: number
  }
  /** Embedded only: how the last owner left, and what opening had to repair. */
  readonly opening?: Opening
}

export type Opening = {
  /** 'restarted': the machine went down, or moved, while the store was open. */
  readonly left: 'new' | 'closed' | 'killed' | 'restarted'
  /** Entries that were in the journal and not yet in the database. */
  readonly replayed: number
  /** The database could not be trusted and was built anew from the journal. */
  readonly rebuilt: boolean
  /** The journal was missing or short and was written anew from the database. */
  readonly journalRewritten: boolean
}

/** Longest canonical text of one entry, in characters: a report of 16 MB with its proposals fits. */
export const MAX_ENTRY_CHARACTERS = 64 * 1024 * 1024
