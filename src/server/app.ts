import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { guardOrigin } from './guard-origin.ts'
import type { House } from './house.ts'
import { openApiOf } from './openapi.ts'
import { bodyOf, problem, statusOf } from './problem-status.ts'
import { MAX_REPORT_BYTES } from './reading.ts'
import { addRoutes } from './route.ts'
import { ROUTES } from './routes/all.ts'
import { localViewer, type ViewerOf } from './viewer.ts'

export type AppOptions = {
  readonly house: House
  /** Folder of the built page; without it only the API answers. */
  readonly webDir?: string
  readonly version: string
  readonly viewerOf?: ViewerOf
  /** Milliseconds UTC; tests give their own. */
  readonly clock?: () => number
  /** Names by which this server may be called; others are refused, which stops DNS rebinding. */
  readonly hosts?: readonly string[]
  /** Where faults of our own go, with their id. */
  readonly log?: (line: string) => void
}

/** The whole HTTP application, not yet listening: tests put requests in by `app.inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { house, webDir, version, viewerOf = localViewer, clock = Date.now } = options
  const log = options.log ?? (line => process.stderr.write(`${line}\n`))
  const app = Fastify({
    // JSON carries a report's text escaped: up to twice its size, and a little for the other fields.
    bodyLimit: 2 * MAX_REPORT_BYTES + 65536,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    forceCloseConnections: true,
  })

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // MapLibre draws from blobs and starts its worker from one; nothing comes from another host.
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'"],
        // Style attributes cannot load anything; charts set them while they draw.
        styleSrcAttr: ["'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    // On loopback there is no TLS; a promise of it would lock the browser out.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(multipart, {
    limits: { files: 1, fileSize: MAX_REPORT_BYTES, fields: 10, fieldSize: 4096 },
  })
  guardOrigin(app, options.hosts)

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const p = problemOfFastify(error)
    if (p) return reply.code(statusOf(p)).send(bodyOf(p))
    const id = randomUUID()
    log(`${id} ${request.method} ${request.routeOptions.url ?? ''} ${error.stack ?? error.message}`)
    return reply.code(500).send({ code: 'internal', message: `a fault of ours, noted as ${id}` })
  })

  const openapi = openApiOf(ROUTES, version)
  app.get('/api/openapi.json', () => openapi)
  addRoutes(app, ROUTES, { house, viewerOf, clock })

  const page = webDir && existsSync(join(webDir, 'index.html')) ? webDir : undefined
  if (page)
    await app.register(fastifyStatic, {
      root: page,
      // Built files carry their hash in the name; the page itself must be asked for each time.
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api') &&
      !/\.\w+$/.test(request.url.split('?')[0]!)
    // Every address of the page is one file; its own router reads the rest.
    if (page && isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply
      .code(404)
      .send(bodyOf(problem('no-such-route', `no ${request.method} ${request.url.split('?')[0]} here`)))
  })
  return app
}

/** Faults that Fastify finds before a handler runs, as our problems; undefined for a fault of ours. */
function problemOfFastify(error: FastifyError) {
  const limit = `${MAX_REPORT_BYTES / 1048576} MB`
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return problem('too-large', 'the report is larger than a report may be', {
        field: 'file',
        expected: `at most ${limit}`,
      })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('unsupported-media-type', 'this kind of body is not read here', {
        field: 'content-type',
        expected: 'application/json or multipart/form-data',
      })
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return problem('bad-request', 'the body is no JSON', { field: 'body', expected: 'a JSON object' })
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? problem('bad-request', error.message)
        : undefined
  }
}
