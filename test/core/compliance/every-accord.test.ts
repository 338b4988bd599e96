import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkExplanation } from '../../../src/core/compliance/check/check-explanation.ts'
import { openDocket } from '../../../src/core/compliance/docket.ts'
import { judgeLarge } from '../../../src/core/compliance/engine/large.ts'
import { explainOne } from '../../../src/core/compliance/explain.ts'
import { judgeDocket } from '../../../src/core/compliance/judge.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import { openPackage } from '../../../src/formats/accord-package.ts'
import { allPackages } from '../../accords/packages.ts'
import { at } from './sochi.ts'

const DATES = ['2015-06-01', '2018-11-28', '2019-01-05', '2020-03-31', '2025-02-15'].map(at)

for (const pkg of allPackages()) {
  const { accord, records } = openPackage(pkg)
  const evidence = records.flatMap(r => (r.of === 'evidence' ? [r.record] : []))
  if (!accord) continue
  describe(`the accord ${pkg.id}`, () => {
    for (const reading of accord.readings) {
      const prepared = prepare(accord, reading.id)
      it(`has under the reading ${reading.id} only explanations that the checker accepts`, () => {
        for (const t of DATES) {
          const d = openDocket(prepared, evidence, t)
          for (const p of prepared.provisions)
            for (const b of p.bearers)
              assert.deepEqual(
                checkExplanation(accord, evidence, explainOne(d, p, b, { t })),
                [],
                `${p.provision.id} ${b.key}`,
              )
        }
      })

      it(`is judged under the reading ${reading.id} alike by the rules and by the engine`, () => {
        for (const t of DATES) {
          const d = openDocket(prepared, evidence, t)
          assert.deepEqual(judgeLarge(d, { t }), judgeDocket(d, { t }))
        }
      })
    }
  })
}
