import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { AR_SPEAKERS } from '../lexicons/ar/actors.ts'
import { argumentAt, definiteObject, lastQuote, targetEnd } from './arabic-argument.ts'
import { beforeVerb, carrierBeside, carrierObject } from './arabic-beside.ts'
import type { ArabicFrame } from './arabic-clause.ts'
import { phraseAt } from './arabic-phrase.ts'
import { ADVERBS, CONJUNCTIONS, markerFrom, relayAt, subjectBefore } from './arabic-relay.ts'
import type { SourcePhrase } from './arabic-sources.ts'
import { insideDocument, KEPT_MEDIA } from './arabic-sources.ts'
import {
  type ArabicVerb,
  arabicVerb,
  CONTENT_MARKERS,
  isArabicVerb,
  negatedBefore,
  SAYING_NOUNS,
} from './arabic-verbs.ts'
import type { Phrase } from './arabic-words.ts'
import { ARABIC_NOUNS, isStop } from './arabic-words.ts'
import { type Item, matched, plainText, type Unit } from './unit.ts'
import { wordSet } from './words.ts'

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
    const verb = heardVerb(unit.items, i)
    if (!verb) continue
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

/** The verb of saying at an item, unless it is negated; "did not rule out" says something all the same. */
function heardVerb(items: readonly Item[], i: number): ArabicVerb | undefined {
  const verb = arabicVerb(items[i]!.key)
  if (!verb || !negatedBefore(items, i)) return verb
  return /استبعد|يستبعد|تستبعد/.test(verb.key) ? { ...verb, act: 'opine' } : undefined
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
  let medium: string | undefined
  const first = items[at]
  if (first?.kind === 'word' && !CONTENT_MARKERS.has(first.key) && !SAYING_NOUNS.has(first.key)) {
    const reach = markerFrom(unit, at, masked)
    const near = reach !== undefined && reach.at - at <= 8
    subject = phraseAt(unit, at, gazetteer, {
      verb: isVerb,
      unknown: near || !isStop(first.key),
      owned: verb.prepositions,
    })
    // "a statement issued by the command said": the command speaks.
    const issued = matched(items, at, ARABIC_NOUNS.documents)
      ? insideDocument(unit, at, 0, gazetteer)
      : undefined
    if (issued && KEPT_MEDIA.test(issued.medium)) {
      subject = issued.phrase
      medium = issued.medium
    }
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
    medium,
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
    // "informed the channel X that": the carrier as the verb's object.
    const carried =
      carrierBeside(unit, j, gazetteer) ??
      (j === at && verb.clause && !verb.object && !verb.target
        ? carrierObject(unit, j, gazetteer)
        : undefined)
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
  const told = region.medium ?? earlier.medium
  return {
    verb,
    at: i,
    content: content < 0 ? items.length : content,
    ...(named ? { subject: named } : {}),
    before,
    carriers: [...region.carriers, ...earlier.carriers],
    ...(target ? { target } : {}),
    ...(told ? { medium: told } : {}),
    anonymous: region.anonymous,
    ...(quoteBefore ? { quoteBefore } : {}),
  }
}

const HEARING = /^(لل?صح(ا)?فيين|لل?اعلام|للصحافه|لوسايل|للوكالات|للمراسلين)$/

const DEMONSTRATIVES = new Set(['ذلك', 'هذا', 'هذه', 'تلك', 'ما'])

const RELATIVE = new Set(['التي', 'الذي', 'الذين', 'اللذان', 'اللذين'])
