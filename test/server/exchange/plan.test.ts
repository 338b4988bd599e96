import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Condition, Detainee, Plan, PlanRequest } from '../../../src/core/exchange/model.ts'
import { alternativeTo, planExchange, replan } from '../../../src/core/exchange/plan.ts'
import { priorityOf } from '../../../src/core/exchange/plan-model.ts'
import { highsSolver } from '../../../src/server/exchange/highs-solver.ts'

const solve = highsSolver(20)
const detainee = (id: string, more: Partial<Detainee> = {}): Detainee => ({
  id,
  holder: id.startsWith('g') ? 'GOV' : 'OPP',
  categories: ['fighter'],
  reply: 'held',
  ...more,
})
const request = (detainees: Detainee[], n: number, conditions: Condition[] = []): PlanRequest => ({
  holders: ['GOV', 'OPP'],
  detainees,
  formula: { kind: 'number', count: { GOV: n, OPP: n } },
  unconditional: ['child', 'sick', 'wounded'],
  conditions,
})
const people = (side: string, n: number) => Array.from({ length: n }, (_, i) => detainee(`${side}${i}`))
const isIn = (plan: Plan, id: string) => plan.kind === 'optimal' && plan.persons.find(p => p.id === id)?.in
const why = (plan: Plan, id: string) =>
  plan.kind === 'optimal' ? plan.persons.find(p => p.id === id)?.why : undefined
const counted = (plan: Plan) => (plan.kind === 'optimal' ? plan.totals.map(t => [t.counted, t.beside]) : plan)

describe('fifty for fifty', () => {
  it('frees exactly fifty from each side, with a proven optimum', async () => {
    const plan = await planExchange(request([...people('g', 80), ...people('o', 60)], 50), solve)
    assert.deepEqual(counted(plan), [
      [50, 0],
      [50, 0],
    ])
    assert.ok(plan.kind === 'optimal' && plan.certified)
  })

  it('frees children beside the number, counted against nobody', async () => {
    const plan = await planExchange(
      request([...people('g', 3), detainee('g9', { categories: ['child'] }), ...people('o', 3)], 2),
      solve,
    )
    assert.deepEqual(counted(plan), [
      [2, 1],
      [2, 0],
    ])
    assert.equal(why(plan, 'g9')?.ar, 'مشمول بلا شرط (طفل)، ولا يُحتسب مقابل الطرف الآخر.')
  })

  it('takes who has waited longer among equals', async () => {
    const plan = await planExchange(
      request(
        [detainee('g1', { waitingDays: 400 }), detainee('g2', { waitingDays: 900 }), ...people('o', 2)],
        1,
      ),
      solve,
    )
    assert.deepEqual([isIn(plan, 'g1'), isIn(plan, 'g2')], [false, true])
    assert.equal(why(plan, 'g2')?.en, 'In by priority: held 2 full years.')
  })

  it('never buys humanitarian order with years of waiting', () => {
    const elderly = detainee('g1', { categories: ['elderly'] })
    const longHeld = detainee('g2', { categories: ['civilian'], waitingDays: 20_000 })
    assert.ok(priorityOf(elderly) > priorityOf(longHeld))
  })

  it('takes no one whom the holder has not acknowledged, and says so', async () => {
    const plan = await planExchange(
      request(
        [detainee('g1', { reply: 'not_held', categories: ['woman'] }), detainee('g2'), ...people('o', 1)],
        1,
      ),
      solve,
    )
    assert.equal(isIn(plan, 'g1'), false)
    assert.equal(why(plan, 'g1')?.en, 'Out: the holder has not acknowledged this person (not held).')
  })

  it('keeps a family together', async () => {
    const family = [detainee('g1', { family: 'f', categories: ['woman'] }), detainee('g2', { family: 'f' })]
    const plan = await planExchange(
      request([...family, ...people('g', 0), detainee('g3', { waitingDays: 99 }), ...people('o', 2)], 2),
      solve,
    )
    assert.deepEqual([isIn(plan, 'g1'), isIn(plan, 'g2'), isIn(plan, 'g3')], [true, true, false])
  })
})

