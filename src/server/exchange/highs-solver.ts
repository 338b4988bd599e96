import highsLoader, { type Highs } from 'highs'
import type { Solver, SolverAnswer, SolverTask } from '../../core/exchange/plan.ts'

// The package types its ES module as if it were CommonJS; the default export is the loader itself.
const load = highsLoader as unknown as () => Promise<Highs>
let loaded: Promise<Highs> | undefined

/**
 * HiGHS (https://highs.dev) behind the planner's interface: exact to a relative gap of zero, its own
 * proven bound reported. Blocks the thread while it runs; the server calls it in a worker.
 *
 * @param limitSeconds after which the answer is 'out-of-time', with the best value and bound so far.
 */
export function highsSolver(limitSeconds: number): Solver {
  return async task => {
    loaded ??= load()
    return solveWith(await loaded, task, limitSeconds)
  }
}

function solveWith(highs: Highs, task: SolverTask, limitSeconds: number): SolverAnswer {
  const columns = [...task.binaries, ...task.slacks]
  const indexOf = new Map(columns.map((name, i) => [name, i]))
  const impossible = task.rows.find(
    r =>
      r.terms.length === 0 &&
      (r.sense === '=' ? r.right !== 0 : r.sense === '>=' ? r.right > 0 : r.right < 0),
  )
  if (impossible) return { kind: 'infeasible' }
  const starts: number[] = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of task.rows) {
    for (const [column, factor] of row.terms) {
      indices.push(indexOf.get(column)!)
      values.push(factor)
    }
    starts.push(indices.length)
  }
  const { optimal, infeasible, timeLimit } = highs.constants.modelStatus
  return highs.withModel(
    {
      numCols: columns.length,
      numRows: task.rows.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: columns.map(c => task.objective.get(c) ?? 0),
      colLower: columns.map(() => 0),
      colUpper: columns.map((_, i) => (i < task.binaries.length ? 1 : highs.infinity)),
      rowLower: task.rows.map(r => (r.sense === '<=' ? -highs.infinity : r.right)),
      rowUpper: task.rows.map(r => (r.sense === '>=' ? highs.infinity : r.right)),
      matrix: {
        format: 'csr',
        numRows: task.rows.length,
        numCols: columns.length,
        starts,
        indices,
        values,
      },
      integrality: Int32Array.from(columns, (_, i) =>
        i < task.binaries.length
          ? highs.constants.variableType.integer
          : highs.constants.variableType.continuous,
      ),
    },
    (model): SolverAnswer => {
      model.options.set('output_flag', false)
      model.options.set('mip_rel_gap', 0)
      model.options.set('mip_abs_gap', 1e-7)
      model.options.set('time_limit', limitSeconds)
      const { modelStatus } = model.run()
      if (modelStatus === infeasible) return { kind: 'infeasible' }
      const value = Number(model.info.get('objective_function_value'))
      const bound = Number(model.info.get('mip_dual_bound'))
      if (modelStatus === timeLimit) return { kind: 'out-of-time', value, bound }
      if (modelStatus !== optimal) throw new Error(`HiGHS ended with model status ${modelStatus}`)
      const { colValue } = model.getSolution()
      const chosen = new Set(task.binaries.filter((_, i) => colValue[i]! > 0.5))
      return { kind: 'optimal', value, bound, chosen }
    },
  )
}
