import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { LOCAL_USER } from '../../src/core/access/viewer.ts'
import { eachEngine } from './each-engine.ts'

const named = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

await eachEngine('bytes kept in a store', engine => {
  const { it } = engine
  const put = async (accord: string, bytes: Uint8Array) => {
    const kept = await engine.store().putBlob(LOCAL_USER, accord, bytes)
    assert.ok(kept.ok)
    return kept.value
  }
  const get = (accord: string, sha256: string) => engine.store().getBlob(LOCAL_USER, accord, sha256)

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['a text in Windows-1256', Uint8Array.of(0xe5, 0xcf, 0xe4, 0xc9)],
    ['one part exactly', randomBytes(1 << 20)],
    ['three parts and a byte', randomBytes(3 * (1 << 20) + 1)],
  ] as const) {
    it(`come back as they were, named by their hash: ${what}`, async () => {
      const accord = engine.accord()
      const kept = await put(accord, bytes)
      assert.deepEqual(kept, { sha256: named(bytes), bytes: bytes.length })
      assert.deepEqual(Buffer.from((await get(accord, kept.sha256))!), Buffer.from(bytes))
    })
  }

  it('of 50 MB come back', async () => {
    const accord = engine.accord()
    const bytes = randomBytes(50 * (1 << 20))
    assert.equal(named((await get(accord, (await put(accord, bytes)).sha256))!), named(bytes))
  })

  it('are kept once however often they come', async () => {
    const accord = engine.accord()
    const bytes = Buffer.from('بيان')
    await Promise.all([put(accord, bytes), put(accord, bytes), put(accord, bytes)])
    assert.deepEqual(await engine.store().blobs(LOCAL_USER, accord), [
      { sha256: named(bytes), bytes: bytes.length },
    ])
  })

  it('are undefined when nobody kept them, also under a name that is none', async () => {
    assert.equal(await get(engine.accord(), '0'.repeat(64)), undefined)
    assert.equal(await get(engine.accord(), '../../hudna.lock'), undefined)
  })

  it('belong to one accord: another one does not show them', async () => {
    const { sha256 } = await put(engine.accord(), Buffer.from('أسماء'))
    assert.equal(await get(engine.accord(), sha256), undefined)
  })

  it('are neither shown to nor taken from a stranger', async () => {
    const accord = engine.accord()
    const { sha256 } = await put(accord, Buffer.from('سر'))
    const stranger: Viewer = { id: 'u-stranger', roles: {}, release: 'internal' }
    assert.equal(await engine.store().getBlob(stranger, accord, sha256), undefined)
    assert.deepEqual(await engine.store().blobs(stranger, accord), [])
    assert.deepEqual(await engine.store().putBlob(stranger, accord, Buffer.from('x')), {
      ok: false,
      error: { kind: 'not-yours', accord },
    })
  })

  it('survive closing and opening again', async () => {
    const accord = engine.accord()
    const { sha256 } = await put(accord, Buffer.from('باقٍ'))
    await engine.reopen()
    assert.equal(Buffer.from((await get(accord, sha256))!).toString(), 'باقٍ')
  })

  it('of an accord with a dangerous name stay inside the store', async () => {
    for (const accord of ['..', '../up', '.', 'a/b', 'اتفاق']) {
      const { sha256 } = await put(accord, Buffer.from(accord))
      assert.equal(Buffer.from((await get(accord, sha256))!).toString(), accord)
    }
  })
})
