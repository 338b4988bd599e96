// Runs a TypeScript file on the pinned runtime (npm package `node`), whatever Node called us.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
const root = fileURLToPath(new URL('..', import.meta.url))
const node = `${root}node_modules/node/bin/node`
const [file, ...args] = process.argv.slice(2)
const { status } = spawnSync(node, [file, ...args], { stdio: 'inherit', cwd: root })
process.exit(status ?? 1)
