import { builtInGazetteer, type Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Scan, scan } from '../text/tokens.ts'
import { arabicStatements, type Memory } from './arabic.ts'
import { isArabicVerb } from './arabic-verbs.ts'
import type { StatementFound } from './statement-found.ts'
import { isTurkishVerb, turkishStatements } from './turkish.ts'
import { unitsOf } from './unit.ts'
import { westernStatements } from './western.ts'
import { WESTERN } from './western-words.ts'

/**
 * Who says what in a text, through whom: one entry for each attribution, in reading order.
 *
 * Read by rules over the lexicon of the language; nothing is invented: a statement without a speaker in
 * the text has `speaker: null`, and words that report no statement ("declined to comment") give none.
 */
export function readStatements(
  text: string | Scan,
  options: { readonly lang: string; readonly gazetteer?: Gazetteer },
): readonly StatementFound[] {
  const scanned = typeof text === 'string' ? scan(text) : text
  const gazetteer = options.gazetteer ?? builtInGazetteer()
  const memory: Memory = {}
  const found: StatementFound[] = []
  if (options.lang === 'ar') {
    for (const unit of unitsOf(scanned, isArabicVerb))
      found.push(...arabicStatements(unit, gazetteer, memory))
    return found
  }
  if (options.lang === 'tr') {
    for (const unit of unitsOf(scanned, isTurkishVerb))
      found.push(...turkishStatements(unit, gazetteer, memory))
    return found
  }
  const words = WESTERN[options.lang as keyof typeof WESTERN] ?? WESTERN.en
  for (const unit of unitsOf(scanned, key => words.verbs.has(key)))
    found.push(...westernStatements(unit, words, gazetteer, memory))
  return found
}
