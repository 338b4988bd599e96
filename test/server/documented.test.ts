import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { ROUTES } from '../../src/server/routes/all.ts'

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

describe('docs/api.md', () => {
  for (const r of ROUTES)
    it(`has a heading for ${r.method} ${r.path}`, () => {
      assert.ok(page.split('\n').includes(`## ${r.method} ${r.path}`))
    })

  it('has no heading for a route that does not exist', () => {
    const headings = [...page.matchAll(/^## (GET|POST) (\S+)$/gm)].map(m => `${m[1]} ${m[2]}`)
    const known = new Set(['GET /openapi.json', ...ROUTES.map(r => `${r.method} ${r.path}`)])
    assert.deepEqual(
      headings.filter(h => !known.has(h)),
      [],
    )
  })
})
