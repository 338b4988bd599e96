import type { Accord } from '../accord/model.ts'
import { type Docket, openDocket } from '../compliance/docket.ts'
import { type Prepared, prepare } from '../compliance/prepare.ts'
import type { EvidenceRecord } from '../evidence/record.ts'

/** Accords as prepared for the engine: they change seldom and are asked about all the time. */
const PREPARED = new WeakMap<Accord, Map<string, Prepared>>()

/** A docket of what was known by `k` under one reading. Linear in the records; the accord is prepared once. */
export function docketOf(
  accord: Accord,
  records: readonly EvidenceRecord[],
  k: number,
  reading: string,
): Docket {
  const readings = PREPARED.get(accord) ?? new Map<string, Prepared>()
  PREPARED.set(accord, readings)
  const prepared = readings.get(reading) ?? prepare(accord, reading)
  readings.set(reading, prepared)
  return openDocket(prepared, records, k)
}
