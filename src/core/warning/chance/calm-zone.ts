import { logProbability } from '../tails/counts.ts'
import { drawNormal, type Random } from './random.ts'

/** How a calm zone is imagined: its level drifts by this much (sd of its log), over so many days. */
export const CALM_DRIFT = { sd: 0.19, days: 20 } as const

/** Drift is told apart in steps of an eighth of its deviation, out to three and a half. */
const STEPS_A_SD = 8
const REACH = 28
const GUIDE = 64

/**
 * Daily counts of an imagined calm zone: overdispersed round a level that drifts slowly. Fast, since every
 * threshold rests on a century of such days: counts come from tables, one for each step of the drift.
 */
export class CalmZone {
  private drift: number
  private readonly tables: (Table | undefined)[] = []
  private readonly mean: number
  private readonly dispersion: number
  private readonly random: Random

  constructor(mean: number, dispersion: number, random: Random) {
    this.mean = mean
    this.dispersion = dispersion
    this.random = random
    this.drift = drawNormal(random)
  }

  /** The next day's count. */
  next(): number {
    this.drift = KEEP * this.drift + PUSH * drawNormal(this.random)
    const step = Math.max(-REACH, Math.min(REACH, Math.round(this.drift * STEPS_A_SD))) + REACH
    this.tables[step] ??= tableOf(
      this.mean * Math.exp((CALM_DRIFT.sd * (step - REACH)) / STEPS_A_SD - CALM_DRIFT.sd ** 2 / 2),
      this.dispersion,
    )
    return draw(this.tables[step]!, this.random())
  }
}

const KEEP = Math.exp(-1 / CALM_DRIFT.days)
const PUSH = Math.sqrt(1 - KEEP * KEEP)

/** Cumulated probabilities of a count, and where to begin looking for each sixty-fourth. */
type Table = { readonly cumulated: Float64Array; readonly guide: Uint16Array }

function tableOf(mean: number, dispersion: number): Table {
  const law = { mean, size: dispersion > 1 ? mean / (dispersion - 1) : Infinity }
  const cumulated: number[] = []
  let sum = 0
  for (let k = 0; k < 60_000 && sum < 1 - 1e-9; k++) {
    sum += Math.exp(logProbability(k, law))
    cumulated.push(sum)
  }
  const guide = new Uint16Array(GUIDE)
  for (let g = 0, k = 0; g < GUIDE; g++) {
    while (k < cumulated.length - 1 && cumulated[k]! < g / GUIDE) k++
    guide[g] = k
  }
  return { cumulated: Float64Array.from(cumulated), guide }
}

function draw({ cumulated, guide }: Table, u: number): number {
  let k = guide[Math.floor(u * GUIDE)]!
  while (k < cumulated.length - 1 && cumulated[k]! <= u) k++
  return k
}
