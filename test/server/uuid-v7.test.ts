import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { uuidV7 } from '../../src/server/uuid-v7.ts'

describe('an id made at a moment', () => {
  it('is a UUID of version 7', () => {
    assert.match(
      uuidV7(Date.parse('2018-11-28')),
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('sorts after one made a millisecond before', () => {
    assert.ok(uuidV7(1_543_400_000_001) > uuidV7(1_543_400_000_000))
  })

  it('is never the same twice', () => {
    assert.equal(new Set(Array.from({ length: 1000 }, () => uuidV7(0))).size, 1000)
  })
})
