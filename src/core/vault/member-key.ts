import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** A committee member's own key: the recipient is public, the identity never leaves the member's device in clear. */
export type MemberKey = {
  /** 'age1…', given to the committee. */
  readonly recipient: string
  /** The identity encrypted under the member's passphrase (age, scrypt): the file a member keeps. */
  readonly sealedIdentity: Uint8Array
}

/** Makes a key. About two seconds: scrypt is slow so that a stolen file is slow to guess. */
export async function newMemberKey(passphrase: string): Promise<MemberKey> {
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return { recipient: await identityToRecipient(identity), sealedIdentity: await encrypter.encrypt(identity) }
}

/** The identity ('AGE-SECRET-KEY-1…'), or undefined when the passphrase does not open it. */
export async function openMemberKey(sealed: Uint8Array, passphrase: string): Promise<string | undefined> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(sealed, 'text')
  } catch {
    // age tells a wrong passphrase and a damaged file apart only by message; to the member both mean: not opened.
    return undefined
  }
}
