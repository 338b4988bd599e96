import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { StoreError } from '../store-error.ts'

/**
 * Who holds a folder. PGlite itself lets a second process in and then loses data (measured: 61 thousand
 * acknowledged rows), so this file is what keeps the store whole.
 */
type Holder = {
  readonly pid: number
  /** Kernel ticks at which the process began: a later process may have got the same pid. */
  readonly began?: string
  /** Differs after every start of the machine. */
  readonly boot?: string
  /** Namespace of the pid: in two containers one number names two processes. */
  readonly pids?: string
  readonly host: string
  readonly since: string
}

export type Lock = {
  /** How the last holder left: 'restarted' = the machine went down or the folder came from another one. */
  readonly left: 'closed' | 'killed' | 'restarted'
  release(): void
}

/** A holder that we cannot look up (another machine, another container) is alive if it said so this lately. */
const SILENT_AFTER_MS = 60_000
const HEARTBEAT_MS = 15_000

/**
 * Takes the folder for this process alone; a holder that died is taken over.
 *
 * @throws StoreError 'in-use' naming the process that holds it.
 */
export function takeLock(folder: string): Lock {
  const file = join(folder, 'hudna.lock')
  const me = self()
  const left = create(file, me) ? 'closed' : takeOver(folder, file, me)

  const beat = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(file, now, now)
    } catch {
      // Somebody removed the lock by hand; the next opening will refuse or not on its own account.
    }
  }, HEARTBEAT_MS)
  beat.unref()
  return {
    left,
    release() {
      clearInterval(beat)
      const holder = read(file)
      if (holder?.pid === me.pid && holder.since === me.since) rmSync(file, { force: true })
    },
  }
}

function takeOver(folder: string, file: string, me: Holder): 'closed' | 'killed' | 'restarted' {
  // Only one process at a time may judge and replace a lock, or two could each take the other's for the dead one's.
  const turn = join(folder, 'hudna.lock.turn')
  if (!makeFolder(turn) && !(ageOf(turn) > SILENT_AFTER_MS && remake(turn))) throw inUse(folder, undefined)
  try {
    const holder = read(file)
    const state = stateOf(holder, file, me)
    if (state === 'alive') throw inUse(folder, holder)
    rmSync(file, { force: true })
    if (!create(file, me)) throw inUse(folder, read(file))
    return state
  } finally {
    rmdirSync(turn)
  }
}

function stateOf(
  holder: Holder | undefined,
  file: string,
  me: Holder,
): 'alive' | 'closed' | 'killed' | 'restarted' {
  const age = ageOf(file)
  if (age === Number.POSITIVE_INFINITY) return 'closed'
  // An unreadable lock is one being written, or what power loss left of one.
  if (!holder) return age > SILENT_AFTER_MS ? 'restarted' : 'alive'
  if (holder.boot === me.boot && holder.pids === me.pids && holder.host === me.host)
    return runs(holder) ? 'alive' : 'killed'
  if (holder.host === me.host && holder.boot !== me.boot) return 'restarted'
  return age > SILENT_AFTER_MS ? 'restarted' : 'alive'
}

function runs({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return began === undefined || began === beganAt(pid)
}

function self(): Holder {
  const began = beganAt(process.pid)
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const pids = attempt(() => readlinkSync('/proc/self/ns/pid'))
  return {
    pid: process.pid,
    ...(began === undefined ? {} : { began }),
    ...(boot === undefined ? {} : { boot }),
    ...(pids === undefined ? {} : { pids }),
    host: hostname(),
    since: new Date().toISOString(),
  }
}

/** Field 22 of /proc/<pid>/stat; the name before it may hold spaces and brackets, so count from the last one. */
function beganAt(pid: number): string | undefined {
  return attempt(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  })
}

function create(file: string, me: Holder): boolean {
  try {
    return made(() => writeFileSync(file, JSON.stringify(me), { flag: 'wx', flush: true }))
  } catch (error) {
    // A disk that is full gives the file its name and no content: nobody could ever tell whose it is.
    rmSync(file, { force: true })
    throw error
  }
}

function makeFolder(folder: string): boolean {
  return made(() => mkdirSync(folder))
}

function remake(folder: string): boolean {
  attempt(() => rmdirSync(folder))
  return makeFolder(folder)
}

function made(make: () => void): boolean {
  try {
    make()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string): Holder | undefined {
  return attempt(() => JSON.parse(readFileSync(file, 'utf8')) as Holder)
}

function ageOf(path: string): number {
  return attempt(() => Date.now() - statSync(path).mtimeMs) ?? Number.POSITIVE_INFINITY
}

/** What a file that may be absent says; absence is an answer here. */
function attempt<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch {
    return undefined
  }
}

function inUse(folder: string, holder: Holder | undefined): StoreError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, since ${holder.since}`
    : 'another process that is just opening it'
  return new StoreError('in-use', `the data folder ${folder} is in use by ${who}`, {
    file: folder,
    expected:
      'one process a folder: stop the other, name another folder, or use PostgreSQL (DATABASE_URL) for several',
  })
}
