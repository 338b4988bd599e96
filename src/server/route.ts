import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Act, may } from '../core/access/may.ts'
import type { Viewer } from '../core/access/viewer.ts'
import type { Problem } from '../core/problem.ts'
import { fail, type Result } from '../core/result.ts'
import type { Desk } from './desk.ts'
import type { House } from './house.ts'
import { bodyOf, notFound, problem, statusOf } from './problem-status.ts'
import type { ViewerOf } from './viewer.ts'

/** What a handler is given: everything already parsed, the viewer already allowed. */
export type Ask<P, Q, B> = {
  readonly house: House
  readonly viewer: Viewer
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Seconds UTC at which the request came in. */
  readonly now: number
}

/**
 * One route: its schemas check what comes in, document it in OpenAPI, and say in tests what must come out.
 * A handler that answers the request itself (a stream) returns `undefined`.
 */
export type Route<P = unknown, Q = unknown, B = unknown> = {
  readonly method: 'GET' | 'POST'
  /** Under /api, with Fastify's ':name' parameters. */
  readonly path: string
  readonly summary: string
  readonly act: Act
  readonly params: z.ZodType<P>
  readonly query: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  /** Documented beside `body` when the same route also takes a file. */
  readonly multipart?: boolean
  readonly response: z.ZodType
  readonly responseType?: string
  readonly handle: (
    ask: Ask<P, Q, B> & { readonly desk: Desk | undefined },
  ) => Promise<Result<unknown, Problem> | undefined> | Result<unknown, Problem> | undefined
}

export const nothing = z.strictObject({})

/** Keeps a route's own types while it is written; the table of all routes forgets them. */
export function route<P, Q, B = undefined>(spec: Route<P, Q, B>): Route {
  return spec as unknown as Route
}

/** A route on one accord: the desk is there, and the viewer may do what the route does. */
export function accordRoute<P extends { accord: string }, Q, B = undefined>(
  spec: Omit<Route<P, Q, B>, 'handle'> & {
    readonly handle: (
      ask: Ask<P, Q, B> & { readonly desk: Desk },
    ) => Promise<Result<unknown, Problem> | undefined> | Result<unknown, Problem> | undefined
  },
): Route {
  return route<P, Q, B>({
    ...spec,
    handle: ask =>
      ask.desk
        ? spec.handle({ ...ask, desk: ask.desk })
        : fail(notFound('accord', ask.params.accord, 'accord')),
  })
}

/** Puts the routes on the app, under /api. */
export function addRoutes(
  app: FastifyInstance,
  routes: readonly Route[],
  { house, viewerOf, clock }: { house: House; viewerOf: ViewerOf; clock: () => number },
): void {
  for (const r of routes)
    app.route({
      method: r.method,
      url: `/api${r.path}`,
      handler: async (request, reply) => {
        const viewer = viewerOf(request)
        const params = parsed(r.params, request.params, 'path')
        if (!params.ok) return refuse(reply, params.error)
        const query = parsed(r.query, request.query, 'query')
        if (!query.ok) return refuse(reply, query.error)
        const accord = (params.value as { accord?: string }).accord
        const desk = accord === undefined ? undefined : house.desk(accord)
        if (accord !== undefined) {
          if (!desk || !may(viewer, 'read', accord))
            return refuse(reply, notFound('accord', accord, 'accord'))
          if (!may(viewer, r.act, accord))
            return refuse(reply, problem('not-yours', `not yours to do on '${accord}'`))
        }
        const isFile = r.multipart === true && request.isMultipart()
        const body =
          r.body && !isFile ? parsed(r.body, request.body, 'body') : ({ ok: true, value: undefined } as const)
        if (!body.ok) return refuse(reply, body.error)
        const answer = await r.handle({
          house,
          viewer,
          params: params.value,
          query: query.value,
          body: body.value,
          request,
          reply,
          now: Math.floor(clock() / 1000),
          desk,
        })
        if (answer === undefined) return reply
        return answer.ok ? reply.send(answer.value) : refuse(reply, answer.error)
      },
    })
}

function refuse(reply: FastifyReply, p: Problem) {
  return reply.code(statusOf(p)).send(bodyOf(p))
}

function parsed(schema: z.ZodType, input: unknown, part: string): Result<unknown, Problem> {
  const r = schema.safeParse(input ?? {})
  return r.success ? { ok: true, value: r.data } : fail(problemOfZod(r.error, part))
}

/** The first fault of a request, naming its field. */
export function problemOfZod(error: z.ZodError, part: string): Problem {
  const issue = error.issues[0]!
  if (issue.code === 'unrecognized_keys')
    return problem('bad-request', `unknown ${part} field '${issue.keys[0]}'`, {
      field: [...issue.path, issue.keys[0]].join('.'),
    })
  return problem('bad-request', issue.message, { field: issue.path.join('.') || part })
}
