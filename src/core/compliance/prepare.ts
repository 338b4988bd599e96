import type { Accord, EvidenceRule, Exception, Pattern, Provision, Zone } from '../accord/model.ts'
import { contained } from '../place/polygon.ts'
import { type Projection, projectionAt } from '../place/projection.ts'
import { areaOf, sameShape } from '../place/shape.ts'
import { dateOf, deadlineOf, documentForce, durationOf, provisionForce } from './force.ts'
import {
  ALWAYS,
  type Bearer,
  type Force,
  type Prepared,
  type PreparedException,
  type PreparedPattern,
  type PreparedProvision,
  type PreparedZone,
} from './prepared.ts'
import { maskOf } from './type-mask.ts'

export type { Prepared }

/**
 * Resolves an accord for one reading. Trusts the accord to be checked (every reference resolves,
 * every date reads); a date that does not read is a bug of the caller and throws.
 *
 * @param reading id; an unknown one throws, as an answer under it would be an answer to nothing.
 */
export function prepare(accord: Accord, reading: string = defaultReading(accord)): Prepared {
  const chosen = accord.readings.find(r => r.id === reading)
  if (!chosen && accord.readings.length > 0)
    throw new Error(`accord ${accord.id} has no reading '${reading}'`)
  const projection = projectionAt(accord.projection.origin)
  const zones = new Map(accord.zones.map(z => [z.id, zoneOf(z, accord.tz, projection)]))
  const sideOf = new Map(accord.parties.flatMap(p => (p.side ? [[p.id, p.side] as const] : [])))
  const forces = new Map(accord.documents.map(d => [d.id, documentForce(accord, d, chosen)]))
  const context: Context = { accord, reading, zones, sideOf, forces }

  const patched = accord.provisions
    .filter(p => !p.readings || p.readings.includes(reading))
    .map(p => ({ ...p, ...p.under?.[reading] }) as Provision)
  const windows = new Map(patched.map(p => [p.id, provisionForce(forces, accord.tz, p)]))
  const provisions = patched.map(p => provisionOf(context, p, windows))
  const aliases = new Map<string, string>()
  for (const p of accord.parties) for (const a of p.aliases ?? []) aliases.set(a, p.id)
  return {
    accord,
    reading,
    projection,
    zones,
    inZones: nested(zones),
    provisions,
    byId: new Map(provisions.map(p => [p.provision.id, p])),
    parties: new Set(accord.parties.map(p => p.id)),
    aliases,
    sideOf,
  }
}

/** The reading that stands when none is asked for: 'default', or the first. */
export const defaultReading = (accord: Accord): string =>
  accord.readings.find(r => r.id === 'default')?.id ?? accord.readings[0]?.id ?? 'default'

type Context = {
  readonly accord: Accord
  readonly reading: string
  readonly zones: ReadonlyMap<string, PreparedZone>
  readonly sideOf: ReadonlyMap<string, string>
  readonly forces: ReadonlyMap<string, Force>
}

function zoneOf(zone: Zone, tz: string, projection: Projection): PreparedZone {
  return {
    id: zone.id,
    zone,
    versions: zone.versions.map(v => {
      const inner = areaOf(v.inner, projection)
      const outer = areaOf(v.outer, projection)
      return {
        id: v.from,
        window: { lo: dateOf(v.from, tz).lo, hi: v.to ? dateOf(v.to, tz).hi : ALWAYS.hi },
        inner,
        outer: sameShape(inner, outer) ? inner : outer,
      }
    }),
  }
}

function nested(zones: ReadonlyMap<string, PreparedZone>): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const big of zones.values()) {
    const small = new Set<string>([big.id])
    for (const z of zones.values())
      if (z !== big && z.versions.every(v => big.versions.some(b => contained(v.outer, b.inner))))
        small.add(z.id)
    out.set(big.id, small)
  }
  return out
}