describe('an exchange that cannot be', () => {
  it('names the smallest set of conditions that clash', async () => {
    const plan = await planExchange(
      request([...people('g', 5), ...people('o', 5)], 3, [
        { id: 'c1', kind: 'agreed', person: 'g1' },
        { id: 'c2', kind: 'veto', person: 'g1', by: 'GOV' },
        { id: 'c3', kind: 'at_most', holder: 'OPP', count: 4 },
      ]),
      solve,
    )
    assert.ok(plan.kind === 'infeasible')
    assert.deepEqual(plan.clash, ['c1', 'c2'])
    assert.equal(
      plan.words.en,
      'These conditions cannot all hold; any one of them must give way: g1 was agreed; GOV objects to g1.',
    )
  })

  it('says the number alone is too high when fewer are held', async () => {
    const plan = await planExchange(request([...people('g', 2), ...people('o', 5)], 3), solve)
    assert.deepEqual(plan.kind === 'infeasible' && plan.clash, ['formula'])
  })
})

describe('when something changes', () => {
  it('withdrawing five names changes as few others as can be', async () => {
    const all = [...people('g', 40), ...people('o', 40)]
    const plan = await planExchange(request(all, 20), solve)
    assert.ok(plan.kind === 'optimal')
    const gone = plan.persons
      .filter(p => p.in && p.holder === 'GOV')
      .slice(0, 5)
      .map(p => p.id)
    const next = await replan(
      plan,
      request(
        all,
        20,
        gone.map(id => ({ id: `w${id}`, kind: 'veto', person: id, by: 'GOV' }) as const),
      ),
      solve,
    )
    assert.deepEqual([...next.leaves].sort(), [...gone].sort())
    assert.equal(next.enters.length, 5)
    assert.ok(next.enters.every(id => id.startsWith('g')))
  })

  it('an alternative differs by as many as asked, at no better value', async () => {
    const all = [...people('g', 30), ...people('o', 30)]
    const r = request(all, 10)
    const plan = await planExchange(r, solve)
    const other = await alternativeTo(plan, r, 4, solve)
    assert.ok(plan.kind === 'optimal' && other.kind === 'optimal')
    const before = new Set(plan.persons.filter(p => p.in).map(p => p.id))
    assert.ok([...before].filter(id => !isIn(other, id)).length >= 4)
    assert.ok(other.value <= plan.value + 1e-6)
  })
})

describe('every plan', () => {
  it('keeps its number, its vetoes and its families, or names a clash', async () => {
    const category = fc.constantFrom('child', 'sick', 'woman', 'civilian', 'fighter', 'elderly')
    const side = (letter: string) =>
      fc
        .array(
          fc.record({
            category,
            family: fc.option(fc.constantFrom('f1', 'f2'), { nil: undefined }),
            veto: fc.boolean(),
          }),
          { minLength: 1, maxLength: 12 },
        )
        .map(list => list.map((x, i) => ({ ...x, id: `${letter}${i}` })))
    await fc.assert(
      fc.asyncProperty(side('g'), side('o'), fc.integer({ min: 0, max: 6 }), async (g, o, n) => {
        const all = [...g, ...o]
        const detainees = all.map(p =>
          detainee(p.id, {
            categories: [p.category as 'child'],
            ...(p.family && { family: p.family + p.id[0] }),
          }),
        )
        const vetoes = all
          .filter(p => p.veto)
          .map(p => ({ id: `v-${p.id}`, kind: 'veto' as const, person: p.id, by: 'GOV' }))
        const plan = await planExchange(request(detainees, n, vetoes), solve)
        if (plan.kind === 'infeasible') return assert.ok(plan.clash.length >= 1)
        assert.ok(plan.kind === 'optimal')
        for (const t of plan.totals) assert.equal(t.counted, n)
        for (const v of vetoes) assert.equal(isIn(plan, v.person), false)
        for (const d of detainees)
          if (d.family)
            for (const e of detainees)
              if (e.family === d.family) assert.equal(isIn(plan, d.id), isIn(plan, e.id))
      }),
      { numRuns: 60 },
    )
  })
})
