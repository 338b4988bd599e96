import type { Problem } from '../problem.ts'
import { canonicalJson } from './canonical.ts'
import type { Entry } from './entry.ts'
import { sha256 as pureSha256, type Sha256 } from './sha256.ts'

/** What the first entry of an accord names as its predecessor's hash. */
export const NO_PREVIOUS = '0'.repeat(64)

/** The end of a chain: what the next entry must follow. `seq` 0 and NO_PREVIOUS before the first. */
export type Head = { readonly seq: number; readonly hash: string; readonly recordedAt: number }

export const EMPTY_HEAD: Head = { seq: 0, hash: NO_PREVIOUS, recordedAt: 0 }

/**
 * The text an entry's hash is taken over: the canonical JSON of everything but `hash`.
 *
 * @param bodyText the body as stored, when the caller holds it: then every stored byte is under the hash.
 */
export function hashedText(entry: Omit<Entry, 'hash'>, bodyText = canonicalJson(entry.body)): string {
  const [accord, by, prev] = [entry.accord, entry.by, entry.prev].map(s => JSON.stringify(s))
  return `{"accord":${accord},"body":${bodyText},"by":${by},"prev":${prev},"recordedAt":${entry.recordedAt},"seq":${entry.seq}}`
}

/** The entry with its hash. */
export function sealed(entry: Omit<Entry, 'hash'>, sha256: Sha256 = pureSha256, bodyText?: string): Entry {
  return { ...entry, hash: sha256(hashedText(entry, bodyText)) }
}

/** The head after `entry`. */
export function headAfter(entry: Entry): Head {
  return { seq: entry.seq, hash: entry.hash, recordedAt: entry.recordedAt }
}

/** Checks a chain entry by entry, so that a ledger of any length needs no memory. */
export type ChainCheck = {
  /** @param bodyText the body as stored, if held; otherwise its canonical JSON is taken. */
  readonly next: (entry: Entry, bodyText?: string) => readonly Problem[]
  /** @param expected the head noted elsewhere (the store's own, one printed on paper): finds a cut tail. */
  readonly end: (expected?: Pick<Head, 'seq' | 'hash'>) => readonly Problem[]
}

/** Begins a check of one accord's chain. Each problem names one entry, and no entry is named twice for one alteration. */
export function chainCheck(accord: string, sha256: Sha256 = pureSha256): ChainCheck {
  let last = EMPTY_HEAD
  // Of the last entry: the hash its content has, which differs from `last.hash` when it was altered.
  let trueHash = NO_PREVIOUS
  let lastNamed = false

  return {
    next(entry, bodyText) {
      const found: Problem[] = []
      const hash = sha256(hashedText(entry, bodyText))
      const altered = hash !== entry.hash
      const follows = entry.seq === last.seq + 1
      if (altered)
        found.push(
          problem(
            accord,
            entry.seq,
            'entry-altered',
            'its content no longer matches its hash',
            `hash ${hash} or the content first recorded`,
          ),
        )
      if (entry.accord !== accord)
        found.push(
          problem(
            accord,
            entry.seq,
            'entry-of-other-accord',
            `it belongs to accord '${entry.accord}'`,
            `accord '${accord}'`,
          ),
        )
      if (!follows) found.push(outOfOrder(accord, last.seq, entry.seq))
      if (follows && !altered && !lastNamed && entry.prev !== last.hash && entry.prev !== trueHash)
        found.push(replaced(accord, last.seq, entry))
      if (follows && !altered && entry.recordedAt < last.recordedAt)
        found.push(
          problem(
            accord,
            entry.seq,
            'time-backwards',
            `it was recorded at ${entry.recordedAt}, before the entry it follows`,
            `${last.recordedAt} or later`,
          ),
        )
      last = headAfter(entry)
      trueHash = hash
      lastNamed = altered
      return found
    },
    end(expected) {
      if (!expected || (expected.seq === last.seq && (expected.hash === last.hash || lastNamed))) return []
      if (expected.seq > last.seq) return [missing(accord, last.seq + 1, expected.seq)]
      return [
        problem(
          accord,
          last.seq,
          'head-differs',
          `the ledger ends with entry ${last.seq}, hash ${last.hash}`,
          `entry ${expected.seq}, hash ${expected.hash}`,
        ),
      ]
    },
  }
}

/** Every fault in a chain, each naming the entry that was altered, replaced, removed or moved; empty when whole. */
export function verifyChain(
  entries: Iterable<Entry>,
  options: {
    readonly accord?: string
    readonly head?: Pick<Head, 'seq' | 'hash'>
    readonly sha256?: Sha256
  } = {},
): readonly Problem[] {
  const found: Problem[] = []
  let check: ChainCheck | undefined
  for (const entry of entries) {
    check ??= chainCheck(options.accord ?? entry.accord, options.sha256)
    found.push(...check.next(entry))
  }
  check ??= chainCheck(options.accord ?? '', options.sha256)
  return [...found, ...check.end(options.head)]
}

function problem(accord: string, seq: number, code: string, what: string, expected: string): Problem {
  return {
    code,
    severity: 'error',
    message: `entry ${seq} of the ledger of '${accord}': ${what}`,
    where: { file: `ledger of ${accord}`, field: `entry ${seq}` },
    expected,
  }
}

function replaced(accord: string, previous: number, entry: Entry): Problem {
  // Before the first entry there is nothing that could have been replaced: the fault is the entry's own.
  if (previous === 0)
    return problem(
      accord,
      entry.seq,
      'entry-replaced',
      `it names ${entry.prev} as the entry before it`,
      `${NO_PREVIOUS}: nothing comes before the first`,
    )
  return problem(
    accord,
    previous,
    'entry-replaced',
    `it was replaced: entry ${entry.seq} kept another hash of it`,
    `hash ${entry.prev}`,
  )
}

function outOfOrder(accord: string, previous: number, seq: number): Problem {
  if (seq > previous + 1) return missing(accord, previous + 1, seq - 1)
  return problem(
    accord,
    seq,
    'entry-out-of-order',
    `it comes after entry ${previous}`,
    `entry ${previous + 1}`,
  )
}

function missing(accord: string, from: number, to: number): Problem {
  const what = from === to ? 'it is missing' : `it and all up to entry ${to} are missing`
  return problem(accord, from, 'entry-missing', what, `entries 1, 2, 3, … without a gap`)
}
