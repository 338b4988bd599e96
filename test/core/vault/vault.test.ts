import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newMemberKey, openMemberKey } from '../../../src/core/vault/member-key.ts'
import { blind, blindAgain, inBoth, newSecret } from '../../../src/core/vault/sealed-comparison.ts'
import { openList, openShare, passShare, sealList } from '../../../src/core/vault/sealed-list.ts'

const text = (s: string) => new TextEncoder().encode(s)
const [salma, karim, huda] = await Promise.all(
  ['قمر فوق النهر', 'زيتونة الدار', 'ثلاث موجات'].map(newMemberKey),
)
const passphrases = ['قمر فوق النهر', 'زيتونة الدار', 'ثلاث موجات']
const members = [salma!, karim!, huda!]
const identities = await Promise.all(members.map((m, i) => openMemberKey(m.sealedIdentity, passphrases[i]!)))
const invented = text(JSON.stringify([{ ref: 'p1', name: 'سراج نضال الأبرش' }]))

async function sealed(recipients = members.map(m => m.recipient)) {
  const r = await sealList(invented, recipients)
  assert.ok(r.ok)
  return r.value
}
async function shareOf(list: Awaited<ReturnType<typeof sealed>>, i: number) {
  const r = await openShare(list.shares[i]!.sealed, identities[i]!)
  assert.ok(r.ok)
  return r.value
}

describe('a member’s key', () => {
  it('opens with the passphrase and with no other', async () => {
    assert.match(identities[0]!, /^AGE-SECRET-KEY-1/)
    assert.equal(await openMemberKey(members[0]!.sealedIdentity, 'زيتونة الدار'), undefined)
  })
})

describe('a sealed list', () => {
  it('opens with any two of three members', async () => {
    const list = await sealed()
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      assert.deepEqual(await openList(list, [await shareOf(list, i), await shareOf(list, j)]), {
        ok: true,
        value: invented,
      })
  })

  it('does not open with one member, nor with one share given twice', async () => {
    const list = await sealed()
    const share = await shareOf(list, 0)
    assert.deepEqual(await openList(list, [share]), { ok: false, error: { kind: 'too-few-shares' } })
    assert.deepEqual(await openList(list, [share, share]), { ok: false, error: { kind: 'too-few-shares' } })
  })

  it('shows nothing of a name in what the server holds', async () => {
    const list = await sealed()
    const held = Buffer.concat([list.ciphertext, ...list.shares.map(s => s.sealed)]).toString('latin1')
    assert.equal(held.includes(Buffer.from('سراج').toString('latin1')), false)
  })

  it('gives no share to another member’s key', async () => {
    const list = await sealed()
    assert.deepEqual(await openShare(list.shares[0]!.sealed, identities[1]!), {
      ok: false,
      error: { kind: 'not-my-share' },
    })
  })

  it('sends a share to one other member, readable by that one only', async () => {
    const list = await sealed()
    const passed = await passShare(await shareOf(list, 0), members[1]!.recipient)
    assert.ok((await openShare(passed, identities[1]!)).ok)
    assert.equal((await openShare(passed, identities[2]!)).ok, false)
  })

  it('sealed anew after a member left does not open with that member’s old share', async () => {
    const before = await sealed()
    const gone = await shareOf(before, 2)
    const after = await sealed(members.slice(0, 2).map(m => m.recipient))
    assert.deepEqual(await openList(after, [gone, await shareOf(after, 0)]), {
      ok: false,
      error: { kind: 'does-not-open' },
    })
  })

  it('is refused for fewer members than must open it', async () =>
    assert.deepEqual(await sealList(invented, [members[0]!.recipient]), {
      ok: false,
      error: { kind: 'too-few-members' },
    }))
})

describe('two lists compared sealed', () => {
  const mine = ['سراج نضال ابرش 1987', 'هيثم بلال بيطار 1990', 'رامي سليم زين 1979']
  const theirs = ['هيثم بلال بيطار 1990', 'وائل زياد صباغ 1985']

  it('tells each side which of its own names the other holds too, and nothing else', () => {
    const [a, b] = [newSecret(), newSecret()]
    const fromMe = blind(mine, a)
    const fromThem = blind(theirs, b)
    const mineTwice = blindAgain(fromMe, b)
    const theirsTwice = blindAgain(fromThem, a)
    assert.deepEqual(inBoth(mineTwice, theirsTwice), [1])
    assert.deepEqual(inBoth(theirsTwice, mineTwice), [0])
    // What crosses is unlike both the names and any other comparison of them.
    assert.notDeepEqual(fromMe, blind(mine, newSecret()))
  })

  it('refuses values that are no element of the group', () =>
    assert.throws(() => blindAgain([new Uint8Array(32).fill(255)], newSecret())))
})
