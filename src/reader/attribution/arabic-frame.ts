import type { Gazetteer, Step } from '../gazetteer/gazetteer.ts'
import { AR_SPEAKERS } from '../lexicons/ar/actors.ts'
import { isStop, type Phrase, phraseAt, ARABIC_SPEAKERS as W } from './arabic-phrase.ts'
import { carrierAt, carrierName, insideDocument, KEPT_MEDIA, type SourcePhrase } from './arabic-sources.ts'
import {
  type ArabicVerb,
  arabicVerb,
  CONTENT_MARKERS,
  isArabicVerb,
  negatedBefore,
  SAYING_NOUNS,
} from './arabic-verbs.ts'
import { type Item, matched, plainText, type Unit } from './unit.ts'
import { wordSet } from './words.ts'

/** A verb of saying with what belongs to it. */
export type ArabicFrame = {
  readonly verb: ArabicVerb
  /** Items: the verb; where the content begins (items.length when it stands before the verb). */
  readonly at: number
  readonly content: number
  readonly subject?: Phrase
  /** Subject stood before the verb. */
  readonly before: boolean
  /** Carriers met beside the verb, outermost last as met. */
  readonly carriers: readonly string[]
  /** Relay chain of نقل … عن … عن …, outermost first, speaker last. */
  readonly chain?: readonly Phrase[]
  readonly target?: string
  readonly medium?: string
  readonly anonymous: boolean
  /** The quotation is before the verb. */
  readonly quoteBefore?: Item
}

const HEARERS = wordSet(AR_SPEAKERS.hearers)
const ANONYMITY = wordSet(AR_SPEAKERS.anonymity)
const OCCASIONS = wordSet(AR_SPEAKERS.occasions)
const ADJUNCTS = new Set([
  'في',
  'خلال',
  'عبر',
  'بعد',
  'قبل',
  'عقب',
  'اثناء',
  'مع',
  'لدي',
  'امام',
  'منذ',
  'وفي',
  'وخلال',
  'حول',
  'بشان',
  'ضمن',
  'حتي',
  'ازاء',
  'عند',
  'من',
])
const PASSIVE = new Set(['قيل', 'وقيل', 'يقال', 'ويقال'])
/** What stands right before a verb that is not the sentence's own. */
const RELATIVES = new Set([
  'من',
  'ما',
  'التي',
  'الذي',
  'الذين',
  'ان',
  'انه',
  'انها',
  'بما',
  'مما',
  'كما',
  'حيث',
  'اذا',
  'لو',
  'ممن',
])
const CONJUNCTIONS = new Set([
  'فيما',
  'بينما',
  'لكن',
  'ولكن',
  'حين',
  'كما',
  'كذلك',
  'وقد',
  'قد',
  'وكان',
  'كان',
  'وكانت',
  'كانت',
  'فقد',
  'بدوره',
  'بدورها',
  'جهته',
  'جهتها',
  'جانبه',
  'جانبها',
  'المقابل',
  'ثم',
  'اما',
  'وكما',
  'ايضا',
  'جهة',
  'اخري',
  'اخر',
  'جانب',
])

/** All verbs of saying of a unit, in order, that open a statement. */
export function framesOf(
  unit: Unit,
  sources: readonly SourcePhrase[],
  gazetteer: Gazetteer,
): readonly ArabicFrame[] {
  const masked = new Uint8Array(unit.items.length)
  for (const s of sources) masked.fill(1, s.from, s.to)
  const frames: ArabicFrame[] = []
  let inside = false
  for (let i = 0; i < unit.items.length; i++) {
    const item = unit.items[i]!
    if (item.kind !== 'word' || masked[i]) continue
    if (PASSIVE.has(item.key)) {
      const content = markerFrom(unit, i + 1, masked)
      if (content) {
        frames.push({
          verb: { ...arabicVerb('قال')!, act: 'say' },
          at: i,
          content: content.to,
          before: false,
          carriers: [],
          anonymous: false,
          chain: [],
        })
        i = content.to - 1
        inside = true
      }
      continue
    }
    const verb = arabicVerb(item.key)
    if (!verb || negatedBefore(unit.items, i)) continue
    if (
      RELATIVES.has(unit.items[i - 1]?.key ?? '') &&
      unit.items[i - 1]!.kind === 'word' &&
      item.key !== 'وكان'
    )
      continue
    // Inside another's content only a coordinated verb opens a statement of its own.
    if (inside && !coordinated(unit.items, i, verb)) continue
    const frame = frameAt(unit, i, verb, masked, gazetteer, frames.at(-1))
    if (!frame) continue
    frames.push(frame)
    i = Math.max(i, Math.min(frame.content, unit.items.length) - 1)
    inside = true
  }
  return frames
}

