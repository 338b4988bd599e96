import { LeastSquares } from './least-squares.ts'

/** A log-linear fit of counts; arrays over rows (n) or columns (p) of the design. */
export type QuasiPoissonFit = {
  readonly coefficients: readonly number[]
  readonly fitted: readonly number[]
  /** Working residuals (y - mean) / mean at the end. */
  readonly residuals: readonly number[]
  /** Weights of the last iteration's least squares. */
  readonly workingWeights: readonly number[]
  /** Diagonal of the hat matrix of that least squares. */
  readonly leverages: readonly number[]
  /** Unscaled covariance of the coefficients, (R'R)⁻¹. */
  readonly covariance: readonly (readonly number[])[]
  readonly freedom: number
  readonly converged: boolean
}

/**
 * Fits E(y) = exp(design · coefficients) by iteratively reweighted least squares, step for step as R's
 * `glm(family = quasipoisson)`: same start, same stop (deviance moves less than 1e-8), 25 iterations.
 * Where counts are all 0 the answer is the iteration's, not a limit, so the steps must be the same.
 *
 * @param design rows of the model matrix, full rank.
 */
export function fitQuasiPoisson(
  design: readonly (readonly number[])[],
  y: readonly number[],
  prior: readonly number[],
): QuasiPoissonFit {
  const n = y.length
  const p = design[0]?.length ?? 0
  let mu = y.map(v => v + 0.1)
  let eta = mu.map(Math.log)
  let deviance = devianceOf(y, mu, prior)
  let workingWeights: number[] = []
  const solver = new LeastSquares(n, p)
  let coefficients: number[] = []
  let converged = false
  for (let i = 0; i < 25 && !converged; i++) {
    const root = mu.map((m, r) => Math.sqrt(prior[r]! * m))
    const z = y.map((v, r) => root[r]! * (eta[r]! + (v - mu[r]!) / mu[r]!))
    for (let c = 0; c < p; c++) for (let r = 0; r < n; r++) solver.columns[c]![r] = design[r]![c]! * root[r]!
    coefficients = solver.solve(z)
    workingWeights = root.map(v => v * v)
    eta = design.map(row => dot(row, coefficients))
    mu = eta.map(meanOf)
    const next = devianceOf(y, mu, prior)
    converged = Math.abs(next - deviance) / (Math.abs(next) + 0.1) < 1e-8
    deviance = next
  }
  return {
    coefficients,
    fitted: mu,
    residuals: y.map((v, r) => (v - mu[r]!) / mu[r]!),
    workingWeights,
    leverages: solver.leverages(),
    covariance: solver.covariance(),
    freedom: n - prior.filter(w => w === 0).length - p,
    converged,
  }
}

/** Pearson's dispersion: weighted squared working residuals over the degrees of freedom. */
export function dispersionOf(weights: readonly number[], fit: QuasiPoissonFit): number {
  let sum = 0
  for (let r = 0; r < weights.length; r++)
    if (weights[r]! > 0) sum += weights[r]! * fit.residuals[r]! * fit.residuals[r]!
  return fit.freedom > 0 ? sum / fit.freedom : Number.NaN
}

/** exp, kept off 0 as R's log link is: history without any event would else divide by 0. */
export const meanOf = (eta: number): number => Math.max(Math.exp(eta), Number.EPSILON)

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((s, v, i) => s + v * b[i]!, 0)

function devianceOf(y: readonly number[], mu: readonly number[], prior: readonly number[]): number {
  let sum = 0
  for (let r = 0; r < y.length; r++) {
    const v = y[r]!
    sum += 2 * prior[r]! * ((v === 0 ? 0 : v * Math.log(v / mu[r]!)) - (v - mu[r]!))
  }
  return sum
}
