// Makes a checkout runnable: dependencies, the pinned runtime, the built page. Runs on Node 20, imports
// nothing outside Node. Each step is skipped when its result is newer than what it is made from.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const isCheckout = existsSync(join(root, 'package-lock.json')) && existsSync(join(root, 'src'))
const say = line => process.stderr.write(`${line}\n`)

function run(command, args, why) {
  // Progress belongs to stderr: stdout is data for whoever pipes `hudna --json`.
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (error || status !== 0) {
    say(
      `${why} failed (${error ? error.message : `exit ${status}`}). Run it by hand to see more: ${command} ${args.join(' ')}`,
    )
    process.exit(1)
  }
}

function newestIn(folder) {
  let newest = 0
  for (const e of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, e.name)
    newest = Math.max(newest, e.isDirectory() ? newestIn(path) : statSync(path).mtimeMs)
  }
  return newest
}

/** Installs what package-lock.json names, when node_modules is not from that very lock file. */
export function ensureInstalled() {
  if (!isCheckout) return
  const stamp = join(root, 'node_modules', '.hudna-lock')
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(runtime())) return
  say('1/3 Installing dependencies (once; about half a minute) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing')
  // Where npm runs no install scripts, the runtime's own installer is called here.
  if (!existsSync(runtime())) {
    const { status } = spawnSync(process.execPath, ['installArchSpecificPackage'], {
      cwd: join(root, 'node_modules', 'node'),
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0) say('The pinned Node runtime could not be installed; using this Node instead.')
  }
  writeFileSync(stamp, lock)
}

/** Path of the pinned Node (npm package `node`); this very Node when that one is not there. */
export function runtime() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  try {
    const pinned = join(createRequire(import.meta.url).resolve('node/package.json'), '..', 'bin', name)
    if (existsSync(pinned)) return pinned
  } catch {}
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return join(root, 'node_modules', 'node', 'bin', name)
}

/** Builds the page into dist/web when src/web, src/core or the lock file is newer. */
export function ensureBuilt({ force = false } = {}) {
  if (!isCheckout) return
  const made = join(root, 'dist', 'web', 'index.html')
  const from = [join(root, 'src', 'web'), join(root, 'src', 'core')]
  const newest = Math.max(...from.map(newestIn), statSync(join(root, 'package-lock.json')).mtimeMs)
  if (!force && existsSync(made) && statSync(made).mtimeMs >= newest) return
  say('2/3 Building the page …')
  run(
    runtime(),
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    'Building the page',
  )
}
