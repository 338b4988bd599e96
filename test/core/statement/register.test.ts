import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { contradictions } from '../../../src/core/statement/contradictions.ts'
import { narrowed, registerChoices, speakerKey } from '../../../src/core/statement/register.ts'
import type { Statement } from '../../../src/core/statement/statement.ts'
import { endOf, TZ, when } from '../view/small-accord.ts'

let n = 0
const said = (day: string, more: Partial<Statement> = {}): Statement => ({
  id: `s${++n}`,
  speaker: { name: 'سالم البنّاء', role: 'ناطق', named: 'named', party: 'NORTH' },
  chain: [{ name: 'Wadi Agency' }, { name: 'Daily Sun' }],
  act: 'assert',
  when: when(day),
  received: endOf(day),
  ...more,
})
const ids = (list: readonly Statement[]) => list.map(s => s.id)

describe('the register of statements', () => {
  const first = said('2018-10-10', {
    quote: 'لن نلجأ إلى القصف إلّا رداً على الاستفزازات',
    about: { provision: 'SOC-2' },
  })
  const second = said('2018-11-20', {
    act: 'warn',
    speaker: { role: 'a source', named: 'unnamed', party: 'SOUTH' },
    chain: [{ name: 'Other Paper' }],
    about: { agenda: 'return' },
    claimedException: { provision: 'SOC-9' },
  })
  const all = [first, second]
  const cases = [
    ['words in another spelling and with a prefix', { text: 'بالاستفزازات الي القصف' }, [first]],
    ['a relay within the chain', { relay: 'Wadi Agency' }, [first]],
    ['a party', { party: 'SOUTH' }, [second]],
    ['a speech act', { act: 'warn' }, [second]],
    ['a provision it speaks of', { provision: 'SOC-2' }, [first]],
    ['a provision it claims an exception from', { provision: 'SOC-9' }, [second]],
    ['an agenda item', { agenda: 'return' }, [second]],
    ['a first day', { from: '2018-11-20' }, [second]],
    ['a last day', { to: '2018-10-10' }, [first]],
    ['a claimed exception', { exceptions: true }, [second]],
    ['nothing', {}, all],
    ['two things that no one statement has', { act: 'warn', party: 'NORTH' }, []],
  ] as const
  for (const [name, filter, expected] of cases)
    it(`is narrowed to ${name}`, () => {
      assert.deepEqual(ids(narrowed(all, filter, TZ)), ids(expected))
    })

  it('offers what occurs in it, and no unnamed source as a speaker', () => {
    const choices = registerChoices(all)
    assert.deepEqual(
      choices.speakers.map(s => s.name),
      ['سالم البنّاء'],
    )
    assert.deepEqual(choices.relays, ['Wadi Agency', 'Daily Sun', 'Other Paper'])
    assert.deepEqual(choices.provisions, ['SOC-2', 'SOC-9'])
  })

  it('knows a speaker by any spelling of the name', () => {
    const other = said('2018-10-11', { speaker: { name: 'سالم البناء', named: 'named' } })
    assert.equal(speakerKey(first), speakerKey(other))
  })
})

describe('contradictions', () => {
  const about = { provision: 'SOC-6' }
  const cases: readonly (readonly [string, readonly Statement[], number])[] = [
    ['asserts, then denies', [said('2018-10-10', { about }), said('2018-10-12', { about, act: 'deny' })], 1],
    [
      'commits, then rejects',
      [said('2018-10-10', { about, act: 'commit' }), said('2018-10-12', { about, act: 'reject' })],
      1,
    ],
    [
      'rejects, then accepts',
      [said('2018-10-10', { about, act: 'reject' }), said('2018-10-12', { about, act: 'accept' })],
      1,
    ],
    [
      'speaks of two provisions',
      [said('2018-10-10', { about }), said('2018-10-12', { about: { provision: 'SOC-7' }, act: 'deny' })],
      0,
    ],
    [
      'speaks of two provisions under one agenda item',
      [
        said('2018-10-10', { about: { ...about, agenda: 'a' } }),
        said('2018-10-12', { about: { provision: 'SOC-7', agenda: 'a' }, act: 'deny' }),
      ],
      0,
    ],
    [
      'only sharpens the tone',
      [said('2018-10-10', { about, act: 'warn' }), said('2018-10-12', { about, act: 'threaten' })],
      0,
    ],
    [
      'is somebody else',
      [
        said('2018-10-10', { about }),
        said('2018-10-12', { about, act: 'deny', speaker: { name: 'هند', named: 'named', party: 'NORTH' } }),
      ],
      0,
    ],
    [
      'is an unnamed source',
      ['assert', 'deny'].map(act =>
        said('2018-10-10', { about, act: act as 'deny', speaker: { role: 'a source', named: 'unnamed' } }),
      ),
      0,
    ],
    [
      'is read in two ways by outlets',
      ['reject', 'accept'].map(act =>
        said('2018-10-14', {
          about,
          act: act as 'accept',
          readings: [{ outlet: 'A', reading: 'a refusal' }],
        }),
      ),
      0,
    ],
  ]
  for (const [name, statements, expected] of cases)
    it(`are ${expected ? 'pointed out' : 'not seen'} when a speaker ${name}`, () => {
      assert.equal(contradictions(statements).length, expected)
    })

  it('name the older and the newer statement and the matter, whatever the order they came in', () => {
    const older = said('2018-10-10', { about, act: 'commit' })
    const newer = said('2018-10-12', { about, act: 'reject' })
    assert.deepEqual(contradictions([newer, older]), [
      {
        earlier: older.id,
        later: newer.id,
        on: { kind: 'provision', id: 'SOC-6' },
        acts: ['commit', 'reject'],
      },
    ])
  })
})
