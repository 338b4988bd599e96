import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const SRC = fileURLToPath(new URL('../../src/web/', import.meta.url))
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map(f => f.replaceAll('\\', '/'))
const read = (file: string) => readFileSync(SRC + file, 'utf8')

/** Properties and values that name a side of the screen; each has a logical name that mirrors in Arabic. */
const PHYSICAL =
  /(?:^|[;{\s])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))\s*:?/

describe('styles', () => {
  for (const file of files.filter(f => f.endsWith('.css')))
    it(`${file} names no side of the screen`, () => {
      const lines = read(file)
        .split('\n')
        // Media and container queries have no logical form for the window's width.
        .filter(l => !/^\s*@|\/\*|^\s*\*|vertical-align/.test(l))
      for (const line of lines) assert.doesNotMatch(line, PHYSICAL, line.trim())
    })

  it('are drawn from the tokens: no colour of its own outside tokens.css', () => {
    for (const file of files.filter(
      f => f.endsWith('.css') && !f.endsWith('tokens.css') && !f.endsWith('base.css'),
    ))
      assert.doesNotMatch(read(file).replaceAll(/var\([^)]*\)/g, ''), /#[0-9a-f]{3,8}\b|rgba?\(/i, file)
  })
})

describe('the page', () => {
  it('names no address outside itself', () => {
    for (const file of files.filter(f => /\.(css|html)$/.test(f)))
      assert.doesNotMatch(read(file), /(?:src|href)="https?:|url\(["']?https?:/, file)
  })

  it('has no inline script or style in its HTML', () => {
    assert.doesNotMatch(read('index.html'), /<style|\son\w+=|style="|<script(?![^>]*\ssrc=)/)
  })
})
