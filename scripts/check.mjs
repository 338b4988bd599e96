// `npm run check`: types, style, import rules, unused code. Prints every fault; exits 1 if any.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, root, runtime } from './ready.mjs'

ensureInstalled()
const module = (...path) => join(root, 'node_modules', ...path)
const checks = [
  ['types', module('typescript', 'bin', 'tsc'), '-p', root],
  [
    'style',
    module('@biomejs', 'biome', 'bin', 'biome'),
    'ci',
    '--colors=off',
    '--diagnostic-level=error',
    '--max-diagnostics=40',
    root,
  ],
  [
    'imports',
    module('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    'src',
  ],
  ['unused', module('knip', 'bin', 'knip.js'), '--no-progress'],
]
let failed = 0
for (const [name, ...args] of checks) {
  process.stdout.write(`— ${name}\n`)
  const { status } = spawnSync(runtime(), args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) failed++
}
process.stdout.write(
  failed ? `${failed} of ${checks.length} checks failed\n` : `all ${checks.length} checks passed\n`,
)
process.exit(failed ? 1 : 0)