function coordinated(items: readonly Item[], i: number, verb: ArabicVerb): boolean {
  if (verb.skip) return true
  const before = items[i - 1]
  if (!before) return true
  if (before.kind === 'mark') return true
  if (before.kind === 'word') return CONJUNCTIONS.has(before.key)
  if (before.kind === 'quote') return false
  if (before.kind !== 'comma') return false
  // After a comma: "…، بدوره رأى" or "«…»، قال الوزير".
  return items[i - 2]?.kind === 'quote' || CONJUNCTIONS.has(items[i - 2]?.key ?? '')
}

function frameAt(
  unit: Unit,
  i: number,
  verb: ArabicVerb,
  masked: Uint8Array,
  gazetteer: Gazetteer,
  previous: ArabicFrame | undefined,
): ArabicFrame | undefined {
  const { items } = unit
  const clause = previous?.content ?? 0
  const isVerb = isArabicVerb
  let at = i + 1
  // Adverbs may part verb and subject: "said yesterday the minister".
  for (let k = 0; k < 3 && items[at]?.kind === 'word' && ADVERBS.has(items[at]!.key); k++) at++
  let subject: Phrase | undefined
  const first = items[at]
  if (first?.kind === 'word' && !CONTENT_MARKERS.has(first.key) && !SAYING_NOUNS.has(first.key)) {
    const reach = markerFrom(unit, at, masked)
    const near = reach !== undefined && reach.at - at <= 8
    subject = phraseAt(unit, at, gazetteer, { verb: isVerb, unknown: near || !isStop(first.key) })
    if ((subject?.sort === 'document' && !subject.definite) || (subject && ADJUNCTS.has(first.key)))
      subject = undefined
    // "… welcomed it and called on the parties to": one phrase before the argument is whom, not who.
    if (subject && previous && verb.skip && verb.target && argumentAt(items, subject.to, verb) !== undefined)
      subject = undefined
    if (subject) at = subject.to
  }
  let before = false
  if (!subject && !(previous && verb.skip && verb.target)) {
    subject = subjectBefore(unit, clause, i, gazetteer)
    before = subject !== undefined
  }
  const region = {
    from: at,
    carriers: [] as string[],
    medium: undefined as string | undefined,
    anonymous: false,
  }
  if (verb.act === 'relay') return relayAt(unit, i, verb, subject, at, masked, gazetteer, before)

  let target: string | undefined
  let content = -1
  let j = at
  let adjunct = false
  let named = subject
  for (; j < items.length; j++) {
    const item = items[j]!
    if (masked[j]) {
      adjunct = false
      continue
    }
    if (item.kind === 'quote') {
      if (!verb.clause && !verb.object && !verb.prepositions.size) return undefined
      content = j
      break
    }
    if (item.kind === 'colon') {
      content = j + 1
      break
    }
    if (item.kind === 'comma') {
      adjunct = false
      const next = items[j + 1]
      // "the president, Name, said": a name in apposition.
      if (next?.kind === 'word' && named?.sort === 'role' && !named.name && j === at && !masked[j + 1]) {
        const name = phraseAt(unit, j + 1, gazetteer, { verb: isVerb, unknown: true })
        const closes =
          name &&
          (items[name.to]?.kind === 'comma' ||
            CONTENT_MARKERS.has(items[name.to]?.key ?? '') ||
            masked[name.to] ||
            items[name.to]?.kind === 'colon')
        if (name?.sort === 'name' && closes) {
          named = { ...named, name: name.text, title: named.text, to: name.to }
          j = name.to - 1
          at = name.to
          continue
        }
      }
      if (next?.kind === 'word' && named?.sort === 'name' && j === at && !masked[j + 1]) {
        const role = phraseAt(unit, j + 1, gazetteer, { verb: isVerb })
        if (
          role?.sort === 'role' &&
          (items[role.to]?.kind === 'comma' || CONTENT_MARKERS.has(items[role.to]?.key ?? ''))
        ) {
          named = { ...named, name: named.text, title: role.text }
          j = role.to - 1
          at = role.to
        }
      }
      continue
    }
    if (item.kind === 'mark') {
      if (item.key === '.' || item.key === '؛' || item.key === '!' || item.key === '؟') break
      continue
    }
    const key = item.key
    if (verb.clause && CONTENT_MARKERS.has(key)) {
      content = key === 'ان' || key === 'بان' || key === 'فان' ? j + 1 : j
      break
    }
    const anonymity = matched(items, j, ANONYMITY)
    if (anonymity) {
      region.anonymous = true
      // "… to give his name": on to the comma or the marker.
      while (j + 1 < items.length && items[j + 1]!.kind === 'word' && !CONTENT_MARKERS.has(items[j + 1]!.key))
        j++
      continue
    }
    if (!adjunct) {
      const opened = argumentAt(items, j, verb)
      if (opened !== undefined) {
        content = opened
        break
      }
    }
    const carried = carrierBeside(unit, j, gazetteer)
    if (carried) {
      if (carried.name) region.carriers.push(carried.name)
      if (carried.medium) region.medium ??= carried.medium
      j = carried.to - 1
      continue
    }
    if (verb.object && !adjunct && DEMONSTRATIVES.has(key)) {
      content = j
      break
    }
    if (RELATIVE.has(key)) {
      // "the paper that did not name him": on to where the clause closes.
      while (j + 1 < items.length && items[j + 1]!.kind === 'word' && !CONTENT_MARKERS.has(items[j + 1]!.key))
        j++
      continue
    }
    if (HEARING.test(key) || isStop(key) || ADVERBS.has(key)) {
      if (ADJUNCTS.has(key)) adjunct = true
      continue
    }
    if (adjunct && matched(items, j, OCCASIONS)) continue
    if (adjunct && j > 0 && items[j - 1]!.kind === 'word' && ADJUNCTS.has(items[j - 1]!.key)) continue
    if (j > at && isArabicVerb(key) && !verb.target) break
    if (adjunct && !verb.object) continue
    if (verb.target && target === undefined) {
      const end = targetEnd(items, j, verb, masked)
      if (end !== undefined) {
        target = plainText(unit, item.start, items[end - 1]!.end)
        j = end - 1
        continue
      }
    }
    if (verb.object && (!adjunct || definiteObject(items, j))) {
      content = j
      break
    }
  }
  const quoteBefore = content < 0 ? lastQuote(items, i) : undefined
  if (content < 0 && !quoteBefore) return undefined
  const earlier = beforeVerb(unit, clause, i, masked, gazetteer)
  const medium = region.medium ?? earlier.medium
  return {
    verb,
    at: i,
    content: content < 0 ? items.length : content,
    ...(named ? { subject: named } : {}),
    before,
    carriers: [...region.carriers, ...earlier.carriers],
    ...(target ? { target } : {}),
    ...(medium ? { medium } : {}),
    anonymous: region.anonymous,
    ...(quoteBefore ? { quoteBefore } : {}),
  }
}