function provisionOf(c: Context, p: Provision, windows: ReadonlyMap<string, Force>): PreparedProvision {
  const tz = c.accord.tz
  const rule: EvidenceRule = { ...c.accord.evidence, ...p.evidence }
  const pattern = (x: Pattern | undefined) => x && patternOf(c, x)
  const bearers = p.bearer.map(b => bearerOf(c, p, typeof b === 'string' ? [b] : b))
  const successor = p.supersededBy ? windows.get(p.supersededBy) : undefined
  const own = windows.get(p.id)!
  const force: Force =
    successor && successor.start.hi - 1 < own.to
      ? { ...own, to: successor.start.hi - 1, ended: 'superseded' }
      : own
  const after = p.after?.document
    ? c.forces.get(p.after.document)?.begins
    : p.after?.provision
      ? windows.get(p.after.provision)?.begins
      : undefined
  const bound = new Set(bearers.flatMap(b => b.members))
  const r = p.reparation
  const reparationBearer = r?.bearer
    ? bearerOf(c, p, typeof r.bearer === 'string' ? [r.bearer] : r.bearer)
    : undefined
  return {
    provision: p,
    judged: judgedAs(p),
    document: c.accord.documents.find(d => d.id === p.source.document),
    force,
    bearers,
    rule,
    lag: durationOf(rule.lag),
    ...(p.action && { action: pattern(p.action)! }),
    exceptions: (p.exceptions ?? [])
      .filter(x => x.reading === c.reading)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map(x => exceptionOf(c, x)),
    ...(p.perform && { perform: pattern(p.perform)! }),
    ...(p.over && { items: pattern(p.over.items)! }),
    ...(p.trigger && { trigger: pattern(p.trigger)! }),
    ...(p.within !== undefined && { within: durationOf(p.within) }),
    ...(p.deadline !== undefined && { deadline: deadlineOf(p.deadline, tz) }),
    ...(after && { after }),
    ...(p.recurring && {
      recurring: {
        every: durationOf(p.recurring.every),
        from: p.recurring.from ? dateOf(p.recurring.from, tz).lo : own.start.hi,
        to: p.recurring.to ? deadlineOf(p.recurring.to, tz) : ALWAYS.hi,
      },
    }),
    ...(r && {
      reparation: {
        perform: patternOf(c, r.perform),
        within: durationOf(r.within),
        on: r.on ?? 'BREACHED',
        ...(reparationBearer && { bearer: reparationBearer }),
      },
    }),
    ...(p.obstruction && { obstruction: pattern(p.obstruction)! }),
    obstructors: p.obstruction
      ? c.accord.parties
          .filter(x => ['party', 'guarantor', 'group'].includes(x.role))
          .filter(x => !bound.has(x.id) && !(p.protects ?? []).includes(x.id))
          .map(x => bearerOf(c, p, [x.id]))
      : [],
  }
}

/** Mechanisms and the like are judged only when they say what doing or breaking them would be. */
function judgedAs(p: Provision): PreparedProvision['judged'] {
  if (p.bearer.length === 0) return 'none'
  if (p.kind === 'permission') return p.action ? 'permission' : 'none'
  if (p.kind === 'prohibition' || p.kind === 'maintain') return p.action ? 'prohibition' : 'none'
  if (p.kind === 'obligation' || p.kind === 'mechanism') return p.perform ? 'obligation' : 'none'
  return 'none'
}

function patternOf(c: Context, pattern: Pattern): PreparedPattern {
  const zone = pattern.in === undefined ? undefined : c.zones.get(pattern.in)
  if (pattern.in !== undefined && !zone)
    throw new Error(`zone '${pattern.in}' does not exist; the accord was not checked`)
  return {
    pattern,
    types: maskOf(pattern.types),
    ...(zone && { zone }),
    ...(pattern.weapons && { weapons: new Set<string>(pattern.weapons) }),
    ...(pattern.target && { targets: new Set(pattern.target) }),
  }
}

function exceptionOf(c: Context, x: Exception): PreparedException {
  return {
    exception: x,
    ...(x.provocation && {
      provocation: {
        ...patternOf(c, x.provocation),
        within: durationOf(x.provocation.within),
        distance: x.provocation.distance,
        unlawfulOnly: x.provocation.unlawfulOnly ?? false,
      },
    }),
    ...(x.proportion && { maxStep: x.proportion.maxStep }),
    ...(x.target && { targets: new Set(x.target) }),
  }
}

function bearerOf(c: Context, p: Provision, members: readonly string[]): Bearer {
  const parties = c.accord.parties
  const guarantors = new Set<string>()
  for (const m of members) {
    const answersTo = parties.find(x => x.id === m)?.answersTo
    if (answersTo) guarantors.add(answersTo)
    const through = p.boundThrough?.[m]
    if (through) guarantors.add(through)
  }
  for (const m of members) guarantors.delete(m)
  const sides = new Set(members.map(m => c.sideOf.get(m)).filter(s => s !== undefined))
  return {
    key: members.join('+'),
    members,
    group: new Set(members),
    self: new Set([...members, ...guarantors]),
    acting: new Set([
      ...members,
      ...parties.filter(x => x.answersTo && members.includes(x.answersTo)).map(x => x.id),
    ]),
    guarantors,
    others: new Set(sides.size === 0 ? [] : parties.filter(x => x.side && !sides.has(x.side)).map(x => x.id)),
  }
}
