import { setParameter, useAddress } from '../route/router.tsx'

/** What the drawer shows: one verdict. It stands in the address (?evidence=SOC18-6~GOV), so it can be sent. */
export type OpenEvidence = { readonly provision: string; readonly bearer: readonly string[] }

const KEY = 'evidence'

export function evidenceParameter(open: OpenEvidence): string {
  return [open.provision, ...open.bearer].join('~')
}

export function openEvidence(open: OpenEvidence): void {
  setParameter(KEY, evidenceParameter(open))
}

export const closeEvidence = (): void => setParameter(KEY, undefined)

export function useOpenEvidence(): OpenEvidence | undefined {
  const text = useAddress().query.get(KEY)
  if (!text) return undefined
  const [provision, ...bearer] = text.split('~')
  return provision && bearer.length ? { provision, bearer } : undefined
}

export const sameBearer = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(id => b.includes(id))
