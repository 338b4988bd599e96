import { and, F, inWindow, T, U } from '../time/when.ts'
import { notesFor, observedIn } from './coverage.ts'
import { type Docket, remembered } from './docket.ts'
import { type Instance, type InstanceState, MOST_BEST, type Performance } from './duty-model.ts'
import { ALWAYS, type PreparedProvision } from './prepared.ts'
import type { ObligationVerdict } from './verdict.ts'

/** What a performance amounts to at t, as one word of the table of §3.6. */
type Worth = 'FULFILLED' | 'LATE' | 'POSSIBLY' | 'CLAIMED' | 'CONTESTED' | 'none'

const WORTH: readonly Worth[] = ['none', 'CONTESTED', 'CLAIMED', 'POSSIBLY', 'LATE', 'FULFILLED']

/** What a performance amounts to at t. */
export function worthAt(f: Performance, t: number): Worth {
  const happened = inWindow(f.known.attributes.when, { lo: ALWAYS.lo, hi: t })
  const match = and(f.match.value, happened)
  if (match === F || f.standing.rank === 0) return 'none'
  if (f.standing.level === 'ALLEGED') return 'CLAIMED'
  if (f.standing.level === 'DISPUTED') return 'CONTESTED'
  if (match === T && f.onTime === T) return 'FULFILLED'
  return match === T && f.onTime === F ? 'LATE' : 'POSSIBLY'
}

/** Instants at which an instance's state can change. */
export function instanceBreaks(p: PreparedProvision, i: Instance): number[] {
  const out: number[] = i.due ? [i.due.lo + 1, i.due.hi + 1, i.due.hi + p.lag + 1] : []
  for (const f of i.performances) out.push(f.known.attributes.when.lo, f.known.attributes.when.hi)
  return out
}

type Steps = { readonly breaks: readonly number[]; readonly states: (InstanceState | undefined)[] }

const STEPS = new WeakMap<Instance, Steps>()

/** The table of §3.6 for one instance at t, worked out once between two instants at which it can change. */
export function instanceState(d: Docket, p: PreparedProvision, i: Instance, t: number): InstanceState {
  let steps = STEPS.get(i)
  if (!steps) {
    steps = { breaks: [...new Set(instanceBreaks(p, i))].sort((a, b) => a - b), states: [] }
    STEPS.set(i, steps)
  }
  let lo = 0
  let hi = steps.breaks.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (steps.breaks[mid]! <= t) lo = mid + 1
    else hi = mid
  }
  let state = steps.states[lo]
  if (!state) {
    state = stateBetween(d, p, i, t)
    steps.states[lo] = state
  }
  return state
}

function stateBetween(d: Docket, p: PreparedProvision, i: Instance, t: number): InstanceState {
  const rated = i.performances.map(f => ({ f, worth: worthAt(f, t) }))
  const time = timeCodes(i, p, t)
  if (i.required > 1) {
    const q = quantityOf(rated, i.required)
    const verdict: ObligationVerdict | undefined =
      q.low >= q.required
        ? 'FULFILLED'
        : q.low + q.late >= q.required
          ? 'LATE'
          : q.high + q.late > 0
            ? 'PARTIAL'
            : undefined
    const best = rated
      .filter(r => r.worth !== 'none')
      .map(r => r.f)
      .slice(0, MOST_BEST)
    if (verdict)
      return {
        instance: i,
        verdict,
        codes:
          verdict === 'PARTIAL'
            ? [...time, ...noteCodes(best), ...(i.conditional ? ['conditional'] : [])]
            : noteCodes(best),
        best,
        vain: [],
        quantity: q,
      }
    return { ...absent(d, p, i, t, time), quantity: q }
  }
  let worth: Worth = 'none'
  for (const r of rated) if (WORTH.indexOf(r.worth) > WORTH.indexOf(worth)) worth = r.worth
  if (worth === 'none') return absent(d, p, i, t, time)
  const best = rated
    .filter(r => r.worth === worth)
    .map(r => r.f)
    .slice(0, MOST_BEST)
  const codes = [
    ...(worth === 'FULFILLED' || worth === 'LATE' ? [] : time),
    ...(worth === 'POSSIBLY' ? openLegs(best, t) : []),
    ...noteCodes(best),
    ...(i.conditional ? ['conditional'] : []),
  ]
  return { instance: i, verdict: worth, codes: [...new Set(codes)], best, vain: [] }
}

