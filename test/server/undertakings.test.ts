import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Statement } from '../../src/core/statement/statement.ts'
import { endOf, when } from '../core/view/small-accord.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'

const said: Statement = {
  id: 's1',
  speaker: { name: 'سالم', named: 'named', party: 'NORTH' },
  chain: [{ name: 'Wadi Agency' }],
  act: 'commit',
  quote: 'سنفرج عن خمسين قبل نهاية العام',
  when: when('2018-11-28'),
  received: endOf('2018-11-28'),
  provenance: { url: 'https://example.org/said' },
}
const undertaking = {
  statement: 's1',
  party: 'NORTH',
  types: ['release'],
  mode: 'do',
  quantity: 50,
  deadline: '2018-12-31',
  words: { ar: 'الإفراج عن خمسين' },
  when: said.when,
}

describe('promises and positions entered by hand', () => {
  let a: AppUnderTest
  before(async () => {
    a = await appUnderTest([{ of: 'statement', record: said }])
  })
  after(() => a.close())

  it('a promise made from a statement is judged, and was known when the statement was', async () => {
    const made = await a.post('/undertakings', { undertaking })
    assert.equal(made.status, 200)
    const { body } = await a.get('/statements?asOf=2018-12-01&knownAt=2018-12-01')
    const [promise] = body.undertakings
    assert.equal(promise.undertaking.provenance.url, 'https://example.org/said')
    assert.deepEqual([promise.verdicts[0].verdict, promise.verdicts[0].quantity.required], ['PENDING', 50])
  })

  it('a position with its source gives its item a state', async () => {
    const position = {
      item: 'return',
      party: 'SOUTH',
      stance: 'defers',
      waitsFor: 'settlement',
      when: when('2018-11-28'),
      provenance: { outlet: 'Wadi Agency' },
    }
    assert.equal((await a.post('/positions', { position })).status, 200)
    const { body } = await a.get('/talks')
    assert.equal(body.items.find((i: { item: string }) => i.item === 'return').state, 'deferred')
  })

  for (const [name, path, body, field] of [
    ['a party nobody knows', '/undertakings', { undertaking: { ...undertaking, party: 'X' } }, 'party'],
    [
      'a statement nobody made',
      '/undertakings',
      { undertaking: { ...undertaking, statement: 'X' } },
      'statement',
    ],
    ['a zone nobody drew', '/undertakings', { undertaking: { ...undertaking, zone: 'X' } }, 'zone'],
    [
      'a party of the talks nobody knows',
      '/positions',
      { position: { item: 'return', party: 'X', stance: 'open', when: said.when } },
      'party',
    ],
  ] as const)
    it(`refuses ${name}, naming the field`, async () => {
      const { status, body: answer } = await a.post(path, body)
      assert.deepEqual([status, answer.where?.field], [404, field])
    })

  it('refuses a deadline that is no date', async () => {
    const { status } = await a.post('/undertakings', { undertaking: { ...undertaking, deadline: 'soon' } })
    assert.equal(status, 400)
  })
})
