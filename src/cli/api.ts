import type { Problem } from '../core/problem.ts'
import { buildApp } from '../server/app.ts'
import { VERSION } from '../server/installed.ts'
import { type Arguments, InputFault, type Terminal } from './command.ts'
import { dataFolder, houseResult } from './data-folder.ts'
import { notedAddress } from './running-server.ts'
import { isolated } from './terminal.ts'

/** The API as a command uses it; a refusal is an InputFault with the server's own problem. */
export type Api = AsyncDisposable & {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  /** GET of a file, as it is. */
  file(path: string): Promise<Uint8Array>
}

type Answer = { readonly status: number; readonly text: string; readonly bytes: Uint8Array }
type Ask = (
  method: 'GET' | 'POST',
  path: string,
  body?: { readonly type: string; readonly bytes: Buffer },
) => Promise<Answer>

/**
 * The API over the data folder: this process's own app, or the server that is at work on the folder. Either
 * way the command does what the page does, by the same routes.
 */
export async function apiFrom(args: Arguments, t: Terminal): Promise<Api> {
  const house = await houseResult(args, t)
  if (house.ok) {
    const app = await buildApp({
      house: house.value,
      version: VERSION,
      clock: t.clock,
      log: line => t.err(`${line}\n`),
    })
    const ask: Ask = async (method, path, body) => {
      const r = await app.inject({
        method,
        url: `/api${path}`,
        ...(body && { headers: { 'content-type': body.type }, payload: body.bytes }),
      })
      return { status: r.statusCode, text: r.body, bytes: r.rawPayload }
    }
    return apiOver(ask, async () => {
      await app.close()
      await house.value.close()
    })
  }
  const address = house.error.code === 'in-use' ? notedAddress(dataFolder(args, t).path) : undefined
  const ask: Ask = async (method, path, body) => {
    const r = await fetch(new URL(`/api${path}`, address), {
      method,
      ...(body && { headers: { 'content-type': body.type }, body: new Uint8Array(body.bytes) }),
    })
    const bytes = new Uint8Array(await r.arrayBuffer())
    return { status: r.status, text: new TextDecoder().decode(bytes), bytes }
  }
  const answers =
    address !== undefined && (await ask('GET', '/health').catch(() => undefined))?.status === 200
  if (!answers) throw new InputFault([house.error])
  t.err(
    t.locale === 'ar'
      ? `عبر الخادم العامل على ${isolated(address)} …\n`
      : `Through the server at ${address} …\n`,
  )
  return apiOver(ask, async () => {})
}

function apiOver(ask: Ask, close: () => Promise<void>): Api {
  const read = <T>({ status, text }: Answer): T => {
    const body: unknown = text ? JSON.parse(text) : undefined
    if (status >= 200 && status < 300) return body as T
    throw new InputFault([{ ...(body as Omit<Problem, 'severity'>), severity: 'error' }])
  }
  return {
    get: async path => read(await ask('GET', path)),
    async file(path) {
      const answer = await ask('GET', path)
      if (answer.status !== 200) read(answer)
      return answer.bytes
    },
    async post(path, body) {
      if (!(body instanceof FormData)) {
        const bytes = Buffer.from(JSON.stringify(body))
        return read(await ask('POST', path, { type: 'application/json', bytes }))
      }
      // Response knows how to write a form, boundary and all.
      const form = new Response(body)
      const bytes = Buffer.from(await form.arrayBuffer())
      return read(await ask('POST', path, { type: form.headers.get('content-type') ?? '', bytes }))
    },
    [Symbol.asyncDispose]: close,
  }
}
