import type { Accord } from '../accord/model.ts'
import { isA } from '../event/types.ts'
import { type Bounds, boundsOf } from '../place/bounds.ts'
import { indexWords, queryWords } from '../text/search-words.ts'
import type { When } from '../time/when.ts'
import type { Incident, ZoneAnswer } from './incidents.ts'
import { nameOf } from './record-summary.ts'

/** Which incidents a list, a map, a count and an export speak of; every condition given must hold. */
export type IncidentFilter = {
  /** May have happened in it. */
  readonly period?: When
  /** This type or one below it. */
  readonly type?: string
  /** A party; '?' where no source says who. */
  readonly actor?: string
  readonly zone?: string
  /** With `zone`; without it everything that is inside or may be. */
  readonly answer?: ZoneAnswer
  readonly source?: string
  /** Words of summary, place, actors and sources in any spelling; all must be there. */
  readonly text?: string
  /** Some source denies it. */
  readonly denied?: boolean
  /** Told in two versions that a person linked. */
  readonly versions?: boolean
  /** May lie in it; what may be anywhere is left out. */
  readonly box?: Bounds
  readonly placed?: 'disc' | 'area' | 'unknown'
}

/** The question of a filter, asked of one incident after another. Text is folded once an incident. */
export function fitting(
  filter: IncidentFilter,
  accord: Pick<Accord, 'parties'>,
): (incident: Incident) => boolean {
  const { period, type, actor, zone, answer, source, denied, versions, box, placed } = filter
  const words = filter.text ? queryWords(filter.text) : []
  return i =>
    (!period || (i.when.hi >= period.lo && i.when.lo <= period.hi)) &&
    (!placed || i.place.kind === placed) &&
    (!type || i.types.some(t => isA(t, type))) &&
    (!actor || (actor === '?' ? i.actors.length === 0 : i.actors.includes(actor))) &&
    (!zone || answered(i.zones[zone] ?? 'outside', answer)) &&
    (!source || i.claims.some(c => c.source === source)) &&
    (!denied || i.denied > 0) &&
    (!versions || (i.links ?? []).some(l => l.relation === 'versions-of')) &&
    (!box || touches(i, box)) &&
    (words.length === 0 || says(i, words, accord))
}

/** Without a wish for one answer, "may be inside" counts: to leave it out would say that it is not. */
const answered = (is: ZoneAnswer, wanted: ZoneAnswer | undefined) =>
  wanted ? is === wanted : is !== 'outside'

function touches(i: Incident, box: Bounds): boolean {
  const b = boundsOf(i.place)
  return (
    b !== undefined &&
    b.west <= box.east &&
    b.east >= box.west &&
    b.south <= box.north &&
    b.north >= box.south
  )
}

const WORDS = new WeakMap<Incident, ReadonlySet<string>>()

function says(i: Incident, words: readonly (readonly string[])[], accord: Pick<Accord, 'parties'>): boolean {
  let has = WORDS.get(i)
  if (!has) {
    const names = [...i.actors, ...i.targets, ...i.claims.map(c => c.source)].map(a =>
      nameOf(a, accord as Accord),
    )
    const text = [
      i.summary.en,
      i.summary.ar,
      i.place.name ?? '',
      i.place.nameAr ?? '',
      ...i.types.map(t => t.replaceAll('_', ' ')),
      ...names.flatMap(n => [n.en, n.ar]),
    ]
    has = new Set(indexWords(text.join(' ')))
    WORDS.set(i, has)
  }
  // The last letters of a word are often still being typed.
  return words.every(forms => forms.some(f => has.has(f) || (f.length > 2 && startsOne(has, f))))
}

function startsOne(words: ReadonlySet<string>, beginning: string): boolean {
  for (const w of words) if (w.startsWith(beginning)) return true
  return false
}
