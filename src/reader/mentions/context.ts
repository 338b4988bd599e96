import type { Name } from '../gazetteer/gazetteer.ts'
import type { CueSets } from '../lexicons/place-cues.ts'
import type { Scan, Token } from '../text/tokens.ts'
import { hasCue } from './cue-word.ts'
import type { Hit } from './walk.ts'

export type Context = {
  readonly lang: string
  readonly cues: CueSets
  /** The word stands in a list right after a place. */
  readonly beside: boolean
}

/** Does what stands around a name let it be that name? Rules by flag, see `EntryFlag`. */
export function contextAllows(scanned: Scan, hit: Hit, name: Name, context: Context): boolean {
  for (const flag of name.entry.flags) {
    const rule = RULES[flag]
    if (rule && !rule(scanned, hit, name, context)) return false
  }
  return true
}

type Rule = (scanned: Scan, hit: Hit, name: Name, context: Context) => boolean

const RULES: Readonly<Record<string, Rule>> = {
  ctx: (s, h, _n, c) => strongCue(s, h, c) || (c.lang !== 'ar' && capitalAlone(s, h, 5)),
  ctxin: (s, h, _n, c) =>
    strongCue(s, h, c) || prepositionBefore(s, h, c) || (c.lang !== 'ar' && capitalAlone(s, h, 5)),
  ctxinar: (s, h, _n, c) => c.lang !== 'ar' || strongCue(s, h, c) || prepositionBefore(s, h, c),
  ctxar: (s, h, _n, c) => c.lang !== 'ar' || strongCue(s, h, c) || prepositionBefore(s, h, c),
  ctxlat: (s, h, _n, c) => c.lang === 'ar' || c.lang === 'ru' || strongCue(s, h, c) || capitalAlone(s, h, 5),
  ctxtr: (s, h, _n, c) => c.lang !== 'tr' || strongCue(s, h, c) || s.tokens[h.to]?.text === "'",
  ctxru: (s, h, _n, c) => c.lang !== 'ru' || strongCue(s, h, c) || prepositionBefore(s, h, c),
  weak: (s, h, n, c) =>
    c.lang === 'ar'
      ? h.prefix === '' && townBefore(s, h, c)
      : strongCue(s, h, c) || n.words > 1 || locative(s, h, c),
  idafa: (s, h, _n, c) => {
    if (c.lang !== 'ar') return true
    const after = s.tokens[h.to]
    const definite = after?.kind === 'word' && after.text.startsWith('ال') && after.text.length > 3
    return (
      !definite || c.cues.directions.has(after.text) || strongCue(s, h, c) || ADMINISTRATIVE.test(after.text)
    )
  },
  birth: (s, h) => !/^راس/.test(s.tokens[h.to]?.text ?? ''),
  nob: (s, h) =>
    h.to - h.from > 1 ||
    (!h.prefix.endsWith('ب') && !/^(ب?كل|ب?اي|بلا|دون)$/.test(s.tokens[h.from - 1]?.text ?? '')),
  amman: (s, h) => {
    const before = s.tokens[h.from - 1]?.text
    const surface = s.text.slice(s.tokens[h.from]!.start, s.tokens[h.to - 1]!.end)
    return before !== 'سلطنه' && !surface.includes('عُ')
  },
}

/** محافظة حماة السورية, حماة والمدينة: an adjective of country or a place word. */
const ADMINISTRATIVE = /^ال.*(يه|ي)$/

/** "the town of", "the village of": a bulk Arabic name is so often a common word that no less will do. */
function townBefore(scanned: Scan, hit: Hit, { lang, cues }: Context): boolean {
  const before = scanned.tokens[hit.from - 1]?.text ?? ''
  return hasCue(cues.towns, before, lang) || hasCue(cues.districts, before, lang)
}

/** A place word right before, a place before in the same list, or (Turkish) a place word right after. */
function strongCue(scanned: Scan, hit: Hit, { lang, cues, beside }: Context): boolean {
  if (beside) return true
  const { tokens } = scanned
  const before = tokens[hit.from - 1]
  // A particle between place word and name ("قضاء لصور") would break the pair.
  if (before && hit.prefix === '' && hasCue(cues.nouns, before.text, lang)) return true
  if (before && LINKS.has(before.text) && cues.nouns.has(tokens[hit.from - 2]?.text ?? '')) return true
  const after = tokens[hit.to]?.text === "'" ? tokens[hit.to + 2] : tokens[hit.to]
  return after !== undefined && cues.after.has(after.text)
}
const LINKS = new Set(['of', 'de', 'd', 'du'])

function prepositionBefore(scanned: Scan, hit: Hit, { lang, cues }: Context): boolean {
  if (hit.prefix.endsWith('ب')) return lang === 'ar'
  const before = scanned.tokens[hit.from - 1]?.text
  return (
    before !== undefined &&
    hit.prefix === '' &&
    cues.prepositions.has(lang === 'ar' ? before.replace(/^[وف](?=..)/, '') : before)
  )
}

/** A preposition of place before, or a Turkish suffix of place after, a capitalised name of some length. */
function locative(scanned: Scan, hit: Hit, context: Context): boolean {
  if (prepositionBefore(scanned, hit, context)) return true
  if (context.lang !== 'tr') return false
  const suffix = scanned.tokens[hit.to]?.text === "'" ? scanned.tokens[hit.to + 1]?.text : undefined
  return suffix !== undefined && /^(da|de|ta|te|dan|den|tan|ten|ya|ye|a|e|daki|deki|taki|teki)$/.test(suffix)
}

/** A capitalised word that does not stand where any word would have a capital, or long enough to be no other. */
function capitalAlone(scanned: Scan, hit: Hit, enough: number): boolean {
  const before: Token | undefined = scanned.tokens[hit.from - 1]
  const opens = before === undefined || before.kind === 'break' || OPENERS.has(before.text)
  const length = scanned.tokens[hit.from]!.text.length
  return !opens || length > enough
}
const OPENERS = new Set(['.', '!', '?', '"', '«', '“', '„', ':'])
