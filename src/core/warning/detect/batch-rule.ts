import { quantile } from '../tails/counts.ts'
import type { ZoneWatch } from './zone-watch.ts'

/** Chance below which a run of empty days is not just quiet. */
const LOG_RARE = Math.log(0.01)

/**
 * Tells a report of a whole period from a bad day: after a run of empty days that the zone's level makes
 * most unlikely, a count that fits the whole run is the run's total, dumped into one day. A count well
 * above that is a surge whatever came before.
 */
export class BatchRule {
  private empty = 0
  private level = 0

  /**
   * Looks at today's count before the watch takes it.
   *
   * @returns how many empty days it probably stands for, or 0 when it is an ordinary day.
   */
  emptyDaysBehind(count: number, watch: ZoneWatch): number {
    if (!(count > 0)) {
      if (this.empty === 0) this.level = watch.mean
      this.empty++
      return 0
    }
    const run = this.empty
    this.empty = 0
    if (run < 2 || count < 5 || count < 2 * this.level) return 0
    const size = 1 / Math.max(0.02, watch.dispersion - 1)
    // Empty days of a negative binomial with this mean and dispersion.
    const logSilence = -run * this.level * size * Math.log1p(1 / size)
    if (logSilence > LOG_RARE) return 0
    const total = this.level * (run + 1)
    const spread = watch.dispersion - 1 + total * 0.06
    return count <= quantile(0.999, { mean: total, size: total / Math.max(0.02, spread) }) ? run : 0
  }
}
