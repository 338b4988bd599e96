import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { combine, split } from 'shamir-secret-sharing'
import { fail, ok, type Result } from '../result.ts'

/**
 * A list of persons sealed so that any `threshold` of the members open it together and none alone: the
 * list is encrypted (age) to a key made for it, and that key is split (Shamir 1979) into one share a
 * member, each share encrypted to its member. The server holds all of this and can read none of it.
 */
export type SealedList = {
  readonly ciphertext: Uint8Array
  readonly threshold: number
  readonly shares: readonly { readonly recipient: string; readonly sealed: Uint8Array }[]
}

export type VaultProblem = {
  readonly kind: 'too-few-members' | 'too-few-shares' | 'not-my-share' | 'does-not-open'
}

/** Seals `plain` for the members; each sealing makes a new key, so sealing again for fewer members re-keys. */
export async function sealList(
  plain: Uint8Array,
  recipients: readonly string[],
  threshold = 2,
): Promise<Result<SealedList, VaultProblem>> {
  if (threshold < 2 || recipients.length < threshold) return fail({ kind: 'too-few-members' })
  const identity = await generateX25519Identity()
  const ciphertext = await encryptTo([await identityToRecipient(identity)], plain)
  const parts = await split(new TextEncoder().encode(identity), recipients.length, threshold)
  const shares = await Promise.all(
    recipients.map(async (recipient, i) => ({ recipient, sealed: await encryptTo([recipient], parts[i]!) })),
  )
  return ok({ ciphertext, threshold, shares })
}

/** A member's own share in clear; it opens nothing alone. */
export async function openShare(
  sealed: Uint8Array,
  identity: string,
): Promise<Result<Uint8Array, VaultProblem>> {
  const plain = await decryptWith(identity, sealed)
  return plain ? ok(plain) : fail({ kind: 'not-my-share' })
}

/** Hands an opened share to one other member, and to nobody else on the way. */
export const passShare = (share: Uint8Array, recipient: string): Promise<Uint8Array> =>
  encryptTo([recipient], share)

/** Opens the list with shares of `threshold` members, in the memory of the device that calls it. */
export async function openList(
  list: SealedList,
  shares: readonly Uint8Array[],
): Promise<Result<Uint8Array, VaultProblem>> {
  const distinct = [...new Map(shares.map(s => [s.join(), s])).values()]
  if (distinct.length < list.threshold) return fail({ kind: 'too-few-shares' })
  try {
    const identity = new TextDecoder().decode(await combine(distinct))
    const plain = await decryptWith(identity, list.ciphertext)
    return plain ? ok(plain) : fail({ kind: 'does-not-open' })
  } catch {
    // Shares of different lists combine to noise, or not at all.
    return fail({ kind: 'does-not-open' })
  }
}

async function encryptTo(recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const r of recipients) encrypter.addRecipient(r)
  return encrypter.encrypt(plain)
}

async function decryptWith(identity: string, ciphertext: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return await decrypter.decrypt(ciphertext)
  } catch {
    return undefined
  }
}
