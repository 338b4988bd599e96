import type { Category, Condition, Detainee, PlanRequest } from './model.ts'

/**
 * The exchange as a mixed-integer programme, in the rows-and-columns form a solver takes. Pure: the
 * solver is handed in. One binary a unit, where a unit is a person or a family that moves together.
 */
export type Row = {
  /** Condition that asks for it; a clash is told in these. */
  readonly group: string
  readonly terms: readonly (readonly [column: string, factor: number])[]
  readonly sense: '<=' | '>=' | '='
  readonly right: number
}
export type Model = {
  readonly units: readonly Unit[]
  /** Linear objective to maximise, by column. */
  readonly objective: ReadonlyMap<string, number>
  readonly rows: readonly Row[]
  /** Continuous columns: how far a fair share is missed. */
  readonly slacks: readonly string[]
}
export type Unit = {
  readonly column: string
  readonly holder: string
  readonly persons: readonly Detainee[]
  /** Living persons that count in the formula. */
  readonly counted: number
  readonly priority: number
}

/**
 * Priorities within the bargained. Humanitarian need outweighs any waiting time: the years are capped
 * below the least of the categories, so that order is never bought by waiting (docs/exchange.md, "Priority").
 */
const PRIORITY: Readonly<Record<Category, number>> = {
  child: 400,
  sick: 300,
  wounded: 300,
  elderly: 200,
  woman: 150,
  journalist: 60,
  civilian: 60,
  fighter: 0,
  body: 0,
}
const PER_YEAR_WAITING = 5
const MOST_FOR_WAITING = 50
/** One place short of a fair share costs as much as this priority: fairness yields to need, not to waiting. */
const UNFAIR = 55
/** Enough to decide between equals, never enough to decide against one who is better off by a day's waiting. */
export const KEEP = 0.004

export function priorityOf(d: Detainee): number {
  const need = Math.max(0, ...d.categories.map(c => PRIORITY[c]))
  const years = (d.waitingDays ?? 0) / 365.25
  return 100 + need + Math.min(MOST_FOR_WAITING, years * PER_YEAR_WAITING)
}

/** Can this person be part of any plan? Only one whom the holder acknowledges. */
export function available(d: Detainee): boolean {
  return d.reply === 'held' || (d.reply === undefined && !d.categories.includes('body'))
}

export function isUnconditional(d: Detainee, r: Pick<PlanRequest, 'unconditional'>): boolean {
  return d.categories.some(c => r.unconditional.includes(c))
}

export function buildModel(r: PlanRequest): Model {
  const units = unitsOf(r)
  const unitOf = new Map(units.flatMap(u => u.persons.map(p => [p.id, u] as const)))
  const rows: Row[] = []
  const objective = new Map<string, number>()
  const slacks: string[] = []
  const keep = new Set(r.keep ?? [])

  for (const u of units) {
    const kept = u.persons.filter(p => keep.has(p.id)).length
    objective.set(u.column, u.priority + kept * KEEP)
  }

  const membersOf = (holder: string, matches: (d: Detainee) => boolean) =>
    units
      .filter(u => u.holder === holder)
      .map(u => [u.column, u.persons.filter(matches).length] as const)
      .filter(([, n]) => n > 0)
  const bargained = (d: Detainee) => !isUnconditional(d, r) && !d.categories.includes('body')

  for (const u of units)
    if (u.persons.some(p => isUnconditional(p, r)))
      rows.push({ group: 'unconditional', terms: [[u.column, 1]], sense: '=', right: 1 })

  if (r.formula.kind === 'all') {
    for (const u of units) rows.push({ group: 'formula', terms: [[u.column, 1]], sense: '=', right: 1 })
  } else if (r.formula.kind === 'number') {
    for (const holder of r.holders)
      rows.push({
        group: 'formula',
        terms: membersOf(holder, bargained),
        sense: '=',
        right: r.formula.count[holder] ?? 0,
      })
  } else {
    for (const holder of r.holders)
      for (const [category, count] of Object.entries(r.formula.count[holder] ?? {}))
        rows.push({
          group: 'formula',
          terms: membersOf(
            holder,
            d => d.categories.includes(category as Category) && (category === 'body' || bargained(d)),
          ),
          sense: '=',
          right: count,
        })
    // What the formula does not name does not leave by it.
    const named = new Set(
      r.holders.flatMap(h => Object.keys(r.formula.kind === 'by_category' ? (r.formula.count[h] ?? {}) : {})),
    )
    for (const u of units)
      if (!u.persons.some(p => p.categories.some(c => named.has(c)) || isUnconditional(p, r)))
        rows.push({ group: 'formula', terms: [[u.column, 1]], sense: '=', right: 0 })
  }

  for (const c of r.conditions) rows.push(...rowsOf(c, r, unitOf, membersOf))

  if (r.formula.kind === 'number') addFairShares(r, membersOf, bargained, rows, objective, slacks)

  if (r.differBy !== undefined) {
    const before = units.filter(u => u.persons.some(p => keep.has(p.id)))
    const size = before.reduce((n, u) => n + u.persons.length, 0)
    rows.push({
      group: 'differ',
      terms: before.map(u => [u.column, u.persons.length] as const),
      sense: '<=',
      right: size - r.differBy,
    })
  }
  return { units, objective, rows, slacks }
}

