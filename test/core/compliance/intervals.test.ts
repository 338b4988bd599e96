import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openDocket } from '../../../src/core/compliance/docket.ts'
import { intervals, intervalsOf } from '../../../src/core/compliance/intervals.ts'
import { judgeOne } from '../../../src/core/compliance/judge-one.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import { arbitraryInstant, arbitraryRecords, FOREVER, RUNS, WHOLE } from './arbitrary.ts'
import { ACCORD, at, claim, endOf, twice, WATCHED } from './sochi.ts'

const PREPARED = prepare(WHOLE, 'default')

describe('a verdict over time', () => {
  it('is at every moment the verdict judged for that moment', () => {
    fc.assert(
      fc.property(
        arbitraryRecords(14),
        fc.array(arbitraryInstant, { minLength: 1, maxLength: 6 }),
        (records, times) => {
          const d = openDocket(PREPARED, records, FOREVER)
          const until = Math.max(...times)
          for (const p of PREPARED.provisions)
            for (const b of p.bearers) {
              const strip = intervalsOf(d, p, b, until)
              for (const t of times) {
                if (p.judged === 'none' || t < p.force.start.lo) continue
                const here = strip.filter(i => i.from <= t && t <= i.to)
                assert.equal(here.length, 1, `${p.provision.id} at ${t}: ${JSON.stringify(strip)}`)
                assert.equal(
                  here[0]!.verdict,
                  judgeOne(d, p, b, { t }).verdict,
                  `${p.provision.id} ${b.key} at ${t}`,
                )
              }
              strip.forEach((i, n) => {
                assert.ok(i.from <= i.to)
                if (n > 0) assert.equal(i.from, strip[n - 1]!.to + 1)
              })
            }
        },
      ),
      { numRuns: Math.ceil(RUNS.numRuns / 3) },
    )
  })

  it('of a dated duty runs from pending through its waiting period to overdue', () => {
    const strip = intervals(ACCORD, [WATCHED], 'roads', ['RU', 'TR'], 'default', at('2019-02-01'))
    assert.deepEqual(
      strip.map(i => [i.verdict, i.codes.join()]),
      [
        ['PENDING', ''],
        ['PENDING', 'due'],
        ['OVERDUE', 'past-due'],
      ],
    )
    assert.equal(strip[0]!.to, endOf('2018-12-31'))
    assert.equal(strip[1]!.to, endOf('2019-01-03'))
    assert.equal(strip[2]!.to, at('2019-02-01'))
  })

  it('of a ban rises while an act may have happened and again when it certainly has', () => {
    const day = twice({ event: 'e', types: ['shelling'], actor: 'GOV', when: '2018-11-03' })
    const strip = intervals(ACCORD, day, 'no-attack', ['GOV'], 'default', at('2018-12-01'))
    assert.deepEqual(
      strip.map(i => [i.from, i.verdict]),
      [
        [at('2018-09-17'), 'HOLDING'],
        [at('2018-11-03'), 'POSSIBLE'],
        [endOf('2018-11-03'), 'BREACHED'],
      ],
    )
  })

  it('knows nothing that was received after k', () => {
    const late = twice({
      event: 'e',
      types: ['shelling'],
      actor: 'GOV',
      when: '2018-11-03',
      received: at('2018-11-10'),
    })
    const strip = (k: string) =>
      intervals(ACCORD, late, 'no-attack', ['GOV'], 'default', at(k), at('2018-12-01'))
    assert.deepEqual(
      strip('2018-11-09').map(i => i.verdict),
      ['HOLDING'],
    )
    assert.deepEqual(strip('2018-11-10').at(-1)?.verdict, 'BREACHED')
  })

  it('of a provision or a bearer that the accord does not have is empty', () => {
    assert.deepEqual(
      intervals(
        ACCORD,
        [claim({ event: 'e', types: ['shelling'], when: '2018-11-03' })],
        'none',
        ['GOV'],
        'default',
        FOREVER,
      ),
      [],
    )
    assert.deepEqual(intervals(ACCORD, [], 'roads', ['RU'], 'default', FOREVER), [])
  })
})
