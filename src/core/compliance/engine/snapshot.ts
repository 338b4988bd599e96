import type { Claim, EvidenceRecord } from '../../evidence/record.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Prepared } from '../prepared.ts'
import type { Quarantined } from '../quarantine.ts'
import { type Claims, COLUMNS, type Sets } from './claims.ts'
import { Engine } from './engine.ts'
import type { Column } from './grow.ts'
import type { Ids } from './ids.ts'

/** First eight bytes of a snapshot; the last two count versions of the layout. */
const MAGIC = 'HUDNA\u000001'
const STRINGS = ['ids', 'sources', 'roots', 'items', 'sectors', 'targets'] as const

/** Why bytes are no snapshot that can be read here. */
export type SnapshotProblem = {
  readonly kind: 'not-a-snapshot' | 'other-version' | 'cut-short' | 'other-accord'
}

type Head = {
  readonly accord: string
  readonly latest: number
  readonly actors: readonly (readonly string[])[]
  readonly types: readonly (readonly string[])[]
  readonly parties: readonly (readonly string[])[]
  readonly whole: readonly (readonly [number, Claim])[]
  readonly others: readonly Exclude<EvidenceRecord, Claim>[]
  readonly quarantined: readonly Quarantined[]
  /** Name, kind and length of each block of bytes that follows. */
  readonly blocks: readonly (readonly [string, Kind, number])[]
}
type Kind = 'Int32Array' | 'Uint16Array' | 'Uint8Array'
const MAKE = { Int32Array, Uint16Array, Uint8Array } as const

/**
 * The engine's records as one run of bytes: columns as they lie in memory, strings as UTF-8, the rest as
 * JSON. Verdicts are not in it; they are worked out again from the records (promise 1). Little-endian, as
 * every machine Node runs on.
 */
export function encodeSnapshot(engine: Engine): Uint8Array {
  const { claims, events, records } = engine
  const blocks: [string, Column][] = COLUMNS.map(c => [c, claims.columns()[c]])
  blocks.push(['first', events.first.slice(0, events.size)])
  const strings: [string, Ids][] = [
    ...STRINGS.map(s => [s, claims[s]] as [string, Ids]),
    ['events', events.ids],
  ]
  for (const [name, ids] of strings) {
    const { heap, ends } = ids.columns()
    blocks.push([`${name}.heap`, heap], [`${name}.ends`, ends])
  }
  const head: Head = {
    accord: engine.prepared.accord.id,
    latest: records.latest,
    actors: claims.actors.lists,
    types: claims.types.lists,
    parties: claims.parties.lists,
    whole: [...claims.whole],
    others: records.others(),
    quarantined: records.quarantined,
    blocks: blocks.map(([name, c]) => [name, c.constructor.name as Kind, c.length]),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const size = blocks.reduce((n, [, c]) => aligned(n) + c.byteLength, aligned(12 + text.length))
  const out = new Uint8Array(size)
  for (let i = 0; i < 8; i++) out[i] = MAGIC.charCodeAt(i)
  new DataView(out.buffer).setUint32(8, text.length, true)
  out.set(text, 12)
  let at = aligned(12 + text.length)
  for (const [, c] of blocks) {
    at = aligned(at)
    out.set(new Uint8Array(c.buffer, c.byteOffset, c.byteLength), at)
    at += c.byteLength
  }
  return out
}

const aligned = (n: number): number => Math.ceil(n / 4) * 4

/**
 * An engine from a snapshot, verdicts worked out as of `now`. Linear; a million reports in about the time
 * it takes to work their events out once.
 *
 * @returns 'not-a-snapshot', 'other-version', 'cut-short' or 'other-accord'; a snapshot made under one
 *   reading serves all readings of the same accord.
 */
export function engineFrom(
  bytes: Uint8Array,
  prepared: Prepared,
  now: number,
): Result<Engine, SnapshotProblem> {
  const opening = String.fromCharCode(...bytes.subarray(0, 8))
  if (!opening.startsWith(MAGIC.slice(0, 6))) return fail({ kind: 'not-a-snapshot' })
  if (opening !== MAGIC) return fail({ kind: 'other-version' })
  if (bytes.length < 12) return fail({ kind: 'cut-short' })
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
  if (bytes.length < 12 + length) return fail({ kind: 'cut-short' })
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length))) as Head
  if (head.accord !== prepared.accord.id) return fail({ kind: 'other-accord' })
  const columns = new Map<string, Column>()
  let at = aligned(12 + length)
  for (const [name, kind, n] of head.blocks) {
    const Make = MAKE[kind]
    at = aligned(at)
    const end = at + n * Make.BYTES_PER_ELEMENT
    if (end > bytes.length) return fail({ kind: 'cut-short' })
    columns.set(name, new Make(bytes.slice(at, end).buffer))
    at = end
  }
  const engine = new Engine(prepared, now)
  engine.load((claims, events, records) => {
    fill(claims, head, columns)
    events.ids.adopt(columns.get('events.heap') as Uint8Array, columns.get('events.ends') as Int32Array)
    events.first = columns.get('first') as Int32Array<ArrayBuffer>
    records.quarantined.push(...head.quarantined)
    records.restore(head.others, head.latest)
  })
  return ok(engine)
}

function fill(claims: Claims, head: Head, columns: ReadonlyMap<string, Column>): void {
  for (const c of COLUMNS) (claims as unknown as Record<string, Column>)[c] = columns.get(c)!
  claims.size = claims.event.length
  for (const s of STRINGS)
    claims[s].adopt(columns.get(`${s}.heap`) as Uint8Array, columns.get(`${s}.ends`) as Int32Array)
  const into: [Sets, readonly (readonly string[])[]][] = [
    [claims.actors, head.actors],
    [claims.parties, head.parties],
  ]
  for (const [sets, lists] of into) for (const list of lists) sets.number(list)
  for (const list of head.types) claims.typeNumber(list)
  for (const [i, claim] of head.whole) claims.whole.set(i, claim)
}
