/** Verdicts on bans, mildest first. */
export const ORDER = ['HOLDING', 'PERMITTED', 'ALLEGED', 'DISPUTED', 'POSSIBLE', 'BREACHED']

/** A verdict as it counts in a period that the event may lie across. */
export const cap = (v: string, inPeriod: number): string =>
  inPeriod === 0 ? 'HOLDING' : inPeriod === 1 && v === 'BREACHED' ? 'POSSIBLE' : v
