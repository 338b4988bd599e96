/** A source of numbers in [0, 1): always passed in, so that a run can be repeated. */
export type Random = () => number

/** Bob Jenkins's small fast counter generator: the same seed gives the same numbers everywhere. */
export function seeded(seed: number): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed | 0
  let counter = 1
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** Standard normal, by Marsaglia's polar method. */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1
    const v = 2 * random() - 1
    const s = u * u + v * v
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
  }
}

/** Gamma with the given shape and mean = shape, by Marsaglia and Tsang. */
export function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = drawNormal(random)
    const v = (1 + c * z) ** 3
    if (v <= 0) continue
    const u = 1 - random()
    if (Math.log(u) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Poisson: products of uniforms below 30, halving by a gamma waiting time above (Ahrens and Dieter). */
export function drawPoisson(mean: number, random: Random): number {
  let count = 0
  let left = mean
  while (left > 30) {
    const half = Math.floor(left * 0.875)
    const waited = drawGamma(half, random)
    if (waited > left) return count + drawBinomial(half - 1, left / waited, random)
    count += half
    left -= waited
  }
  const limit = Math.exp(-left)
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

function drawBinomial(n: number, p: number, random: Random): number {
  let hits = 0
  for (let i = 0; i < n; i++) if (random() < p) hits++
  return hits
}

/** Negative binomial with the given mean and variance = mean × `dispersion` (1 or less: Poisson). */
export function drawCount(mean: number, dispersion: number, random: Random): number {
  if (!(mean > 0)) return 0
  if (dispersion <= 1) return drawPoisson(mean, random)
  return drawPoisson(drawGamma(mean / (dispersion - 1), random) * (dispersion - 1), random)
}
