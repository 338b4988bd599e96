import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  apply,
  CHECKS,
  countsOf,
  type PersonState,
  STEPS,
  type Track,
  type TrackEvent,
} from '../../../src/core/exchange/track.ts'

const start = (
  states: Record<string, PersonState>,
  simultaneity: Track['simultaneity'] = 'sequenced',
): Track => ({
  simultaneity,
  persons: new Map(
    Object.entries(states).map(([id, state]) => [
      id,
      { id, holder: id.startsWith('g') ? 'GOV' : 'OPP', state, checks: [...CHECKS] },
    ]),
  ),
})

function after(track: Track, ...events: TrackEvent[]): Track {
  return events.reduce((t, e) => {
    const r = apply(t, e)
    assert.ok(r.ok, `${e.kind}: ${r.ok ? '' : r.error.kind}`)
    return r.value
  }, track)
}
const move = (person: string, to: PersonState, by = 'سلمى'): TrackEvent => ({ kind: 'move', person, to, by })

describe('a person on the way from request to reception', () => {
  it('passes the steps in order and skips none', () => {
    assert.deepEqual(apply(start({ g1: 'requested' }), move('g1', 'agreed')), {
      ok: false,
      error: { kind: 'no-such-step', person: 'g1' },
    })
    const t = after(start({ g1: 'requested' }), move('g1', 'acknowledged'))
    assert.equal(t.persons.get('g1')?.state, 'acknowledged')
  })

  it('is not called identified before two identity checks', () => {
    const t: Track = {
      simultaneity: 'sequenced',
      persons: new Map([
        ['g1', { id: 'g1', holder: 'GOV', state: 'acknowledged', checks: ['identity_first'] }],
      ]),
    }
    assert.deepEqual(apply(t, move('g1', 'identity_confirmed')), {
      ok: false,
      error: { kind: 'checks-missing', person: 'g1', missing: ['identity_second'] },
    })
  })

  it('is handed over only on the word of two different members', () => {
    const once = after(start({ g1: 'in_transit' }), move('g1', 'handed_over', 'سلمى'))
    assert.equal(once.persons.get('g1')?.state, 'in_transit')
    assert.deepEqual(apply(once, move('g1', 'handed_over', 'سلمى')), {
      ok: false,
      error: { kind: 'same-member', person: 'g1' },
    })
    assert.equal(after(once, move('g1', 'handed_over', 'كريم')).persons.get('g1')?.state, 'handed_over')
  })

  it('goes no further after declining in the private interview', () => {
    const t = after(start({ g1: 'agreed' }), {
      kind: 'check',
      person: 'g1',
      check: 'consent',
      by: 'سلمى',
      passed: false,
    })
    assert.equal(t.persons.get('g1')?.state, 'declined')
    assert.equal(apply(t, move('g1', 'consent_confirmed')).ok, false)
  })

  it('is blocked when a risk of refoulement was found', () => {
    const t = after(start({ g1: 'agreed' }), {
      kind: 'check',
      person: 'g1',
      check: 'refoulement_risk',
      by: 'سلمى',
      passed: false,
    })
    assert.equal(t.persons.get('g1')?.state, 'blocked')
  })
})

describe('the day itself', () => {
  it('lets no convoy leave before the other side is ready', () => {
    const t = start({ g1: 'medically_cleared', o1: 'consent_confirmed' }, 'simultaneous')
    assert.deepEqual(apply(t, move('g1', 'in_transit')), {
      ok: false,
      error: { kind: 'out-of-step', person: 'g1' },
    })
  })

  it('moves nobody while on hold, and goes on after', () => {
    const held = after(start({ g1: 'medically_cleared' }), {
      kind: 'hold',
      by: 'كريم',
      why: 'إطلاق نار قرب المعبر',
    })
    assert.deepEqual(apply(held, move('g1', 'in_transit')), {
      ok: false,
      error: { kind: 'on-hold', person: 'g1' },
    })
    const on = after(
      held,
      { kind: 'resume', by: 'كريم' },
      move('g1', 'in_transit', 'سلمى'),
      move('g1', 'in_transit', 'كريم'),
    )
    assert.equal(on.persons.get('g1')?.state, 'in_transit')
  })

  it('may end unequal: 15 received for 14, counted as such', () => {
    const states = Object.fromEntries([
      ...Array.from({ length: 15 }, (_, i) => [`g${i}`, 'received'] as const),
      ...Array.from({ length: 14 }, (_, i) => [`o${i}`, 'received'] as const),
      ['o14', 'declined'] as const,
    ])
    assert.deepEqual(countsOf(start(states)), { GOV: { received: 15 }, OPP: { received: 14, declined: 1 } })
  })

  it('knows every step of the way', () => assert.equal(STEPS.length, 9))
})
