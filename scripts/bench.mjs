// `npm run bench -- NAME [--json]`: runs bench/NAME.ts on the pinned runtime; without a name lists them.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, runtime } from './ready.mjs'

ensureInstalled()
const [name, ...args] = process.argv.slice(2)
const file = join(root, 'bench', `${name}.ts`)
if (!name || !existsSync(file)) {
  const names = readdirSync(join(root, 'bench'))
    .filter(f => f.endsWith('.ts'))
    .map(f => f.slice(0, -3))
  process.stderr.write(`usage: npm run bench -- NAME [--json]; names: ${names.join(', ')}\n`)
  process.exit(2)
}
process.exit(
  spawnSync(runtime(), ['--disable-warning=ExperimentalWarning', '--expose-gc', file, ...args], {
    cwd: root,
    stdio: 'inherit',
  }).status ?? 1,
)
