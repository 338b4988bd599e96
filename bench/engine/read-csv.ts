import type { Claims } from '../../src/core/compliance/engine/claims.ts'
import { ABSENT, EPOCH } from '../../src/core/compliance/engine/claims.ts'
import type { Events } from '../../src/core/compliance/engine/events.ts'

const COMMA = 44
const NEWLINE = 10
/** First letters of the generator's types, enough to tell them apart: s(helling) a(ttack) v p h w d. */
const TYPES: Record<number, string> = {
  115: 'shelling',
  97: 'ground_attack',
  118: 'violation_reported',
  112: 'patrol',
  104: 'heavy_weapon_seen',
  119: 'weapon_withdrawn',
}

/** An exact trace as columns: id,t,type,party,x_km,y_km,zone,cell,sector,weapon. */
export type ExactTrace = {
  readonly n: number
  /** Where each id lies in the file. */
  readonly idFrom: Int32Array
  readonly idTo: Int32Array
  readonly t: Uint32Array
  /** First letter of the type. */
  readonly type: Uint8Array
  /** 0 A, 1 B, 2 J. */
  readonly party: Uint8Array
  readonly x: Int32Array
  readonly y: Int32Array
  readonly zone: Uint8Array
  readonly sector: Int8Array
  readonly weapon: Int32Array
  readonly bytes: Uint8Array
}

/** Reads a CSV trace straight into columns, one pass over its bytes. Rows of deadlines are left out. */
export function readCsv(bytes: Uint8Array, most: number): ExactTrace {
  const trace = {
    n: 0,
    idFrom: new Int32Array(most),
    idTo: new Int32Array(most),
    t: new Uint32Array(most),
    type: new Uint8Array(most),
    party: new Uint8Array(most),
    x: new Int32Array(most),
    y: new Int32Array(most),
    zone: new Uint8Array(most),
    sector: new Int8Array(most),
    weapon: new Int32Array(most),
    bytes,
  }
  let i = bytes.indexOf(NEWLINE) + 1
  let n = 0
  while (i < bytes.length) {
    if (bytes[i] === COMMA) {
      while (bytes[i++] !== NEWLINE);
      continue
    }
    trace.idFrom[n] = i
    while (bytes[i] !== COMMA) i++
    trace.idTo[n] = i++
    let v = 0
    for (; bytes[i] !== COMMA; i++) v = v * 10 + bytes[i]! - 48
    trace.t[n] = v
    trace.type[n] = bytes[++i]!
    while (bytes[i] !== COMMA) i++
    trace.party[n] = 'ABJ'.indexOf(String.fromCharCode(bytes[i + 1]!))
    i += 3
    // "123.4" kilometres are 1234 hundreds of metres.
    for (v = 0; bytes[i] !== COMMA; i++) if (bytes[i] !== 46) v = v * 10 + bytes[i]! - 48
    trace.x[n] = v * 100
    i++
    for (v = 0; bytes[i] !== COMMA; i++) if (bytes[i] !== 46) v = v * 10 + bytes[i]! - 48
    trace.y[n] = v * 100
    trace.zone[n] = bytes[++i]! - 48
    i += 2
    while (bytes[i] !== COMMA) i++
    i++
    for (v = 0; bytes[i] !== COMMA; i++) v = v * 10 + bytes[i]! - 48
    trace.sector[n] = v
    i++
    v = -1
    for (; bytes[i] !== NEWLINE; i++) v = (v < 0 ? 0 : v) * 10 + bytes[i]! - 48
    trace.weapon[n] = v
    i++
    n++
  }
  trace.n = n
  return trace
}

/** Puts an exact trace into the engine's columns: one report an event, by the one source. */
export function fillExact(trace: ExactTrace, claims: Claims, events: Events): void {
  const { n } = trace
  claims.reserve(n)
  events.reserve(n)
  const types = new Uint16Array(128)
  for (const [letter, type] of Object.entries(TYPES)) types[Number(letter)] = claims.typeNumber([type])
  const actors = ['A', 'B', 'J'].map(p => claims.actors.number([p]))
  const source = claims.sources.intern('trace')
  const root = claims.roots.intern('trace')
  const sectors = Array.from({ length: 64 }, (_, s) => claims.sectors.intern(`s${s}`))
  const items = new Int32Array(n).fill(-1)
  for (let i = 0; i < n; i++) {
    const id = claims.ids.append(trace.bytes, trace.idFrom[i]!, trace.idTo[i]!)
    const event = events.ids.append(trace.bytes, trace.idFrom[i]!, trace.idTo[i]!)
    claims.event[id] = event
    claims.next[id] = -1
    events.first[event] = id
    claims.typeSet[id] = types[trace.type[i]!]!
    claims.actorSet[id] = actors[trace.party[i]!]!
    claims.speaker[id] = ABSENT
    claims.source[id] = source
    claims.root[id] = root
    claims.lo[id] = trace.t[i]! - EPOCH
    claims.hi[id] = trace.t[i]! - EPOCH
    claims.x[id] = trace.x[i]!
    claims.y[id] = trace.y[i]!
    claims.received[id] = trace.t[i]! - EPOCH
    claims.sector[id] = sectors[trace.sector[i]!]!
    claims.target[id] = ABSENT
    const w = trace.weapon[i]!
    if (w < 0) claims.item[id] = -1
    else {
      // A weapon's number is that of the event that first saw it.
      if (items[w] === -1) items[w] = claims.items.append(trace.bytes, trace.idFrom[w]!, trace.idTo[w]!)
      claims.item[id] = items[w]!
    }
  }
  claims.size = n
}
