import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Engine } from '../../../../src/core/compliance/engine/engine.ts'
import { encodeSnapshot, engineFrom } from '../../../../src/core/compliance/engine/snapshot.ts'
import { judgeNow } from '../../../../src/core/compliance/engine/verdicts.ts'
import { prepare } from '../../../../src/core/compliance/prepare.ts'
import { arbitraryInstant, arbitraryRecords, RUNS, WHOLE } from '../arbitrary.ts'
import { ACCORD, at, claim } from '../sochi.ts'

const PREPARED = prepare(WHOLE, 'default')

describe('a snapshot of the engine', () => {
  it('gives back an engine with the same verdicts, which takes further records the same', () => {
    fc.assert(
      fc.property(arbitraryRecords(20), fc.nat(), arbitraryInstant, (records, n, t) => {
        const cut = records.length === 0 ? 0 : n % records.length
        const engine = new Engine(PREPARED, t)
        engine.addAll(records.slice(0, cut))
        const back = engineFrom(encodeSnapshot(engine), PREPARED, t)
        assert.ok(back.ok)
        assert.deepEqual(judgeNow(back.value), judgeNow(engine))
        for (const r of records.slice(cut)) {
          engine.add(r)
          back.value.add(r)
        }
        assert.deepEqual(judgeNow(back.value), judgeNow(engine))
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 2) },
    )
  })

  const bytes = () => {
    const engine = new Engine(PREPARED, at('2018-12-01'))
    engine.add(
      claim({ event: 'e', types: ['shelling'], actor: 'GOV', when: '2018-11-03', summary: { ar: 'قصف' } }),
    )
    return encodeSnapshot(engine)
  }
  const problem = (b: Uint8Array, accord = PREPARED) => {
    const r = engineFrom(b, accord, 0)
    return r.ok ? undefined : r.error.kind
  }

  it('that is cut short, of another version, of another accord, or no snapshot is refused by name', () => {
    assert.equal(problem(bytes()), undefined)
    assert.equal(problem(bytes().subarray(0, 200)), 'cut-short')
    assert.equal(problem(new TextEncoder().encode('a text file')), 'not-a-snapshot')
    const later = bytes()
    later[7] = 0x39
    assert.equal(problem(later), 'other-version')
    assert.equal(problem(bytes(), prepare({ ...ACCORD, id: 'another' }, 'default')), 'other-accord')
  })
})