function absent(
  d: Docket,
  p: PreparedProvision,
  i: Instance,
  t: number,
  time: readonly string[],
): InstanceState {
  const vain = i.performances.filter(f => f.known.attributes.when.lo <= t).slice(0, MOST_BEST)
  const refuted = vain.some(f => f.standing.note === 'refuted') ? ['refuted'] : []
  const denied = vain.some(f => f.standing.note === 'denied') ? ['denied'] : []
  const codes = [...time, ...refuted, ...denied]
  if (!i.due || t <= i.due.hi + p.lag)
    return {
      instance: i,
      verdict: 'PENDING',
      codes: i.conditional ? [...codes, 'conditional'] : codes,
      best: [],
      vain,
    }
  if (i.conditional)
    return { instance: i, verdict: 'PENDING', codes: [...codes, 'conditional'], best: [], vain }
  // Where items had to go and none is known, nothing shows that there was anything to do.
  const unknownObject = p.items !== undefined && i.item === undefined
  const seen =
    !unknownObject &&
    observedIn(
      remembered(d, `notes ${p.provision.id}`, () => notesFor(d.act.coverage, p, d.prepared)),
      i.watch,
    ) === 'yes'
  return {
    instance: i,
    verdict: seen ? 'OVERDUE' : 'UNVERIFIED',
    codes: unknownObject ? [...codes, 'no-items'] : seen ? codes : [...codes, 'not-covered'],
    best: [],
    vain,
  }
}

function timeCodes(i: Instance, p: PreparedProvision, t: number): string[] {
  if (!i.due || t <= i.due.lo) return []
  return t <= i.due.hi + p.lag ? ['due'] : ['past-due']
}

const noteCodes = (best: readonly Performance[]): string[] => {
  const out = new Set<string>()
  for (const f of best) {
    if (f.standing.note === 'contested') out.add('contested')
    if (f.known.attributes.conflicts.length) out.add('attribute-conflict')
    if (f.known.event.doublyCorrected) out.add('double-correction')
    if (f.actorAssumed) out.add('actor-assumed')
  }
  return [...out]
}

function openLegs(best: readonly Performance[], t: number): string[] {
  const out = new Set<string>()
  for (const f of best) {
    for (const l of f.match.legs) if (l.value === U) out.add(`${l.leg}-uncertain`)
    if (f.onTime !== T) out.add('time-uncertain')
    if (f.known.attributes.when.hi > t) out.add('time-uncertain')
  }
  return [...out]
}

/** Bounds on how many were done, versions of one story counted once (§3.6). */
export function quantityOf(
  rated: readonly { readonly f: Performance; readonly worth: Worth }[],
  required: number,
): { low: number; high: number; required: number; late: number } {
  const stories = new Map<string, { low: number; high: number; late: number }>()
  for (const { f, worth } of rated) {
    if (worth === 'none') continue
    // The same item told of twice, or two versions of one release, count once.
    const items = f.known.attributes.items
    const key =
      items?.size === 1 && f.count.high === 1 ? `item ${[...items][0]}` : `story ${f.known.event.story}`
    const s = stories.get(key) ?? { low: 0, high: 0, late: 0 }
    const high = Math.min(f.count.high, required)
    if (worth === 'FULFILLED') {
      s.low = Math.max(s.low, f.count.low)
      s.high = Math.max(s.high, high, s.low)
    } else if (worth === 'LATE') s.late = Math.max(s.late, f.count.low)
    else s.high = Math.max(s.high, high)
    stories.set(key, s)
  }
  let [low, high, late] = [0, 0, 0]
  for (const s of stories.values()) {
    low += s.low
    high += s.high
    late += s.low + s.high > 0 ? 0 : s.late
  }
  return { low, high, required, late }
}
