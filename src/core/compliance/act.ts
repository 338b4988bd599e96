import type {
  Claim,
  Correction,
  Coverage,
  EvidenceRecord,
  Link,
  Release,
  Retraction,
  Ruling,
  Suspension,
} from '../evidence/record.ts'
import type { Prepared } from './prepared.ts'
import { faultOf, type Quarantined } from './quarantine.ts'

/**
 * Everything that counts at knowledge time k: `Act(k)` of compliance.md §3.2. A function of the set
 * of records received by then; their order never matters.
 */
export type Act = {
  readonly k: number
  readonly claims: readonly Claim[]
  readonly rulings: readonly Ruling[]
  readonly links: readonly Link[]
  readonly coverage: readonly Coverage[]
  readonly suspensions: readonly Suspension[]
  readonly releases: readonly Release[]
  /** Claims that two corrections replaced at once: both stand, and the event is flagged. */
  readonly doublyCorrected: ReadonlySet<string>
  readonly quarantined: readonly Quarantined[]
  /** Records received by k, before anything was set aside. */
  readonly received: number
}

/** Earlier received first, then by id: an order that the records themselves carry. */
export const byReceipt = (
  a: { readonly received: number; readonly id: string },
  b: { readonly received: number; readonly id: string },
): number => a.received - b.received || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Builds `Act(k)`. Cost is linear but for sorting retractions. */
export function activeAt(records: readonly EvidenceRecord[], prepared: Prepared, k: number): Act {
  const quarantined: Quarantined[] = []
  const known = new Map<string, EvidenceRecord>()
  let received = 0
  for (const r of records) {
    if (r.received > k) continue
    received++
    const fault = faultOf(r, prepared)
    if (fault) quarantined.push({ record: r.id, ...fault })
    else if (!known.has(r.id)) known.set(r.id, r)
    else settleSameId(known, r, quarantined)
  }
  const dead = retracted([...known.values()].filter(r => r.kind === 'retraction'))

  const claims = new Map<string, Claim>()
  const replaced = new Map<string, number>()
  const claimOfCorrection = new Map<string, string>()
  for (const r of known.values())
    if (r.kind === 'correction') claimOfCorrection.set(r.id, correctedClaim(r).id)
  const lists = { rulings: [], links: [], coverage: [], suspensions: [], releases: [] } as {
    rulings: Ruling[]
    links: Link[]
    coverage: Coverage[]
    suspensions: Suspension[]
    releases: Release[]
  }
  for (const r of known.values()) {
    if (dead.has(r.id)) continue
    if (r.kind === 'claim') keep(claims, dead, r, prepared)
    else if (r.kind === 'correction') {
      keep(claims, dead, correctedClaim(r), prepared)
      const old = claimOfCorrection.get(r.supersedes) ?? r.supersedes
      replaced.set(old, (replaced.get(old) ?? 0) + 1)
    } else if (r.kind === 'ruling') lists.rulings.push(namedRuling(r, prepared.aliases))
    else if (r.kind === 'link') lists.links.push(r)
    else if (r.kind === 'coverage') lists.coverage.push(r)
    else if (r.kind === 'suspension') lists.suspensions.push(r)
    else if (r.kind === 'discharge') lists.releases.push(r)
  }
  const doublyCorrected = new Set<string>()
  for (const [id, times] of replaced) {
    claims.delete(id)
    if (times > 1)
      for (const r of known.values())
        if (r.kind === 'correction' && (claimOfCorrection.get(r.supersedes) ?? r.supersedes) === id)
          doublyCorrected.add(correctedClaim(r).id)
  }
  const sort = <R extends { readonly received: number; readonly id: string }>(list: R[]) =>
    list.sort(byReceipt)
  return {
    k,
    claims: [...claims.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    rulings: sort(lists.rulings),
    links: sort(lists.links),
    coverage: sort(lists.coverage),
    suspensions: sort(lists.suspensions),
    releases: sort(lists.releases),
    doublyCorrected,
    quarantined,
    received,
  }
}

/**
 * The report that a correction puts in the place of another. Where it bears the old one's id, it goes by
 * the correction's, so that the two can be told apart.
 */
export const correctedClaim = (c: Correction): Claim =>
  c.claim.id === c.supersedes ? { ...c.claim, id: c.id } : c.claim

/** Re-importing a record changes nothing; another record under the same id is set aside, whichever came in first. */
function settleSameId(known: Map<string, EvidenceRecord>, r: EvidenceRecord, out: Quarantined[]): void {
  const other = known.get(r.id)!
  const [mine, theirs] = [JSON.stringify(r), JSON.stringify(other)]
  if (mine === theirs) return
  out.push({ record: r.id, reason: 'same-id', found: r.id })
  if (r.received < other.received || (r.received === other.received && mine < theirs)) known.set(r.id, r)
}

/**
 * Ids taken back. A retraction can itself be taken back by a later one, so the latest are read
 * first; one that points at a later retraction is without effect, which breaks any circle.
 */
function retracted(retractions: readonly Retraction[]): Set<string> {
  const dead = new Set<string>()
  for (const r of [...retractions].sort((a, b) => byReceipt(b, a))) if (!dead.has(r.id)) dead.add(r.of)
  return dead
}

function keep(claims: Map<string, Claim>, dead: ReadonlySet<string>, claim: Claim, prepared: Prepared): void {
  if (!dead.has(claim.id)) claims.set(claim.id, named(claim, prepared.aliases))
}

/** Party aliases become ids, so that every later comparison is of ids. */
export function named(claim: Claim, aliases: ReadonlyMap<string, string>): Claim {
  if (aliases.size === 0) return claim
  const one = (p: string) => aliases.get(p) ?? p
  const { actor, speaksFor } = claim
  const sameActor =
    actor === undefined ||
    (typeof actor === 'string' ? !aliases.has(actor) : !actor.some(a => aliases.has(a)))
  if (sameActor && (speaksFor === undefined || !aliases.has(speaksFor))) return claim
  return {
    ...claim,
    ...(actor !== undefined && { actor: typeof actor === 'string' ? one(actor) : actor.map(one) }),
    ...(speaksFor !== undefined && { speaksFor: one(speaksFor) }),
  }
}

/** As `named`, for the doer a ruling names. */
export function namedRuling(ruling: Ruling, aliases: ReadonlyMap<string, string>): Ruling {
  const { actor } = ruling.set
  if (!actor || aliases.size === 0) return ruling
  const one = (p: string) => aliases.get(p) ?? p
  return { ...ruling, set: { ...ruling.set, actor: typeof actor === 'string' ? one(actor) : actor.map(one) } }
}
