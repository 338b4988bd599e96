import type { Generated } from 'kysely'

/**
 * The tables as kysely sees them; src/store/migrations is the truth. Every table that grows is keyed by
 * `accord` first (docs/scale.md). Numbers of 64 bits come back as JavaScript numbers on both engines.
 */
export type Tables = {
  ledger_entry: {
    accord: string
    seq: number
    recorded_at: number
    entered_by: string
    kind: string
    /** Canonical JSON, kept as text so that every stored character is under the hash. */
    body: string
    prev: string
    hash: string
  }
  ledger_head: { accord: string; seq: number; recorded_at: number; hash: string }
  blob: { accord: string; sha256: string; bytes: number }
  blob_part: { accord: string; sha256: string; part: number; data: Uint8Array }
  store_note: { name: string; value: string }
  schema_migration: { name: string; sha256: string; applied_at: Generated<string> }
}
