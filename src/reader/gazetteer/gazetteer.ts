import { readFileSync } from 'node:fs'
import { foldedText } from '../../core/text/fold.ts'
import type { GazetteerEntry } from './entry.ts'
import { russianForms } from './russian-cases.ts'
import { actorsOf, placesOf } from './tables.ts'

/** One spelling of an entry at the end of its path through the tokens. */
export type Name = {
  readonly entry: GazetteerEntry
  /** The spelling begins with a capital, so a word in lower case is not it. */
  readonly upper: boolean
  /** The spelling is an abbreviation: only capitals are it ("AU", never "au"). */
  readonly caps: boolean
  /** Number of words. */
  readonly words: number
}

export type Step = { next: Map<string, Step> | undefined; names: Name[] | undefined }

/** Names of places and actors, looked up token by token in one pass. Immutable for its users. */
export type Gazetteer = {
  /** Layers, uppermost first: of names equally long, the upper layer's comes first. */
  readonly roots: readonly Step[]
  /** Folded names that an analyst ruled out. */
  readonly ignored?: ReadonlySet<string>
  readonly byId: ReadonlyMap<string, GazetteerEntry>
  /** Number of names, inflected forms not counted. */
  readonly size: number
}

/**
 * Builds a gazetteer. Later entries with a known id replace the earlier one's facts and add their
 * spellings. Linear in the letters; 20,000 names take well under a second.
 */
export function gazetteerOf(entries: Iterable<GazetteerEntry>): Gazetteer {
  const root: Step = { next: undefined, names: undefined }
  const byId = new Map<string, GazetteerEntry>()
  let size = 0
  for (const entry of entries) {
    byId.set(entry.id, entry)
    for (const spelling of entry.spellings) {
      size++
      add(root, spelling, entry)
      if (CYRILLIC.test(spelling) && !isAbbreviation(spelling))
        for (const form of russianForms(spelling)) add(root, form, entry)
    }
  }
  return { roots: [root], byId, size }
}

/** A gazetteer with further entries laid over it; what is below is shared, not copied. */
export function withEntries(base: Gazetteer, entries: readonly GazetteerEntry[]): Gazetteer {
  if (!entries.length) return base
  const top = gazetteerOf(entries)
  return {
    roots: [...top.roots, ...base.roots],
    byId: new Map([...base.byId, ...top.byId]),
    size: base.size + top.size,
    ...(base.ignored ? { ignored: base.ignored } : {}),
  }
}

/** The same gazetteer with more entries or more spellings for known ids (an analyst's aliases). */
export function withAliases(
  gazetteer: Gazetteer,
  aliases: Iterable<{ readonly id: string; readonly spelling: string }>,
): Gazetteer {
  const more = new Map<string, string[]>()
  for (const { id, spelling } of aliases) {
    const list = more.get(id)
    if (list) list.push(spelling)
    else more.set(id, [spelling])
  }
  if (!more.size) return gazetteer
  const changed: GazetteerEntry[] = []
  for (const [id, spellings] of more) {
    const entry = gazetteer.byId.get(id)
    if (entry) changed.push({ ...entry, spellings: [...entry.spellings, ...spellings] })
  }
  return withEntries(gazetteer, changed)
}

let builtIn: Gazetteer | undefined
let bundled: readonly GazetteerEntry[] | undefined

/** The entries that come with the product. Reads three files beside this one at the first call. */
export function bundledEntries(): readonly GazetteerEntry[] {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  bundled ??= [
    ...placesOf(read('places.tsv')),
    ...actorsOf(read('actors.tsv')),
    ...placesOf(read('towns.tsv')),
  ]
  return bundled
}

/** The gazetteer that comes with the product, built once. */
export function builtInGazetteer(): Gazetteer {
  builtIn ??= gazetteerOf(bundledEntries())
  return builtIn
}

const CYRILLIC = /[а-яё]/i
const isAbbreviation = (spelling: string): boolean =>
  spelling.length <= 8 && spelling === spelling.toUpperCase() && spelling !== spelling.toLowerCase()

/** Marks inside a name that writers leave out or swap: hyphen, apostrophe, dot of an abbreviation. */
export const isJoint = (text: string): boolean => text === '-' || text === "'" || text === '.'

/**
 * The words of a spelling as a text's tokens have them: runs of digits and of letters, folded. Marks
 * are left out, as the walk leaves out joints. Faster than scanning, which 20,000 names would feel.
 */
const wordsOf = (spelling: string): readonly string[] =>
  foldedText(spelling).match(/\d+|[^\d\s'.,()/«»"“”&+-]+/g) ?? []

function add(root: Step, spelling: string, entry: GazetteerEntry): void {
  let step = root
  let words = 0
  for (const word of wordsOf(spelling)) {
    words++
    step.next ??= new Map()
    let next = step.next.get(word)
    if (!next) {
      next = { next: undefined, names: undefined }
      step.next.set(word, next)
    }
    step = next
  }
  if (!words) return
  const first = spelling.charAt(0)
  const name: Name = {
    entry,
    upper: first !== first.toLowerCase(),
    caps: isAbbreviation(spelling),
    words,
  }
  if (!step.names) step.names = [name]
  else if (!step.names.some(n => n.entry.id === entry.id && n.upper === name.upper && n.caps === name.caps))
    step.names.push(name)
}
