import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { COMMANDS } from '../../src/cli/commands.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = [
  ...readdirSync(root).filter(f => f.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map(String)
    .filter(f => f.endsWith('.md'))
    .map(f => join('docs', f)),
]

describe('every page of the documentation', () => {
  for (const page of pages)
    it(`${page} leads only to files that are there`, () => {
      const text = readFileSync(join(root, page), 'utf8')
      const gone = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(m => m[1]!)
        .filter(to => !/^[a-z]+:/.test(to) && !existsSync(join(root, dirname(page), to)))
      assert.deepEqual(gone, [])
    })

  it('names only commands that there are', () => {
    const known = new Set(COMMANDS.map(c => c.name))
    for (const page of pages) {
      const text = readFileSync(join(root, page), 'utf8')
      const named = [...text.matchAll(/(?:npx |`|^ {4})hudna ([a-z]+)/gm)].map(m => m[1]!)
      assert.deepEqual(
        named.filter(n => !known.has(n)),
        [],
        page,
      )
    }
  })

  it('of the architecture names folders that are there', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const folders = [...text.matchAll(/`((?:src|test|accords|docs|bench|scripts)\/[a-z/-]*\/?)`/g)].map(
      m => m[1]!,
    )
    assert.deepEqual(
      folders.filter(f => !existsSync(join(root, f))),
      [],
    )
  })
})
