import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkExplanation } from '../../../../src/core/compliance/check/check-explanation.ts'
import { openDocket } from '../../../../src/core/compliance/docket.ts'
import { Engine } from '../../../../src/core/compliance/engine/engine.ts'
import { judgeLarge } from '../../../../src/core/compliance/engine/large.ts'
import { sumsNow } from '../../../../src/core/compliance/engine/sums.ts'
import { explainNow, judgeNow } from '../../../../src/core/compliance/engine/verdicts.ts'
import { explainOne } from '../../../../src/core/compliance/explain.ts'
import { judge, judgeDocket } from '../../../../src/core/compliance/judge.ts'
import { prepare } from '../../../../src/core/compliance/prepare.ts'
import type { EvidenceRecord } from '../../../../src/core/evidence/record.ts'
import { arbitraryClaim, arbitraryInstant, arbitraryRecords, RUNS, WHOLE } from '../arbitrary.ts'

/** Each case judges everything many times over. */
const LESS = { numRuns: Math.ceil(RUNS.numRuns / 4) }

const PREPARED = prepare(WHOLE, 'default')
const START = Math.min(...PREPARED.provisions.map(p => p.force.start.lo))

const scratch = (records: readonly EvidenceRecord[], engine: Engine) =>
  judgeDocket(openDocket(PREPARED, records, engine.records.latest), { t: engine.now })

describe('the engine kept current record by record', () => {
  it('gives at every step what an evaluation from scratch gives, in every word', () => {
    fc.assert(
      fc.property(arbitraryRecords(14), arbitraryInstant, (records, t) => {
        const engine = new Engine(PREPARED, t)
        records.forEach((r, i) => {
          engine.add(r)
          assert.deepEqual(judgeNow(engine), scratch(records.slice(0, i + 1), engine))
        })
      }),
      LESS,
    )
  })

  it('gives the same whatever the order of arrival', () => {
    fc.assert(
      fc.property(
        arbitraryRecords(20).chain(r =>
          fc.tuple(fc.constant(r), fc.shuffledSubarray(r, { minLength: r.length })),
        ),
        arbitraryInstant,
        ([records, shuffled], t) => {
          const [a, b] = [new Engine(PREPARED, t), new Engine(PREPARED, t)]
          for (const r of records) a.add(r)
          b.addAll(shuffled)
          assert.deepEqual(judgeNow(b), judgeNow(a))
        },
      ),
      LESS,
    )
  })

  it('follows time as it passes, and back', () => {
    fc.assert(
      fc.property(
        arbitraryRecords(14),
        fc.array(arbitraryInstant, { minLength: 1, maxLength: 5 }),
        (records, times) => {
          const engine = new Engine(PREPARED, START)
          engine.addAll(records)
          for (const t of [...times].sort((a, b) => a - b)) {
            engine.moveTo(Math.max(t, engine.now))
            assert.deepEqual(judgeNow(engine), scratch(records, engine))
          }
          engine.moveTo(times[0]!)
          assert.deepEqual(judgeNow(engine), scratch(records, engine))
        },
      ),
      LESS,
    )
  })

  it('takes a record and its retraction as if neither had been', () => {
    fc.assert(
      fc.property(arbitraryRecords(12), arbitraryClaim, arbitraryInstant, (records, claim, t) => {
        const engine = new Engine(PREPARED, t)
        engine.addAll(records)
        const before = judgeNow(engine)
        engine.add({ ...claim, id: 'y' })
        engine.add({ kind: 'retraction', id: 'z', of: 'y', received: engine.records.latest })
        const after = judgeNow(engine)
        const plain = (vs: typeof before) => vs.map(({ asOf: _, ...v }) => v)
        assert.deepEqual(plain(after), plain(before))
      }),
      LESS,
    )
  })

  it('keeps names and counts that agree with its full verdicts', () => {
    fc.assert(
      fc.property(arbitraryRecords(16), arbitraryInstant, (records, t) => {
        const engine = new Engine(PREPARED, t)
        engine.addAll(records)
        const verdicts = judge(PREPARED, records, { t, k: engine.records.latest })
        for (const v of verdicts) {
          const p = PREPARED.byId.get(v.provision)!
          const bearer = p.bearers.find(b => b.key === v.bearer.join('+'))
          const sums =
            bearer && p.provision.reciprocity === undefined ? sumsNow(engine, p, bearer) : undefined
          if (
            !sums ||
            v.verdict === 'NOT_IN_FORCE' ||
            v.verdict === 'DISCHARGED' ||
            v.verdict === 'SUSPENDED'
          )
            continue
          const { events: _e, instances: _i, late: _l, ...counts } = v.counts
          if (p.items && !p.recurring && Object.keys(sums.counts).length === 0) continue
          assert.deepEqual(sums.counts, counts, v.provision)
        }
      }),
      LESS,
    )
  })

  it('stands in for the rules where a docket holds very many reports', () => {
    fc.assert(
      fc.property(arbitraryRecords(16), arbitraryInstant, arbitraryInstant, (records, t, from) => {
        const d = openDocket(PREPARED, records, t)
        assert.deepEqual(judgeLarge(d, { t }), judgeDocket(d, { t }))
        assert.deepEqual(judgeLarge(d, { t: t + 86_400, from }), judgeDocket(d, { t: t + 86_400, from }))
        assert.deepEqual(judgeLarge(d, { t }), judgeDocket(d, { t }))
      }),
      LESS,
    )
  })

  it('explains as the rules do, and the independent checker agrees', () => {
    fc.assert(
      fc.property(arbitraryRecords(12), arbitraryInstant, (records, t) => {
        const engine = new Engine(PREPARED, t)
        engine.addAll(records)
        const d = openDocket(PREPARED, records, engine.records.latest)
        for (const p of PREPARED.provisions)
          for (const b of p.bearers) {
            const tree = explainNow(engine, p, b)
            assert.deepEqual(tree, explainOne(d, p, b, { t }))
            assert.deepEqual(checkExplanation(WHOLE, records, tree), [])
          }
      }),
      LESS,
    )
  })
})
