import type { Words } from '../words.ts'
import { type ListedPerson, type NamePart, type NameParts, partsOf } from './person-name.ts'

/** Two entries that may be one person, with the reason. Never more than an offer: a person decides. */
export type Candidate = {
  readonly a: string
  readonly b: string
  /** Log2 of how much likelier the agreement is for one person than for two; above ~0 worth a look. */
  readonly score: number
  readonly reasons: readonly Words[]
}

export type Reconciliation = {
  readonly candidates: readonly Candidate[]
  /** Things about the lists themselves that a person should look at first. */
  readonly findings: readonly { readonly refs: readonly string[]; readonly words: Words }[]
}

/** Score from which a candidate is shown as strong; below it, as one to look at twice. */
export const STRONG = 5

type Field = keyof NameParts

/**
 * Fellegi and Sunter (1969) weights: agreement counts the more the rarer the word (log2 of one over its
 * share in both lists), disagreement costs what errors of copying make unlikely. A missing field says nothing.
 */
const DISAGREE: Readonly<Record<Field, number>> = {
  given: -9,
  father: -7,
  grandfather: -5,
  family: -6,
  mother: -5,
  kunya: -1,
}
const SOUND_ONLY = 0.75
const ONE_LETTER = 0.6
/** A key shared by more entries than this finds nothing that a rarer key of the same pair would not. */
const BLOCK_LIMIT = 600

/**
 * Offers pairs across two lists (or within one, when `a === b`) by name keys, birth year and place.
 *
 * Pairs are only looked at when they share a block: two name fields by sound, or one and a near birth
 * year. Cost is linear in entries and in pairs that share a block.
 * @param least least score offered; at STRONG and above, precision is at least 0.98 at recall 0.9 on the
 *   invented population of `test/core/exchange/` (curve: `npm run bench -- exchange`).
 */
export function reconcile(a: readonly ListedPerson[], b: readonly ListedPerson[], least = 0): Reconciliation {
  const within = a === b
  const left = a.map(prepared)
  const right = within ? left : b.map(prepared)
  const share = sharesOf(within ? left : [...left, ...right])
  const findings = [...repeatedNames(a), ...(within ? [] : repeatedNames(b))]

  const blocks = new Map<string, number[]>()
  right.forEach((p, i) => {
    for (const key of blockKeys(p)) {
      const block = blocks.get(key)
      if (block) block.push(i)
      else blocks.set(key, [i])
    }
  })
  const candidates: Candidate[] = []
  const seen = new Int32Array(right.length).fill(-1)
  left.forEach((p, i) => {
    for (const key of blockKeys(p)) {
      const block = blocks.get(key)
      if (!block || block.length > BLOCK_LIMIT) continue
      for (const j of block) {
        if (seen[j] === i || (within && j <= i)) continue
        seen[j] = i
        const q = right[j]!
        const score = scoreOf(p, q, share)
        if (score >= least)
          candidates.push({
            a: p.person.ref,
            b: q.person.ref,
            score: Math.round(score * 100) / 100,
            reasons: reasonsOf(p, q),
          })
      }
    }
  })
  candidates.sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1))
  return { candidates, findings }
}

type Prepared = { readonly person: ListedPerson; readonly parts: NameParts }
const prepared = (person: ListedPerson): Prepared => ({ person, parts: partsOf(person) })

function* blockKeys({ parts, person }: Prepared): Generator<string> {
  const s = (f: Field) => parts[f]?.sound
  const [given, father, family, grandfather, mother] = [
    s('given'),
    s('father'),
    s('family'),
    s('grandfather'),
    s('mother'),
  ]
  if (given && father && family) {
    yield `gff ${given} ${father} ${family}`
    yield `ff ${father} ${family} ${birthBlock(person, 0)}`
    yield `gfa ${given} ${father} ${birthBlock(person, 0)}`
  }
  if (given && family) {
    for (const d of [0, 1] as const) yield `gy ${given} ${family} ${birthBlock(person, d)}`
    yield `gfam ${given} ${family}`
  }
  if (given && father && grandfather) yield `ggg ${given} ${father} ${grandfather}`
  if (mother && given) yield `gm ${given} ${mother} ${birthBlock(person, 0)}`
  if (father && grandfather && family) yield `fgf ${father} ${grandfather} ${family}`
}

/** Two overlapping three-year buckets, so that years one apart always share one. */
function birthBlock(p: ListedPerson, offset: 0 | 1): string {
  return p.birthYear === undefined ? '?' : `${offset}:${Math.floor((p.birthYear + offset * 2) / 3)}`
}

