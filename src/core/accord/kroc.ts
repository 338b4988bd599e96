import type { Verdict } from '../compliance/verdict.ts'
import type { Words } from '../words.ts'
import type { Accord } from './model.ts'

/** Not initiated, minimal, intermediate, full: the scale of the Kroc Institute's Barometer and of PAM. */
export type KrocScore = 0 | 1 | 2 | 3
export const KROC_WORDS: Readonly<Record<KrocScore, Words>> = {
  0: { en: 'not initiated', ar: 'لم يبدأ' },
  1: { en: 'minimal', ar: 'أدنى' },
  2: { en: 'intermediate', ar: 'متوسط' },
  3: { en: 'full', ar: 'كامل' },
}

/** One stipulation on the scale. */
export type KrocRow = {
  readonly provision: string
  readonly theme: string
  /** What the evidence allows at least; undefined = the stipulation has no place on the scale now. */
  readonly score: KrocScore | undefined
  /** From what is established to what would hold if every claim were true. */
  readonly range: readonly [KrocScore, KrocScore] | undefined
  /** The verdicts it comes from, one a bearer. */
  readonly from: readonly {
    readonly bearer: readonly string[]
    readonly verdict: string
    readonly score: KrocScore | undefined
  }[]
}

/** How many stipulations stand at 0, 1, 2 and 3. */
export type KrocShares = {
  readonly theme: string
  readonly scored: number
  /** Recitals, duties not yet called for, and prohibitions that nobody could watch: never counted as kept. */
  readonly unscored: number
  readonly counts: readonly [number, number, number, number]
  /** Exact percentages of `scored`; all 0 when none is scored. */
  readonly exact: readonly [number, number, number, number]
  /** Whole percentages, half up; they need not add up to 100. */
  readonly rounded: readonly [number, number, number, number]
  readonly sumOfRounded: number
}

export type KrocExport = {
  readonly accord: string
  readonly reading: string
  readonly asOf: { readonly t: number; readonly k: number }
  readonly rows: readonly KrocRow[]
  /** One for each theme, in the accord's order. */
  readonly themes: readonly KrocShares[]
  readonly total: KrocShares
  /** Says whether the rounded percentages of the total add up to 100, as the Barometer does. */
  readonly rounding: Words
}

/**
 * Verdicts as others score them: 0 to 3 for each stipulation, percentages per theme. The score is the
 * lower end of what the evidence allows and the least among its bearers, so an unproved claim adds
 * nothing; the range shows what it might be. How verdicts map is in docs/accord-format.md.
 *
 * @param verdicts of one reading at one moment, as `judge` gives them.
 */
export function krocOf(accord: Accord, verdicts: readonly Verdict[]): KrocExport {
  const rows = accord.provisions.map((p): KrocRow => {
    const from = verdicts
      .filter(v => v.provision === p.id && !v.codes.includes('obstruction'))
      .map(v => ({ bearer: v.bearer, verdict: v.verdict, range: rangeOf(v) }))
    const placed = from.flatMap(f => f.range ?? [])
    const ranges = from.flatMap(f => (f.range ? [f.range] : []))
    const range = placed.length
      ? ([least(ranges.map(r => r[0])), least(ranges.map(r => r[1]))] as const)
      : undefined
    return {
      provision: p.id,
      theme: p.theme ?? '',
      score: range?.[0],
      range,
      from: from.map(f => ({ bearer: f.bearer, verdict: f.verdict, score: f.range?.[0] })),
    }
  })
  const themes = [...new Set(rows.map(r => r.theme))].map(t =>
    sharesOf(
      t,
      rows.filter(r => r.theme === t),
    ),
  )
  const total = sharesOf('', rows)
  return {
    accord: accord.id,
    reading: verdicts[0]?.reading ?? 'default',
    asOf: verdicts[0]?.asOf ?? { t: 0, k: 0 },
    rows,
    themes,
    total,
    rounding: roundingWords(total),
  }
}

const least = (scores: readonly KrocScore[]): KrocScore => Math.min(...scores) as KrocScore

/** What one verdict allows at least and at most; undefined = not on the scale. */
function rangeOf(v: Verdict): readonly [KrocScore, KrocScore] | undefined {
  switch (v.verdict) {
    case 'FULFILLED':
    case 'LATE':
      return [3, 3]
    case 'PARTIAL':
      return v.quantity
        ? [step(v.quantity.low, v.quantity.required), step(v.quantity.high, v.quantity.required)]
        : [0, 2]
    case 'PENDING':
    case 'OVERDUE':
      return [0, 0]
    case 'CLAIMED':
    case 'CONTESTED':
    case 'POSSIBLY':
    case 'UNVERIFIED':
      return [0, 3]
    case 'HOLDING':
    case 'PERMITTED':
      // Silence nobody could have broken says nothing: only watched silence is "full".
      return v.observed === 'yes' ? [3, 3] : undefined
    case 'ALLEGED':
    case 'DISPUTED':
    case 'POSSIBLE':
      return [0, 3]
    case 'BREACHED':
    case 'EXCEEDED':
      return [0, 0]
    default:
      return undefined
  }
}

/** Part of a quantity: nothing 0, less than half 1, less than all 2, all 3. */
function step(part: number, whole: number): KrocScore {
  if (part <= 0) return 0
  if (part >= whole) return 3
  return part * 2 < whole ? 1 : 2
}

function sharesOf(theme: string, rows: readonly KrocRow[]): KrocShares {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const r of rows) if (r.score !== undefined) counts[r.score]++
  const scored = counts.reduce((a, b) => a + b, 0)
  const exact = counts.map(n => (scored ? (n * 100) / scored : 0)) as [number, number, number, number]
  // Half up on whole counts, not on the quotient: 1 of 200 must not depend on binary fractions.
  const rounded = counts.map(n => (scored ? Math.floor((n * 200 + scored) / (2 * scored)) : 0)) as [
    number,
    number,
    number,
    number,
  ]
  return {
    theme,
    scored,
    unscored: rows.length - scored,
    counts,
    exact,
    rounded,
    sumOfRounded: rounded.reduce((a, b) => a + b, 0),
  }
}

function roundingWords(total: KrocShares): Words {
  const sum = total.sumOfRounded
  if (total.scored === 0) return { en: 'No stipulation could be scored.', ar: 'لم يمكن تقييم أي حكم.' }
  if (sum === 100) return { en: 'Rounded percentages add up to 100.', ar: 'مجموع النسب المقرّبة 100.' }
  return {
    en: `Because of rounding the percentages add up to ${sum}.`,
    ar: `مجموع النسب ${sum} بسبب التقريب.`,
  }
}
