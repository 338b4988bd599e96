import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { BACKTEST } from '../../src/cli/backtest.ts'
import { type Command, InputFault, UsageFault } from '../../src/cli/command.ts'
import { WATCH } from '../../src/cli/watch.ts'
import { drawCount, seeded } from '../../src/core/warning/chance/random.ts'

const home = process.cwd()
let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'hudna-warning-'))
  // A folder without ./data: the packaged accord is asked.
  process.chdir(folder)
})
after(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

async function run(
  command: Command,
  values: Record<string, string | boolean>,
  positionals: string[] = [],
  locale: 'en' | 'ar' = 'en',
) {
  let out = ''
  const code = await command.run(
    { values, positionals },
    { out: s => (out += s), err: () => {}, locale, env: {}, clock: () => Date.UTC(2019, 4, 6) },
  )
  return { code, out }
}

/** Two zones of two years, one surge of three times the level added in each. */
function writeSeries(at: string) {
  mkdirSync(join(at, 'daily'), { recursive: true })
  const random = seeded(12)
  const start = Date.UTC(2020, 0, 1)
  const rows = ['series_id,date,count']
  for (const id of ['inj_a_1', 'inj_a_2'])
    for (let t = 0; t < 700; t++) {
      const surge = t >= 300 && t < 321 ? 3 : 1
      const count = drawCount(2 * surge, 1.2, random)
      if (count) rows.push(`${id},${new Date(start + t * 86_400_000).toISOString().slice(0, 10)},${count}`)
    }
  const write = (name: string, text: string) => writeFileSync(join(at, 'daily', name), text)
  write('injected_daily_counts.csv', `${rows.join('\n')}\n`)
  write(
    'series_meta.json',
    JSON.stringify(['a_1', 'a_2'].map(id => ({ series_id: id, start: '2020-01-01', days: 700 }))),
  )
  write(
    'injected_breakdowns.json',
    JSON.stringify(
      ['inj_a_1', 'inj_a_2'].map(id => ({ series_id: id, onset_index0: 300, duration_days: 21, factor: 3 })),
    ),
  )
}

describe('hudna backtest', () => {
  it('scores every method on a folder of series, Hudna as shipped first', async () => {
    writeSeries(join(folder, 'series'))
    const { code, out } = await run(BACKTEST, { json: true }, [join(folder, 'series')])
    const rows = JSON.parse(out)
    assert.equal(code, 0)
    assert.equal(rows[0].method, 'hudna, as shipped')
    assert.deepEqual([rows[0].score.breakdowns, rows[0].score.missed], [2, 0])
    assert.ok(rows[0].score.medianDelayDays <= 6)
    assert.ok(rows.some((r: { method: string }) => r.method === 'cusumRossi_k1.04'))
  })
  it('prints the figures per size of surge', async () => {
    writeSeries(join(folder, 'series'))
    const { out } = await run(BACKTEST, {}, [join(folder, 'series')])
    assert.match(out, /× 3: \d+ \/ /)
  })
  it('names the file that a folder lacks', async () => {
    await assert.rejects(run(BACKTEST, {}, ['nowhere']), (e: InputFault) => {
      assert.match(e.problems[0]!.where!.file!, /nowhere\/daily\/series_meta\.json/)
      return e instanceof InputFault
    })
  })
  for (const budget of ['0', '-1', 'two', '100'])
    it(`refuses a budget of ${budget}`, async () => {
      await assert.rejects(run(BACKTEST, { budget }), UsageFault)
    })
})

describe('hudna watch', () => {
  const asOf = { 'as-of': '2019-05-06', 'known-at': '2019-05-06', 'no-scan': true }
  it('warns of the offensive of 30 April 2019 with what was known within the week', async () => {
    const { code, out } = await run(WATCH, { ...asOf, json: true })
    const { alerts } = JSON.parse(out)
    assert.equal(code, 0)
    assert.ok(
      alerts.some((a: { raisedOn: string }) => a.raisedOn >= '2019-04-29' && a.raisedOn <= '2019-05-03'),
    )
  })
  it('knew nothing of it the week before', async () => {
    const { out } = await run(WATCH, {
      'as-of': '2019-04-22',
      'known-at': '2019-04-22',
      'no-scan': true,
      days: '5',
      json: true,
    })
    assert.deepEqual(JSON.parse(out).alerts, [])
  })
  it('speaks Arabic', async () => {
    const { out } = await run(WATCH, asOf, [], 'ar')
    assert.match(out, /^الإنذارات كما في/)
    assert.match(out, /والصدفة وحدها تعطي/)
  })
  it('refuses what belongs to no option', async () => {
    await assert.rejects(run(WATCH, {}, ['now']), UsageFault)
  })
})
