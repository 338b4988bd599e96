import type { Position } from '../../core/place/place.ts'
import type { ActorSort, GazetteerEntry, PlaceEntry, PlaceLevel } from '../gazetteer/entry.ts'
import { builtInGazetteer, type Gazetteer, type Name } from '../gazetteer/gazetteer.ts'
import { type CueSets, PLACE_CUES } from '../lexicons/place-cues.ts'
import { type Scan, scan, type Token } from '../text/tokens.ts'
import { contextAllows } from './context.ts'
import { hasCue } from './cue-word.ts'
import { type Hit, hitAt } from './walk.ts'

/** A name of a known place or actor in a text. */
export type Mention = {
  /** UTF-16 offsets, half-open; Arabic particles written onto the name are inside. */
  readonly start: number
  readonly end: number
  readonly surface: string
  /** The gazetteer's English name. */
  readonly canonical: string
  readonly id: string
}
export type PlaceMention = Mention & {
  readonly of: 'place'
  /** What the name means here: "ريف إدلب" is the province, "مدينة إدلب" the town. */
  readonly level: PlaceLevel
  readonly at: Position
  readonly radiusMetres: number
  readonly nameAr?: string
  readonly country?: string
}
export type ActorMention = Mention & {
  readonly of: 'actor'
  readonly sort: ActorSort
  readonly country?: string
}

export type Mentions = {
  readonly places: readonly PlaceMention[]
  readonly actors: readonly ActorMention[]
  /** Agencies and media: carriers of words, not actors. */
  readonly outlets: readonly ActorMention[]
}

/**
 * Finds the names of the gazetteer in a text, longest first, in one pass.
 *
 * Arabic particles (و ف ب ك ل, لل) are taken off only where the gazetteer confirms the rest; Russian
 * names are met in all cases; a Turkish suffix after an apostrophe stays outside the surface. A name that
 * is also an ordinary word counts only with a cue beside it (`EntryFlag`). Of namesakes, the one in
 * the country named most often in the same text wins.
 *
 * @param text or its scan, when the caller has it.
 */
export function readMentions(
  text: string | Scan,
  options: { readonly lang: string; readonly gazetteer?: Gazetteer },
): Mentions {
  const scanned = typeof text === 'string' ? scan(text) : text
  const gazetteer = options.gazetteer ?? builtInGazetteer()
  const lang = options.lang
  const cues = PLACE_CUES[lang] ?? PLACE_CUES.en!
  const { tokens } = scanned
  const kept: { hit: Hit; names: readonly Name[] }[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'word') continue
    const hit = hitAt(gazetteer, tokens, i, lang)
    if (!hit) continue
    const previous = kept.at(-1)
    const beside =
      previous !== undefined &&
      listed(tokens, previous.hit.to, i, lang, hit.prefix) &&
      previous.names[0]!.entry.kind === 'place'
    const names = hit.names.filter(
      name =>
        spelledSo(scanned.text, tokens, hit, name) &&
        contextAllows(scanned, hit, name, { lang, cues, beside }),
    )
    if (!names.length) continue
    kept.push({ hit, names })
    i = hit.to - 1
  }
  return sorted(scanned, kept, lang, cues)
}

/** Capitals where the spelling has them, and all of them for an abbreviation. */
function spelledSo(text: string, tokens: readonly Token[], hit: Hit, name: Name): boolean {
  if (!name.upper) return true
  const surface = text.slice(tokens[hit.from]!.start, tokens[hit.to - 1]!.end)
  if (name.caps)
    return surface.replace(/['’.\s-].*$/s, '') === surface.replace(/['’.\s-].*$/s, '').toUpperCase()
  const first = surface.charAt(0)
  return first !== first.toLowerCase()
}

/** Do only "and" or a comma stand between the name before and this one? */
function listed(tokens: readonly Token[], from: number, to: number, lang: string, prefix: string): boolean {
  if (to === from) return lang === 'ar' && prefix.startsWith('و')
  if (to > from + 2) return false
  for (let i = from; i < to; i++) if (!LIST_WORDS.has(tokens[i]!.text)) return false
  return true
}
const LIST_WORDS = new Set(['و', 'and', 'et', 'и', 've', ',', '،', '/', '-'])