const HEARING = /^(لل?صح(ا)?فيين|لل?اعلام|للصحافه|لوسايل|للوكالات|للمراسلين)$/
const DEMONSTRATIVES = new Set(['ذلك', 'هذا', 'هذه', 'تلك', 'ما'])
const RELATIVE = new Set(['التي', 'الذي', 'الذين', 'اللذان', 'اللذين'])
const ADVERBS = new Set([
  'امس',
  'اليوم',
  'ايضا',
  'كذلك',
  'لاحقا',
  'مجددا',
  'مساء',
  'صباح',
  'بدوره',
  'بدورها',
  'هنا',
  'فيه',
  'فيها',
  'له',
  'لها',
  'لهم',
  'به',
  'بها',
  'عنه',
  'عنها',
  'رسميا',
  'الاحد',
  'الاثنين',
  'الثلاثاء',
  'الاربعاء',
  'الخميس',
  'الجمعه',
  'السبت',
  'قبل',
  'مرارا',
  'صراحه',
  'انذاك',
  'حينها',
  'بشده',
  'بوضوح',
  'سابقا',
  'خلاله',
  'خلالها',
])

/** Is the object a verbal noun with its pronoun ("its agreement"), which no adjunct could hold? */
const definiteObject = (items: readonly Item[], j: number): boolean =>
  /(ته|تها|تهم|ه|ها|هم)$/.test(items[j]!.key) && W.things.single.has(items[j]!.key)

/** Where the content begins when the item opens the verb's own argument: "من انهيار", "بالسماح", "عن أمله". */
function argumentAt(items: readonly Item[], j: number, verb: ArabicVerb): number | undefined {
  const key = items[j]!.key
  if (verb.prepositions.has(key)) return j + 1
  const next = items[j + 1]?.kind
  if (
    key.length > 2 &&
    verb.prepositions.has('ب') &&
    key.startsWith('ب') &&
    !isStop(key) &&
    !ADVERBS.has(key) &&
    next !== 'colon'
  )
    return j
  if (verb.prepositions.has('ل') && key.startsWith('ل') && key.length > 3 && !isStop(key)) return j
  return undefined
}

