import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { NO_PREVIOUS, sealed, verifyChain } from '../../../src/core/ledger/chain.ts'
import type { Entry } from '../../../src/core/ledger/entry.ts'
import { aClaim, added, chainOf } from './a-ledger.ts'

const whole = () => chainOf([1, 2, 3, 4, 5].map(i => added(aClaim(`c${i}`))))
const named = (entries: readonly Entry[], options = {}) =>
  verifyChain(entries, options).map(p => [p.code, p.where?.field])

/** The chain with one entry changed and its hash left as it was. */
function altered(seq: number, change: Partial<Entry>): Entry[] {
  return whole().map(e => (e.seq === seq ? { ...e, ...change } : e))
}

describe('a hash chain', () => {
  it('is whole as sealed, and begins after 64 zeros', () => {
    assert.deepEqual(named(whole()), [])
    assert.equal(whole()[0]!.prev, NO_PREVIOUS)
  })

  it('is whole when empty', () => assert.deepEqual(named([]), []))

  for (const [field, change] of [
    ['the body', { body: added(aClaim('c3', { actor: 'somebody-else' })) }],
    ['the author', { by: 'u-other' }],
    ['the moment', { recordedAt: Date.UTC(2018, 10, 26, 0, 0, 2) + 1 }],
    ['the hash', { hash: 'f'.repeat(64) }],
    ['the link to the entry before', { prev: 'f'.repeat(64) }],
  ] as const) {
    it(`names the entry when ${field} was altered, and only that entry`, () => {
      assert.deepEqual(named(altered(3, change)), [['entry-altered', 'entry 3']])
    })
  }

  it('names an entry that was replaced together with its hash', () => {
    const entries = whole()
    const { hash: _, ...third } = entries[2]!
    entries[2] = sealed({ ...third, body: added(aClaim('c3', { actor: 'somebody-else' })) })
    assert.deepEqual(named(entries), [['entry-replaced', 'entry 3']])
  })

  it('names an entry that was removed', () => {
    assert.deepEqual(named(whole().filter(e => e.seq !== 3)), [['entry-missing', 'entry 3']])
  })

  it('names two entries that changed places', () => {
    const [a, b, c, d, e] = whole() as [Entry, Entry, Entry, Entry, Entry]
    assert.deepEqual(
      named([a, c, b, d, e]).map(([, field]) => field),
      ['entry 2', 'entry 2', 'entry 3'],
    )
  })

  it('finds a cut tail by a head noted elsewhere', () => {
    const { seq, hash } = whole()[4]!
    assert.deepEqual(named(whole().slice(0, 3), { head: { seq, hash } }), [['entry-missing', 'entry 4']])
  })

  it('finds a ledger rewritten from some entry on by a head noted elsewhere', () => {
    const { seq, hash } = whole()[4]!
    const rewritten = chainOf([1, 2, 3, 4, 9].map(i => added(aClaim(`c${i}`))))
    assert.deepEqual(named(rewritten), [])
    assert.deepEqual(named(rewritten, { head: { seq, hash } }), [['head-differs', 'entry 5']])
  })

  it('names an entry recorded before the one it follows', () => {
    const entries = whole().slice(0, 2)
    const { hash: _, ...second } = entries[1]!
    entries[1] = sealed({ ...second, recordedAt: entries[0]!.recordedAt - 1 })
    assert.deepEqual(named(entries), [['time-backwards', 'entry 2']])
  })

  it('names an entry of another accord', () => {
    const entries = [...whole().slice(0, 2)]
    const { hash: _, ...second } = entries[1]!
    entries[1] = sealed({ ...second, accord: 'elsewhere' })
    assert.deepEqual(named(entries), [['entry-of-other-accord', 'entry 2']])
  })

  it('shows any single altered character of any entry', () => {
    const text = whole().map(e => JSON.stringify(e))
    fc.assert(
      fc.property(fc.nat(4), fc.nat(5000), fc.constantFrom('0', 'x', 'ا', '7'), (i, at, letter) => {
        const line = text[i]!
        const changed = line.slice(0, at % line.length) + letter + line.slice((at % line.length) + 1)
        let entry: Entry
        try {
          entry = JSON.parse(changed)
        } catch {
          return // no longer JSON: the store cannot even read it
        }
        // JSON has several texts for one value (1.0 and 1); only a changed value is an alteration.
        fc.pre(
          JSON.stringify(entry) !== line && Object.keys(entry).join() === Object.keys(whole()[i]!).join(),
        )
        const entries = whole()
        entries[i] = entry
        assert.notDeepEqual(named(entries, { accord: 'idlib', head: whole()[4] }), [])
      }),
      { numRuns: 500 },
    )
  })
})
