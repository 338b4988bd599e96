// Runs one TypeScript file of the project on the pinned runtime: node scripts/run.mjs bench/quality.ts …
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, root, runtime } from './ready.mjs'

ensureInstalled()
const [file, ...args] = process.argv.slice(2)
const { status } = spawnSync(
  runtime(),
  ['--disable-warning=ExperimentalWarning', join(root, file), ...args],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
