import type { Brief, Run } from './brief.ts'

/** Where records and provisions are to be opened; empty for a document that leaves the house. */
export type Links = { readonly base?: string }

export function linkOf(r: Run, b: Brief, links: Links): string | undefined {
  if (r.url !== undefined) return /^https?:\/\//.test(r.url) ? r.url : undefined
  if (links.base === undefined) return undefined
  if (r.record !== undefined) return `${links.base}/${b.accord}/record/${encodeURIComponent(r.record)}`
  if (r.provision !== undefined)
    return `${links.base}/${b.accord}/provision/${encodeURIComponent(r.provision)}`
  return undefined
}