function sharesOf(all: readonly Prepared[]): (f: Field, part: NamePart) => number {
  const counts = new Map<string, number>()
  const totals = new Map<Field, number>()
  for (const { parts } of all)
    for (const f of Object.keys(parts) as Field[]) {
      const key = `${f} ${parts[f]!.sound}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      totals.set(f, (totals.get(f) ?? 0) + 1)
    }
  return (f, part) => (counts.get(`${f} ${part.sound}`) ?? 1) / (totals.get(f) ?? 1)
}

function likeness(x: NamePart, y: NamePart): number {
  if (x.key === y.key) return 1
  if (x.sound === y.sound) return SOUND_ONLY
  return Math.min(x.key.length, y.key.length) >= 4 && withinOneEdit(x.key, y.key) ? ONE_LETTER : 0
}

function scoreOf(p: Prepared, q: Prepared, share: (f: Field, part: NamePart) => number): number {
  let score = PRIOR
  for (const f of FIELDS) {
    const [x, y] = [p.parts[f], q.parts[f]]
    if (!x || !y) continue
    const alike = likeness(x, y)
    score += alike > 0 ? alike * Math.min(12, -Math.log2(Math.max(share(f, x), share(f, y)))) : DISAGREE[f]
  }
  const [by, qy] = [p.person.birthYear, q.person.birthYear]
  if (by !== undefined && qy !== undefined) {
    const apart = Math.abs(by - qy)
    score += apart === 0 ? 5 : apart === 1 ? 3 : apart === 2 ? 0 : apart <= 5 ? -4 : -8
  }
  const [pp, qp] = [p.person.place, q.person.place]
  if (pp && qp) score += likeness({ key: pp, sound: pp }, { key: qp, sound: qp }) > 0 ? 2 : -1.5
  return score
}
const FIELDS: readonly Field[] = ['given', 'father', 'grandfather', 'family', 'mother', 'kunya']
/** Odds against before any field is looked at: of all pairs across two long lists almost none is one person. */
const PRIOR = -10

const FIELD_WORDS: Readonly<Record<Field, Words>> = {
  given: { en: 'given name', ar: 'الاسم' },
  father: { en: "father's name", ar: 'اسم الأب' },
  grandfather: { en: "grandfather's name", ar: 'اسم الجد' },
  family: { en: 'family name', ar: 'الكنية العائلية' },
  mother: { en: "mother's name", ar: 'اسم الأم' },
  kunya: { en: 'kunya', ar: 'الكنية' },
}

function reasonsOf(p: Prepared, q: Prepared): Words[] {
  const out: Words[] = []
  for (const f of FIELDS) {
    const [x, y] = [p.parts[f], q.parts[f]]
    if (!x || !y) continue
    const name = FIELD_WORDS[f]
    const alike = likeness(x, y)
    if (alike === 1) out.push({ en: `${name.en}: same`, ar: `${name.ar}: متطابق` })
    else if (alike === SOUND_ONLY)
      out.push({ en: `${name.en}: same sound, other spelling`, ar: `${name.ar}: اللفظ واحد والإملاء مختلف` })
    else if (alike === ONE_LETTER)
      out.push({ en: `${name.en}: one letter apart`, ar: `${name.ar}: فرق حرف واحد` })
    else out.push({ en: `${name.en}: different`, ar: `${name.ar}: مختلف` })
  }
  const [by, qy] = [p.person.birthYear, q.person.birthYear]
  if (by !== undefined && qy !== undefined) {
    const apart = Math.abs(by - qy)
    out.push(
      apart === 0
        ? { en: 'birth year: same', ar: 'سنة الميلاد: متطابقة' }
        : { en: `birth year: ${apart} apart`, ar: `سنة الميلاد: الفرق بالسنوات ${apart}` },
    )
  }
  return out
}

/** A name that stands many times on one list is a fault of the list or a very common name: say so, drop nothing. */
function repeatedNames(list: readonly ListedPerson[]): Reconciliation['findings'] {
  const byName = new Map<string, string[]>()
  for (const p of list) {
    const parts = partsOf(p)
    const key = [parts.given, parts.father, parts.grandfather, parts.family].map(x => x?.key ?? '').join(' ')
    const refs = byName.get(key)
    if (refs) refs.push(p.ref)
    else byName.set(key, [p.ref])
  }
  return [...byName.values()]
    .filter(refs => refs.length >= 10)
    .map(refs => ({
      refs,
      words: {
        en: `One name stands ${refs.length} times on this list.`,
        ar: `تكرّر اسم واحد في هذه القائمة، عدد المرات: ${refs.length}.`,
      },
    }))
}

/** Are two words at most one inserted, lost, changed or swapped letter apart? */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  if (i === a.length || i === b.length) return true
  if (a.length === b.length)
    return (
      a.slice(i + 1) === b.slice(i + 1) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
    )
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.slice(i) === long.slice(i + 1)
}
