import { type Gazetteer, isJoint, type Name, type Step } from '../gazetteer/gazetteer.ts'
import type { Token } from '../text/tokens.ts'

/** Names that a run of tokens spells, before any context is asked. */
export type Hit = {
  readonly names: readonly Name[]
  /** Token indexes, half-open. */
  readonly from: number
  readonly to: number
  /** Arabic particles taken off the first word, folded. */
  readonly prefix: string
}

/** The longest names that begin at token `i`, the one with fewest particles taken off first. */
export function hitAt(
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  i: number,
  lang: string,
): Hit | undefined {
  let best: Hit | undefined
  for (const root of gazetteer.roots) {
    const hit = hitIn(root, tokens, i, lang)
    if (!hit) continue
    if (!best || hit.to > best.to) best = hit
    else if (hit.to === best.to && hit.prefix === best.prefix)
      best = { ...best, names: [...best.names, ...hit.names] }
  }
  return best && gazetteer.ignored && ruledOut(gazetteer.ignored, tokens, best) ? undefined : best
}

function ruledOut(ignored: ReadonlySet<string>, tokens: readonly Token[], hit: Hit): boolean {
  const words = tokens.slice(hit.from, hit.to).map(t => t.text)
  const whole = words.join(' ')
  return ignored.has(whole) || (hit.prefix !== '' && ignored.has(whole.slice(hit.prefix.length)))
}

function hitIn(root: Step, tokens: readonly Token[], i: number, lang: string): Hit | undefined {
  const word = tokens[i]!.text
  const whole = from(root, tokens, i, word, '', lang)
  if (lang !== 'ar') return whole
  let best = whole
  const c = word.charCodeAt(0)
  const conjunction = c === WAW || c === FA ? word.charAt(0) : ''
  const rest = conjunction ? word.slice(1) : word
  const consider = (key: string, prefix: string) => {
    if (key.length < 2) return
    const hit = from(root, tokens, i, key, prefix, lang)
    if (hit && (!best || hit.to > best.to)) best = hit
  }
  if (conjunction) consider(rest, conjunction)
  const p = rest.charCodeAt(0)
  if (p === BA || p === LAM || p === KAF) {
    consider(rest.slice(1), conjunction + rest.charAt(0))
    if (p === LAM && rest.charCodeAt(1) === LAM) consider(`ال${rest.slice(2)}`, `${conjunction}ل`)
  }
  return best
}

const WAW = 0x648
const FA = 0x641
const BA = 0x628
const LAM = 0x644
const KAF = 0x643

function from(
  root: Step,
  tokens: readonly Token[],
  i: number,
  first: string,
  prefix: string,
  lang: string,
): Hit | undefined {
  let step = child(root, first, lang)
  if (!step) return undefined
  let best: Hit | undefined = step.names ? { names: step.names, from: i, to: i + 1, prefix } : undefined
  let j = i + 1
  while (step.next && j < tokens.length) {
    const token = tokens[j]!
    if (token.kind === 'break') break
    if (token.kind === 'mark') {
      // A dash with blanks around it parts two names; a joint inside a name touches both sides.
      if (!isJoint(token.text) || token.spaced || tokens[j + 1]?.spaced !== false) break
      j++
      continue
    }
    const next = child(step, token.text, lang)
    if (!next) break
    step = next
    j++
    if (step.names) best = { names: step.names, from: i, to: j, prefix }
  }
  return best
}

function child(step: Step, word: string, lang: string): Step | undefined {
  const exact = step.next?.get(word)
  if (exact || lang !== 'tr' || word.length < 6 || !step.next) return exact
  for (const suffix of TURKISH_CASES)
    if (word.endsWith(suffix) && word.length - suffix.length >= 4) {
      const found = step.next.get(word.slice(0, word.length - suffix.length))
      if (found?.names) return found
    }
  return undefined
}

/** Case endings written onto a common noun or an unmarked name, folded, longest first. */
const TURKISH_CASES =
  'sindan sinden sinda sinde sinin sunun nindan ninden ndan nden nda nde nin nun dan den tan ten yla yle la le da de ta te ya ye na ne yi yu ni nu in un a e i u'.split(
    ' ',
  )
