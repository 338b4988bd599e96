import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCAL_USER } from '../../src/core/access/viewer.ts'
import { sealed } from '../../src/core/ledger/chain.ts'
import { aReport } from '../core/ledger/a-ledger.ts'
import { behindTheBack } from './behind-the-back.ts'
import { eachEngine } from './each-engine.ts'

await eachEngine('verifying a ledger', engine => {
  const { it } = engine

  /** A ledger of five reports, the third with bytes. */
  async function five(): Promise<{ accord: string; blob: string }> {
    const accord = engine.accord()
    const kept = await engine.store().putBlob(LOCAL_USER, accord, Buffer.from('قُصفت القرية'))
    assert.ok(kept.ok)
    for (let i = 1; i <= 5; i++) {
      const report = aReport(`r${i}`, i === 3 ? kept.value : { sha256: kept.value.sha256 })
      assert.ok(
        (await engine.store().appendEntries(LOCAL_USER, accord, [{ kind: 'report.received', report }])).ok,
      )
    }
    return { accord, blob: kept.value.sha256 }
  }
  const found = async (accord: string, options = {}) =>
    (await engine.store().verify(LOCAL_USER, accord, options)).problems.map(p => [p.code, p.where?.field])

  it('finds nothing in a whole one, and counts its entries', async () => {
    const { accord } = await five()
    assert.deepEqual(await engine.store().verify(LOCAL_USER, accord, { bytes: true }), {
      entries: 5,
      whole: true,
      problems: [],
    })
  })

  it('finds nothing in one that does not exist', async () => {
    assert.deepEqual(await engine.store().verify(LOCAL_USER, engine.accord()), {
      entries: 0,
      whole: true,
      problems: [],
    })
  })

  for (const [what, change, expected] of [
    ['a word of the body', `body = replace(body, '"r3"', '"r9"')`, [['entry-altered', 'entry 3']]],
    [
      'a space added to the body',
      `body = replace(body, '"kind":', '"kind": ')`,
      [['entry-altered', 'entry 3']],
    ],
    ['a body that is no JSON any more', `body = 'gone'`, [['entry-altered', 'entry 3']]],
    ['the author', `entered_by = 'u-other'`, [['entry-altered', 'entry 3']]],
    ['the time', `recorded_at = recorded_at - 1`, [['entry-altered', 'entry 3']]],
    ['the kind it is filed under', `kind = 'comment.added'`, [['kind-altered', 'entry 3']]],
    ['the hash', `hash = repeat('0', 64)`, [['entry-altered', 'entry 3']]],
  ] as const) {
    it(`names the entry after a change behind its back: ${what}`, async () => {
      const { accord } = await five()
      await behindTheBack(engine, `update ledger_entry set ${change} where accord = '${accord}' and seq = 3`)
      assert.deepEqual(await found(accord), expected)
    })
  }

  it('names a deleted entry', async () => {
    const { accord } = await five()
    await behindTheBack(engine, `delete from ledger_entry where accord = '${accord}' and seq = 3`)
    assert.deepEqual(await found(accord), [['entry-missing', 'entry 3']])
  })

  it('names deleted last entries', async () => {
    const { accord } = await five()
    await behindTheBack(engine, `delete from ledger_entry where accord = '${accord}' and seq > 3`)
    assert.deepEqual(await found(accord), [['entry-missing', 'entry 4']])
  })

  it('names the entry whose bytes are gone or altered', async () => {
    const { accord, blob } = await five()
    const address = engine.address()
    if (address.kind === 'embedded') {
      const file = join(address.folder, 'blobs', accord, blob.slice(0, 2), blob)
      writeFileSync(file, 'another text')
      assert.equal((await found(accord, { bytes: true }))[0]?.[0], 'blob-damaged')
      rmSync(file)
    } else {
      await behindTheBack(engine, `update blob_part set data = 'another text' where accord = '${accord}'`)
      assert.equal((await found(accord, { bytes: true }))[0]?.[0], 'blob-damaged')
      await behindTheBack(
        engine,
        `delete from blob_part where accord = '${accord}'; delete from blob where accord = '${accord}'`,
      )
    }
    assert.deepEqual((await found(accord, { bytes: true }))[0], ['blob-missing', 'entry 1'])
    assert.deepEqual(await found(accord), [])
  })

  it('tells a stranger nothing', async () => {
    const { accord } = await five()
    const stranger = { id: 'u-stranger', roles: {}, release: 'internal' } as const
    assert.deepEqual(await engine.store().verify(stranger, accord), { entries: 0, whole: true, problems: [] })
  })

  // Only the embedded engine keeps a second copy to compare with.
  if (engine.kind !== 'embedded') return

  it('shows that entries were rewritten from some point on, when the journal still has the first', async () => {
    const { accord } = await five()
    const entries = []
    for await (const entry of engine.store().readEntries(LOCAL_USER, accord)) entries.push(entry)
    const { hash: _, ...last } = entries[4]!
    const forged = sealed({ ...last, by: 'u-forger' })
    await behindTheBack(
      engine,
      `
      update ledger_entry set entered_by = 'u-forger', hash = '${forged.hash}' where accord = '${accord}' and seq = 5;
      update ledger_head set hash = '${forged.hash}' where accord = '${accord}'`,
    )
    const { problems } = await engine.store().verify(LOCAL_USER, accord)
    assert.deepEqual(
      problems.map(p => p.code),
      ['head-differs'],
    )
    assert.match(problems[0]!.message, /^in ledger\.jsonl, /)
  })
})
