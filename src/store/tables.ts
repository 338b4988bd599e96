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
  incident: {
    accord: string
    event: string
    /** Seconds UTC, both ends included. */
    lo: number
    hi: number
    /** Its types and all above them. */
    types: string[]
    actors: string[]
    sources: string[]
    words: string[]
    /** Degrees; null when it may have been anywhere. */
    west: number | null
    south: number | null
    east: number | null
    north: number | null
    place_kind: string
    /** Of a disc only. */
    longitude: number | null
    latitude: number | null
    radius_metres: number | null
    /** GeoJSON geometry, of an area only. */
    area: string | null
    independent: number
    denied: number
    /** The whole incident, JSON. */
    shown: string
  }
  search_item: {
    accord: string
    kind: string
    id: string
    received: number
    /** What a list of hits shows, JSON. */
    shown: string
    words: string[]
  }
  zone_version: {
    accord: string
    zone: string
    version: number
    edge: string
    kind: string
    name_en: string
    name_ar: string
    lo: number
    hi: number
    source: string | null
    geojson: string
  }
  projection: { accord: string; name: string; seq: number; version: number }
  store_note: { name: string; value: string }
  schema_migration: { name: string; sha256: string; applied_at: Generated<string> }
}
