import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js'

/**
 * Which of my names does the other side's list hold too, without showing either side the rest: private
 * set intersection by Diffie–Hellman (Meadows 1986; Huberman, Franklin and Hogg 1999) on ristretto255
 * (RFC 9496; hashing to the group by RFC 9380).
 *
 * Limits, also in docs/threat-model.md: it keeps a secret from a side that follows the protocol but looks
 * (semi-honest); a side may put guessed names on its own list and so learn whether they are on the other;
 * both learn how long the lists are; only equal keys meet, so the keys are `nameKey`s, not raw names.
 */
export type Secret = { readonly scalar: bigint }

const Point = ristretto255.Point
const CONTEXT = new TextEncoder().encode('hudna/sealed-comparison/1')

/** A fresh secret for one comparison; using it twice would let lists be compared over time. */
export function newSecret(): Secret {
  const bytes = crypto.getRandomValues(new Uint8Array(64))
  return { scalar: ristretto255_hasher.hashToScalar!(bytes, { DST: 'hudna/sealed-comparison/secret' }) }
}

/** Round 1, mine: my keys under my secret, in my order (the caller shuffles its list first). 32 bytes each. */
export function blind(keys: readonly string[], secret: Secret): Uint8Array[] {
  const text = new TextEncoder()
  return keys.map(k =>
    ristretto255_hasher.hashToCurve(text.encode(k), { DST: CONTEXT }).multiply(secret.scalar).toBytes(),
  )
}

/**
 * Round 2: the other side's blinded keys under my secret as well, in the order received.
 * Throws when a value is no element of the group: the other side does not follow the protocol.
 */
export function blindAgain(blinded: readonly Uint8Array[], secret: Secret): Uint8Array[] {
  return blinded.map(b => Point.fromBytes(b).multiply(secret.scalar).toBytes())
}

/** Round 3: indexes of my keys whose doubly blinded value also stands among the other side's. */
export function inBoth(mineTwice: readonly Uint8Array[], theirsTwice: readonly Uint8Array[]): number[] {
  const theirs = new Set(theirsTwice.map(hex))
  return mineTwice.flatMap((m, i) => (theirs.has(hex(m)) ? [i] : []))
}

const hex = (bytes: Uint8Array): string => [...bytes].map(b => b.toString(16).padStart(2, '0')).join('')
