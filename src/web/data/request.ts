import type { Problem } from '../../core/problem.ts'
import { Fault } from './fault.ts'

/** GET of a path under /api; throws a Fault. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>(path, signal ? { signal } : {})
}

/** POST of JSON, or of a form with a file in it; throws a Fault. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  return request<T>(path, body instanceof FormData ? { method: 'POST', body } : jsonPost(body))
}

function jsonPost(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Fault(0, 'no answer from the server')
  }
  const body = await bodyOf(response)
  if (!response.ok) throw faultOf(response.status, body)
  return body as T
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // A proxy or a crash may answer with a page; its status still tells.
    return undefined
  }
}

/** The server says one problem as { code, message, where?, expected? }. */
function faultOf(status: number, body: unknown): Fault {
  const b = (body ?? {}) as Partial<Problem>
  if (typeof b.code !== 'string' || typeof b.message !== 'string') return new Fault(status, `HTTP ${status}`)
  return new Fault(status, b.message, { severity: 'error', ...b, code: b.code, message: b.message })
}
