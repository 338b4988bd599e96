import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Item, matched, plainText, type Unit } from './unit.ts'
import { phraseEnd } from './western-sources.ts'
import { carrierAfter } from './western-subject.ts'
import type { WesternVerb, WesternWords } from './western-words.ts'

/** Where the content begins behind the verb, if it does; target of an accusation or call on the way. */
export function contentAfter(
  unit: Unit,
  from: number,
  end: number,
  verb: WesternVerb,
  words: WesternWords,
  masked: Uint8Array,
  gazetteer: Gazetteer,
  carriers: string[],
): { from: number; target?: string } | undefined {
  const { items } = unit
  let target: string | undefined
  for (let j = from; j < end; j++) {
    const item = items[j]!
    if (masked[j]) continue
    if (item.kind === 'quote') return { from: j, ...(target ? { target: target.replace(/^от /u, '') } : {}) }
    if (item.kind === 'colon') return j + 1 < end ? { from: j + 1 } : undefined
    if (item.kind === 'comma' || item.kind === 'mark') {
      const next = items[j + 1]
      if (item.key === '.') return undefined
      if (item.kind === 'comma' && next && matched(items, j + 1, words.that)) continue
      if (
        next?.kind === 'quote' ||
        (next?.kind === 'mark' && items[j + 2]?.kind === 'quote') ||
        masked[j + 1]
      )
        continue
      if (
        next &&
        next.kind === 'word' &&
        matched(items, j + 1, words.asides) &&
        !matched(items, j + 1, words.that)
      ) {
        // An aside: on to its closing comma.
        let k = j + 1
        while (k < end && items[k]!.kind !== 'comma') k++
        if (k < end) {
          // On behind the closing comma; the aside says nothing.
          j = k
          continue
        }
      }
      if (item.kind === 'mark' && (item.key === "'" || item.key === '-')) continue
      return undefined
    }
    if (item.kind === 'number') return { from: j, ...(target ? { target: target.replace(/^от /u, '') } : {}) }
    if (verb.clause && matched(items, j, words.that)) {
      const n = matched(items, j, words.that)
      const elided = items[j + n]?.key === "'" ? 1 : 0
      return { from: j + n + elided, ...(target ? { target: target.replace(/^от /u, '') } : {}) }
    }
    if (verb.prepositions.has(item.key)) {
      const elided = items[j + 1]?.key === "'" ? 1 : 0
      return { from: j + 1 + elided, ...(target ? { target: target.replace(/^от /u, '') } : {}) }
    }
    const to =
      words.to.single.has(item.key) || item.key === 'by'
        ? carrierAfter(unit, j + 1, words, gazetteer)
        : undefined
    if (to) {
      if (to.name) carriers.push(to.name)
      j = to.to - 1
      continue
    }
    if (matched(items, j, words.spokenTo)) continue
    if (matched(items, j, words.after)) {
      // A preposition and its phrase; "in a statement", "on Thursday".
      const close = phraseEnd(unit, j + 1, words)
      j = Math.max(j, close - 1)
      continue
    }
    if (verb.target && target === undefined) {
      const close = targetEnd(items, j, end, verb, words, masked)
      if (close !== undefined) {
        target = plainText(unit, item.start, items[close - 1]!.end)
        j = close - 1
        continue
      }
    }
    if (words.auxiliaries.single.has(item.key) && words.lang !== 'en' && j === from) continue
    return { from: j, ...(target ? { target: target.replace(/^от /u, '') } : {}) }
  }
  return undefined
}

function targetEnd(
  items: readonly Item[],
  from: number,
  end: number,
  verb: WesternVerb,
  words: WesternWords,
  masked: Uint8Array,
): number | undefined {
  for (let j = from + 1; j < Math.min(end, from + 9); j++) {
    if (masked[j]) return undefined
    const item = items[j]!
    if (item.kind === 'comma' || item.kind === 'colon' || item.kind === 'quote') return undefined
    if (item.kind !== 'word') continue
    if (verb.prepositions.has(item.key) || matched(items, j, words.that)) return j
    if (
      words.lang === 'ru' &&
      verb.act === 'demand' &&
      /(ть|ться|ти|чь)$/.test(item.key) &&
      item.key.length > 4
    )
      return j
  }
  return undefined
}