function sorted(
  scanned: Scan,
  kept: readonly { hit: Hit; names: readonly Name[] }[],
  lang: string,
  cues: CueSets,
): Mentions {
  const votes = new Map<string, number>()
  for (const { names } of kept) {
    const countries = new Set(names.map(n => n.entry.country ?? ''))
    if (countries.size === 1) for (const c of countries) votes.set(c, (votes.get(c) ?? 0) + 1)
  }
  const places: PlaceMention[] = []
  const actors: ActorMention[] = []
  const outlets: ActorMention[] = []
  for (const { hit, names } of kept) {
    const entry = bestOf(names, votes)
    if (entry.kind === 'actor') {
      const of = entry.sort === 'outlet' ? outlets : actors
      of.push({ ...spanOf(scanned, hit, entry, lang), of: 'actor', sort: entry.sort, ...countryOf(entry) })
    } else if (entry.flags.includes('power') && !inside(scanned, hit, lang, cues))
      actors.push({ ...spanOf(scanned, hit, entry, lang), of: 'actor', sort: 'state', ...countryOf(entry) })
    else
      places.push({
        ...spanOf(scanned, hit, entry, lang),
        of: 'place',
        ...extentOf(scanned.tokens, hit, entry, lang, cues),
      })
  }
  return { places, actors, outlets }
}

const countryOf = (entry: GazetteerEntry) => (entry.country ? { country: entry.country } : {})

function bestOf(names: readonly Name[], votes: ReadonlyMap<string, number>): GazetteerEntry {
  let best = names[0]!.entry
  for (const { entry } of names) {
    const more = (votes.get(entry.country ?? '') ?? 0) - (votes.get(best.country ?? '') ?? 0)
    if (more > 0 && !entry.flags.includes('weak')) best = entry
  }
  return best
}

function spanOf(scanned: Scan, hit: Hit, entry: GazetteerEntry, lang: string): Mention {
  const { tokens, text } = scanned
  let from = hit.from
  // An article belongs to what an actor is called ("les FSR", "the Houthis"), not to a town.
  if (entry.kind === 'actor' && (lang === 'fr' || lang === 'en')) {
    const elided = tokens[from - 1]?.text === "'" && tokens[from - 2]?.text === 'l'
    if (elided) from -= 2
    else if (ARTICLES.has(tokens[from - 1]?.text ?? '')) from--
  }
  const start = tokens[from]!.start
  const end = tokens[hit.to - 1]!.end
  return { start, end, surface: text.slice(start, end), canonical: entry.name, id: entry.id }
}
const ARTICLES = new Set(['the', 'le', 'la', 'les'])

/** Is a state named as ground, not as government? */
function inside(scanned: Scan, hit: Hit, lang: string, cues: CueSets): boolean {
  if (hit.prefix.endsWith('ب')) return true
  const { tokens } = scanned
  if (lang === 'tr') {
    const suffix = tokens[hit.to]?.text === "'" ? tokens[hit.to + 1]?.text : undefined
    return suffix !== undefined && /^(da|de|ta|te|dan|den|tan|ten|daki|deki)$/.test(suffix)
  }
  const before = tokens[hit.from - 1]?.text
  return before !== undefined && cues.into.has(before)
}

function extentOf(
  tokens: readonly Token[],
  hit: Hit,
  entry: PlaceEntry,
  lang: string,
  cues: CueSets,
): Omit<PlaceMention, keyof Mention | 'of'> {
  const said = (set: ReadonlySet<string>): boolean => cueBeside(tokens, hit, lang, cues, set)
  const near = said(cues.vicinity)
  const base = { ...(entry.nameAr ? { nameAr: entry.nameAr } : {}), ...countryOf(entry) }
  // A bare name shared by a town and its province means the wider one: a dot would claim too much.
  if (entry.area && !said(cues.towns))
    return { ...base, level: 'governorate', at: entry.area.at, radiusMetres: entry.area.radiusKm * 1000 }
  const km = entry.radiusKm
  if (entry.level === 'town' && said(cues.districts))
    return { ...base, level: 'district', at: entry.at, radiusMetres: Math.max(km * 3, 20) * 1000 }
  // "Near" a town: three of its radii, ten kilometres at least.
  if (near && (entry.level === 'town' || entry.level === 'site'))
    return { ...base, level: entry.level, at: entry.at, radiusMetres: Math.max(km * 3, 10) * 1000 }
  return { ...base, level: entry.level, at: entry.at, radiusMetres: km * 1000 }
}

/** Does a word of the set stand right before the name (or right after it, in Turkish and English)? */
function cueBeside(
  tokens: readonly Token[],
  hit: Hit,
  lang: string,
  cues: CueSets,
  set: ReadonlySet<string>,
): boolean {
  const skip = SKIPPED.has(tokens[hit.from - 1]?.text ?? '') ? 2 : 1
  if (hasCue(set, tokens[hit.from - skip]?.text ?? '', lang)) return true
  if (!cues.after.size) return false
  const after = tokens[hit.to]?.text === "'" ? tokens[hit.to + 2] : tokens[hit.to]
  return set.has(after?.text ?? '')
}
const SKIPPED = new Set(['of', 'de', 'd', 'du', 'في', 'la'])
