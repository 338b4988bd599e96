import type { ExactTrace } from './read-csv.ts'
import { DEADLINE_EVERY, TRACE_START } from './trace-accord.ts'

/**
 * The baseline: the three properties over arrays in memory as one would first write them, every shelling
 * walking back over the last 72 hours. Exact points only, nothing can be taken back, nothing explained.
 */
export function plain(t: ExactTrace): { readonly p1: number; readonly p2: number; readonly p3: number } {
  const hostile: number[] = []
  const open = new Set<number>()
  const waiting = new Map<number, number[]>()
  let [p1, p2, answered, asked] = [0, 0, 0, 0]
  let deadline = TRACE_START + DEADLINE_EVERY - 1
  for (let i = 0; i < t.n; i++) {
    const at = t.t[i]!
    while (deadline < at) {
      p2 += open.size
      deadline += DEADLINE_EVERY
    }
    switch (String.fromCharCode(t.type[i]!)) {
      case 's':
        if (t.zone[i] === 1 && !provoked(t, hostile, i)) p1++
        hostile.push(i)
        break
      case 'a':
        hostile.push(i)
        break
      case 'v': {
        asked++
        const list = waiting.get(t.sector[i]!)
        if (list) list.push(at)
        else waiting.set(t.sector[i]!, [at])
        break
      }
      case 'p':
        for (const v of waiting.get(t.sector[i]!) ?? []) if (at - v <= 604_800) answered++
        waiting.set(t.sector[i]!, [])
        break
      case 'h':
        if (t.zone[i] === 1) open.add(t.weapon[i]!)
        break
      case 'w':
        open.delete(t.weapon[i]!)
    }
  }
  const days = Math.ceil((t.t[t.n - 1]! - TRACE_START) / DEADLINE_EVERY)
  while (deadline < TRACE_START + days * DEADLINE_EVERY) {
    p2 += open.size
    deadline += DEADLINE_EVERY
  }
  return { p1, p2, p3: asked - answered }
}

function provoked(t: ExactTrace, hostile: readonly number[], i: number): boolean {
  for (let k = hostile.length - 1; k >= 0; k--) {
    const j = hostile[k]!
    if (t.t[i]! - t.t[j]! > 259_200) return false
    const dx = t.x[i]! - t.x[j]!
    const dy = t.y[i]! - t.y[j]!
    if (t.party[j] !== t.party[i] && dx * dx + dy * dy <= 100_000_000) return true
  }
  return false
}
