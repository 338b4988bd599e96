import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EvidenceRecord } from '../../../src/core/evidence/record.ts'
import type { Statement } from '../../../src/core/statement/statement.ts'
import { scoreSignals } from '../../../src/core/warning/score/signals-score.ts'
import { type Signal, signalsOf } from '../../../src/core/warning/signal.ts'
import { ACCORD, at, claim, endOf, when } from '../compliance/sochi.ts'
import { docketAt } from './world.ts'

const T = endOf('2018-11-30')
const signals = (records: readonly EvidenceRecord[], statements: readonly Statement[] = []) =>
  signalsOf(ACCORD, docketAt(records, T, ACCORD), statements, T)
const kinds = (s: readonly Signal[]) =>
  s.filter(x => x.kind !== 'deadline-passed').map(x => `${x.kind} ${x.day}`)
const said = (s: Partial<Statement>): Statement => ({
  id: 's1',
  chain: [],
  act: 'assert',
  when: when('2018-11-28'),
  received: at('2018-11-28'),
  ...s,
})

describe('signals beside the counts', () => {
  it('are ultimatums, claimed exceptions and rejections, by the act a person gave the statement', () => {
    const list = signals(
      [],
      [
        said({ id: 'a', act: 'threaten' }),
        said({ id: 'b', act: 'demand', condition: 'last chance' }),
        said({ id: 'c', claimedException: { provision: 'no-attack' } }),
        said({ id: 'd', act: 'reject', about: { provision: 'no-attack' } }),
        said({ id: 'e', act: 'welcome' }),
      ],
    )
    assert.deepEqual(
      list
        .filter(s => s.kind !== 'deadline-passed')
        .map(s => s.kind)
        .sort(),
      ['claimed-exception', 'ultimatum', 'ultimatum', 'withdrawal'],
    )
  })
  it('are posts encircled, observers leaving, access denied, notices of suspension', () => {
    const list = signals([
      claim({ event: 'p', types: ['post_encircled'], when: '2018-11-05' }),
      claim({ event: 'o', types: ['post_closed'], when: '2018-11-06' }),
      claim({ event: 'x', types: ['access_denied'], when: '2018-11-07' }),
      { kind: 'suspension', id: 'n', by: 'GOV', when: when('2018-11-08'), received: at('2018-11-08') },
    ])
    assert.deepEqual(kinds(list), [
      'post-encircled 2018-11-05',
      'observers-leaving 2018-11-06',
      'access-denied 2018-11-07',
      'suspension 2018-11-08',
    ])
  })
  it('are the first use of each class of weapon in each zone, once', () => {
    const list = signals([
      claim({ event: 'm1', types: ['shelling'], weapons: ['mortar'], when: '2018-10-02' }),
      claim({ event: 'm2', types: ['shelling'], weapons: ['mortar'], when: '2018-10-09' }),
      claim({ event: 'air', types: ['air_strike'], weapons: ['fixed_wing'], when: '2018-11-25' }),
    ])
    assert.deepEqual(kinds(list), ['first-weapon 2018-10-02', 'first-weapon 2018-11-25'])
    assert.match(list.find(s => s.day === '2018-11-25')!.words.en, /aircraft/)
    assert.match(list.find(s => s.day === '2018-11-25')!.words.ar, /«طائرة»/)
    assert.doesNotMatch(list.find(s => s.day === '2018-11-25')!.words.ar, /fixed/)
  })
  it('do not count a weapon used before the text was in force', () => {
    assert.deepEqual(
      kinds(signals([claim({ event: 'm', types: ['shelling'], weapons: ['mortar'], when: '2018-03-01' })])),
      [],
    )
  })
  it('are deadlines that passed unmet, from the day after', () => {
    const passed = signals([]).filter(s => s.kind === 'deadline-passed')
    assert.ok(passed.some(s => s.provisions[0] === 'radicals-out' && s.day === '2018-10-16'))
    assert.ok(!passed.some(s => s.provisions[0] === 'roads'), 'not due before the end of the year')
  })
  it('open what they rest on, and are not there before it is known', () => {
    const c = claim({
      event: 'p',
      types: ['post_encircled'],
      when: '2018-11-05',
      received: endOf('2018-12-05'),
    })
    assert.deepEqual(kinds(signals([c])), [])
    const [s] = signals([{ ...c, received: at('2018-11-06') }]).filter(x => x.kind === 'post-encircled')
    assert.deepEqual([s!.records, s!.knownOn], [['p'], '2018-11-06'])
  })
})

describe('the hit rate of signals', () => {
  const signal = (kind: Signal['kind'], day: string, knownOn = day): Signal => ({
    id: `${kind}${day}`,
    kind,
    day,
    knownOn,
    zones: [],
    parties: [],
    provisions: [],
    records: [],
    words: { en: '', ar: '' },
  })
  const o = { horizon: 10, from: '2019-01-01', until: '2019-12-31' }

  it('is the share followed by a breakdown, beside what a random day would reach', () => {
    const [s] = scoreSignals(
      [signal('ultimatum', '2019-04-25'), signal('ultimatum', '2019-08-20')],
      ['2019-04-30'],
      o,
    )
    assert.deepEqual([s!.raised, s!.followed, s!.hitRate, s!.foretold], [2, 1, 0.5, 1])
    assert.ok(Math.abs(s!.byChance - 10 / 365) < 1e-9)
  })
  it('earns nothing by hindsight: a signal counts from the day it was known', () => {
    const [s] = scoreSignals([signal('ultimatum', '2019-04-25', '2019-05-15')], ['2019-04-30'], o)
    assert.equal(s!.followed, 0)
  })
  it('counts several on a day once, and kinds apart', () => {
    const list = [
      signal('ultimatum', '2019-04-25'),
      signal('ultimatum', '2019-04-25'),
      signal('access-denied', '2019-04-25'),
    ]
    assert.deepEqual(
      scoreSignals(list, [], o).map(s => [s.kind, s.raised]),
      [
        ['ultimatum', 1],
        ['access-denied', 1],
      ],
    )
  })
})
