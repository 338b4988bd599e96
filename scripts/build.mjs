// `npm run build`: the page into dist/web. With --package also the program as JavaScript into dist/js,
// since Node strips no types inside node_modules, where a packed Hudna lives.
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runtime } from './ready.mjs'

ensureInstalled()
ensureBuilt({ force: true })
if (process.argv.includes('--package')) {
  const out = join(root, 'dist', 'js')
  rmSync(out, { recursive: true, force: true })
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(runtime(), [tsc, '-p', join(root, 'tsconfig.package.json')], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  cpSync(join(root, 'src'), out, {
    recursive: true,
    filter: from => !/\.tsx?$/.test(from) && !from.includes(join('src', 'web')),
  })
  // tsc rewrites imports; the files that workers and child processes start are named in URLs.
  for (const name of readdirSync(out, { recursive: true })) {
    if (!name.endsWith('.js')) continue
    const path = join(out, name)
    const code = readFileSync(path, 'utf8')
    const mended = code.replace(
      /new URL\((['"])(\.\.?\/[^'"]+)\.ts\1, import\.meta\.url\)/g,
      "new URL('$2.js', import.meta.url)",
    )
    if (mended !== code) writeFileSync(path, mended)
  }
}