/** Items of whom a verb accuses, warns or calls on: up to the marker of its content, at most eight. */
function targetEnd(
  items: readonly Item[],
  from: number,
  verb: ArabicVerb,
  masked: Uint8Array,
): number | undefined {
  for (let j = from + 1; j < Math.min(items.length, from + 10); j++) {
    const item = items[j]!
    if (masked[j]) continue
    if (item.kind === 'mark' && item.key !== '-') return undefined
    if (item.kind === 'colon' || item.kind === 'quote') return j
    if (item.kind !== 'word') continue
    if (verb.clause && CONTENT_MARKERS.has(item.key)) return j
    if (argumentAt(items, j, verb) !== undefined) return j
  }
  return undefined
}

function lastQuote(items: readonly Item[], i: number): Item | undefined {
  let j = i - 1
  while (j >= 0 && (items[j]!.kind === 'comma' || items[j]!.key === '-' || ADVERBS.has(items[j]!.key))) j--
  return items[j]?.kind === 'quote' ? items[j] : undefined
}

/** The first content marker from `i` on in this clause. */
function markerFrom(unit: Unit, i: number, masked: Uint8Array): { at: number; to: number } | undefined {
  const { items } = unit
  for (let j = i; j < Math.min(items.length, i + 40); j++) {
    if (masked[j]) continue
    const item = items[j]!
    if (item.kind === 'quote') return { at: j, to: j }
    if (item.kind === 'colon') return { at: j, to: j + 1 }
    if (item.kind === 'mark' && (item.key === '.' || item.key === '؛')) return undefined
    if (item.kind === 'word' && (CONTENT_MARKERS.has(item.key) || SAYING_NOUNS.has(item.key)))
      return { at: j, to: j + 1 }
  }
  return undefined
}

/** "An official, …, has confirmed": the phrase that opens the clause before the verb. */
function subjectBefore(unit: Unit, clause: number, verb: number, gazetteer: Gazetteer): Phrase | undefined {
  const { items } = unit
  let at = clause
  while (
    at < verb &&
    (items[at]!.kind !== 'word' ||
      CONJUNCTIONS.has(items[at]!.key) ||
      items[at]!.key === 'من' ||
      ADVERBS.has(items[at]!.key))
  )
    at++
  if (at >= verb) return undefined
  const skip =
    /^و/.test(items[at]!.key) &&
    !W.roles.single.has(items[at]!.key) &&
    W.sources.single.has(items[at]!.key.slice(1))
      ? 1
      : 0
  const phrase = phraseAt(unit, at, gazetteer, { verb: isArabicVerb, skip })
  if (!phrase || phrase.to > verb || phrase.sort === 'document' || phrase.sort === 'unknown') return undefined
  // "قوات النظام قصفت … وقال": the phrase must reach the verb, parentheses aside.
  let depth = false
  for (let j = phrase.to; j < verb; j++) {
    const item = items[j]!
    if (item.kind === 'comma') depth = !depth
    else if (
      !depth &&
      item.kind === 'word' &&
      !CONJUNCTIONS.has(item.key) &&
      !ADVERBS.has(item.key) &&
      !isStop(item.key)
    )
      return undefined
  }
  return phrase
}

