import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { COMMANDS } from '../../src/cli/commands.ts'

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')

describe('docs/cli.md', () => {
  for (const c of COMMANDS) {
    it(`has a heading and the usage of hudna ${c.name}`, () => {
      assert.match(page, new RegExp(`^## hudna ${c.name}$`, 'm'))
      assert.ok(
        page.replaceAll(/\s+/g, ' ').includes(`\`hudna ${c.name} ${c.usage}\``),
        `expected the line: hudna ${c.name} ${c.usage}`,
      )
    })

    it(`every option of hudna ${c.name} has words in both languages`, () => {
      for (const option of Object.keys(c.options)) {
        const words = c.optionWords[option]
        assert.ok(words?.en && /[\u0600-\u06ff]/.test(words.ar), `option --${option}`)
      }
    })
  }
})
