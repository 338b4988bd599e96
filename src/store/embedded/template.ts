import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { access, constants, cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { flushNames } from './disk.ts'

/** The version of PGlite whose empty database the template is; another version needs another template. */
export function pgliteVersion(): string {
  const main = fileURLToPath(import.meta.resolve('@electric-sql/pglite'))
  return (JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8')) as { version: string })
    .version
}

/**
 * Puts an empty database at `target`, by way of a temporary neighbour and a rename, so that a half-made one is
 * never taken for a database. It is flushed when it is closed; until then the journal stands for it. Copies the template that the first call on this machine leaves in the cache:
 * 0.3 s instead of 4 s, and 0.4 GB less memory than initialising in this process.
 */
export async function makeDatabase(target: string): Promise<void> {
  const making = `${target}.making-${process.pid}`
  await rm(making, { recursive: true, force: true })
  const template = await cachedTemplate()
  if (template) await cp(template, making, { recursive: true })
  else await initialise(making)
  await rename(making, target)
  await flushNames(dirname(target))
}

async function cachedTemplate(): Promise<string | undefined> {
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/hudna/', import.meta.url))
  const template = join(cache, `pglite-${pgliteVersion()}`)
  if (await may(template, constants.R_OK)) return template
  // Installed where we may not write: every first start initialises its own.
  if (
    !(await mkdir(cache, { recursive: true }).then(
      () => may(cache, constants.W_OK),
      () => false,
    ))
  )
    return undefined
  const making = `${template}.making-${process.pid}`
  await rm(making, { recursive: true, force: true })
  await initialise(making)
  try {
    await rename(making, template)
  } catch (error) {
    // Another process was faster; its template is as good.
    await rm(making, { recursive: true, force: true })
    if (!(await may(template, constants.R_OK))) throw error
  }
  return template
}

async function may(path: string, mode: number): Promise<boolean> {
  return await access(path, mode).then(
    () => true,
    () => false,
  )
}

/** In a process of its own, because one that has initialised a database keeps 0.4 GB more for good. */
async function initialise(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('./initialise.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return
  await rm(folder, { recursive: true, force: true })
  throw new Error(
    `an empty database could not be made in ${folder}: ${said.trim().slice(-2000) || `exit code ${code}`}`,
  )
}
