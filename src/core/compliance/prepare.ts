import type {
  Accord,
  AccordDocument,
  EvidenceRule,
  Exception,
  Pattern,
  Provision,
  Reading,
  Zone,
} from '../accord/model.ts'
import { WEAPON_LADDER } from '../event/types.ts'
import { contained } from '../place/polygon.ts'
import { type Projection, projectionAt } from '../place/projection.ts'
import { type Area, areaOf, sameShape } from '../place/shape.ts'
import { secondsOf, whenOf } from '../time/civil.ts'
import type { When } from '../time/when.ts'
import { maskOf } from './type-mask.ts'

/** Before and after all time that accords speak of; finite, so that arithmetic stays arithmetic. */
export const ALWAYS: When = { lo: -8_640_000_000_000, hi: 8_640_000_000_000 }

/** When a text binds. It starts somewhere in `start` (an interval when the start is disputed). */
export type Force = {
  readonly start: When
  /** The same as the text gives it: a date without a time may be any moment of that day. */
  readonly begins: When
  /** Last second in force. */
  readonly to: number
  readonly ended?: 'expired' | 'ended_by_party' | 'overtaken' | 'superseded' | 'window'
  readonly startIds: readonly string[]
  /** Several claimants name different starts and this reading takes none of them. */
  readonly disputed: boolean
}

export type PreparedZone = {
  readonly id: string
  readonly zone: Zone
  readonly versions: readonly {
    readonly id: string
    readonly window: When
    readonly inner: Area
    readonly outer: Area
  }[]
}

export type PreparedPattern = {
  readonly pattern: Pattern
  /** Bits of every type that counts. */
  readonly types: bigint
  readonly zone?: PreparedZone
  readonly weapons?: ReadonlySet<string>
  readonly targets?: ReadonlySet<string>
}

export type PreparedException = {
  readonly exception: Exception
  readonly provocation?: PreparedPattern & {
    readonly within: number
    readonly distance: number
    readonly unlawfulOnly: boolean
  }
  readonly maxStep?: number
  readonly targets?: ReadonlySet<string>
}

/** Who is bound: one party, or several jointly, with everything the rules ask about them. */
export type Bearer = {
  readonly key: string
  readonly members: readonly string[]
  readonly group: ReadonlySet<string>
  /** Members and those who answer for them: their word in their own favour is capped. */
  readonly self: ReadonlySet<string>
  /** Whose act performs the bearer's duty: members and those who answer to them. */
  readonly acting: ReadonlySet<string>
  readonly guarantors: ReadonlySet<string>
  /** Every party on another side. */
  readonly others: ReadonlySet<string>
}

export type PreparedProvision = {
  readonly provision: Provision
  readonly judged: 'prohibition' | 'obligation' | 'permission' | 'none'
  readonly document: AccordDocument | undefined
  readonly force: Force
  readonly bearers: readonly Bearer[]
  readonly rule: EvidenceRule
  readonly lag: number
  readonly action?: PreparedPattern
  readonly exceptions: readonly PreparedException[]
  readonly perform?: PreparedPattern
  readonly items?: PreparedPattern
  readonly trigger?: PreparedPattern
  readonly within?: number
  /** The instant by which a dated duty is due. */
  readonly deadline?: number
  /** Starting point of `within` when it does not run from a trigger. */
  readonly after?: When
  readonly recurring?: { readonly every: number; readonly from: number; readonly to: number }
  readonly reparation?: {
    readonly perform: PreparedPattern
    readonly within: number
    readonly on: 'BREACHED' | 'POSSIBLE'
    readonly bearer?: Bearer
  }
  readonly obstruction?: PreparedPattern
  readonly obstructors: readonly Bearer[]
}

/** An accord under one reading, with dates as seconds, zones as metres and patterns as bits. */
export type Prepared = {
  readonly accord: Accord
  readonly reading: string
  readonly projection: Projection
  readonly zones: ReadonlyMap<string, PreparedZone>
  /** Zones that lie wholly in each zone: a note about the larger speaks for the smaller. */
  readonly inZones: ReadonlyMap<string, ReadonlySet<string>>
  readonly provisions: readonly PreparedProvision[]
  readonly byId: ReadonlyMap<string, PreparedProvision>
  readonly parties: ReadonlySet<string>
  readonly aliases: ReadonlyMap<string, string>
  readonly sideOf: ReadonlyMap<string, string>
}

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
  const windows = new Map(patched.map(p => [p.id, provisionForce(context, p)]))
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

