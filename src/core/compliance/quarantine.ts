import type { Claim, EvidenceRecord } from '../evidence/record.ts'
import type { Place, Position } from '../place/place.ts'
import { selfCrossing } from '../place/polygon.ts'
import { onEarth } from '../place/projection.ts'
import { areaOf } from '../place/shape.ts'
import type { When } from '../time/when.ts'
import type { Words } from '../words.ts'
import type { Prepared } from './prepared.ts'
import { isEventType } from './type-mask.ts'

/** Why a record was set aside. The rest is judged; the count of these is always shown. */
export const QUARANTINE_REASONS = {
  'end-before-start': { en: 'ends before it starts', ar: 'ينتهي قبل أن يبدأ' },
  'not-a-time': { en: 'its time is not a whole number of seconds', ar: 'وقته ليس عددًا صحيحًا من الثواني' },
  'outside-the-world': { en: 'its place is not on Earth', ar: 'مكانه خارج حدود الأرض' },
  'swapped-coordinates': {
    en: 'latitude and longitude look swapped: the other way round it lies in the area of the accord',
    ar: 'يبدو أن خطّي الطول والعرض معكوسان: لو عُكسا لوقع المكان في منطقة الاتفاق',
  },
  'self-crossing': { en: 'the line round its place crosses itself', ar: 'الخط المحيط بمكانه يقطع نفسه' },
  'too-few-corners': { en: 'its area has fewer than three corners', ar: 'لمساحته أقل من ثلاث زوايا' },
  'bad-radius': {
    en: 'the radius of its place is not a number of metres',
    ar: 'نصف قطر مكانه ليس عددًا من الأمتار',
  },
  'unknown-party': { en: 'names a party that the accord does not know', ar: 'يذكر طرفًا لا يعرفه الاتفاق' },
  'unknown-zone': { en: 'names a zone that the accord does not know', ar: 'يذكر منطقة لا يعرفها الاتفاق' },
  'unknown-provision': {
    en: 'names a provision that the accord does not have',
    ar: 'يذكر حكمًا لا يوجد في الاتفاق',
  },
  'unknown-type': { en: 'is of no known type of event', ar: 'ليس من أنواع الأحداث المعروفة' },
  'bad-grade': {
    en: 'its grade is not a letter A to F with a figure 1 to 6',
    ar: 'تقييمه ليس حرفًا من A إلى F مع رقم من 1 إلى 6',
  },
  'bad-figure': {
    en: 'gives a figure whose low end is above its high end',
    ar: 'يذكر رقمًا حدّه الأدنى فوق حدّه الأعلى',
  },
  'same-id': {
    en: 'bears the id of another record with other content',
    ar: 'يحمل معرّف سجل آخر مختلف المضمون',
  },
} as const satisfies Record<string, Words>
/** Code of a reason. */
export type QuarantineReason = keyof typeof QUARANTINE_REASONS

/** A record set aside. */
export type Quarantined = {
  readonly record: string
  readonly reason: QuarantineReason
  /** What exactly was found: the party, the corner, the number. */
  readonly found: string
}

type Fault = { readonly reason: QuarantineReason; readonly found: string }

/** The first fault of a record under an accord, or undefined when it can be judged. */
export function faultOf(record: EvidenceRecord, prepared: Prepared): Fault | undefined {
  if (!Number.isSafeInteger(record.received))
    return { reason: 'not-a-time', found: `received ${record.received}` }
  switch (record.kind) {
    case 'claim':
      return claimFault(record, prepared)
    case 'correction':
      return claimFault(record.claim, prepared)
    case 'ruling':
      return (
        (record.set.types && typesFault(record.set.types)) ??
        (record.set.when && whenFault(record.set.when)) ??
        (record.set.place && placeFault(record.set.place, prepared)) ??
        partiesFault(record.set.actor ?? undefined, prepared)
      )
    case 'coverage':
      return (
        whenFault(record.when) ??
        (record.zone !== undefined && !prepared.zones.has(record.zone)
          ? { reason: 'unknown-zone' as const, found: record.zone }
          : provisionFault(record.provision, prepared))
      )
    case 'suspension':
      return (
        whenFault(record.when) ??
        (record.until && whenFault(record.until)) ??
        partiesFault(record.by, prepared) ??
        provisionFault(record.provision, prepared)
      )
    case 'discharge':
      return (
        whenFault(record.when) ??
        partiesFault(record.bearer, prepared) ??
        provisionFault(record.provision, prepared)
      )
    default:
      return undefined
  }
}

