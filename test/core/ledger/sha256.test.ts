import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sha256, sha256OfBytes } from '../../../src/core/ledger/sha256.ts'

describe('SHA-256 without a platform', () => {
  // NIST's example values for FIPS 180-4.
  for (const [text, hash] of [
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ] as const) {
    it(`of '${text}' is NIST's value`, () => assert.equal(sha256(text), hash))
  }

  it("of a million letters a is NIST's value", () =>
    assert.equal(sha256('a'.repeat(1e6)), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'))

  it('agrees with the platform on any bytes, the block edges 55 to 65 included', () => {
    for (let n = 0; n < 130; n++) {
      const bytes = new Uint8Array(n).fill(n)
      assert.equal(sha256OfBytes(bytes), createHash('sha256').update(bytes).digest('hex'))
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), b =>
        assert.equal(sha256OfBytes(b), createHash('sha256').update(b).digest('hex')),
      ),
    )
  })

  it('of Arabic is that of its UTF-8 bytes', () =>
    assert.equal(sha256('هدنة'), createHash('sha256').update('هدنة', 'utf8').digest('hex')))
})
