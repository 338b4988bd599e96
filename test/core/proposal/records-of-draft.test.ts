import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { draftSchema } from '../../../src/core/proposal/draft-schema.ts'
import type { Draft } from '../../../src/core/proposal/proposal.ts'
import { recordsOfDraft } from '../../../src/core/proposal/records-of-draft.ts'

const FROM = { reportId: 'r1', span: { start: 10, end: 42 } }
const ids = () => {
  let n = 0
  return () => `id${++n}`
}
const when = { lo: 100, hi: 200 }

const event: Extract<Draft, { kind: 'event' }> = {
  kind: 'event',
  claim: {
    kind: 'claim',
    types: ['shelling'],
    when,
    place: { kind: 'unknown', name: 'ريف حماة' },
    source: 'agency',
    root: 'agency',
    grade: { reliability: 'F', credibility: 6 },
    stance: 'asserts',
  },
}

describe('accepting a proposal', () => {
  it('of an event writes one claim, with an event of its own', () => {
    const [r, ...rest] = recordsOfDraft(event, FROM, ids(), 900)
    assert.equal(rest.length, 0)
    assert.equal(r?.of, 'evidence')
    const claim = r?.record
    assert.ok(claim && 'kind' in claim && claim.kind === 'claim')
    assert.deepEqual([claim.id, claim.event, claim.received, claim.provenance], ['id1', 'id2', 900, FROM])
  })

  it('joins the event that a person named in the draft', () => {
    const named: Draft = { ...event, claim: { ...event.claim, event: 'e7' } }
    const record = recordsOfDraft(named, FROM, ids(), 900)[0]?.record
    assert.equal(record && 'event' in record && record.event, 'e7')
  })

  it('keeps the words it came from, whatever a corrected draft says', () => {
    const moved: Draft = { ...event, claim: { ...event.claim, provenance: { reportId: 'another' } } }
    const record = recordsOfDraft(moved, FROM, ids(), 900)[0]?.record
    assert.deepEqual(record && 'provenance' in record && record.provenance, FROM)
  })

  it('of a date, a figure or a mention writes nothing', () => {
    for (const draft of [
      { kind: 'date', iso: '2018-12-31', granularity: 'day', role: 'deadline' },
      { kind: 'figure', value: 50, unit: 'persons' },
      { kind: 'mention', of: 'place', canonical: 'Idlib' },
    ] as const)
      assert.deepEqual(recordsOfDraft(draft, FROM, ids(), 900), [])
  })
})

describe('a corrected draft', () => {
  const faults: readonly (readonly [string, (d: typeof event.claim) => object, string])[] = [
    ['an event type that does not exist', c => ({ ...c, types: ['earthquake'] }), 'claim.types.0'],
    ['no event type', c => ({ ...c, types: [] }), 'claim.types'],
    ['an end before its beginning', c => ({ ...c, when: { lo: 200, hi: 100 } }), 'claim.when'],
    [
      'a latitude beyond the pole',
      c => ({ ...c, place: { kind: 'disc', at: [36, 95], radiusMetres: 0 } }),
      'claim.place.at.1',
    ],
    ['a field that does not exist', c => ({ ...c, colour: 'red' }), 'claim'],
    ['half a second', c => ({ ...c, when: { lo: 0.5, hi: 1 } }), 'claim.when.lo'],
  ]
  for (const [name, change, path] of faults)
    it(`with ${name} is refused at ${path}`, () => {
      const r = draftSchema.safeParse({ kind: 'event', claim: change(event.claim) })
      assert.equal(r.success, false)
      assert.equal(r.error?.issues[0]?.path.join('.'), path)
    })

  it('as the reader made it passes', () => {
    assert.deepEqual(draftSchema.parse(event), event)
  })
})