/** Interval of a civil date in the accord's zone. */
export function dateOf(text: string, tz: string): When {
  const r = whenOf(text, tz)
  if (!r.ok) throw new Error(`'${text}' is no date in ${tz} (${r.error.kind}); the accord was not checked`)
  return r.value
}

/** A date as the interval it names; a clock time as that instant, not the minute it stands for. */
const momentOf = (text: string, tz: string): When => {
  const w = dateOf(text, tz)
  return hasClock(text) ? { lo: w.lo, hi: w.lo } : w
}

const hasClock = (text: string): boolean => text.includes('T') || text.includes(' ')

/** A deadline without a time is the end of its day (§3.6); with a time it is that instant. */
export const deadlineOf = (text: string, tz: string): number => {
  const w = dateOf(text, tz)
  return hasClock(text) ? w.lo : w.hi
}

function durationOf(text: string): number {
  const s = secondsOf(text)
  if (s === undefined) throw new Error(`'${text}' is no duration; the accord was not checked`)
  return s
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

function documentForce(accord: Accord, document: AccordDocument, reading: Reading | undefined): Force {
  const taken = reading?.starts?.[document.id]
  const starts = document.starts.filter(s => taken === undefined || s.id === taken)
  const from = starts.map(s => dateOf(s.at, accord.tz).lo)
  const until = starts.map(s => momentOf(s.at, accord.tz).hi)
  const signed = document.signed ? dateOf(document.signed, accord.tz).lo : ALWAYS.lo
  const ends = (document.ends ?? []).map(e => {
    const w = dateOf(e.at, accord.tz)
    return { type: e.type, last: e.type === 'expired' ? w.hi : w.lo - 1 }
  })
  for (const later of accord.documents)
    if (later.supersedes === document.id && later.starts.length > 0) {
      const named = later.starts.filter(s => {
        const id = reading?.starts?.[later.id]
        return id === undefined || s.id === id
      })
      // The old text stands until every claimed start of the new one has come.
      ends.push({ type: 'superseded', last: Math.max(...named.map(s => dateOf(s.at, accord.tz).lo)) - 1 })
    }
  ends.sort((a, b) => a.last - b.last)
  return {
    start: from.length ? { lo: Math.min(...from), hi: Math.max(...from) } : { lo: signed, hi: signed },
    begins: from.length
      ? { lo: Math.min(...from), hi: Math.max(...until) }
      : document.signed
        ? momentOf(document.signed, accord.tz)
        : { lo: signed, hi: signed },
    to: ends[0]?.last ?? ALWAYS.hi,
    ...(ends[0] && { ended: ends[0].type }),
    startIds: starts.map(s => s.id),
    disputed: new Set(from).size > 1,
  }
}

function provisionForce(c: Context, p: Provision): Force {
  const document = c.forces.get(p.source.document) ?? {
    start: { lo: ALWAYS.lo, hi: ALWAYS.lo },
    begins: { lo: ALWAYS.lo, hi: ALWAYS.lo },
    to: ALWAYS.hi,
    startIds: [],
    disputed: false,
  }
  const from = p.window?.from ? dateOf(p.window.from, c.accord.tz).lo : undefined
  const to = p.window?.to ? deadlineOf(p.window.to, c.accord.tz) : undefined
  const late = (t: number) => (from === undefined ? t : Math.max(t, from))
  const start = { lo: late(document.start.lo), hi: late(document.start.hi) }
  const begins =
    p.window?.from !== undefined && from! > document.start.lo
      ? momentOf(p.window.from, c.accord.tz)
      : document.begins
  const disputed = document.disputed && start.lo !== start.hi
  return to !== undefined && to < document.to
    ? { ...document, start, begins, disputed, to, ended: 'window' }
    : { ...document, start, begins, disputed }
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

/** The other side's bearers of the provision that this one is reciprocal with. */
export function counterparts(
  prepared: Prepared,
  p: PreparedProvision,
  bearer: Bearer,
): { readonly linked: PreparedProvision; readonly bearers: readonly Bearer[] } | undefined {
  const linked = p.provision.reciprocity && prepared.byId.get(p.provision.reciprocity.with)
  if (!linked) return undefined
  return { linked, bearers: linked.bearers.filter(b => b.members.some(m => bearer.others.has(m))) }
}

/** Steps on the proportionality ladder. */
export const LADDER: ReadonlyMap<string, number> = new Map(WEAPON_LADDER.map((w, i) => [w, i]))
export const LADDER_TOP = WEAPON_LADDER.length - 1
