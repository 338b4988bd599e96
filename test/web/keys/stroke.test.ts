import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strokeOf } from '../../../src/web/keys/stroke.ts'

describe('the shortcut of a key press', () => {
  for (const [name, press, stroke] of [
    ['a Latin letter', { key: 'j', code: 'KeyJ', shiftKey: false }, 'j'],
    ['a capital', { key: 'A', code: 'KeyA', shiftKey: true }, 'A'],
    ['the J key of an Arabic layout', { key: 'ت', code: 'KeyJ', shiftKey: false }, 'j'],
    ['the shifted A key of an Arabic layout', { key: 'ِ', code: 'KeyA', shiftKey: true }, 'A'],
    ['the Arabic question mark', { key: '؟', code: 'Slash', shiftKey: true }, '?'],
    ['the comma key of an Arabic layout', { key: 'و', code: 'Comma', shiftKey: false }, ','],
    [
      'a letter of a layout that moves letters: the letter counts',
      { key: 'a', code: 'KeyQ', shiftKey: false },
      'a',
    ],
    ['a named key', { key: 'Escape', code: 'Escape', shiftKey: false }, 'Escape'],
  ] as const)
    it(`${name}: ${stroke}`, () => assert.equal(strokeOf(press), stroke))
})
