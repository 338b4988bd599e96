import type { GeoName } from '../../formats/geonames.ts'
import type { PCodeUnit } from '../../formats/pcodes.ts'
import type { PlaceEntry, PlaceLevel } from './entry.ts'

/**
 * A GeoNames place as a gazetteer entry, or nothing for what reports do not name so (hills, wells,
 * streets). Bulk names are `weak`: each needs a cue beside it, since many are common words.
 */
export function placeOfGeoName(g: GeoName): PlaceEntry | undefined {
  const level = LEVELS[g.featureCode] ?? (g.featureClass === 'P' ? 'town' : undefined)
  if (!level) return undefined
  const spellings = [...new Set([g.name, g.asciiName, ...g.alternates.filter(usable)])]
  const nameAr = g.alternates.find(a => ARABIC.test(a))
  return {
    kind: 'place',
    id: `geonames:${g.id}`,
    name: g.asciiName || g.name,
    ...(nameAr ? { nameAr } : {}),
    ...(g.country ? { country: g.country } : {}),
    level,
    at: [g.lon, g.lat],
    radiusKm: radiusOf(level, g.population),
    flags: level === 'country' || (g.population ?? 0) >= 1_000_000 ? [] : ['weak'],
    spellings,
  }
}

const LEVELS: Readonly<Record<string, PlaceLevel>> = {
  PCLI: 'country',
  ADM1: 'governorate',
  ADM2: 'district',
  ADM3: 'district',
  ADM4: 'district',
  RGN: 'region',
}
const ARABIC = /^[\u0621-\u064a ]{3,}$/
/** Links and codes stand among the alternates. */
const usable = (name: string): boolean => name.length >= 3 && !/[:/\d]/.test(name)

function radiusOf(level: PlaceLevel, population = 0): number {
  if (level === 'country') return 500
  if (level === 'governorate' || level === 'region') return 70
  if (level === 'district') return 20
  return population > 1e6 ? 15 : population > 2e5 ? 8 : population > 5e4 ? 5 : 3
}

/**
 * An administrative unit as a gazetteer entry: a district stays a district. A unit without a point in
 * the table gives none here: nothing is invented. Arabic and other names come from their columns.
 */
export function placeOfPCode(unit: PCodeUnit, country?: string): PlaceEntry | undefined {
  if (unit.lat === undefined || unit.lon === undefined) return undefined
  const level = (['country', 'governorate', 'district', 'district', 'town'] as const)[unit.level]
  const name = unit.names.en ?? unit.names.fr ?? Object.values(unit.names)[0]
  if (!name) return undefined
  return {
    kind: 'place',
    id: `pcode:${unit.pcode}`,
    name,
    ...(unit.names.ar ? { nameAr: unit.names.ar } : {}),
    ...(country ? { country } : {}),
    level,
    at: [unit.lon, unit.lat],
    radiusKm: radiusOf(level),
    flags: ['weak'],
    spellings: [...new Set(Object.values(unit.names))],
    pcode: unit.pcode,
  }
}
