import type { FastifyInstance } from 'fastify'
import { bodyOf, problem, statusOf } from './problem-status.ts'

/**
 * Keeps other web pages out of a server that trusts whoever sits at this machine: a request must call
 * us by a name of ours (else a page could point its own name at loopback), and one that changes
 * something must not come from another origin.
 *
 * @param hosts host names without port; undefined lets every name in (behind a proxy that checks).
 */
export function guardOrigin(app: FastifyInstance, hosts: readonly string[] | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? ''
    const name = host.replace(/:\d+$/, '')
    if (hosts && !hosts.includes(name)) {
      const p = problem('foreign-host', `this server is not called '${name}'`, {
        field: 'host',
        expected: hosts.join(' or '),
      })
      return reply.code(statusOf(p)).send(bodyOf(p))
    }
    if (request.method === 'GET' || request.method === 'HEAD') return
    const origin = request.headers.origin
    if (origin === undefined) return
    if (URL.canParse(origin) && new URL(origin).host === host) return
    const p = problem('foreign-origin', 'this request came from another page', { field: 'origin' })
    return reply.code(statusOf(p)).send(bodyOf(p))
  })
}