function unitsOf(r: PlanRequest): Unit[] {
  const families = new Map<string, Detainee[]>()
  for (const d of r.detainees) {
    if (!available(d)) continue
    // A family held by both sides is two units joined below; one binary has one holder.
    const key = d.family === undefined ? `p:${d.id}` : `f:${d.holder}:${d.family}`
    const members = families.get(key)
    if (members) members.push(d)
    else families.set(key, [d])
  }
  return [...families.values()].map((persons, i) => ({
    column: `x${i}`,
    holder: persons[0]!.holder,
    persons,
    counted: persons.filter(p => !isUnconditional(p, r) && !p.categories.includes('body')).length,
    priority: persons.reduce((sum, p) => sum + priorityOf(p), 0),
  }))
}

type MembersOf = (holder: string, matches: (d: Detainee) => boolean) => (readonly [string, number])[]

function rowsOf(
  c: Condition,
  r: PlanRequest,
  unitOf: ReadonlyMap<string, Unit>,
  membersOf: MembersOf,
): Row[] {
  const column = (person: string) => unitOf.get(person)?.column
  switch (c.kind) {
    case 'veto': {
      const x = column(c.person)
      return x ? [{ group: c.id, terms: [[x, 1]], sense: '=', right: 0 }] : []
    }
    case 'agreed': {
      const x = column(c.person)
      // Agreed, but not acknowledged as held: a row that cannot hold, so that the clash names it.
      return [{ group: c.id, terms: x ? [[x, 1]] : [], sense: '=', right: 1 }]
    }
    case 'at_least':
    case 'at_most':
      return [
        {
          group: c.id,
          terms: membersOf(
            c.holder,
            d =>
              (c.category === undefined || d.categories.includes(c.category)) &&
              (c.place === undefined || d.place === c.place),
          ),
          sense: c.kind === 'at_least' ? '>=' : '<=',
          right: c.count,
        },
      ]
    case 'only_with': {
      const [a, b] = [column(c.person), column(c.with)]
      if (!a) return []
      return [
        {
          group: c.id,
          terms: b
            ? [
                [a, 1],
                [b, -1],
              ]
            : [[a, 1]],
          sense: '<=',
          right: 0,
        },
      ]
    }
    case 'not_both': {
      const [a, b] = c.persons.map(column)
      return a && b
        ? [
            {
              group: c.id,
              terms:
                a === b
                  ? [[a, 2]]
                  : [
                      [a, 1],
                      [b, 1],
                    ],
              sense: '<=',
              right: 1,
            },
          ]
        : []
    }
    case 'balance': {
      const [a, b] = r.holders
      const inCategory = (d: Detainee) => d.categories.includes(c.category)
      const terms = [
        ...membersOf(a, inCategory),
        ...membersOf(b, inCategory).map(([x, n]) => [x, -n] as const),
      ]
      return [
        { group: c.id, terms, sense: '<=', right: c.within },
        { group: c.id, terms, sense: '>=', right: -c.within },
      ]
    }
  }
}

/**
 * Within each holder's list every place should leave in proportion to its share, rounded down (Hamilton's
 * floor); each place missed costs UNFAIR. Soft: a rule that no plan can meet would make every plan infeasible.
 */
function addFairShares(
  r: PlanRequest,
  membersOf: MembersOf,
  bargained: (d: Detainee) => boolean,
  rows: Row[],
  objective: Map<string, number>,
  slacks: string[],
): void {
  if (r.formula.kind !== 'number') return
  for (const holder of r.holders) {
    const mine = r.detainees.filter(d => d.holder === holder && available(d) && bargained(d))
    const n = r.formula.count[holder] ?? 0
    if (mine.length === 0 || n === 0) continue
    const places = new Map<string, number>()
    for (const d of mine) if (d.place !== undefined) places.set(d.place, (places.get(d.place) ?? 0) + 1)
    for (const [place, size] of places) {
      const share = Math.floor((n * size) / mine.length)
      if (share === 0) continue
      const slack = `s${slacks.length}`
      slacks.push(slack)
      objective.set(slack, -UNFAIR)
      rows.push({
        group: 'fair-shares',
        terms: [...membersOf(holder, d => bargained(d) && d.place === place), [slack, 1]],
        sense: '>=',
        right: share,
      })
    }
  }
}
