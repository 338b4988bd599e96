import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import Fastify from 'fastify'
import { guardOrigin } from '../../src/server/guard-origin.ts'

const app = (hosts?: readonly string[]) => {
  const a = Fastify()
  guardOrigin(a, hosts)
  a.get('/x', () => 'seen')
  a.post('/x', () => 'changed')
  return a
}

describe('a server that trusts whoever sits at this machine', () => {
  it('answers to its own name', async () => {
    const r = await app(['localhost']).inject({ url: '/x', headers: { host: 'localhost:4711' } })
    assert.equal(r.body, 'seen')
  })

  it('does not answer to a name that another page gave to loopback', async () => {
    const r = await app(['localhost', '127.0.0.1']).inject({
      url: '/x',
      headers: { host: 'evil.example:4711' },
    })
    assert.deepEqual([r.statusCode, r.json().code], [400, 'foreign-host'])
  })

  it('refuses a change asked for by another page', async () => {
    const r = await app().inject({
      method: 'POST',
      url: '/x',
      headers: { host: 'localhost:4711', origin: 'https://evil.example' },
    })
    assert.deepEqual([r.statusCode, r.json().code], [400, 'foreign-origin'])
  })

  it('refuses a change asked for from nowhere, as a sandboxed frame does', async () => {
    const r = await app().inject({
      method: 'POST',
      url: '/x',
      headers: { host: 'localhost:4711', origin: 'null' },
    })
    assert.equal(r.json().code, 'foreign-origin')
  })

  it('takes a change from its own page, and from a program', async () => {
    const own = { host: 'localhost:4711', origin: 'http://localhost:4711' }
    assert.equal((await app().inject({ method: 'POST', url: '/x', headers: own })).body, 'changed')
    assert.equal(
      (await app().inject({ method: 'POST', url: '/x', headers: { host: 'localhost:4711' } })).body,
      'changed',
    )
  })
})