function claimFault(claim: Claim, prepared: Prepared): Fault | undefined {
  return (
    whenFault(claim.when) ??
    typesFault(claim.types) ??
    placeFault(claim.place, prepared) ??
    partiesFault(claim.actor, prepared) ??
    partiesFault(claim.speaksFor, prepared) ??
    gradeFault(claim) ??
    figuresFault(claim)
  )
}

function whenFault(w: When): Fault | undefined {
  if (!Number.isSafeInteger(w.lo) || !Number.isSafeInteger(w.hi))
    return { reason: 'not-a-time', found: `${w.lo}..${w.hi}` }
  return w.hi < w.lo ? { reason: 'end-before-start', found: `${w.lo}..${w.hi}` } : undefined
}

function typesFault(types: readonly string[]): Fault | undefined {
  if (types.length === 0) return { reason: 'unknown-type', found: '(none)' }
  const odd = types.find(t => !isEventType(t))
  return odd === undefined ? undefined : { reason: 'unknown-type', found: odd }
}

function partiesFault(named: string | readonly string[] | undefined, prepared: Prepared): Fault | undefined {
  if (named === undefined) return undefined
  const list = typeof named === 'string' ? [named] : named
  const odd = list.find(p => !prepared.parties.has(p) && !prepared.aliases.has(p))
  return odd === undefined ? undefined : { reason: 'unknown-party', found: odd }
}

function provisionFault(id: string | undefined, prepared: Prepared): Fault | undefined {
  if (id === undefined || prepared.accord.provisions.some(p => p.id === id)) return undefined
  return { reason: 'unknown-provision', found: id }
}

function gradeFault({ grade }: Claim): Fault | undefined {
  const good = /^[A-F]$/.test(grade.reliability) && [1, 2, 3, 4, 5, 6].includes(grade.credibility)
  return good ? undefined : { reason: 'bad-grade', found: `${grade.reliability}${grade.credibility}` }
}

function figuresFault(claim: Claim): Fault | undefined {
  const odd = claim.figures?.find(f => !(f.low <= f.high) || f.low < 0)
  return odd && { reason: 'bad-figure', found: `${odd.what} ${odd.low}..${odd.high}` }
}

function placeFault(place: Place, prepared: Prepared): Fault | undefined {
  if (place.kind === 'unknown') return undefined
  if (place.kind === 'disc') {
    if (!onEarth(place.at)) {
      return swapped(place.at, prepared) ?? { reason: 'outside-the-world', found: place.at.join(', ') }
    }
    if (!(place.radiusMetres >= 0) || !Number.isFinite(place.radiusMetres))
      return { reason: 'bad-radius', found: `${place.radiusMetres}` }
    return swapped(place.at, prepared)
  }
  for (const rings of place.polygons)
    for (const ring of rings) {
      const odd = ring.find(at => !onEarth(at))
      if (odd) return { reason: 'outside-the-world', found: odd.join(', ') }
    }
  const area = areaOf(place.polygons, prepared.projection)
  if (area.polygons.length === 0 || area.polygons.some(rings => rings.length === 0))
    return { reason: 'too-few-corners', found: '0' }
  for (const rings of area.polygons)
    for (const ring of rings) {
      if (ring.length < 6) return { reason: 'too-few-corners', found: `${ring.length / 2}` }
      const crossing = selfCrossing(ring)
      if (crossing)
        return { reason: 'self-crossing', found: `edges ${crossing[0] + 1} and ${crossing[1] + 1}` }
    }
  return undefined
}

/** Degrees beyond the accord's area at which a place that would lie inside it when swapped is a slip. */
const SWAP_MARGIN = 3

function swapped(at: Position, prepared: Prepared): Fault | undefined {
  const zone = prepared.accord.zones.find(z => z.id === prepared.accord.area)
  if (!zone) return undefined
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const v of zone.versions)
    for (const rings of v.outer)
      for (const ring of rings)
        for (const [x, y] of ring) {
          west = Math.min(west, x)
          east = Math.max(east, x)
          south = Math.min(south, y)
          north = Math.max(north, y)
        }
  const inBox = (x: number, y: number, margin: number) =>
    x >= west - margin && x <= east + margin && y >= south - margin && y <= north + margin
  // Where the area straddles the diagonal (Aleppo: 37 E, 36 N) a swap moves a place too little to tell.
  if (inBox(at[0], at[1], SWAP_MARGIN) || !inBox(at[1], at[0], 0)) return undefined
  return { reason: 'swapped-coordinates', found: at.join(', ') }
}
