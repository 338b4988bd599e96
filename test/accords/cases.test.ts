import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Accord } from '../../src/core/accord/model.ts'
import { judge } from '../../src/core/compliance/judge.ts'
import type { Verdict } from '../../src/core/compliance/verdict.ts'
import type { EvidenceRecord } from '../../src/core/evidence/record.ts'
import type { LedgerRecord } from '../../src/core/ledger/entry.ts'
import { sentenceOf } from '../../src/core/problem.ts'
import { accordOfPromises } from '../../src/core/view/undertaking-provision.ts'
import { type AccordCase, type Expectation, loadCase } from '../../src/formats/accord-case.ts'
import { openPackage } from '../../src/formats/accord-package.ts'
import { allPackages } from './packages.ts'

/** Verdicts that say a party fell short, or that it cannot be told: what a case in bad/ must expect at least once. */
const BAD = new Set<string>([
  'BREACHED',
  'POSSIBLE',
  'DISPUTED',
  'ALLEGED',
  'OVERDUE',
  'UNVERIFIED',
  'LATE',
  'PARTIAL',
  'CONTESTED',
  'CLAIMED',
  'POSSIBLY',
  'EXCEEDED',
  'DORMANT',
])
/** What no case in good/ may expect. */
const FAILED = new Set<string>(['BREACHED', 'OVERDUE', 'EXCEEDED'])

const evidenceIn = (records: readonly LedgerRecord[]): EvidenceRecord[] =>
  records.flatMap(r => (r.of === 'evidence' ? [r.record] : []))

function verdictsOf(
  accord: Accord,
  timeline: readonly LedgerRecord[],
  c: AccordCase,
  e: Expectation,
): Verdict[] {
  const records = [...(c.withTimeline ? timeline : []), ...c.records]
  const promises = records.flatMap(r => (r.of === 'undertaking' ? [r.record] : []))
  const judged = promises.some(p => p.id === e.provision) ? accordOfPromises(accord, promises) : accord
  return judge(judged, evidenceIn(records), c.asOf, e.reading ?? c.reading).filter(
    v =>
      v.provision === e.provision &&
      (!e.bearer || [...e.bearer].sort().join() === [...v.bearer].sort().join()),
  )
}

for (const pkg of allPackages())
  describe(`the accord '${pkg.id}'`, () => {
    const opened = openPackage(pkg)

    it('is sound, and every record of its evidence can be read', () => {
      assert.deepEqual(opened.problems.map(sentenceOf), [])
    })
    const { accord } = opened
    if (!accord) return

    it('has cases of both kinds', () => {
      assert.ok(
        opened.cases.some(p => p.startsWith('cases/good/')),
        'no case in cases/good',
      )
      assert.ok(
        opened.cases.some(p => p.startsWith('cases/bad/')),
        'no case in cases/bad',
      )
    })

    for (const path of opened.cases) {
      const loaded = loadCase(pkg.files[path]!, `${pkg.id}/${path}`, accord)
      if (!loaded.ok) {
        it(path, () => assert.fail(loaded.error.map(sentenceOf).join('\n')))
        continue
      }
      const c = loaded.value
      describe(`${path}: ${c.title.en}`, () => {
        it('rejects the evidence it says, and no other', () => {
          const unexpected = c.problems.filter(
            p => !c.rejected.some(r => r.code === p.code && (!r.field || p.where?.field?.includes(r.field))),
          )
          assert.deepEqual(unexpected.map(sentenceOf), [])
          const missing = c.rejected.filter(
            r => !c.problems.some(p => r.code === p.code && (!r.field || p.where?.field?.includes(r.field))),
          )
          assert.deepEqual(missing, [])
        })

        it(
          path.startsWith('cases/good/') ? 'expects nothing broken' : 'expects something broken or open',
          () => {
            if (path.startsWith('cases/good/')) assert.ok(c.expect.every(e => !FAILED.has(e.verdict)))
            else assert.ok(c.rejected.length > 0 || c.expect.some(e => BAD.has(e.verdict)))
          },
        )

        for (const e of c.expect)
          it(`${e.provision}${e.bearer ? ` for ${e.bearer.join(' and ')}` : ''}${e.reading ? ` under ${e.reading}` : ''}: ${e.verdict}`, () => {
            const [v, ...more] = verdictsOf(accord, opened.records, c, e)
            assert.ok(v, 'there is no such verdict')
            assert.deepEqual(more, [], 'several bearers: the case must say which')
            const got = `${v.verdict} [${v.codes.join(', ')}]: ${v.because.en}`
            assert.equal(v.verdict, e.verdict, got)
            for (const code of e.codes ?? []) assert.ok(v.codes.includes(code), `no code '${code}' in ${got}`)
            if (e.quantity) assert.deepEqual(v.quantity, e.quantity, got)
            if (e.timeliness) assert.equal(v.timeliness.kind, e.timeliness, got)
            if (e.observed) assert.equal(v.observed, e.observed, got)
            if (e.repair) assert.equal(v.repair?.verdict, e.repair, got)
            for (const id of e.evidenceFor ?? [])
              assert.ok(v.evidenceFor.includes(id), `no '${id}' in ${v.evidenceFor}`)
          })
      })
    }
  })
