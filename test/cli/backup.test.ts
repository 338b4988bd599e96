import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runCli } from './run-cli.ts'

describe('a ledger carried to another folder', () => {
  let folder: string
  const at = (name: string) => join(folder, name)
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hudna-cli-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('holds two accords, is backed up, restored with the same hashes, and is whole', async () => {
    const adopted = await runCli(['adopt', 'hodeidah', '--data', at('here')])
    assert.equal(adopted.code, 0, adopted.err)
    const saved = await runCli(['backup', at('all.backup'), '--data', at('here'), '--json'])
    assert.equal(saved.code, 0, saved.err)
    const restored = await runCli(['restore', at('all.backup'), '--data', at('there'), '--json'])
    assert.equal(restored.code, 0, restored.err)
    assert.deepEqual(JSON.parse(restored.out).ledgers, JSON.parse(saved.out).ledgers)
    assert.deepEqual(
      JSON.parse(saved.out).ledgers.map((l: { accord: string }) => l.accord),
      ['hodeidah', 'idlib'],
    )
    assert.equal((await runCli(['verify', '--data', at('there')])).code, 0)
  })

  it('is not restored from a file in which one byte was changed', async () => {
    const bytes = await readFile(at('all.backup'))
    bytes[bytes.length >> 1]! ^= 1
    await writeFile(at('altered.backup'), bytes)
    const { code, err } = await runCli(['restore', at('altered.backup'), '--data', at('nowhere')])
    assert.equal(code, 1)
    assert.match(err, /altered\.backup/)
  })

  it('does not adopt the same accord twice, and names those that come with Hudna', async () => {
    const { code, err } = await runCli(['adopt', 'hodeidah', '--data', at('here')])
    assert.equal(code, 1)
    assert.match(err, /already/)
    assert.match((await runCli(['adopt', 'atlantis', '--data', at('here')])).err, /minsk-2015/)
  })
})