/** A carrier or medium in the words beside a verb: "to the agency X", "in a statement carried by Y", "on his account in Z". */
function carrierBeside(
  unit: Unit,
  j: number,
  gazetteer: Gazetteer,
): { to: number; name?: string; medium?: string } | undefined {
  const { items } = unit
  const item = items[j]!
  const options = { verb: isArabicVerb }
  if (item.key === 'ل' && items[j + 1]?.kind === 'word') {
    const phrase = phraseAt(unit, j + 1, gazetteer, { ...options, unknown: true })
    return phrase && { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
  }
  if (item.key.startsWith('ل') && item.key.length > 3) {
    const skip = item.key.startsWith('لل') ? 2 : 1
    if (HEARERS.single.has(item.key.slice(skip)) || HEARERS.single.has(`ال${item.key.slice(2)}`))
      return { to: j + 1 }
    const phrase = phraseAt(unit, j, gazetteer, { ...options, skip })
    if (phrase?.sort === 'carrier') return { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
    // A known outlet by its own name: لرويترز.
    const known = outletNamed(unit, j, skip, gazetteer)
    if (known) return known
  }
  if (/^(نشر|نقل|بث|اورد|تداول|وزع)(ه|ته|ها|تها)$/.test(item.key)) {
    const phrase = phraseAt(unit, j + 1, gazetteer, { ...options, unknown: true })
    return phrase && { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
  }
  if (matched(items, j, W.platforms) && /^(في|علي|عبر|حسابه|حسابها|منصه|موقع)$/.test(items[j - 1]?.key ?? ''))
    return { to: j + 1, name: plainText(unit, item.start, item.end) }
  if ((item.key === 'مع' || item.key === 'عبر' || item.key === 'علي') && items[j + 1]?.kind === 'word') {
    if (!carrierAt(items, j + 1)) return undefined
    const phrase = phraseAt(unit, j + 1, gazetteer, options)
    return phrase && { to: phrase.to, name: carrierName(unit, phrase, gazetteer) }
  }
  if (
    (item.key === 'في' || item.key === 'عبر' || item.key === 'وفي') &&
    items[j + 1]?.kind === 'word' &&
    matched(items, j + 1, W.documents)
  ) {
    const medium = plainText(unit, items[j + 1]!.start, items[j + 1]!.end)
    return { to: j + 2, ...(KEPT_MEDIA.test(medium) ? { medium } : {}) }
  }
  return undefined
}

function outletNamed(
  unit: Unit,
  j: number,
  skip: number,
  gazetteer: Gazetteer,
): { to: number; name: string } | undefined {
  const { items } = unit
  const key = items[j]!.key.slice(skip)
  const outlet = (step: Step | undefined) =>
    step?.names?.some(n => n.entry.kind === 'actor' && n.entry.sort === 'outlet')
  const start = unit.scanned.folded.map[unit.scanned.tokens[items[j]!.from]!.at + skip]!
  for (const root of gazetteer.roots) {
    const one = root.next?.get(skip === 2 ? `ال${key}` : key)
    if (outlet(one))
      return { to: j + 1, name: (skip === 2 ? 'ال' : '') + plainText(unit, start, items[j]!.end) }
    if (outlet(one?.next?.get(items[j + 1]?.key ?? '')))
      return { to: j + 2, name: plainText(unit, start, items[j + 1]!.end) }
  }
  return undefined
}

/** Carriers and media that stand before the verb in its clause: "In a statement carried by X, the ministry said". */
function beforeVerb(
  unit: Unit,
  clause: number,
  verb: number,
  masked: Uint8Array,
  gazetteer: Gazetteer,
): { carriers: string[]; medium?: string } {
  const carriers: string[] = []
  let medium: string | undefined
  for (let j = clause; j < verb; j++) {
    if (masked[j] || unit.items[j]!.kind !== 'word') continue
    const found = carrierBeside(unit, j, gazetteer)
    if (!found) continue
    if (found.name) carriers.push(found.name)
    if (found.medium) medium ??= found.medium
    j = found.to - 1
  }
  return { carriers, ...(medium ? { medium } : {}) }
}

/** نقلت X عن Y عن Z قوله / أن …; without عن, X says it itself. */
function relayAt(
  unit: Unit,
  i: number,
  verb: ArabicVerb,
  subject: Phrase | undefined,
  from: number,
  masked: Uint8Array,
  gazetteer: Gazetteer,
  before: boolean,
): ArabicFrame | undefined {
  const { items } = unit
  let at = from
  const chain: Phrase[] = subject ? [subject] : []
  for (;;) {
    while (items[at] && (ADVERBS.has(items[at]!.key) || masked[at]) && items[at]!.key !== 'عنه') at++
    if (items[at]?.key !== 'عن') break
    const phrase = phraseAt(unit, at + 1, gazetteer, { verb: isArabicVerb, unknown: true })
    if (!phrase) break
    chain.push(phrase)
    at = phrase.to
  }
  let marker = markerFrom(unit, at, masked)
  if (!marker) return undefined
  // "قوله إن": the noun, then its own marker.
  if (SAYING_NOUNS.has(items[marker.at]!.key)) {
    const next = items[marker.at + 1]
    if (next && (CONTENT_MARKERS.has(next.key) || next.kind === 'colon'))
      marker = { at: marker.at, to: marker.at + 2 }
  }
  if (chain.length === 0 || (chain.length === 1 && chain[0]!.sort !== 'carrier' && chain[0] === subject)) {
    if (!subject || subject.sort !== 'carrier') return undefined
  }
  return {
    verb,
    at: i,
    content: marker.to,
    ...(subject ? { subject } : {}),
    before,
    carriers: [],
    chain,
    anonymous: false,
  }
}
