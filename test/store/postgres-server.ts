// A PostgreSQL for tests: the server named by DATABASE_URL_TEST, or a throw-away cluster of the machine's own binaries.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export type TestDatabase = {
  /** URL of a fresh, empty database. */
  readonly url: string
  /** Drops the database; the last one also ends the cluster, if it was ours. */
  readonly stop: () => Promise<void>
}

type Cluster = { readonly url: (database: string) => string; readonly end: () => Promise<void> }

let cluster: Promise<Cluster | undefined> | undefined
let databases = 0

/** A fresh database, or undefined where there is no PostgreSQL: then say so and skip. */
export async function postgresForTests(): Promise<TestDatabase | undefined> {
  cluster ??= startCluster()
  const server = await cluster
  if (!server) return undefined
  const name = `hudna_test_${randomBytes(6).toString('hex')}`
  await asAdministrator(server, `create database ${name}`)
  databases++
  return {
    url: server.url(name),
    async stop() {
      await asAdministrator(server, `drop database ${name} with (force)`)
      if (--databases > 0) return
      cluster = undefined
      await server.end()
    },
  }
}

async function asAdministrator(server: Cluster, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function startCluster(): Promise<Cluster | undefined> {
  const given = process.env.DATABASE_URL_TEST
  if (given) {
    const url = (database: string) => {
      const at = new URL(given)
      at.pathname = `/${database}`
      return at.href
    }
    return { url, end: async () => {} }
  }
  const bin = binaries()
  return bin ? await startOwn(bin) : undefined
}

/** Debian's folder of the newest installed version. */
function binaries(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const versions = readdirSync(root).filter(v => existsSync(join(root, v, 'bin', 'initdb')))
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest && join(root, newest, 'bin')
}

async function startOwn(bin: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'hudna-pg-'))
  // PostgreSQL refuses to run as root; it also dies with us, so that an aborted test leaves nothing running.
  const step: string[] = []
  if (process.getuid?.() === 0) {
    const [uid, gid] = ['-u', '-g'].map(flag =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
    )
    chownSync(folder, uid!, gid!)
    step.push('setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig', 'SIGQUIT')
  }
  const run = (program: string, args: string[]): [string, string[]] => {
    const words = [...step, join(bin, program), ...args]
    return [words[0]!, words.slice(1)]
  }
  const data = join(folder, 'data')
  execFileSync(...run('initdb', ['-D', data, '-U', 'hudna', '-A', 'trust', '-E', 'UTF8', '--no-sync']), {
    stdio: 'ignore',
    cwd: folder,
  })
  // A socket in our own folder: no port to collide with other suites.
  const settings = ['-c', 'listen_addresses=', '-k', folder, '-c', 'max_connections=60', '-F']
  const server: ChildProcess = spawn(...run('postgres', ['-D', data, ...settings]), {
    stdio: 'ignore',
    cwd: folder,
  })
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const quit = () => server.kill('SIGQUIT')
  process.once('exit', quit)
  const url = (database: string) =>
    `postgres://hudna@localhost/${database}?host=${encodeURIComponent(folder)}`
  await untilReady(url('postgres'))
  return {
    url,
    async end() {
      process.removeListener('exit', quit)
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (tries > 200) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
}
