import type { Transaction } from 'kysely'
import { canonicalJson } from '../core/ledger/canonical.ts'
import { type Head, hashedText, headAfter } from '../core/ledger/chain.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { insertEntries, lockHead, type StoredEntry, sha256 } from './ledger-table.ts'
import type { SealedProblem } from './store.ts'
import type { Tables } from './tables.ts'

/** Inserts entries that were sealed elsewhere, as they are, if each follows its accord's head. */
export async function appendSealedWithin(
  tx: Transaction<Tables>,
  entries: readonly Entry[],
): Promise<Result<readonly StoredEntry[], SealedProblem>> {
  const heads = new Map<string, Head>()
  const stored: StoredEntry[] = []
  for (const entry of entries) {
    const { accord, seq } = entry
    const head = heads.get(accord) ?? (await lockHead(tx, accord))
    const bodyText = canonicalJson(entry.body)
    if (sha256(hashedText(entry, bodyText)) !== entry.hash) return fail({ kind: 'altered', accord, seq })
    if (seq !== head.seq + 1 || entry.prev !== head.hash || entry.recordedAt < head.recordedAt)
      return fail({ kind: 'does-not-follow', accord, seq, head })
    heads.set(accord, headAfter(entry))
    stored.push({ entry, bodyText })
  }
  await insertEntries(tx, stored)
  return ok(stored)
}
