import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ProvisionView, StateBoard } from '../../src/core/view/board.ts'
import { packagedAccord } from '../../src/server/packaged-accord.ts'
import { provisionSchema } from '../../src/server/schema/verdicts.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'

describe('the Idlib accord through the API', () => {
  let t: AppUnderTest
  before(async () => {
    const packaged = await packagedAccord('idlib')
    assert.ok(packaged.ok, JSON.stringify(!packaged.ok && packaged.error))
    t = await appUnderTest(packaged.value.records, { accord: packaged.value.accord })
  })
  after(() => t.close())
  const board = async (asOf: string): Promise<StateBoard> => (await t.get(`/state?asOf=${asOf}`)).body
  const cells = (b: StateBoard) =>
    new Map(
      b.rows.flatMap(r => r.cells.map(c => [`${r.provision} ${c.bearer.join('+')}`, c.verdict] as const)),
    )

  it('differs between 28 November 2018 and 1 January 2019 where deadlines passed', async () => {
    const [before, after] = [cells(await board('2018-11-28')), cells(await board('2019-01-01'))]
    const parted = [...after].filter(([cell, v]) => {
      const was = before.get(cell)
      return was && (was.verdict !== v.verdict || was.codes.join() !== v.codes.join())
    })
    const due = await board('2018-11-28').then(b => b.deadlines.map(d => d.provision))
    assert.ok(due.length > 0)
    for (const provision of due)
      assert.ok(
        parted.some(([cell]) => cell.startsWith(`${provision} `)),
        provision,
      )
  })

  it('gives every provision a page whose every cited record can be opened', async () => {
    const accord = t.house.desk('idlib')!.accord
    for (const p of accord.provisions) {
      const { status, body } = await t.get(`/provisions/${encodeURIComponent(p.id)}?asOf=2018-11-28`)
      assert.equal(status, 200, p.id)
      const view: ProvisionView = body
      assert.ok(provisionSchema.safeParse(view).success, p.id)
      for (const { verdict } of view.verdicts)
        for (const id of [...verdict.evidenceFor, ...verdict.evidenceAgainst])
          assert.ok(view.records[id], `${p.id} cites ${id}`)
    }
  })

  it('says why in both languages, for every cell', async () => {
    for (const [cell, v] of cells(await board('2018-11-28'))) {
      assert.ok(v.because.en.length > 10, cell)
      assert.match(v.because.ar, /[\u0600-\u06ff]/, cell)
    }
  })

  it('lists incidents with an answer for every zone', async () => {
    const { body } = await t.get('/incidents?asOf=2018-12-31')
    const zones = t.house.desk('idlib')!.accord.zones.map(z => z.id)
    assert.ok(body.incidents.length > 20)
    for (const i of body.incidents) assert.deepEqual(Object.keys(i.zones).sort(), zones.toSorted())
  })

  it('draws the zones in force at a moment, and none before any was drawn', async () => {
    const late = (await t.get('/zones?asOf=2018-11-28')).body
    assert.ok(late.features.length > 0)
    for (const f of late.features) assert.equal(f.geometry.type, 'MultiPolygon')
    assert.equal((await t.get('/zones?asOf=1990-01-01')).body.features.length, 0)
  })
})
