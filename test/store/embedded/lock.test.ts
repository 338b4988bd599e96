import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { takeLock } from '../../../src/store/embedded/lock.ts'
import { appendReports, folders, openIn, reportIds, within } from './folder.ts'

const folder = folders()
const made = () => {
  const f = folder()
  mkdirSync(f)
  return f
}
const holderIn = (f: string) => JSON.parse(readFileSync(join(f, 'hudna.lock'), 'utf8'))

/** A lock as another holder would have left it, last touched `age` seconds ago. */
function left(change: object, age = 3600): string {
  const f = made()
  const lock = takeLock(f)
  const me = holderIn(f)
  lock.release()
  writeFileSync(join(f, 'hudna.lock'), JSON.stringify({ ...me, ...change }))
  const then = new Date(Date.now() - age * 1000)
  utimesSync(join(f, 'hudna.lock'), then, then)
  return f
}
/** A process id that was given to a process and is free again. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

describe('the lock of a data folder', () => {
  it('refuses a second opening and names process, folder and ways out', () => {
    const f = made()
    const lock = takeLock(f)
    assert.throws(
      () => takeLock(f),
      (e: Error & { code?: string; problem?: { expected?: string } }) => {
        assert.equal(e.code, 'in-use')
        assert.match(
          e.message,
          new RegExp(`${f} is in use by process ${process.pid} on ${hostname()}, since 20`),
        )
        assert.match(e.problem?.expected ?? '', /stop the other.*DATABASE_URL/)
        return true
      },
    )
    lock.release()
    takeLock(f).release()
  })

  it('refuses while another process holds it, and is free once that one is killed', async () => {
    const f = made()
    const lockModule = new URL('../../../src/store/embedded/lock.ts', import.meta.url).href
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import(${JSON.stringify(lockModule)}).then(m => { m.takeLock(${JSON.stringify(f)}); console.log('held'); setInterval(() => {}, 1000) })`,
    ])
    await new Promise(resolve => child.stdout.once('data', resolve))
    assert.throws(() => takeLock(f), { code: 'in-use' })
    child.kill('SIGKILL')
    await new Promise(resolve => child.once('exit', resolve))
    const lock = takeLock(f)
    assert.equal(lock.left, 'killed')
    lock.release()
  })

  for (const [what, change, age, state] of [
    ['a process that is gone', { pid: deadPid() }, 1, 'killed'],
    ['an earlier process with our number', { began: '1' }, 1, 'killed'],
    ['a process before the machine was started again', { boot: 'another-boot' }, 1, 'restarted'],
    ['another machine that has been silent', { host: 'other-host', boot: 'other' }, 3600, 'restarted'],
    ['another container that has been silent', { pids: 'pid:[1]' }, 3600, 'restarted'],
  ] as const) {
    it(`of ${what} is taken over`, {
      skip: process.platform !== 'linux' && 'only Linux tells when a process began',
    }, () => {
      const lock = takeLock(left(change, age))
      assert.equal(lock.left, state)
      lock.release()
    })
  }

  for (const [what, change] of [
    ['another machine that lately gave a sign of life', { host: 'other-host', boot: 'other' }],
    ['another container that lately gave a sign of life', { pids: 'pid:[1]' }],
  ] as const) {
    it(`of ${what} is respected`, () => assert.throws(() => takeLock(left(change, 5)), { code: 'in-use' }))
  }

  it('that cannot be read is respected while it is young, then taken over', () => {
    for (const [age, refused] of [
      [1, true],
      [3600, false],
    ] as const) {
      const f = left({}, age)
      writeFileSync(join(f, 'hudna.lock'), '')
      const then = new Date(Date.now() - age * 1000)
      utimesSync(join(f, 'hudna.lock'), then, then)
      if (refused) assert.throws(() => takeLock(f), { code: 'in-use' })
      else takeLock(f).release()
    }
  })

  it("is given to one of many processes that find a dead one's", async () => {
    const f = left({ pid: deadPid() })
    const lockModule = new URL('../../../src/store/embedded/lock.ts', import.meta.url).href
    const script = `import(${JSON.stringify(lockModule)}).then(m => { try { m.takeLock(${JSON.stringify(f)}); console.log('held') } catch (e) { console.log(e.code) } setTimeout(() => process.exit(), 1500) })`
    const said = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script])
        let text = ''
        child.stdout.on('data', chunk => {
          text += chunk
        })
        await new Promise(resolve => child.once('close', resolve))
        return text.trim()
      }),
    )
    assert.deepEqual(said.sort(), ['held', ...Array(5).fill('in-use')].sort())
  })
})

describe('a data folder that is open', () => {
  it('is refused to a second store, and the first goes on unharmed', async () => {
    const f = folder()
    const store = await openIn(f)
    await appendReports(store, 'r1')
    await assert.rejects(openIn(f), { code: 'in-use' })
    await appendReports(store, 'r2')
    await store.close()
    assert.equal(existsSync(join(f, 'hudna.lock')), false)
    assert.deepEqual(await within(f, reportIds), ['r1', 'r2'])
  })
})
