import type { PreparedProvision } from '../prepared.ts'
import type { ExplanationNode } from '../verdict.ts'
import { type Case, say } from './case.ts'
import { type Court, looked } from './court.ts'
import { dutyAt, type NaiveDuty } from './naive-duty.ts'
import type { NaiveFinding } from './naive-rules.ts'
import { ORDER } from './severity.ts'

/** The counter-duty's verdict is a matter of its own tree; here only whether it has a ground. */
export function checkRepair(c: Case, leaf: ExplanationNode, found: readonly NaiveFinding[]): void {
  const on = c.p.reparation!.on
  const ground = found.some(f => ORDER.indexOf(f.verdict) >= ORDER.indexOf(on))
  const stated = leaf.leaf === 'fact' ? leaf.fact.split(' = ')[1]! : ''
  const duty = counterDuty(
    c,
    found.filter(f => ORDER.indexOf(f.verdict) >= ORDER.indexOf(on)),
  )
  const expected = ground ? duty : found.some(f => f.verdict !== 'HOLDING') ? 'DISCHARGED' : 'DORMANT'
  if (stated !== expected) say(c, 'ban/counter-duty', `says ${stated}, the records give ${expected}`)
}

function counterDuty(c: Case, grounds: readonly NaiveFinding[]): string {
  const r = c.p.reparation!
  const states = grounds.map(f => {
    const only: Court = { ...c.court }
    const p: PreparedProvision = {
      ...c.p,
      perform: r.perform,
      within: r.within,
      deadline: undefined,
      items: undefined,
      recurring: undefined,
      provision: { ...c.p.provision, quantity: 1, trigger: undefined } as PreparedProvision['provision'],
      trigger: { pattern: { types: [] }, types: f.sense.types },
    } as PreparedProvision
    const all = dutyAt(only, p, r.bearer ?? c.bearer, c.t)
    return { f, all }
  })
  return worstOfRepairs(c, states)
}

const BAD =
  'DORMANT DISCHARGED SUSPENDED FULFILLED PENDING LATE CLAIMED POSSIBLY CONTESTED UNVERIFIED PARTIAL OVERDUE'.split(
    ' ',
  )

function worstOfRepairs(c: Case, states: readonly { f: NaiveFinding; all: NaiveDuty }[]): string {
  let worst = 'DORMANT'
  for (const { f, all } of states) {
    const own = all.states.find(s => s.instance.ground?.e.id === f.e.id)
    // The ground's certainty is that of the breach, not of "it happened".
    const certain = f.match === 2 && f.stand.level === 'ESTABLISHED'
    let v = own?.verdict ?? 'DORMANT'
    if (own && own.best.length === 0 && own.instance.due && c.t > own.instance.due.hi + c.p.lag)
      v = certain
        ? looked(c.court, c.p, own.instance.watch) === 'yes'
          ? 'OVERDUE'
          : 'UNVERIFIED'
        : 'PENDING'
    if (BAD.indexOf(v) > BAD.indexOf(worst)) worst = v
  }
  return worst
}
