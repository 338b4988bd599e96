import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EntryBody } from '../../../src/core/ledger/entry.ts'
import { fold } from '../../../src/core/ledger/fold.ts'
import { touchedSince } from '../../../src/core/ledger/touched.ts'
import { aClaim, added, aReport, chainOf, retraction, undone } from './a-ledger.ts'

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
