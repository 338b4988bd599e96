import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkExplanation } from '../../../src/core/compliance/check/check-explanation.ts'
import { openDocket } from '../../../src/core/compliance/docket.ts'
import { explainOne } from '../../../src/core/compliance/explain.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import type { Explanation, ExplanationNode } from '../../../src/core/compliance/verdict.ts'
import type { EvidenceRecord } from '../../../src/core/evidence/record.ts'
import { arbitraryInstant, arbitraryRecords, FOREVER, RUNS, WHOLE } from './arbitrary.ts'

const PREPARED = prepare(WHOLE, 'default')

function* trees(records: readonly EvidenceRecord[], t: number): Generator<Explanation> {
  const d = openDocket(PREPARED, records, FOREVER)
  for (const p of PREPARED.provisions) for (const b of p.bearers) yield explainOne(d, p, b, { t })
}

/** Every tree that differs from the given one in one leaf. */
function mutations(tree: Explanation): Explanation[] {
  const out: Explanation[] = []
  const walk = (node: Explanation, rebuild: (n: Explanation) => Explanation): void => {
    for (const side of ['because', 'against', 'missing'] as const)
      node[side].forEach((child, i) => {
        const put = (c: ExplanationNode) =>
          rebuild({ ...node, [side]: node[side].map((x, j) => (i === j ? c : x)) })
        if (child.leaf === 'record')
          out.push(
            put({ ...child, record: `${child.record}0` }),
            put({ ...child, record: 'x0' === child.record ? 'x1' : 'x0' }),
          )
        else if (child.leaf === 'zone') out.push(put({ ...child, version: '2019-01-01' }))
        else if (child.leaf === 'fact') out.push(put({ ...child, fact: changed(child.fact) }))
        else walk(child, n => put(n as ExplanationNode))
      })
  }
  walk(tree, n => n)
  return out
}

/** The last digit or word of a fact, made another. */
const changed = (fact: string): string =>
  /\d/.test(fact) ? fact.replace(/(\d)(?!.*\d)/, d => String((Number(d) + 1) % 10)) : `${fact}x`

describe('the independent checker', () => {
  it('accepts every explanation of every verdict', () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryInstant, (records, t) => {
        for (const tree of trees(records, t)) assert.deepEqual(checkExplanation(WHOLE, records, tree), [])
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 3) },
    )
  })

  it('rejects every tree in which one leaf was changed', () => {
    fc.assert(
      fc.property(arbitraryRecords(10), arbitraryInstant, fc.nat(), (records, t, n) => {
        const all = [...trees(records, t)]
        const tree = all[n % all.length]!
        for (const m of mutations(tree))
          assert.notDeepEqual(checkExplanation(WHOLE, records, m), [], JSON.stringify(m))
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 3) },
    )
  })
})
