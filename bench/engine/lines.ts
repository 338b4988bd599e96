/** One figure of the bench. `ratio` is how many times better than the baseline: above 1 is better. */
type Line = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline: string
  readonly ratio: number | null
}
const lines: Line[] = []

export function report(
  name: string,
  value: number,
  unit: string,
  baseline = '',
  ratio: number | null = null,
): void {
  lines.push({ name, value, unit, baseline, ratio })
}

/** Seconds of processor time, all threads of the process counted. */
export function seconds<T>(work: () => T): [number, T] {
  const before = process.cpuUsage()
  const result = work()
  const used = process.cpuUsage(before)
  return [(used.user + used.system) / 1e6, result]
}

export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN

export function print(json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(lines)}\n`)
    return
  }
  for (const l of lines) {
    const ratio = l.ratio === null ? '' : `${l.ratio.toPrecision(3)}x`
    process.stdout.write(
      `${l.name.padEnd(62)} ${short(l.value).padStart(12)} ${l.unit.padEnd(12)} ${l.baseline} ${ratio}\n`,
    )
  }
}

const short = (n: number): string =>
  Math.abs(n) >= 1000 ? Math.round(n).toLocaleString('en-US') : Number(n.toPrecision(3)).toString()
