#!/usr/bin/env node
// The way in, on any Node from 20: finds or installs the pinned runtime, then hands over to src/cli.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runtime } from '../scripts/ready.mjs'

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Hudna needs Node 20 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}
ensureInstalled()
const args = process.argv.slice(2)
if (args[0] === 'start' && !args.includes('--help')) ensureBuilt()

const source = join(root, 'src', 'cli', 'main.ts')
const main = existsSync(source) ? source : join(root, 'dist', 'js', 'cli', 'main.js')
const child = spawn(runtime(), ['--disable-warning=ExperimentalWarning', main, ...args], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', error => {
  process.stderr.write(`The Node runtime could not be started: ${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
