import assert from 'node:assert/strict'
import { LOCAL_USER, type Viewer } from '../../src/core/access/viewer.ts'
import { EMPTY_HEAD, headAfter, verifyChain } from '../../src/core/ledger/chain.ts'
import type { Entry, EntryBody } from '../../src/core/ledger/entry.ts'
import { MAX_ENTRY_CHARACTERS } from '../../src/store/store.ts'
import { aClaim, added, aReport, decided, undone } from '../core/ledger/a-ledger.ts'
import { clock, eachEngine } from './each-engine.ts'

const as = (id: string, roles: Viewer['roles']): Viewer => ({ id, roles, release: 'internal' })
const report = (id: string): EntryBody => ({
  kind: 'report.received',
  report: aReport(id, { title: 'مجلس محلي' }),
})

await eachEngine('a store', engine => {
  const { it } = engine

  async function append(accord: string, ...bodies: EntryBody[]): Promise<readonly Entry[]> {
    const made = await engine.store().appendEntries(LOCAL_USER, accord, bodies)
    assert.ok(made.ok)
    return made.value
  }
  async function all(accord: string, range = {}, viewer = LOCAL_USER): Promise<Entry[]> {
    const entries: Entry[] = []
    for await (const entry of engine.store().readEntries(viewer, accord, range)) entries.push(entry)
    return entries
  }

  it('numbers entries of each accord from 1, chains them, and reads them back as appended', async () => {
    const [one, other] = [engine.accord(), engine.accord()]
    const made = [
      ...(await append(one, report('r1'), added(aClaim('c1')))),
      ...(await append(one, undone(2))),
    ]
    await append(other, report('r2'))
    assert.deepEqual(
      made.map(e => e.seq),
      [1, 2, 3],
    )
    assert.deepEqual(await all(one), made)
    assert.deepEqual(verifyChain(made, { head: await engine.store().head(LOCAL_USER, one) }), [])
    assert.deepEqual(
      (await all(other)).map(e => e.seq),
      [1],
    )
  })

  it('keeps every letter: Arabic, marks of direction, a null character, half a surrogate pair', async () => {
    const accord = engine.accord()
    const title = 'قال «نعم»\u200f \u0000 \ud83d \r\n\t"\\'
    await append(accord, { kind: 'report.received', report: aReport('r1', { title }) })
    const [entry] = await all(accord)
    assert.equal(entry?.body.kind === 'report.received' && entry.body.report.title, title)
    assert.deepEqual(verifyChain([entry!]), [])
  })

  it('leaves out undefined members, so that what comes back is what was hashed', async () => {
    const [entry] = await append(engine.accord(), { kind: 'setting.test', data: { a: undefined, b: 1 } })
    assert.deepEqual(entry?.body, { kind: 'setting.test', data: { b: 1 } })
  })

  it('stands at nothing before the first entry, then at the last', async () => {
    const accord = engine.accord()
    assert.deepEqual(await engine.store().head(LOCAL_USER, accord), EMPTY_HEAD)
    const made = await append(accord, report('r1'), report('r2'))
    assert.deepEqual(await engine.store().head(LOCAL_USER, accord), headAfter(made.at(-1)!))
  })

  it('appends nothing for an empty list', async () => {
    const accord = engine.accord()
    assert.deepEqual(await append(accord), [])
    assert.deepEqual(
      (await engine.store().accords(LOCAL_USER)).filter(a => a.accord === accord),
      [],
    )
  })

  it("notes author and the store's time", async () => {
    clock.now = Date.UTC(2018, 10, 28, 14)
    const [entry] = await append(engine.accord(), report('r1'))
    assert.deepEqual([entry?.by, entry?.recordedAt], ['local', clock.now])
  })

  it('never lets time fall, even when the clock is set back', async () => {
    const accord = engine.accord()
    clock.now = Date.UTC(2018, 10, 28, 15)
    await append(accord, report('r1'))
    clock.now = Date.UTC(2018, 10, 28, 14)
    const [second] = await append(accord, report('r2'))
    assert.equal(second?.recordedAt, Date.UTC(2018, 10, 28, 15))
  })

  it('refuses what was decided on an older head, says where it stands, and writes nothing', async () => {
    const accord = engine.accord()
    const made = await append(accord, report('r1'), report('r2'))
    const stale = await engine
      .store()
      .appendEntries(LOCAL_USER, accord, [decided('p1', 'accepted')], { expectedSeq: 1 })
    assert.deepEqual(stale, {
      ok: false,
      error: { kind: 'stale', accord, expectedSeq: 1, head: headAfter(made[1]!) },
    })
    assert.equal((await all(accord)).length, 2)
    assert.ok(
      (
        await engine
          .store()
          .appendEntries(LOCAL_USER, accord, [decided('p1', 'accepted')], { expectedSeq: 2 })
      ).ok,
    )
  })

  it('appends all or none: one bad entry keeps the others out', async () => {
    const accord = engine.accord()
    await append(accord, report('r1'))
    const made = await engine.store().appendEntries(LOCAL_USER, accord, [report('r2'), undone(3)])
    assert.deepEqual(made, { ok: false, error: { kind: 'no-such-entry', accord, seq: 3 } })
    assert.equal((await all(accord)).length, 1)
    assert.equal((await append(accord, report('r2')))[0]?.seq, 2)
  })

  it('refuses an entry larger than it could read back', async () => {
    const data = 'x'.repeat(MAX_ENTRY_CHARACTERS)
    const made = await engine
      .store()
      .appendEntries(LOCAL_USER, engine.accord(), [{ kind: 'setting.test', data }])
    assert.equal(!made.ok && made.error.kind, 'too-large')
  })

  it('gives forty appends at once forty numbers without gap or double', async () => {
    const accord = engine.accord()
    await Promise.all(Array.from({ length: 40 }, (_, i) => append(accord, report(`r${i}`))))
    const entries = await all(accord)
    assert.deepEqual(
      entries.map(e => e.seq),
      Array.from({ length: 40 }, (_, i) => i + 1),
    )
    assert.deepEqual(verifyChain(entries), [])
  })

  it('lets one of two appends that expect the same head through', async () => {
    const accord = engine.accord()
    await append(accord, report('r1'))
    const made = await Promise.all(
      [1, 2].map(i =>
        engine.store().appendEntries(LOCAL_USER, accord, [report(`x${i}`)], { expectedSeq: 1 }),
      ),
    )
    assert.deepEqual(made.map(m => m.ok).sort(), [false, true])
  })

  it('reads a range, and a long ledger in pages', async () => {
    const accord = engine.accord()
    await append(accord, ...Array.from({ length: 1203 }, (_, i) => report(`r${i}`)))
    assert.equal((await all(accord)).length, 1203)
    const seqs = async (range: object) => (await all(accord, range)).map(e => e.seq)
    assert.deepEqual(await seqs({ from: 1202 }), [1202, 1203])
    assert.deepEqual(await seqs({ from: 499, to: 502 }), [499, 500, 501, 502])
    assert.deepEqual(await seqs({ from: 10, limit: 2 }), [10, 11])
    assert.equal((await seqs({ limit: 501 })).length, 501)
  })

  it('tells listeners of each append after it is confirmed, and no more once they left', async () => {
    const accord = engine.accord()
    const heard: string[] = []
    const stop = engine.store().onAppend((a, seq) => a === accord && heard.push(`${seq}`))
    await append(accord, report('r1'), report('r2'))
    await append(accord, report('r3'))
    stop()
    await append(accord, report('r4'))
    assert.deepEqual(heard, ['2', '3'])
  })

  it('holds everything after closing and opening again', async () => {
    const accord = engine.accord()
    const made = await append(accord, report('r1'), added(aClaim('c1')))
    await engine.reopen()
    assert.deepEqual(await all(accord), made)
    assert.equal((await append(accord, report('r2')))[0]?.prev, made[1]?.hash)
  })

  it('refuses work after closing', async () => {
    const old = engine.store()
    await engine.reopen()
    await assert.rejects(old.head(LOCAL_USER, 'idlib'), { code: 'closed' })
    await assert.rejects(old.appendEntries(LOCAL_USER, 'idlib', [report('r1')]), { code: 'closed' })
  })

  it('answers a viewer without a role on the accord as if there were none', async () => {
    const [accord, other] = [engine.accord(), engine.accord()]
    await append(accord, report('r1'))
    const stranger = as('u-stranger', { [other]: ['administrator'] })
    assert.deepEqual(await all(accord, {}, stranger), [])
    assert.deepEqual(await engine.store().head(stranger, accord), EMPTY_HEAD)
    assert.deepEqual(await engine.store().accords(stranger), [])
    const made = await engine.store().appendEntries(stranger, accord, [report('r2')])
    assert.deepEqual(made, { ok: false, error: { kind: 'not-yours', accord } })
  })

  for (const [role, may] of [
    ['viewer', []],
    ['reporter', ['report.received']],
    ['reviewer', ['report.received', 'proposal.decided']],
    ['exchange', ['exchange.agreed']],
    ['administrator', ['report.received', 'proposal.decided', 'accord.adopted', 'exchange.agreed']],
  ] as const) {
    it(`lets a ${role} append ${may.join(', ') || 'nothing'} and read`, async () => {
      const accord = engine.accord()
      const viewer = as(`u-${role}`, { [accord]: [role] })
      const bodies: EntryBody[] = [
        report('r1'),
        decided('p1', 'rejected'),
        { kind: 'accord.adopted', sha256: '', document: {} },
        { kind: 'exchange.agreed', data: {} },
      ]
      const done: string[] = []
      for (const body of bodies)
        if ((await engine.store().appendEntries(viewer, accord, [body])).ok) done.push(body.kind)
      assert.deepEqual(done.sort(), [...may].sort())
      assert.equal((await all(accord, {}, viewer)).length, may.length)
    })
  }
})
