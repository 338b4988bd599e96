import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runCli } from './run-cli.ts'

// A report of our own, with invented names: a repeated paragraph, page furniture, a relayed official, a
// double month name, a promise of fifty a side, and agenda items with their states.
const REPORT = `قال مسؤول روسي إن بلاده ستحافظ على اتفاق إدلب مع تركيا.
ونقلت وكالة "نبأ الشمال" عن مصدر روسي مسؤول قوله: "نريد إتمام تبادل 50 شخصًا من كل طرف، وسنعمل على إنجاز ذلك قبل نهاية العام الجاري".
وكانت تركيا وروسيا قد توصلتا إلى الاتفاق في 17 من سبتمبر/ أيلول الماضي.
اقرأ أيضاً
وقصفت قوات النظام بالمدفعية بلدة جرجناز في ريف إدلب يوم الجمعة الماضي.
أما بشأن عودة اللاجئين وإعادة الإعمار فتصر المعارضة على أن هذه المواضيع مؤجلة إلى حين التوصل إلى اتفاق سياسي.
وكانت تركيا وروسيا قد توصلتا إلى الاتفاق في 17 من سبتمبر/ أيلول الماضي.
`

describe('the walk in a terminal', () => {
  let folder: string
  let file: string
  let data: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hudna-cli-'))
    file = join(folder, 'تقرير.txt')
    data = join(folder, 'data')
    await writeFile(file, REPORT)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('judges the packaged accord where there is no data yet, and makes none', async () => {
    const { code, out } = await runCli(['judge', '--as-of', '2018-11-28', '--json'], { cwd: folder })
    assert.equal(code, 0)
    const board = JSON.parse(out)
    assert.equal(board.accord, 'idlib')
    assert.ok(board.rows.length > 10)
    assert.equal(existsSync(data), false)
  })

  it('reads a report without keeping it', async () => {
    const { code, out } = await runCli(['read', file, '--published', '2018-10-20', '--json'], { data })
    assert.equal(code, 0)
    const reading = JSON.parse(out)
    assert.deepEqual([reading.language, reading.publishedHow, reading.encoding], ['ar', 'given', 'utf-8'])
    assert.deepEqual(
      reading.paragraphs
        .filter((p: { kept: boolean }) => !p.kept)
        .map((p: { why: string }) => p.why)
        .sort(),
      ['boilerplate', 'repeat'],
    )
    const dates = reading.proposals.flatMap((p: { draft: { iso?: string } }) => p.draft.iso ?? [])
    assert.ok(dates.includes('2018-09-17'), String(dates))
    assert.equal(existsSync(data), false)
  })

  it('hands the report in, lists its proposals, accepts them, and the verdicts show it', async () => {
    const listed = await runCli(['accept', file, '--published', '2018-10-20', '--json'], { data })
    assert.equal(listed.code, 0, listed.err)
    const first = JSON.parse(listed.out)
    assert.deepEqual([first.same, first.decided], [false, []])
    assert.ok(first.open >= 3, `open: ${first.open}`)

    const accepted = await runCli(['accept', file, '--all', '--json'], { data })
    assert.equal(accepted.code, 0, accepted.err)
    const second = JSON.parse(accepted.out)
    assert.deepEqual([second.same, second.open, second.decided.length], [true, 0, first.open])
    const records = second.decided.flatMap(
      (d: { records: { of: string; record: Record<string, unknown> }[] }) => d.records,
    )
    const promise = records.find((r: { of: string }) => r.of === 'undertaking')
    assert.deepEqual(
      [promise?.record.quantity, promise?.record.each, promise?.record.deadline],
      [50, 'side', '2018-12-31'],
    )
    assert.ok(records.some((r: { of: string }) => r.of === 'position'))

    assert.equal(second.asOf, '2018-10-20')
    type Change = { provision: string; bearer: string[]; from: string; to: string }
    assert.deepEqual(
      second.changed
        .filter((c: Change) => c.provision === 'SOC18-2')
        .map((c: Change) => [c.bearer, c.from, c.to]),
      [[['GOV'], 'HOLDING', 'ALLEGED']],
    )

    const shelling = records.find((r: { record: { types?: string[] } }) =>
      r.record.types?.includes('shelling'),
    )
    const asked = ['judge', '--as-of', '2018-10-20', '--explain', 'SOC18-2', '--reading', 'default', '--json']
    const view = JSON.parse((await runCli(asked, { data })).out).records[shelling.record.id]
    assert.equal(view.status, 'active')
    assert.match(view.record.record.provenance.reportId, /^[0-9a-f-]{36}$/)
  })

  it('explains a provision in Arabic, with numbers and codes kept whole', async () => {
    const { code, out } = await runCli(['judge', '--as-of', '2018-11-28', '--explain', 'SOC18-6'], {
      data,
      lang: 'ar',
    })
    assert.equal(code, 0)
    assert.match(out, /[\u0600-\u06ff]/)
    assert.match(out, /\u2068SOC18-6\u2069/)
  })

  it('finds the ledger whole, and names the entry that was altered', async () => {
    const whole = await runCli(['verify', '--json'], { data })
    assert.equal(whole.code, 0)
    assert.equal(JSON.parse(whole.out).whole, true)
    const journal = join(data, 'ledger.jsonl')
    const text = await readFile(journal, 'utf8')
    await writeFile(journal, text.replace('وكالة', 'وكاله'))
    const broken = await runCli(['verify', '--json'], { data })
    assert.equal(broken.code, 3)
    assert.match(JSON.parse(broken.out).problems[0].message, /entry \d+/)
    await writeFile(journal, text)
    assert.equal((await runCli(['verify'], { data })).code, 0)
  })

  it('looks whether everything works', async () => {
    const { code, out } = await runCli(['doctor', '--json'], { data })
    const { ok, findings } = JSON.parse(out)
    assert.deepEqual([code, ok], [0, true], out)
    assert.ok(findings.some((f: { name: string }) => f.name === 'store'))
  })
})

describe('two processes on one data folder', () => {
  it('are not let in together: the second says who holds it, and judge asks the first instead', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hudna-cli-'))
    const { spawn } = await import('node:child_process')
    const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
    const server = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, 'start', '--port', '0', '--data', folder],
      { env: { ...process.env, DATABASE_URL: '', HUDNA_LANG: 'en' }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const ended = new Promise<number | null>(resolve => server.on('close', resolve))
    let said = ''
    server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
    })
    const address = await new Promise<string>((resolve, reject) => {
      let text = ''
      server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        const m = /http:\/\/\S+/.exec(text)
        if (m) resolve(m[0])
      })
      void ended.then(code => reject(new Error(`hudna start ended with ${code}: ${said}`)))
    })
    try {
      assert.equal((await fetch(new URL('/api/health', address))).status, 200)
      const verify = await runCli(['verify'], { data: folder })
      assert.equal(verify.code, 1)
      assert.match(verify.err, new RegExp(`${server.pid}`))
      const judged = await runCli(['judge', '--as-of', '2018-11-28', '--json'], { data: folder })
      assert.equal(judged.code, 0, judged.err)
      assert.ok(JSON.parse(judged.out).entries >= 2)
    } finally {
      server.kill('SIGTERM')
    }
    assert.equal(await ended, 0)
    assert.match(await readFile(join(folder, 'ledger.jsonl'), 'utf8'), /accord\.adopted/)
    assert.equal((await runCli(['verify'], { data: folder })).code, 0)
    await rm(folder, { recursive: true, force: true })
  })
})
