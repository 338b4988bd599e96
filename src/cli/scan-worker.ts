import { parentPort } from 'node:worker_threads'
import type { ScanPlan } from '../core/warning/scan/plan.ts'
import { scanReplicates } from '../core/warning/scan/scan.ts'

/** One share of the shuffled data sets, for a thread of its own. */
export type ScanTask = {
  readonly plan: ScanPlan
  readonly seed: number
  readonly from: number
  readonly to: number
}

parentPort?.on('message', (task: ScanTask) => parentPort!.postMessage(scanReplicates(task.plan, task)))
