import type { Accord, Zone } from '../../core/accord/model.ts'
import type { Place } from '../../core/place/place.ts'
import { foldedText } from '../../core/text/fold.ts'
import { CAPITALS } from '../events/event-parties.ts'
import type { ActorEntry, GazetteerEntry, PlaceEntry } from '../gazetteer/entry.ts'
import { type Gazetteer, gazetteerOf, withEntries } from '../gazetteer/gazetteer.ts'
import type { PlaceMention } from '../mentions/mentions.ts'

/** An accord's parties and zones as the reader meets them in a text. */
export type AccordNames = {
  /** The gazetteer with the accord's own names of parties and zones in it. */
  readonly gazetteer: Gazetteer
  /** The party a gazetteer entry stands for, if any. */
  partyOf(id: string | undefined): string | undefined
  /** The party a speaker's words name: "the Kremlin", "an official of …" by the names in them. */
  partyIn(words: string): string | undefined
  zoneOf(id: string): Zone | undefined
}

const CACHE = new WeakMap<Accord, WeakMap<Gazetteer, AccordNames>>()

/** Names of an accord over a gazetteer; made once for the pair. */
export function accordNames(accord: Accord | undefined, gazetteer: Gazetteer): AccordNames {
  if (!accord)
    return { gazetteer, partyOf: () => undefined, partyIn: () => undefined, zoneOf: () => undefined }
  const known = CACHE.get(accord)?.get(gazetteer)
  if (known) return known
  const made = namesOf(accord, gazetteer)
  const byGazetteer = CACHE.get(accord) ?? new WeakMap<Gazetteer, AccordNames>()
  byGazetteer.set(gazetteer, made)
  CACHE.set(accord, byGazetteer)
  return made
}

/** Speakers come again and again: their parties are remembered up to so many. */
const MOST_ASKED = 2_000

function namesOf(accord: Accord, base: Gazetteer): AccordNames {
  const byAlias = new Map<string, string>()
  for (const party of accord.parties)
    for (const alias of [party.name.en, party.name.ar, ...(party.aliases ?? [])]) {
      const key = foldedText(alias)
      if (!byAlias.has(key)) byAlias.set(key, party.id)
    }
  const known = new Map<string, string>()
  const spelled = new Set<string>()
  for (const entry of base.byId.values()) {
    if (entry.kind === 'place' && entry.level !== 'country' && !CAPITALS.has(entry.id)) continue
    const party = [entry.name, ...entry.spellings]
      .map(s => byAlias.get(foldedText(s)))
      .find(p => p !== undefined)
    if (party !== undefined) known.set(entry.id, party)
    if (entry.kind === 'actor' || entry.level === 'country')
      for (const s of entry.spellings) spelled.add(foldedText(s))
  }
  // The state of a capital answers for it, and a capital named as a party for its state.
  for (const [capital, state] of CAPITALS) {
    const party = known.get(state) ?? known.get(capital)
    if (party === undefined) continue
    known.set(state, party)
    known.set(capital, party)
  }
  const own: GazetteerEntry[] = accord.parties.map(
    party =>
      ({
        kind: 'actor',
        id: `party:${party.id}`,
        name: party.name.en,
        nameAr: party.name.ar,
        sort:
          party.role === 'outlet'
            ? 'outlet'
            : party.role === 'monitor'
              ? 'monitor'
              : party.role === 'group'
                ? 'group'
                : 'opposition',
        flags: [],
        spellings: [party.name.en, party.name.ar, ...(party.aliases ?? [])].filter(
          s => !spelled.has(foldedText(s)) && !isCapital(base, s),
        ),
      }) satisfies ActorEntry,
  )
  for (const party of accord.parties) known.set(`party:${party.id}`, party.id)
  const zones = accord.zones.map(zoneEntry).filter(z => z !== undefined)
  // Of namesakes the first wins: the accord’s own zone before a road or region of the same name.
  const gazetteer = withEntries(withBelow(base, own), zones)
  const zoneById = new Map(accord.zones.map(z => [`zone:${z.id}`, z]))
  const aliases = [...byAlias].filter(([alias]) => alias.length > 2).sort((a, b) => b[0].length - a[0].length)
  const asked = new Map<string, string | null>()
  return {
    gazetteer,
    partyOf: id => (id === undefined ? undefined : known.get(id)),
    partyIn: words => {
      const heard = asked.get(words)
      if (heard !== undefined) return heard ?? undefined
      const text = ` ${foldedText(words).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
      const found = aliases.find(
        ([alias]) => text.includes(` ${alias} `) || text.includes(` و${alias} `),
      )?.[1]
      if (asked.size >= MOST_ASKED) asked.clear()
      asked.set(words, found ?? null)
      return found
    },
    zoneOf: id => zoneById.get(id),
  }
}

/** Entries laid under a gazetteer: its own names come first. */
function withBelow(base: Gazetteer, entries: readonly GazetteerEntry[]): Gazetteer {
  const below = gazetteerOf(entries)
  return {
    roots: [...base.roots, ...below.roots],
    byId: new Map([...below.byId, ...base.byId]),
    size: base.size + below.size,
    ...(base.ignored ? { ignored: base.ignored } : {}),
  }
}

/** A capital among a party's names stays a place in the text; what it stands for is asked by `partyOf`. */
const isCapital = (base: Gazetteer, spelling: string): boolean => {
  const key = foldedText(spelling)
  for (const id of CAPITALS.keys())
    if (base.byId.get(id)?.spellings.some(s => foldedText(s) === key)) return true
  return false
}

function zoneEntry(zone: Zone): PlaceEntry | undefined {
  const ring = zone.versions.at(-1)?.outer[0]?.[0]
  if (!ring?.length) return undefined
  const lons = ring.map(p => p[0])
  const lats = ring.map(p => p[1])
  const at = [
    (Math.min(...lons) + Math.max(...lons)) / 2,
    (Math.min(...lats) + Math.max(...lats)) / 2,
  ] as const
  const km = Math.max(
    ...ring.map(p => Math.hypot((p[0] - at[0]) * Math.cos((at[1] * Math.PI) / 180), p[1] - at[1]) * 111.2),
  )
  // "المنطقة المنزوعة السلاح في إدلب" is also written without its province.
  const short = [
    zone.name.ar.replace(/ في .*$/, ''),
    zone.name.ar.replace(/ في .*$/, '').replace(/^ال(\S+) ال/, '$1 '),
    zone.name.en.replace(/^\p{Lu}\p{L}+ /u, ''),
  ]
  return {
    kind: 'place',
    id: `zone:${zone.id}`,
    name: zone.name.en,
    nameAr: zone.name.ar,
    level: 'region',
    at,
    radiusKm: Math.ceil(km),
    flags: [],
    spellings: [...new Set([zone.name.ar, zone.name.en, ...short])].filter(s => s.includes(' ')),
  }
}

/** A mention as the place of a record: a zone is its area, the rest a disc as wide as what is not known. */
export function placeOf(mention: PlaceMention | undefined, names: AccordNames): Place {
  if (!mention) return { kind: 'unknown' }
  const zone = names.zoneOf(mention.id)
  const outer = zone?.versions.at(-1)?.outer
  if (zone && outer?.length)
    return { kind: 'area', polygons: outer, name: zone.name.en, nameAr: zone.name.ar }
  return {
    kind: 'disc',
    at: mention.at,
    radiusMetres: mention.radiusMetres,
    name: mention.canonical,
    ...(mention.nameAr ? { nameAr: mention.nameAr } : {}),
  }
}
