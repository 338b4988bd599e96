/**
 * Permanent addresses: /<accord>/<page>/<rest…>?asOf=…&knownAt=…&reading=…
 * The three questions of the header travel with every link, so that an address shows what its sender saw.
 */
export type Address = {
  readonly accord?: string
  readonly page?: string
  readonly rest: readonly string[]
  readonly query: URLSearchParams
}

/** What the header asks of the whole product; absent = now, everything known, the default reading. */
export type Asked = { readonly asOf?: string; readonly knownAt?: string; readonly reading?: string }

export const ASKED = ['asOf', 'knownAt', 'reading'] as const

/** Reads a path and query; never fails: unknown pages are the registry's matter. */
export function addressOf(pathname: string, search: string): Address {
  const [accord, page, ...rest] = pathname.split('/').filter(Boolean).map(decode)
  return { ...(accord && { accord }), ...(page && { page }), rest, query: new URLSearchParams(search) }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

export function askedOf(query: URLSearchParams): Asked {
  const asked: { -readonly [K in keyof Asked]: Asked[K] } = {}
  for (const key of ASKED) {
    const value = query.get(key)
    if (value) asked[key] = value
  }
  return asked
}

/** '/idlib/provision/SOC18-6'. */
export function pathTo(accord: string, page: string, ...rest: readonly string[]): string {
  return `/${[accord, page, ...rest].map(encodeURIComponent).join('/')}`
}

/** The path with the header's questions kept, and what else the link says (undefined removes). */
export function hrefTo(
  path: string,
  asked: Asked,
  extra: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...asked, ...extra })) if (value) query.set(key, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
