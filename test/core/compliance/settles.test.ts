import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { judge } from '../../../src/core/compliance/judge.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import { arbitraryInstant, arbitraryRecords, FOREVER, RUNS, WHOLE } from './arbitrary.ts'
import { ACCORD, at, claim, spot, twice, verdictOf, WATCHED } from './sochi.ts'

const PREPARED = prepare(WHOLE, 'default')

describe('what would settle it', () => {
  it('is said of every verdict that is alleged, possible or claimed (goal G10)', () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryInstant, (records, t) => {
        for (const v of judge(PREPARED, records, { t, k: FOREVER }))
          if (['ALLEGED', 'POSSIBLE', 'CLAIMED', 'POSSIBLY'].includes(v.verdict))
            assert.ok(v.settles.length > 0, `${v.provision} ${v.verdict} ${v.codes}`)
      }),
      RUNS,
    )
  })

  it('never promises the verdict that there is', () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryInstant, (records, t) => {
        for (const v of judge(PREPARED, records, { t, k: FOREVER }))
          for (const s of v.settles) if (v.verdict !== 'PARTIAL') assert.notEqual(s.to, v.verdict)
      }),
      RUNS,
    )
  })

  const base = { event: 'e', types: ['shelling'], actor: 'GOV', when: '2018-11-03T14:00' }
  const ask = { t: at('2018-12-01') }

  it('holds: one more origin, as asked for, gives the verdict promised', () => {
    const one = claim(base)
    const v = verdictOf(ACCORD, [one], 'no-attack', 'GOV', ask)
    const promise = v.settles.find(s => s.what.en.startsWith('1 independent source'))
    const after = verdictOf(ACCORD, [one, claim({ ...base, root: 'another' })], 'no-attack', 'GOV', ask)
    assert.equal(promise?.to, after.verdict)
    assert.equal(promise?.event, 'e')
  })

  it('holds: a place told inside the line, or outside it, gives the verdict promised', () => {
    const vague = twice({ ...base, place: spot(20_000, 0, 6000) })
    const v = verdictOf(ACCORD, vague, 'no-attack', 'GOV', ask)
    const sharp = (x: number) => vague.map(c => ({ ...c, place: spot(x, 0) }))
    assert.deepEqual(
      v.settles.map(s => s.to),
      [14_000, 25_000].map(x => verdictOf(ACCORD, sharp(x), 'no-attack', 'GOV', ask).verdict),
    )
    assert.match(v.settles[0]!.what.ar, /داخل المنطقة المنزوعة السلاح/)
  })

  it('holds: coverage, as asked for, makes an unverified duty overdue', () => {
    const v = verdictOf(ACCORD, [], 'roads', 'RU+TR', { t: at('2019-02-01') })
    assert.equal(v.verdict, 'UNVERIFIED')
    assert.ok(v.settles.some(s => s.to === 'OVERDUE' && /coverage/.test(s.what.en)))
    assert.equal(verdictOf(ACCORD, [WATCHED], 'roads', 'RU+TR', { t: at('2019-02-01') }).verdict, 'OVERDUE')
  })
})
