import type { EvidenceRule } from '../../accord/model.ts'
import type { Claim, Correction, EvidenceRecord, Retraction, Ruling } from '../../evidence/record.ts'
import { agree, type Region } from '../../place/region.ts'
import { shapeOf } from '../../place/shape.ts'
import type { When } from '../../time/when.ts'
import { LADDER, LADDER_TOP, type Prepared } from '../prepared.ts'
import { faultOf } from '../quarantine.ts'
import { maskOf } from '../type-mask.ts'
import type { Happening } from './happening.ts'
import { passes } from './passes.ts'

/** Every event that somebody asserts, from the records that count at k. */
export function happenings(records: readonly EvidenceRecord[], prepared: Prepared, k: number): Happening[] {
  const known = [...new Map(records.map(r => [r.id, r])).values()].filter(
    r => r.received <= k && faultOf(r, prepared) === undefined,
  )
  const retractions = known.filter(r => r.kind === 'retraction')
  const corrections = known.filter(r => r.kind === 'correction')
  const alive = (r: EvidenceRecord): boolean =>
    isAlive(r.id, retractions, r.kind === 'retraction' ? r : undefined)
  const claims: Claim[] = []
  for (const r of known) {
    const c = r.kind === 'claim' ? r : r.kind === 'correction' ? corrected(r) : undefined
    if (!c || !alive(r) || !isAlive(c.id, retractions, undefined)) continue
    const replaced = corrections.some(
      x => alive(x) && (x.supersedes === c.id || supersededVia(x.supersedes, corrections) === c.id),
    )
    if (!replaced) claims.push(inParties(c, prepared))
  }
  const links = known.flatMap(r =>
    r.kind === 'link' && alive(r) && r.relation === 'same-event' ? [r.events] : [],
  )
  const rulings = known.filter((r): r is Ruling => r.kind === 'ruling' && alive(r))
  const told = Map.groupBy(claims, c => c.event)
  const seen = new Set<string>()
  const out: Happening[] = []
  for (const c of claims) {
    if (seen.has(c.event)) continue
    const ids = spread(c.event, links)
    for (const id of ids) seen.add(id)
    const mine = [...ids].flatMap(e => told.get(e) ?? [])
    const names = [...new Set(mine.map(x => x.event)), ...rulings.map(r => r.event).filter(e => ids.has(e))]
    const yes = mine.filter(x => x.stance === 'asserts')
    if (yes.length === 0) continue
    out.push({
      id: [...ids].sort()[0]!,
      ids: [...new Set(names)],
      yes,
      no: mine.filter(x => x.stance === 'denies'),
      rulings: rulings
        .filter(r => ids.has(r.event))
        .sort((a, b) => b.received - a.received || (a.id < b.id ? 1 : -1)),
    })
  }
  return out
}

/** Alive unless an alive retraction takes it back; a retraction can be taken back only by a later one. */
function isAlive(
  id: string,
  retractions: readonly Retraction[],
  retraction: Retraction | undefined,
): boolean {
  return !retractions.some(
    x =>
      x.of === id &&
      (retraction === undefined ||
        x.received > retraction.received ||
        (x.received === retraction.received && x.id > retraction.id)) &&
      isAlive(x.id, retractions, x),
  )
}

const supersededVia = (id: string, corrections: readonly Correction[]): string | undefined => {
  const c = corrections.find(r => r.id === id)
  return c && corrected(c).id
}

/** A correction that re-uses the id of what it replaces goes by its own. */
const corrected = (c: Correction): Claim => (c.claim.id === c.supersedes ? { ...c.claim, id: c.id } : c.claim)

function inParties(c: Claim, prepared: Prepared): Claim {
  const one = (p: string) => prepared.aliases.get(p) ?? p
  return {
    ...c,
    ...(c.actor !== undefined && { actor: typeof c.actor === 'string' ? one(c.actor) : c.actor.map(one) }),
    ...(c.speaksFor !== undefined && { speaksFor: one(c.speaksFor) }),
  }
}

function spread(event: string, links: readonly (readonly [string, string])[]): Set<string> {
  const ids = new Set([event])
  for (let grown = true; grown; ) {
    grown = false
    for (const [a, b] of links)
      if (ids.has(a) !== ids.has(b)) {
        ids.add(a).add(b)
        grown = true
      }
  }
  return ids
}

/** What an event was, as its reports have it. */
export type Sense = {
  readonly types: bigint
  readonly when: When
  readonly region: Region
  readonly weapons: When
  readonly named: readonly string[] | undefined
  readonly targets: readonly string[] | undefined
  readonly items: readonly string[] | undefined
  readonly sectors: readonly string[] | undefined
}

/** What an event was (§3.2): a ruling, else what the qualified reports have in common, else their hull. */
export function senseOf(e: Happening, rule: EvidenceRule, prepared: Prepared): Sense {
  const good = e.yes.filter(c => passes(c, rule))
  const from = good.length > 0 ? good : e.yes
  const ruling = e.rulings.map(r => r.set)
  const types = ruling.find(s => s.types)?.types
  const masks = types ? [maskOf(types)] : from.map(c => maskOf(c.types))
  const common = masks.reduce((a, b) => a & b)
  const los = from.map(c => c.when.lo)
  const his = from.map(c => c.when.hi)
  const meet = { lo: Math.max(...los), hi: Math.min(...his) }
  const place = ruling.find(s => s.place)?.place
  const sets = from.flatMap(c => (c.weapons?.length ? [c.weapons as readonly string[]] : []))
  const shared = sets.length ? sets.reduce((a, b) => a.filter(x => b.includes(x))) : undefined
  const named = shared?.length ? shared : sets.length ? [...new Set(sets.flat())] : undefined
  const steps = named?.map(w => LADDER.get(w) ?? 0)
  const stated = (pick: (c: Claim) => string | undefined) => {
    const values = [...new Set(from.map(pick).filter(v => v !== undefined))]
    return values.length ? values : undefined
  }
  return {
    types: common === 0n ? masks.reduce((a, b) => a | b) : common,
    when:
      ruling.find(s => s.when)?.when ??
      (meet.lo <= meet.hi ? meet : { lo: Math.min(...los), hi: Math.max(...his) }),
    region: agree((place ? [place] : from.map(c => c.place)).map(p => shapeOf(p, prepared.projection)))
      .region,
    weapons: steps ? { lo: Math.min(...steps), hi: Math.max(...steps) } : { lo: 0, hi: LADDER_TOP },
    named,
    targets: stated(c => c.target),
    items: stated(c => c.item),
    sectors: stated(c => c.sector),
  }
}
