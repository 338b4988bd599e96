import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { ACCORDS_DIR } from '../../src/server/installed.ts'
import { runCli } from './run-cli.ts'

describe('a file that is no report', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hudna-cli-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  const read = async (name: string, content: Uint8Array | string, ...args: string[]) => {
    const file = join(folder, name)
    await writeFile(file, content)
    return { file, ...(await runCli(['read', file, ...args])) }
  }

  it('is named when it is not there', async () => {
    const { code, err } = await runCli(['read', join(folder, 'nothing.txt')])
    assert.equal(code, 1)
    assert.match(err, /nothing\.txt: there is no such file/)
  })

  it('is named when it is empty', async () => {
    const { code, err, file } = await read('empty.txt', '')
    assert.equal(code, 1)
    assert.ok(err.includes(file) && /empty/.test(err), err)
  })

  it('is named when it is a binary', async () => {
    const { code, err, file } = await read(
      'program.bin',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    )
    assert.equal(code, 1)
    assert.ok(err.includes(file), err)
  })

  it('is named with its size when it is 50 MB, and what would be taken', async () => {
    const { code, err, file } = await read('large.txt', new Uint8Array(50 * 1024 * 1024).fill(0x20))
    assert.equal(code, 1)
    assert.ok(err.includes(file) && /50 MB/.test(err) && /16 MB/.test(err), err)
  })

  it('is read all the same in Windows-1256, and the encoding is said', async () => {
    // "قال مسؤول إن الاتفاق قائم" three times over, as a Windows program of the region saves it.
    const word = [
      0xde, 0xc7, 0xe1, 0x20, 0xe3, 0xd3, 0xc4, 0xe6, 0xe1, 0x20, 0xc5, 0xe4, 0x20, 0xc7, 0xe1, 0xc7, 0xca,
      0xdd, 0xc7, 0xde, 0x20, 0xde, 0xc7, 0xc6, 0xe3, 0x2e, 0x0a,
    ]
    const { code, out } = await read(
      'windows.txt',
      Uint8Array.from([...word, ...word.toReversed().slice(1), 0x0a, ...word]),
      '--json',
    )
    assert.equal(code, 0)
    const reading = JSON.parse(out)
    assert.equal(reading.encoding, 'windows-1256')
    assert.match(reading.text, /قال مسؤول إن الاتفاق قائم/)
  })

  it('does not stop the others from being read', async () => {
    const good = join(folder, 'good.txt')
    await writeFile(good, 'قال مسؤول تركي إن الاتفاق قائم.')
    const { code, out, err } = await runCli(['read', join(folder, 'nothing.txt'), good, '--json'])
    assert.equal(code, 1)
    assert.match(err, /nothing\.txt/)
    assert.equal(JSON.parse(out).file, good)
  })

  it('is not read against a day that does not exist', async () => {
    const { code, err } = await read('dated.txt', 'خبر', '--published', '2018-02-30')
    assert.equal(code, 1)
    assert.match(err, /--published.*2018-02-30.*YYYY-MM-DD/)
  })
})

describe('an accord with faults', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hudna-cli-'))
    await cp(join(ACCORDS_DIR, 'idlib'), join(folder, 'idlib'), { recursive: true })
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('as packaged has none', async () => {
    const { code, out } = await runCli(['check', join(folder, 'idlib')])
    assert.equal(code, 0, out)
    assert.match(out, /0 errors/)
  })

  it('is told the file, the line and the field of a name that leads nowhere', async () => {
    const file = join(folder, 'idlib', 'accord.yaml')
    const good = await readFile(file, 'utf8')
    await writeFile(file, good.replace(/(bearer:\s*\[?\[?)TR\b/, '$1TRR'))
    const { code, out } = await runCli(['check', file])
    assert.equal(code, 1)
    assert.match(out, /accord\.yaml:\d+ provisions\[\d+\]\.bearer.*TRR/)
    const { out: json } = await runCli(['check', file, '--json'])
    const { ok, problems } = JSON.parse(json)
    assert.equal(ok, false)
    assert.ok(problems[0].where.line > 0)
    await writeFile(file, good)
  })
})

describe('a command called wrongly', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['jugde'], /No command 'jugde'/],
    ['an unknown option', ['judge', '--asof', '2018-11-28'], /--asof/],
    ['a file too few', ['read'], /Which file/],
    ['an option without its value', ['judge', '--as-of'], /--as-of/],
    ['a port that is none', ['start', '--port', 'many'], /--port: 'many'/],
    ['--all and --only together', ['accept', 'x', '--all', '--only', 'y'], /not both/],
  ]
  for (const [name, args, message] of cases)
    it(`with ${name} says so on stderr, ends with 2, and prints no data`, async () => {
      const { code, out, err } = await runCli(args)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, message)
    })

  it('is told in Arabic when Arabic was asked for', async () => {
    const { code, err } = await runCli(['jugde'], { lang: 'ar' })
    assert.equal(code, 2)
    assert.match(err, /لا أمر بهذا الاسم/)
  })
})

describe('a question that cannot be answered', () => {
  it('names the option with a date that does not exist', async () => {
    const { code, err } = await runCli(['judge', '--as-of', '2018-02-30'], { cwd: tmpdir() })
    assert.equal(code, 1)
    assert.match(err, /--as-of: '2018-02-30'.*expected YYYY-MM-DD/)
  })

  it('names the provisions there are', async () => {
    const { code, err } = await runCli(['judge', '--explain', 'SOC18-99'], { cwd: tmpdir() })
    assert.equal(code, 1)
    assert.match(err, /SOC18-99.*expected one of .*SOC18-6/)
  })

  it('says that a folder holds no ledger, instead of making one', async () => {
    const { code, err } = await runCli(['judge', '--data', join(tmpdir(), 'hudna-nowhere')])
    assert.equal(code, 1)
    assert.match(err, /no ledger in this folder/)
  })
})

describe('help', () => {
  it('lists every command, in either language', async () => {
    const en = await runCli([])
    const ar = await runCli(['--help'], { lang: 'ar' })
    for (const { out, code } of [en, ar]) {
      assert.equal(code, 0)
      for (const name of ['start', 'read', 'accept', 'judge', 'check', 'verify', 'doctor'])
        assert.match(out, new RegExp(`hudna ${name}`))
    }
    assert.match(ar.out, /الأوامر/)
  })
})
