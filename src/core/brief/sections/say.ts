import type { BriefMaterial } from '../material.ts'

/** Names of parties in the brief's language, joined as that language joins. */
export function partyWords(m: BriefMaterial, ids: readonly string[]): string {
  const names = ids.map(id => m.accord.parties.find(p => p.id === id)?.name[m.locale] ?? id)
  return new Intl.ListFormat(m.locale, { type: 'conjunction' }).format(names)
}

export const inPeriod = (m: BriefMaterial, w: { readonly lo: number; readonly hi: number }): boolean =>
  w.lo <= m.period.hi && w.hi >= m.period.lo

export const inPeriodBefore = (m: BriefMaterial, w: { readonly lo: number; readonly hi: number }): boolean =>
  w.lo <= m.before.hi && w.hi >= m.before.lo
