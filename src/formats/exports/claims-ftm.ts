import type { Accord } from '../../core/accord/model.ts'
import type { Claim } from '../../core/evidence/record.ts'

/**
 * Claims as FollowTheMoney entities, one JSON a line: an Event a claim, an Organization a party, an
 * Address a place (schemata Event, Organization, Address of https://followthemoney.tech). One way: FtM has
 * no interval of uncertainty and no denial, so denied claims are left out and times keep their first day.
 */
export function claimsToFtm(claims: readonly Claim[], accord: Pick<Accord, 'id' | 'parties'>): string {
  const lines: unknown[] = []
  const used = new Set<string>()
  for (const c of claims) {
    if (c.stance === 'denies') continue
    const actors = c.actor === undefined ? [] : typeof c.actor === 'string' ? [c.actor] : c.actor
    const involved = [...actors, ...(c.target ? [c.target] : [])]
    for (const id of involved) used.add(id)
    lines.push({
      id: `hudna-${accord.id}-${c.id}`,
      schema: 'Event',
      properties: {
        name: [c.summary?.en ?? c.types.join(', ')],
        ...(c.summary?.ar && { summary: [c.summary.ar] }),
        startDate: [new Date(c.when.lo * 1000).toISOString().slice(0, 19)],
        endDate: [new Date(c.when.hi * 1000).toISOString().slice(0, 19)],
        keywords: [...c.types],
        ...(c.place.name && { location: [c.place.name] }),
        ...(involved.length && { involved: involved.map(id => `hudna-${accord.id}-party-${id}`) }),
        ...(c.provenance?.url && { sourceUrl: [c.provenance.url] }),
        publisher: [c.source],
      },
    })
  }
  for (const p of accord.parties)
    if (used.has(p.id))
      lines.push({
        id: `hudna-${accord.id}-party-${p.id}`,
        schema: 'Organization',
        properties: { name: [p.name.en, p.name.ar], ...(p.aliases?.length && { alias: [...p.aliases] }) },
      })
  return lines.map(l => JSON.stringify(l)).join('\n') + (lines.length ? '\n' : '')
}
