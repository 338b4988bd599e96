import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { EntryBody } from '../../../src/core/ledger/entry.ts'
import { fold } from '../../../src/core/ledger/fold.ts'
import type { LedgerState } from '../../../src/core/ledger/state.ts'
import { touchedSince } from '../../../src/core/ledger/touched.ts'
import { type Incident, incidentsOf } from '../../../src/core/view/incidents.ts'
import { aClaim, added, aReport, chainOf, retraction, undone } from './a-ledger.ts'
import { accordNamed, reaching, someBody } from './some-ledger.ts'

const link = (id: string, a: string, b: string) =>
  added({ kind: 'link', id, events: [a, b], relation: 'same-event', received: 1, by: 'u' })
const claim = (id: string, event: string) => added(aClaim(id, { event }))
/** Events touched by the entries after the first `before`. */
const events = (before: number, ...bodies: EntryBody[]) =>
  [...touchedSince(fold(chainOf(bodies)), before).events].sort().join()

describe('what new entries touch', () => {
  it('is nothing when there are none', () => assert.equal(events(1, claim('c1', 'e1')), ''))
  it('is the event of a new claim, and no other', () =>
    assert.equal(events(1, claim('c1', 'e1'), claim('c2', 'e2')), 'e2'))
  it('is the event of a retracted claim', () =>
    assert.equal(events(2, claim('c1', 'e1'), claim('c2', 'e2'), added(retraction('x1', 'c1'))), 'e1'))
  it('is the event of a claim whose retraction is retracted', () =>
    assert.equal(
      events(2, claim('c1', 'e1'), added(retraction('x1', 'c1')), added(retraction('x2', 'x1', 1543290001))),
      'e1',
    ))
  it('is the event of an undone claim, and of one that an undone undoing brings back', () => {
    assert.equal(events(1, claim('c1', 'e1'), undone(1)), 'e1')
    assert.equal(events(2, claim('c1', 'e1'), undone(1), undone(2)), 'e1')
  })
  it('is the event of what holds under an id once what held before is undone', () =>
    assert.equal(events(2, claim('c1', 'e1'), claim('c1', 'e2'), undone(1)), 'e1,e2'))
  it('is both events of a correction that moves a claim', () => {
    const moved = added({
      kind: 'correction',
      id: 'k1',
      supersedes: 'c1',
      claim: aClaim('c1b', { event: 'e9' }),
      received: 2,
    })
    assert.equal(events(1, claim('c1', 'e1'), moved), 'e1,e9')
  })
  it('is every event linked to one that is touched, however far', () =>
    assert.equal(
      events(3, link('l1', 'e1', 'e2'), link('l2', 'e2', 'e3'), claim('c0', 'e8'), claim('c1', 'e1')),
      'e1,e2,e3',
    ))
  it('is both events of a link taken back', () =>
    assert.equal(events(1, link('l1', 'e1', 'e2'), undone(1)), 'e1,e2'))
  it('is the accord as a whole when its text changes', () => {
    const state = fold(chainOf([{ kind: 'accord.adopted', sha256: '', document: {} }]))
    assert.equal(touchedSince(state, 0).accord, true)
    assert.equal(touchedSince(state, 1).accord, false)
  })
  it('is a report received or undone', () => {
    const state = fold(chainOf([{ kind: 'report.received', report: aReport('r1') }, undone(1)]))
    assert.deepEqual([...touchedSince(state, 1).reports], ['r1'])
  })
})

describe('the law of what is touched', () => {
  const now = { t: Number.MAX_SAFE_INTEGER, k: Number.MAX_SAFE_INTEGER }
  const accord = accordNamed('idlib')
  const incidents = (state: LedgerState) => incidentsOf(accord, [...state.evidence.values()], now)

  it('an incident whose events were not touched reads the same before and after, whatever the entries', () => {
    fc.assert(
      fc.property(fc.array(someBody, { minLength: 1, maxLength: 14 }), fc.nat(14), (drafts, at) => {
        const bodies: EntryBody[] = []
        for (const body of drafts)
          bodies.push(
            body.kind === 'entry.undone'
              ? reaching(body.seq, { head: { seq: bodies.length } } as LedgerState)
              : body,
          )
        const entries = chainOf(bodies)
        const split = at % bodies.length
        const state = fold(entries)
        const { events } = touchedSince(state, split)
        const untouched = (list: readonly Incident[]) =>
          list.filter(i => ![i.event, ...i.sameAs].some(e => events.has(e)))
        assert.deepEqual(
          untouched(incidents(state)),
          untouched(incidents(fold(entries.slice(0, split), { accord: 'idlib' }))),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
