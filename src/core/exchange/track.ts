import { fail, ok, type Result } from '../result.ts'

/** A person's way from request to reception (shared domain §5.4), in order, and the ways out of it. */
export const STEPS = [
  'requested',
  'acknowledged',
  'identity_confirmed',
  'agreed',
  'consent_confirmed',
  'medically_cleared',
  'in_transit',
  'handed_over',
  'received',
] as const
export const EXITS = ['declined', 'withdrawn', 'deceased', 'not_held', 'blocked'] as const
export type PersonState = (typeof STEPS)[number] | (typeof EXITS)[number]

/** Done before a person may travel. `family_told` only when the person wants it. */
export const CHECKS = [
  'identity_first',
  'identity_second',
  'private_interview',
  'consent',
  'medical',
  'refoulement_risk',
  'family_told',
] as const
export type Check = (typeof CHECKS)[number]

/** States that cannot be taken back on the ground; two different members confirm them. */
export const IRREVERSIBLE: readonly PersonState[] = [
  'in_transit',
  'handed_over',
  'received',
  'deceased',
  'declined',
]

/** Which checks must be done before a state may be entered. */
const REQUIRED: Readonly<Partial<Record<PersonState, readonly Check[]>>> = {
  identity_confirmed: ['identity_first', 'identity_second'],
  consent_confirmed: ['private_interview', 'consent', 'refoulement_risk'],
  medically_cleared: ['medical'],
}

export type PersonTrack = {
  readonly id: string
  readonly holder: string
  readonly state: PersonState
  readonly checks: readonly Check[]
  /** A first member's word on an irreversible step, waiting for a second one's. */
  readonly awaiting?: { readonly to: PersonState; readonly by: string }
}

export type TrackEvent =
  | {
      readonly kind: 'check'
      readonly person: string
      readonly check: Check
      readonly by: string
      readonly passed: boolean
    }
  | { readonly kind: 'move'; readonly person: string; readonly to: PersonState; readonly by: string }
  | { readonly kind: 'hold'; readonly by: string; readonly why: string }
  | { readonly kind: 'resume'; readonly by: string }

export type TrackProblem = {
  readonly kind:
    | 'unknown-person'
    | 'no-such-step'
    | 'checks-missing'
    | 'same-member'
    | 'on-hold'
    | 'out-of-step'
    | 'not-agreed'
  readonly person?: string
  readonly missing?: readonly Check[]
}

export type Track = {
  readonly persons: ReadonlyMap<string, PersonTrack>
  readonly onHold?: { readonly by: string; readonly why: string }
  /** 'simultaneous': both sides' convoys step together. */
  readonly simultaneity: 'simultaneous' | 'sequenced' | 'batched'
}

/**
 * Applies one event, or says why it may not be applied. A failed check blocks the person; `refoulement_risk`
 * failed (a risk was found) means the person is not moved whatever was agreed.
 */
export function apply(track: Track, event: TrackEvent): Result<Track, TrackProblem> {
  if (event.kind === 'hold') return ok({ ...track, onHold: { by: event.by, why: event.why } })
  if (event.kind === 'resume') {
    const { onHold: _, ...rest } = track
    return ok(rest)
  }
  const person = track.persons.get(event.person)
  if (!person) return fail({ kind: 'unknown-person', person: event.person })
  return event.kind === 'check' ? check(track, person, event) : move(track, person, event)
}

const set = (track: Track, p: PersonTrack): Track => ({
  ...track,
  persons: new Map(track.persons).set(p.id, p),
})

function check(
  track: Track,
  p: PersonTrack,
  e: Extract<TrackEvent, { kind: 'check' }>,
): Result<Track, TrackProblem> {
  // Once handed over nothing here can be undone; a later doubt is for the tracing services.
  if (!e.passed && !['handed_over', 'received'].includes(p.state)) {
    const { awaiting: _, ...rest } = p
    return ok(set(track, { ...rest, state: e.check === 'consent' ? 'declined' : 'blocked' }))
  }
  return ok(set(track, { ...p, checks: p.checks.includes(e.check) ? p.checks : [...p.checks, e.check] }))
}

function move(
  track: Track,
  p: PersonTrack,
  e: Extract<TrackEvent, { kind: 'move' }>,
): Result<Track, TrackProblem> {
  const isExit = (EXITS as readonly string[]).includes(e.to)
  const at = (STEPS as readonly string[]).indexOf(p.state)
  const to = (STEPS as readonly string[]).indexOf(e.to)
  if (isExit ? p.state === 'received' || at < 0 : at < 0 || to !== at + 1)
    return fail({ kind: 'no-such-step', person: p.id })
  const missing = (REQUIRED[e.to] ?? []).filter(c => !p.checks.includes(c))
  if (missing.length) return fail({ kind: 'checks-missing', person: p.id, missing })
  if (!isExit && to >= STEPS.indexOf('in_transit')) {
    if (track.onHold) return fail({ kind: 'on-hold', person: p.id })
    if (track.simultaneity === 'simultaneous' && !inStep(track, p, to))
      return fail({ kind: 'out-of-step', person: p.id })
  }
  if (IRREVERSIBLE.includes(e.to)) {
    if (p.awaiting?.to !== e.to) return ok(set(track, { ...p, awaiting: { to: e.to, by: e.by } }))
    if (p.awaiting.by === e.by) return fail({ kind: 'same-member', person: p.id })
  }
  const { awaiting: _, ...rest } = p
  return ok(set(track, { ...rest, state: e.to }))
}

/** Nobody crosses a step before all of the other side have reached the one before it. */
function inStep(track: Track, p: PersonTrack, to: number): boolean {
  for (const other of track.persons.values()) {
    if (other.holder === p.holder) continue
    const at = (STEPS as readonly string[]).indexOf(other.state)
    if (at >= 0 && at < to - 1) return false
  }
  return true
}

/** Counts only, for the closing report and the board: per holder and state. */
export function countsOf(
  track: Track,
): Readonly<Record<string, Readonly<Partial<Record<PersonState, number>>>>> {
  const out: Record<string, Partial<Record<PersonState, number>>> = {}
  for (const p of track.persons.values()) {
    const mine = out[p.holder] ?? {}
    out[p.holder] = { ...mine, [p.state]: (mine[p.state] ?? 0) + 1 }
  }
  return out
}
