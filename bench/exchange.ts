// Exchange: reconciling two invented lists of 10,000 names, and a plan of 5,000 against 5,000, beside
// HiGHS on the bare model (the same binaries and formula rows, no conditions, fairness or explanation).

import type { Condition, Detainee, PlanRequest } from '../src/core/exchange/model.ts'
import { planExchange } from '../src/core/exchange/plan.ts'
import { buildModel } from '../src/core/exchange/plan-model.ts'
import { reconcile } from '../src/core/exchange/reconcile.ts'
import { highsSolver } from '../src/server/exchange/highs-solver.ts'
import { populationOf, qualityAt, randomFrom } from '../test/core/exchange/population.ts'

type Line = { name: string; value: number; unit: string; baseline: string; ratio: number | null }
const lines: Line[] = []
const timed = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
  const start = performance.now()
  const value = await work()
  return [value, performance.now() - start]
}
const round = (n: number, digits = 3) => Number(n.toFixed(digits))

const { a, b, truth } = populationOf(13_300, 1)
const exactKey = (name: string) => name
const [, plainMs] = await timed(() => {
  const names = new Set(b.map(p => exactKey(p.name)))
  return a.filter(p => names.has(exactKey(p.name))).length
})
const [found, ms] = await timed(() => reconcile(a, b, -2))
lines.push({
  name: `reconcile ${a.length} × ${b.length}`,
  value: round(ms),
  unit: 'ms',
  baseline: 'equal strings only',
  ratio: round(ms / plainMs, 1),
})
const equal = new Map(b.map(p => [p.name, p.ref]))
const byString = a.flatMap(p => (equal.has(p.name) ? [{ a: p.ref, b: equal.get(p.name)!, score: 0 }] : []))
const plain = qualityAt(byString, truth, 0)
for (const least of [-2, 0, 2, 4, 5, 6, 8, 10, 12]) {
  const q = qualityAt(found.candidates, truth, least)
  lines.push({
    name: `precision at score ≥ ${least}`,
    value: round(q.precision, 4),
    unit: '1',
    baseline: `equal strings ${round(plain.precision, 3)}`,
    ratio: round(q.precision / plain.precision),
  })
  lines.push({
    name: `recall at score ≥ ${least}`,
    value: round(q.recall, 4),
    unit: '1',
    baseline: `equal strings ${round(plain.recall, 3)}`,
    ratio: round(q.recall / plain.recall),
  })
}

const random = randomFrom(7)
const size = 5_000
const detainees: Detainee[] = ['GOV', 'OPP'].flatMap(holder =>
  Array.from({ length: size }, (_, i): Detainee => {
    const r = random()
    return {
      id: `${holder}-${i}`,
      holder,
      reply: 'held',
      categories:
        r < 0.02
          ? ['child']
          : r < 0.06
            ? ['sick']
            : r < 0.15
              ? ['woman', 'civilian']
              : r < 0.4
                ? ['civilian']
                : ['fighter'],
      place: `place ${Math.floor(random() * 8)}`,
      waitingDays: Math.floor(random() * 3_000),
      ...(random() < 0.08 && { family: `f${Math.floor(random() * 200)}${holder}` }),
    }
  }),
)
const free = detainees.filter(d => d.categories[0] !== 'child' && d.categories[0] !== 'sick' && !d.family)
const conditions: Condition[] = [
  { id: 'civilians', kind: 'balance', category: 'civilian', within: 5 },
  { id: 'women', kind: 'balance', category: 'woman', within: 5 },
  ...free
    .slice(0, 100)
    .map((d, i): Condition => ({ id: `veto ${i}`, kind: 'veto', person: d.id, by: d.holder })),
  ...free
    .slice(200, 400)
    .map(
      (d, i): Condition => ({ id: `pair ${i}`, kind: 'only_with', person: d.id, with: free[400 + i]!.id }),
    ),
]
for (const n of [50, 500, 2_000]) {
  const request: PlanRequest = {
    holders: ['GOV', 'OPP'],
    detainees,
    formula: { kind: 'number', count: { GOV: n, OPP: n } },
    unconditional: ['child', 'sick', 'wounded'],
    conditions,
  }
  const solve = highsSolver(60)
  const bare = buildModel({ ...request, conditions: [] })
  const [, bareMs] = await timed(() =>
    solve({
      binaries: bare.units.map(u => u.column),
      slacks: [],
      objective: bare.objective,
      rows: bare.rows.filter(r => r.group !== 'fair-shares'),
    }),
  )
  const [plan, planMs] = await timed(() => planExchange(request, solve))
  if (plan.kind !== 'optimal' || !plan.certified) throw new Error(`no certified optimum: ${plan.kind}`)
  lines.push({
    name: `plan ${n} for ${n} of ${size} a side, certified`,
    value: round(planMs),
    unit: 'ms',
    baseline: 'HiGHS on the bare model',
    ratio: round(planMs / bareMs, 2),
  })
}
if (process.argv.includes('--json')) console.log(JSON.stringify(lines))
else for (const l of lines) console.log(`${l.name}\t${l.value} ${l.unit}\t${l.baseline}\tratio ${l.ratio}`)
