import { Worker } from 'node:worker_threads'
import type { ScanPlan } from '../core/warning/scan/plan.ts'
import type { ScanTask } from './scan-worker.ts'

/**
 * The strongest ratios of `replicates` shuffled data sets, computed by `threads` threads. The same
 * numbers as in one thread: each data set has its own seed.
 */
export async function scanOnThreads(
  plan: ScanPlan,
  o: { readonly seed: number; readonly replicates: number; readonly threads: number },
): Promise<Float64Array> {
  const share = Math.ceil(o.replicates / o.threads)
  const parts = await Promise.all(
    Array.from({ length: o.threads }, (_, i) => {
      const from = Math.min(i * share, o.replicates)
      return partOf({ plan, seed: o.seed, from, to: Math.min(from + share, o.replicates) })
    }),
  )
  const out = new Float64Array(o.replicates)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function partOf(task: ScanTask): Promise<Float64Array> {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url))
  return new Promise<Float64Array>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.postMessage(task)
  }).finally(() => worker.terminate())
}
