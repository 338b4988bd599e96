import { closureOf, type EventType, isA } from '../event/types.ts'
import type { When } from '../time/when.ts'
import { doubtful, type Finding, wrong } from './finding.ts'
import { provisionInForce } from './in-force.ts'
import type { Accord, Geometry, Modality, Pattern, Provision } from './model.ts'
import { boxOf, holds } from './ring.ts'
import { underReading } from './under.ts'

/** Acts that undo each other: a duty to do both, at one place and time, cannot be kept. */
const OPPOSITES: readonly (readonly [EventType, EventType])[] = [
  ['post_closed', 'post_established'],
  ['post_closed', 'post_open'],
  ['road_closed', 'road_opened'],
  ['force_withdrawn', 'force_present'],
  ['force_withdrawn', 'reinforcement'],
  ['group_withdrawn', 'force_present'],
  ['weapon_withdrawn', 'heavy_weapon_seen'],
  ['territory_taken', 'territory_ceded'],
  ['access_denied', 'aid_delivered'],
]

type Clause = {
  readonly p: Provision
  readonly at: string
  readonly reading: string
  /** A mechanism that says what performing it is counts as an obligation, as in the engine. */
  readonly kind: Modality
  readonly span: When | undefined
}

/** Clauses that contradict each other, pair by pair, under each reading; both places are named. */
export function clauseFindings(accord: Accord): Finding[] {
  const found: Finding[] = []
  for (const { id: reading } of accord.readings) {
    const clauses: Clause[] = accord.provisions.flatMap((base, i) => {
      const p = underReading(base, reading)
      if (!p || p.supersededBy) return []
      const kind = p.kind === 'mechanism' && p.perform ? 'obligation' : p.kind
      return [{ p, at: `provisions[${i}]`, reading, kind, span: provisionInForce(accord, p, reading) }]
    })
    for (let i = 0; i < clauses.length; i++)
      for (let j = i + 1; j < clauses.length; j++) {
        const [a, b] = [clauses[i]!, clauses[j]!]
        if (shareBearer(a.p, b.p) && shareTime(a.span, b.span))
          found.push(...pair(accord, a, b), ...pair(accord, b, a))
      }
  }
  return found
}

/** The ordered pair: `a` is the clause that allows or demands, `b` the one that forbids. */
function pair(accord: Accord, a: Clause, b: Clause): Finding[] {
  const under = a.reading === 'default' ? '' : ` (reading '${a.reading}')`
  const clash = (message: string) =>
    wrong(
      'contradiction',
      `${b.at}.${b.kind === 'obligation' ? 'perform' : 'action'}`,
      `${message}${under}`,
      'one of the two to give way: an exception, another zone, time or bearer, or a reading',
      `${a.at}.${a.kind === 'obligation' ? 'perform' : 'action'}`,
    )
  const kinds = `${a.kind}/${b.kind}`

  if (
    kinds === 'permission/prohibition' &&
    a.p.action &&
    b.p.action &&
    meet(accord, a.p.action, b.p.action)
  ) {
    const [may, mustNot] = [closureOf(a.p.action.types), closureOf(b.p.action.types)]
    const common = [...may].filter(t => mustNot.has(t))
    if (!common.length) return []
    const covered = common.length === may.size || common.length === mustNot.size
    const message = `'${b.p.id}' forbids what '${a.p.id}' permits: ${shown(common)}`
    return covered
      ? [clash(message)]
      : [
          doubtful(
            'overlap',
            `${b.at}.action`,
            `${message}${under}`,
            'an exception where one is meant to give way',
            `${a.at}.action`,
          ),
        ]
  }
  if (
    kinds === 'obligation/prohibition' &&
    a.p.perform &&
    b.p.action &&
    meet(accord, a.p.perform, b.p.action)
  ) {
    const common = within(a.p.perform.types, b.p.action.types)
    return common.length ? [clash(`'${b.p.id}' forbids what '${a.p.id}' demands: ${shown(common)}`)] : []
  }
  if (kinds === 'obligation/maintain' && a.p.perform && b.p.action && meet(accord, a.p.perform, b.p.action)) {
    const common = within(a.p.perform.types, b.p.action.types)
    return common.length
      ? [clash(`'${a.p.id}' demands what would end the state that '${b.p.id}' keeps: ${shown(common)}`)]
      : []
  }
  if (kinds === 'maintain/prohibition' && a.p.action && b.p.action && meet(accord, a.p.action, b.p.action)) {
    const common = oppositesIn(a.p.action.types, b.p.action.types)
    return common.length
      ? [clash(`'${a.p.id}' keeps a state that '${b.p.id}' forbids: ${shown(common)}`)]
      : []
  }
  if (
    kinds === 'obligation/obligation' &&
    a.p.perform &&
    b.p.perform &&
    meet(accord, a.p.perform, b.p.perform)
  ) {
    // Each unordered pair comes twice; the order of the file picks one.
    if (Number(/\d+/.exec(a.at)![0]) > Number(/\d+/.exec(b.at)![0])) return []
    const common = oppositesIn(a.p.perform.types, b.p.perform.types)
    if (common.length)
      return [clash(`'${a.p.id}' and '${b.p.id}' demand acts that undo each other: ${shown(common)}`)]
    if (sameDuty(a.p, b.p) && a.p.deadline && b.p.deadline && a.p.deadline !== b.p.deadline)
      return [
        doubtful(
          'two-deadlines',
          `${b.at}.deadline`,
          `the same duty is due on '${a.p.deadline}' and on '${b.p.deadline}'${under}`,
          'one date, or a reading for each',
          `${a.at}.deadline`,
        ),
      ]
  }
  return []
}

