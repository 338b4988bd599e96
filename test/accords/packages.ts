import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AccordPackage } from '../../src/formats/accord-package.ts'

const ROOT = fileURLToPath(new URL('../../accords/', import.meta.url))

/** Every folder of accords/ as texts. */
export function allPackages(): AccordPackage[] {
  return readdirSync(ROOT)
    .filter(id => statSync(`${ROOT}${id}`).isDirectory())
    .sort()
    .map(id => ({ id, files: textsIn(`${ROOT}${id}`, '') }))
}

function textsIn(root: string, under: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(`${root}/${under}`)) {
    const path = under ? `${under}/${name}` : name
    if (statSync(`${root}/${path}`).isDirectory()) Object.assign(files, textsIn(root, path))
    else files[path] = readFileSync(`${root}/${path}`, 'utf8')
  }
  return files
}
