import type { Entry, EntryBody } from '../core/ledger/entry.ts'
import { foldedText } from '../core/text/fold.ts'
import type { ActorEntry, GazetteerEntry, PlaceEntry, PlaceLevel } from './gazetteer/entry.ts'
import { type Gazetteer, withEntries } from './gazetteer/gazetteer.ts'

/**
 * What analysts taught the reader, from the ledger's `lexicon.*` entries in order:
 * - `lexicon.alias` {id, spelling}: one more spelling of a known place, actor or party (`party:RU`)
 * - `lexicon.outlet` {name, spellings?}: a carrier of words that the reader did not know
 * - `lexicon.place` {name, nameAr?, level, at, radiusKm, spellings}: a place it did not know
 * - `lexicon.ignore` {spelling}: these words are no name, whatever the gazetteer says
 */
export type Corrections = {
  readonly aliases: readonly { readonly id: string; readonly spelling: string; readonly seq: number }[]
  readonly entries: readonly (GazetteerEntry & { readonly seq: number })[]
  readonly ignored: readonly { readonly spelling: string; readonly seq: number }[]
  /** Entries that say nothing the reader understands: shown, never guessed at. */
  readonly unread: readonly { readonly seq: number; readonly why: string }[]
}

type LexiconBody = Extract<EntryBody, { data: unknown }>

/** The corrections in force. An entry taken back by `entry.undone` counts no more: learning is undone as it was done. */
export function correctionsOf(entries: readonly Pick<Entry, 'seq' | 'body'>[]): Corrections {
  const undone = new Set<number>()
  for (const { body } of entries) if (body.kind === 'entry.undone') undone.add((body as { seq: number }).seq)
  const aliases: Corrections['aliases'][number][] = []
  const learnt: (GazetteerEntry & { seq: number })[] = []
  const ignored: Corrections['ignored'][number][] = []
  const unread: Corrections['unread'][number][] = []
  for (const { seq, body } of entries) {
    if (!body.kind.startsWith('lexicon.') || undone.has(seq)) continue
    const data = ((body as LexiconBody).data ?? {}) as Record<string, unknown>
    const spelling = textOf(data.spelling)
    switch (body.kind) {
      case 'lexicon.alias': {
        const id = textOf(data.id)
        if (id && spelling) aliases.push({ id, spelling, seq })
        else unread.push({ seq, why: 'an alias needs id and spelling' })
        break
      }
      case 'lexicon.ignore':
        if (spelling) ignored.push({ spelling, seq })
        else unread.push({ seq, why: 'an ignored name needs spelling' })
        break
      case 'lexicon.outlet': {
        const outlet = outletOf(data)
        if (outlet) learnt.push({ ...outlet, seq })
        else unread.push({ seq, why: 'an outlet needs name' })
        break
      }
      case 'lexicon.place': {
        const place = placeOf(data, seq)
        if (place) learnt.push({ ...place, seq })
        else unread.push({ seq, why: 'a place needs name, level, at [lon, lat] and radiusKm' })
        break
      }
      default:
        unread.push({ seq, why: `'${body.kind}' is no kind of correction` })
    }
  }
  return { aliases, entries: learnt, ignored, unread }
}

/**
 * A gazetteer as corrected. The one given is not changed; without corrections it comes back itself. An
 * alias for an id that the gazetteer does not hold (a party of another accord) does nothing.
 */
export function correctedGazetteer(base: Gazetteer, corrections: Corrections): Gazetteer {
  const changed = new Map<string, GazetteerEntry>()
  for (const entry of corrections.entries) changed.set(entry.id, entry)
  for (const { id, spelling } of corrections.aliases) {
    const entry = changed.get(id) ?? base.byId.get(id)
    if (entry) changed.set(id, { ...entry, spellings: [...entry.spellings, spelling] })
  }
  const corrected = withEntries(base, [...changed.values()])
  if (!corrections.ignored.length) return corrected
  return { ...corrected, ignored: new Set(corrections.ignored.map(i => foldedText(i.spelling))) }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() && value.length <= 200 ? value.trim() : undefined

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter(t => t !== undefined) : []

function outletOf(data: Record<string, unknown>): ActorEntry | undefined {
  const name = textOf(data.name)
  return name === undefined
    ? undefined
    : {
        kind: 'actor',
        id: `outlet:${foldedText(name).replaceAll(' ', '-')}`,
        name,
        sort: 'outlet',
        flags: [],
        spellings: [...new Set([name, ...textsOf(data.spellings)])],
      }
}

const LEVELS: readonly PlaceLevel[] = ['site', 'town', 'district', 'governorate', 'region', 'country']

function placeOf(data: Record<string, unknown>, seq: number): PlaceEntry | undefined {
  const name = textOf(data.name)
  const level = LEVELS.find(l => l === data.level)
  const at = data.at
  if (!name || !level || !Array.isArray(at) || at.length !== 2) return undefined
  const [lon, lat] = at as unknown[]
  const km = data.radiusKm
  if (typeof lon !== 'number' || typeof lat !== 'number' || typeof km !== 'number') return undefined
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && km > 0)) return undefined
  const nameAr = textOf(data.nameAr)
  return {
    kind: 'place',
    id: `learnt:${seq}`,
    name,
    ...(nameAr ? { nameAr } : {}),
    level,
    at: [lon, lat],
    radiusKm: km,
    flags: [],
    spellings: [...new Set([name, ...(nameAr ? [nameAr] : []), ...textsOf(data.spellings)])],
  }
}
