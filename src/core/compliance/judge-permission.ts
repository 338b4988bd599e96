import { F, inWindow, T } from '../time/when.ts'
import { assumptionsOf, windowOf } from './assumptions.ts'
import { notesFor, observedIn } from './coverage.ts'
import { type Docket, type Known, knownUnder } from './docket.ts'
import { inForce, patternMatch } from './match.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from './prepared.ts'
import { capital, fill, partyWords, reasons, typesWords, whenWords } from './say.ts'
import { bestFirst, type Standing, standingOfAct } from './standing.ts'
import { TEMPLATES } from './templates.ts'
import type { PermissionVerdict, Verdict } from './verdict.ts'

type Use = {
  readonly known: Known
  readonly standing: Standing
  readonly within: 'yes' | 'no' | 'unknown'
  readonly beyond?: 'outside-zone' | 'other-weapon'
}

/**
 * Verdict on a permission for one bearer over [from, t]. EXCEEDED needs an established use that is
 * certainly outside what the permission names (place, weapon), or an established number above it.
 */
export function judgePermission(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  t: number,
  from: number | undefined,
): Omit<Verdict, 'asOf'> {
  const uses = usesOf(d, p, bearer, t, from)
  const established = uses.filter(u => u.standing.level === 'ESTABLISHED')
  const inside = established.filter(u => u.within === 'yes')
  const beyond = established.filter(u => u.within === 'no')
  const quantity = p.provision.quantity
  const count = inside.reduce((n, u) => n + (u.known.attributes.count?.low ?? 1), 0)
  const over = quantity !== undefined && count > quantity
  const verdict: PermissionVerdict =
    beyond.length > 0 || over ? 'EXCEEDED' : inside.length > 0 ? 'EXERCISED' : 'UNUSED'
  const codes = new Set<string>(beyond.flatMap(u => (u.beyond ? [u.beyond] : [])))
  if (over) codes.add('over-quantity')
  if (verdict === 'UNUSED' && uses.length > 0) codes.add('claimed')
  const carrying = verdict === 'EXCEEDED' ? (beyond.length ? beyond : inside) : inside
  const lead = carrying[0]
  const { accord } = d.prepared
  const observed = observedIn(notesFor(d.act.coverage, p, d.prepared), windowOf(p, from, t))
  const party = partyWords(accord, bearer.members)
  const act = lead && {
    act: capital(typesWords(lead.known.attributes.types)),
    when: whenWords(lead.known.attributes.when, accord.tz),
  }
  return {
    provision: p.provision.id,
    bearer: bearer.members,
    reading: d.prepared.reading,
    verdict,
    codes: [...codes],
    ...(quantity !== undefined && { quantity: { low: count, high: count, required: quantity } }),
    timeliness: { kind: 'no_deadline' },
    correspondence: 'unknown',
    observed,
    counts: { events: uses.length, established: established.length },
    evidenceFor: [...new Set(carrying.flatMap(u => bestFirst(u.standing.for).map(c => c.id)))],
    evidenceAgainst: [...new Set(carrying.flatMap(u => u.standing.against.map(c => c.id)))],
    assumptions: assumptionsOf(d, p, [p.action?.zone], t, observed),
    because: capital(
      verdict === 'UNUSED'
        ? fill(TEMPLATES.unused, { party })
        : verdict === 'EXERCISED'
          ? fill(TEMPLATES.exercised, { party, ...act! })
          : fill(TEMPLATES.exceeded, { party, ...act!, reasons: reasons([...codes]) }),
    ),
    settles: [],
  }
}

function usesOf(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  t: number,
  from: number | undefined,
): readonly Use[] {
  const out: Use[] = []
  const window = { lo: from ?? ALWAYS.lo, hi: t }
  for (const known of knownUnder(d, p.rule)) {
    if (inWindow(known.attributes.when, window) === F || inForce(known.attributes.when, p.force) === F)
      continue
    const { legs, value } = patternMatch(known.attributes, p.action!)
    if (legs[0]!.value === F) continue
    const closed = legs.find(l => l.value === F)?.leg
    if (closed !== undefined && closed !== 'zone' && closed !== 'weapon') continue
    const standing = standingOfAct(known.event, bearer.group, bearer.self, p.rule)
    if (standing.rank === 0) continue
    // Only an act that is certainly of the permitted kind can be said to go beyond it.
    const certainKind = legs[0]!.value === T
    if (closed !== undefined && !certainKind) continue
    out.push({
      known,
      standing,
      within: closed !== undefined ? 'no' : value === T ? 'yes' : 'unknown',
      ...(closed === 'zone' && { beyond: 'outside-zone' as const }),
      ...(closed === 'weapon' && { beyond: 'other-weapon' as const }),
    })
  }
  return out
}
