import { z } from 'zod'
import type { Viewer } from '../../core/access/viewer.ts'
import type { LedgerRecord } from '../../core/ledger/entry.ts'
import { positionDraftSchema, undertakingDraftSchema } from '../../core/proposal/draft-schema.ts'
import { fail, ok } from '../../core/result.ts'
import type { Undertaking } from '../../core/statement/statement.ts'
import type { TalksPosition } from '../../core/talks/position.ts'
import type { Desk } from '../desk.ts'
import type { House } from '../house.ts'
import { notFound } from '../problem-status.ts'
import { accordRoute, nothing } from '../route.ts'
import { accordParams } from '../schema/params.ts'
import { ledgerRecordSchema } from '../schema/reports.ts'
import { uuidV7 } from '../uuid-v7.ts'

const written = z.object({ seq: z.number(), record: ledgerRecordSchema })

export const UNDERTAKING_ROUTES = [
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/undertakings',
    summary: 'Hold a party to a promise; judged from then on like a provision',
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: z.strictObject({ undertaking: undertakingDraftSchema }),
    response: written,
    handle: async ({ house, desk, viewer, body, now }) => {
      const u = body.undertaking
      const strange = unknownParty(desk, u.party) ?? unknownStatement(desk, u.statement)
      if (strange) return fail(strange)
      if (u.zone !== undefined && !desk.accord.zones.some(z => z.id === u.zone))
        return fail(notFound('zone', u.zone, 'zone'))
      const said = u.statement === undefined ? undefined : desk.state.statements.get(u.statement)
      // Whoever could know the statement could know the promise in it.
      const record = {
        ...(said?.provenance && { provenance: said.provenance }),
        ...u,
        id: uuidV7(now * 1000),
        received: said?.received ?? now,
      } as Undertaking
      return add(house, desk, viewer, { of: 'undertaking', record })
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/positions',
    summary: 'Note where a party stands on an item of the talks, with its source',
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: z.strictObject({ position: positionDraftSchema }),
    response: written,
    handle: async ({ house, desk, viewer, body, now }) => {
      const p = body.position
      const strange = unknownParty(desk, p.party) ?? unknownStatement(desk, p.statement)
      if (strange) return fail(strange)
      const said = p.statement === undefined ? undefined : desk.state.statements.get(p.statement)
      const record = {
        ...(said?.provenance && { provenance: said.provenance }),
        ...p,
        id: uuidV7(now * 1000),
        received: said?.received ?? now,
      } as TalksPosition
      return add(house, desk, viewer, { of: 'position', record })
    },
  }),
]

async function add(house: House, desk: Desk, viewer: Viewer, record: LedgerRecord) {
  const written = await house.append(desk.id, viewer, [
    { kind: 'records.added', records: [record], origin: 'by hand' },
  ])
  return written.ok ? ok({ seq: written.value[0]!.seq, record }) : written
}

function unknownParty(desk: Desk, id: string | undefined) {
  return id === undefined || desk.accord.parties.some(p => p.id === id)
    ? undefined
    : notFound('party', id, 'party')
}

function unknownStatement(desk: Desk, id: string | undefined) {
  return id === undefined || desk.state.statements.has(id)
    ? undefined
    : notFound('statement', id, 'statement')
}
