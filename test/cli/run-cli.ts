import { spawn } from 'node:child_process'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')

/** Runs `hudna` as a process of its own, on a data folder of the test's. */
export function runCli(
  args: readonly string[],
  { data, lang = 'en', cwd }: { readonly data?: string; readonly lang?: string; readonly cwd?: string } = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const { DATABASE_URL: _database, HUDNA_DATA: _data, ...env } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: { ...env, HUDNA_LANG: lang, ...(data !== undefined && { HUDNA_DATA: data }) },
    ...(cwd !== undefined && { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}