const shown = (types: readonly string[]) => types.slice(0, 4).join(', ') + (types.length > 4 ? ', …' : '')

/** Types of `inner` that lie wholly under a type of `outer`. */
const within = (inner: readonly EventType[], outer: readonly EventType[]) =>
  inner.filter(t => outer.some(o => isA(t, o)))

function oppositesIn(a: readonly EventType[], b: readonly EventType[]): string[] {
  const has = (types: readonly EventType[], t: EventType) => types.some(x => isA(t, x) || isA(x, t))
  return OPPOSITES.flatMap(([x, y]) =>
    (has(a, x) && b.some(t => isA(y, t))) || (has(a, y) && b.some(t => isA(x, t))) ? [`${x} / ${y}`] : [],
  )
}

function sameDuty(a: Provision, b: Provision): boolean {
  const key = (p: Provision) =>
    JSON.stringify([
      [...p.perform!.types].sort(),
      p.perform!.in,
      p.perform!.item,
      p.perform!.weapons,
      p.over,
      p.quantity,
    ])
  return key(a) === key(b)
}

function shareBearer(a: Provision, b: Provision): boolean {
  const of = new Set(a.bearer.flat())
  return b.bearer.flat().some(x => of.has(x))
}

function shareTime(x: When | undefined, y: When | undefined): boolean {
  return !!x && !!y && x.lo <= y.hi && y.lo <= x.hi && x.lo <= x.hi && y.lo <= y.hi
}

/** Can one event match both patterns, as far as weapon, target, item and place go? */
function meet(accord: Accord, a: Pattern, b: Pattern): boolean {
  const disjoint = (x: readonly string[] | undefined, y: readonly string[] | undefined) =>
    !!x && !!y && !x.some(v => y.includes(v))
  if (disjoint(a.weapons, b.weapons) || disjoint(a.target, b.target)) return false
  if (a.item && b.item && a.item !== b.item) return false
  if (!a.in || !b.in || a.in === b.in) return true
  const outer = (id: string) => accord.zones.find(z => z.id === id)?.versions.map(v => v.outer) ?? []
  return outer(a.in).some(x => outer(b.in!).some(y => overlap(x, y)))
}

/** Do two areas share ground? By corners inside one another, after a box test; edges that merely cross are rare and treated as sharing. */
function overlap(a: Geometry, b: Geometry): boolean {
  const [x, y] = [boxOf(a), boxOf(b)]
  if (!x || !y || x[2] < y[0] || y[2] < x[0] || x[3] < y[1] || y[3] < x[1]) return false
  return a.flat(2).some(p => holds(b, p)) || b.flat(2).some(p => holds(a, p))
}
