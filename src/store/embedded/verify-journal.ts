import { chainCheck, EMPTY_HEAD, type Head, headAfter } from '../../core/ledger/chain.ts'
import type { Problem } from '../../core/problem.ts'
import { sha256 } from '../ledger-table.ts'
import { StoreError } from '../store-error.ts'
import { journalLines } from './journal.ts'

/**
 * Checks one accord's entries in the journal, up to the database's head. A whole chain that ends with the same
 * hash holds the same entries, so the two need no comparing entry by entry.
 */
export async function verifyJournal(file: string, accord: string, head: Head): Promise<readonly Problem[]> {
  const check = chainCheck(accord, sha256)
  const problems: Problem[] = []
  let last = EMPTY_HEAD
  try {
    for await (const { entries } of journalLines(file, 0, () => {})) {
      for (const entry of entries) {
        if (entry.accord !== accord || entry.seq > head.seq) continue
        problems.push(...check.next(entry))
        last = headAfter(entry)
      }
    }
  } catch (error) {
    if (error instanceof StoreError) return [error.problem]
    throw error
  }
  if (problems.length === 0 && (last.seq !== head.seq || last.hash !== head.hash))
    problems.push(...check.end(head))
  return problems.map(p => ({ ...p, message: `in ledger.jsonl, ${p.message}`, where: { ...p.where, file } }))
}
