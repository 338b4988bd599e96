import type { When } from '../time/when.ts'

/**
 * Arithmetic facts of explanations in one canonical spelling, so that a checker can work them out
 * again and compare. Numbers are seconds and metres; the last figure is the Kleene value.
 */
const span = (w: When): string => `[${w.lo},${w.hi}]`

export const FACT = {
  pair: (p: number, c: number, rootsFor: number, rootsAgainst: number, need: number, admitted: boolean) =>
    `pair ${p},${c} origins ${rootsFor},${rootsAgainst} of ${need}${admitted ? ' admitted' : ''}`,
  counter: (n: number) => `counter ${n}`,
  leg: (leg: string, value: number) => `${leg} = ${value}`,
  force: (start: When, to: number, value: number) => `force ${span(start)} to ${to} = ${value}`,
  period: (from: number | undefined, t: number, value: number) => `period ${from ?? '-'} to ${t} = ${value}`,
  gap: (gap: When, within: number, value: number) => `gap ${span(gap)} within ${within} = ${value}`,
  distance: (least: number, most: number, reach: number, value: number) =>
    `distance [${least},${most}] reach ${reach} = ${value}`,
  proportion: (own: When, other: When, step: number, value: number) =>
    `weapons ${span(own)} over ${span(other)} step ${step} = ${value}`,
  searched: (exception: string, candidates: number, excuse: string) =>
    `exception ${exception} candidates ${candidates} = ${excuse}`,
  observed: (window: When, observed: string) => `observed ${span(window)} = ${observed}`,
  events: (verdict: string, n: number) => `events ${verdict} ${n}`,
  due: (due: When | undefined, lag: number) => (due ? `due ${span(due)} lag ${lag}` : 'due never'),
  onTime: (value: number) => `on time = ${value}`,
  quantity: (low: number, high: number, required: number) => `quantity [${low},${high}] of ${required}`,
  state: (who: string, verdict: string) => `state ${who} = ${verdict}`,
  settle: (to: string, event: string | undefined, what: string) => `settle ${event ?? '-'} ${to}: ${what}`,
} as const
