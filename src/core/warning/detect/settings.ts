/**
 * The settings of Hudna's own detectors: few, and chosen by cross-validation over the shared series
 * (docs/warning.md says how; each number sits on a plateau, not on a peak).
 */
export const SETTINGS = {
  /** Memory, in days, of the level that a surge is measured against. */
  memory: 35,
  /** Days of the surge window: long enough to sum noise away, short enough to warn within a week. */
  window: 5,
  /** Variance of the relative drift of a zone's level over some weeks without any breakdown. */
  drift: 0.06,
  /** Overdispersion (variance / mean of a day) before a zone has shown its own, and its weight in events. */
  dispersion: 1.2,
  dispersionWeight: 150,
  /** Weight, in events, of the belief that all weekdays are alike. */
  weekdayWeight: 100,
  /** Half an event in half a day: keeps the level of a silent zone off 0. */
  pseudo: 0.5,
  /** Days of history before a zone without a prior is judged. */
  learnDays: 28,
  /** A zone with fewer events a day, over the slow memory, is quiet: shorter and longer windows at once. */
  quietBelow: 0.2,
  slowMemory: 90,
  quietWindows: [2, 7],
  /** One event alone, anywhere, is a signal, never an alert. */
  leastEvents: 2,
  /** Shift sizes of the likelihood-ratio charts, and the share that sudden silence falls to. */
  shifts: [1.5, 2, 3],
  dropTo: 1 / 3,
  /** Windows of the generalised likelihood ratio, in days. */
  changeWindows: [3, 10, 21],
  /** After an alert a zone is left alone for so many days: one alert an episode. */
  restDays: 10,
} as const
