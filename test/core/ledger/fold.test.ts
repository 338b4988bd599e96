import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Accord } from '../../../src/core/accord/model.ts'
import { activeAt } from '../../../src/core/compliance/act.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import type { Entry, EntryBody } from '../../../src/core/ledger/entry.ts'
import { applyEntry, fold } from '../../../src/core/ledger/fold.ts'
import { historyOf, recordIds } from '../../../src/core/ledger/history.ts'
import { emptyLedger, type LedgerState } from '../../../src/core/ledger/state.ts'
import { aClaim, added, aReport, chainOf, decided, NOVEMBER_26, retraction, undone } from './a-ledger.ts'

const stateOf = (...bodies: EntryBody[]) => fold(chainOf(bodies))
const statusOf = (state: LedgerState, id: string) => historyOf(state, id)?.status
const received = (id: string, title: string): EntryBody => ({
  kind: 'report.received',
  report: aReport(id, { title }),
})
const adopted = (title: string): EntryBody => ({ kind: 'accord.adopted', sha256: title, document: { title } })
const read = (reportId: string, readerVersion: string): EntryBody => ({
  kind: 'report.read',
  reportId,
  reading: {
    readerVersion,
    language: 'ar',
    publishedHow: 'unknown',
    text: 'نص',
    paragraphs: [],
    proposals: [],
    warnings: [],
  },
})
const corrected = (id: string, supersedes: string, by: string): EntryBody =>
  added({ kind: 'correction', id, supersedes, claim: aClaim(by), received: 1543300000 })

describe('what a ledger says', () => {
  it('is nothing when it is empty', () =>
    assert.deepEqual(fold([], { accord: 'idlib' }), emptyLedger('idlib')))

  it('is the accord adopted last', () =>
    assert.deepEqual(stateOf(adopted('2017'), adopted('2018')).adopted?.document, { title: '2018' }))

  it('is the accord before, once the last adoption is undone', () => {
    const state = stateOf(adopted('2017'), adopted('2018'), undone(2))
    assert.deepEqual(state.adopted?.document, { title: '2017' })
  })

  it('keeps a report, its newest reading and the newest decision on each proposal', () => {
    const state = stateOf(
      received('r1', 'تقرير'),
      read('r1', '1'),
      read('r1', '2'),
      decided('p1', 'accepted', [aClaim('c1')]),
      decided('p2', 'rejected'),
    )
    assert.equal(state.reports.get('r1')?.report.title, 'تقرير')
    assert.equal(state.readings.get('r1')?.reading.readerVersion, '2')
    assert.deepEqual(
      [...state.decisions.get('r1')!.values()].map(d => [d.proposalId, d.decision, d.recordIds]),
      [
        ['p1', 'accepted', ['c1']],
        ['p2', 'rejected', []],
      ],
    )
  })

  it("keeps other rooms' entries by kind", () => {
    const setting: EntryBody = { kind: 'setting.locale', data: 'ar' }
    assert.deepEqual(
      stateOf(setting, { kind: 'brief.published', data: 1 }, undone(2))
        .rooms.get('setting.locale')
        ?.map(e => e.seq),
      [1],
    )
    assert.equal(stateOf(setting, undone(1)).rooms.size, 0)
  })
})

describe('an undone entry', () => {
  it('takes its decision and its records with it', () => {
    const state = stateOf(decided('p1', 'accepted', [aClaim('c1')]), undone(1))
    assert.equal(state.evidence.size, 0)
    assert.equal(state.decisions.size, 0)
    assert.equal(statusOf(state, 'c1'), 'undone')
  })

  it('counts again when the undoing is undone', () => {
    const state = stateOf(decided('p1', 'accepted', [aClaim('c1')]), undone(1), undone(2))
    assert.deepEqual([...state.evidence.keys()], ['c1'])
    assert.deepEqual([...state.undone], [2])
  })

  it('stays undone while one of two undoings stands', () => {
    assert.equal(stateOf(added(aClaim('c1')), undone(1), undone(1), undone(2)).evidence.size, 0)
  })

  it('leaves in place what a later entry said of the same thing', () => {
    const state = stateOf(decided('p1', 'rejected'), decided('p1', 'accepted', [aClaim('c1')]), undone(1))
    assert.equal(state.decisions.get('r1')?.get('p1')?.decision, 'accepted')
  })

  it('is never one of the future, nor the undoing itself', () => {
    const state = stateOf(undone(2), added(aClaim('c1')), undone(3))
    assert.deepEqual([...state.evidence.keys()], ['c1'])
    assert.equal(state.undone.size, 0)
  })
})

describe("a record's history", () => {
  it('is active with entry, moment and author when nothing happened to it', () => {
    const h = historyOf(stateOf(added(aClaim('c1'))), 'c1')!
    assert.deepEqual([h.status, h.seq, h.recordedAt, h.by], ['active', 1, NOVEMBER_26, 'u-salma'])
  })

  it('is unknown when no entry names it', () =>
    assert.equal(historyOf(stateOf(added(aClaim('c1'))), 'c2'), undefined))

  it('is retracted by a retraction, and active again when that is undone', () => {
    const bodies = [added(aClaim('c1')), added(retraction('x1', 'c1'))]
    assert.deepEqual(historyOf(stateOf(...bodies), 'c1')?.retractedBy, ['x1'])
    assert.equal(statusOf(stateOf(...bodies), 'c1'), 'retracted')
    assert.equal(statusOf(stateOf(...bodies, undone(2)), 'c1'), 'active')
  })

  it('is superseded by a correction, whose claim has a history of its own', () => {
    const state = stateOf(added(aClaim('c1')), corrected('k1', 'c1', 'c1b'))
    assert.equal(statusOf(state, 'c1'), 'superseded')
    const claim = historyOf(state, 'c1b')!
    assert.deepEqual([claim.status, claim.seq, claim.versions[0]?.through], ['active', 2, 'k1'])
    assert.deepEqual([...state.evidence.keys()].sort(), ['c1', 'k1'])
  })

  it("of a correction's claim is undone with the correction, and the first claim active again", () => {
    const state = stateOf(added(aClaim('c1')), corrected('k1', 'c1', 'c1b'), undone(2))
    assert.deepEqual([statusOf(state, 'c1'), statusOf(state, 'c1b')], ['active', 'undone'])
  })

  it('is retracted only for those who know of the retraction', () => {
    const state = stateOf(added(aClaim('c1', { received: 100 })), added(retraction('x1', 'c1', 200)))
    assert.equal(historyOf(state, 'c1', 99), undefined)
    assert.equal(historyOf(state, 'c1', 199)?.status, 'active')
    assert.equal(historyOf(state, 'c1', 200)?.status, 'retracted')
  })

  it('is active again when its retraction was retracted later, and stays so for those who know', () => {
    const bodies = [
      added(aClaim('c1', { received: 100 })),
      added(retraction('x1', 'c1', 200)),
      added(retraction('x2', 'x1', 300)),
    ]
    const state = stateOf(...bodies)
    assert.deepEqual(
      [historyOf(state, 'c1', 299)?.status, historyOf(state, 'c1', 300)?.status],
      ['retracted', 'active'],
    )
  })

  it('is not changed by a retraction of a retraction that came later than it', () => {
    const state = stateOf(
      added(aClaim('c1')),
      added(retraction('x1', 'c1', 1543290009)),
      added(retraction('x2', 'x1', 1543290001)),
    )
    assert.equal(statusOf(state, 'c1'), 'retracted')
  })

  it('of a corrected claim is active again when the correction is retracted, and its claim goes', () => {
    const state = stateOf(
      added(aClaim('c1')),
      corrected('k1', 'c1', 'c1b'),
      added(retraction('x1', 'k1', 1543300001)),
    )
    assert.deepEqual([statusOf(state, 'c1'), statusOf(state, 'c1b')], ['active', 'retracted'])
  })

  it("of a correction's claim is superseded when the correction is corrected", () => {
    const state = stateOf(added(aClaim('c1')), corrected('k1', 'c1', 'c1b'), corrected('k2', 'k1', 'c1c'))
    assert.deepEqual(
      ['c1', 'c1b', 'c1c'].map(id => statusOf(state, id)),
      ['superseded', 'superseded', 'active'],
    )
  })

  it('keeps both contents when an id comes in twice; the first live one holds', () => {
    const bodies = [added(aClaim('c1')), added(aClaim('c1', { actor: 'regime' }))]
    const two = historyOf(stateOf(...bodies), 'c1')!
    assert.deepEqual(
      two.versions.map(v => v.seq),
      [1, 2],
    )
    assert.equal(two.seq, 1)
    assert.equal(historyOf(stateOf(...bodies, undone(1)), 'c1')?.seq, 2)
  })
})

describe('the day a ledger is asked about', () => {
  it('is answered with what had been confirmed by then', () => {
    const entries = chainOf([added(aClaim('c1')), added(aClaim('c2')), undone(1)])
    const on = (ms: number) => [...fold(entries, { heldAt: ms }).evidence.keys()].join()
    assert.deepEqual(
      [on(NOVEMBER_26 - 1), on(NOVEMBER_26), on(NOVEMBER_26 + 1000), on(NOVEMBER_26 + 2000)],
      ['', 'c1', 'c1,c2', 'c2'],
    )
  })
})

describe('one more entry', () => {
  it('tells which records came in and which went out', () => {
    const [first, second] = chainOf([added(aClaim('c1')), undone(1)]) as [Entry, Entry]
    const state = emptyLedger('idlib')
    assert.deepEqual(applyEntry(state, first), {
      entered: [{ of: 'evidence', record: aClaim('c1') }],
      left: [],
    })
    assert.deepEqual(applyEntry(state, second), {
      entered: [],
      left: [{ of: 'evidence', record: aClaim('c1') }],
    })
  })

  it('that brings in the same record again changes nothing', () => {
    const state = emptyLedger('idlib')
    const [first, second] = chainOf([added(aClaim('c1')), added(aClaim('c1'))]) as [Entry, Entry]
    applyEntry(state, first)
    assert.deepEqual(applyEntry(state, second), { entered: [], left: [] })
  })

  it('is refused when it was applied before', () => {
    const [first] = chainOf([added(aClaim('c1'))]) as [Entry]
    const state = fold([first])
    assert.throws(() => applyEntry(state, first))
  })
})

/** The same by the definition, slowly: which entries are live, then each thing by its newest live entry. */
function slowly(entries: readonly Entry[]) {
  const dead = new Set<number>()
  for (const e of entries.toReversed())
    if (e.body.kind === 'entry.undone' && !dead.has(e.seq) && e.body.seq < e.seq) dead.add(e.body.seq)
  const evidence = new Map<string, unknown>()
  const reports = new Map<string, unknown>()
  const decisions = new Map<string, string>()
  let accord: unknown
  for (const { seq, body } of entries) {
    if (dead.has(seq)) continue
    if (body.kind === 'accord.adopted') accord = (body as { document: unknown }).document
    if (body.kind === 'report.received') reports.set(body.report.id, body.report)
    if (body.kind === 'proposal.decided') decisions.set(body.proposalId, body.decision)
    if (body.kind === 'proposal.decided' || body.kind === 'records.added')
      for (const r of body.records) if (!evidence.has(r.record.id)) evidence.set(r.record.id, r.record)
  }
  return sortedView({ accord, evidence, reports, decisions, undone: dead })
}

const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
function sortedView(v: {
  accord: unknown
  evidence: ReadonlyMap<string, unknown>
  reports: ReadonlyMap<string, unknown>
  decisions: ReadonlyMap<string, string>
  undone: ReadonlySet<number>
}) {
  return {
    accord: v.accord,
    evidence: sorted(v.evidence),
    reports: sorted(v.reports),
    decisions: sorted(v.decisions),
    undone: [...v.undone].sort((a, b) => a - b),
  }
}
const quickly = (s: LedgerState) =>
  sortedView({
    accord: s.adopted?.document,
    evidence: s.evidence,
    reports: new Map([...s.reports].map(([id, r]) => [id, r.report])),
    decisions: new Map([...(s.decisions.get('r1') ?? [])].map(([id, d]) => [id, d.decision])),
    undone: s.undone,
  })

/** Any ledger over few names, so that things are said, undone and said again. */
const someBodies: fc.Arbitrary<EntryBody[]> = fc.array(
  fc.oneof(
    fc.constantFrom('one', 'two').map(adopted),
    fc
      .tuple(fc.constantFrom('r1', 'r2'), fc.constantFrom('أول', 'ثان'))
      .map(([id, title]) => received(id, title)),
    fc
      .tuple(fc.constantFrom('c1', 'c2', 'c3'), fc.constantFrom('a', 'b'))
      .map(([id, actor]) => added(aClaim(id, { actor }))),
    fc
      .tuple(fc.constantFrom('p1', 'p2'), fc.constantFrom('c1', 'c4'))
      .map(([p, c]) => decided(p, 'accepted', [aClaim(c)])),
    fc
      .tuple(fc.constantFrom('x1', 'x2'), fc.constantFrom('c1', 'c2'))
      .map(([x, c]) => added(retraction(x, c))),
    fc
      .tuple(fc.constantFrom('k1', 'k2'), fc.constantFrom('c1', 'c2'))
      .map(([k, c]) => corrected(k, c, `${k}-claim`)),
    fc.constantFrom('p1', 'p2').map(p => decided(p, 'rejected')),
    fc.integer({ min: 1, max: 25 }).map(undone),
    fc.integer({ min: 1, max: 25 }).map(undone),
  ),
  { maxLength: 30 },
)

describe("a record's standing", () => {
  it("is the engine's: the active claims are those that count by compliance.md §3.2", () => {
    const accord = {
      id: 'idlib',
      tz: 'Asia/Damascus',
      parties: [{ id: 'a' }, { id: 'b' }],
      zones: [],
      provisions: [],
      readings: [{ id: 'default' }],
      documents: [],
      evidence: { reliability: 'C', credibility: 3, independent: 2, selfServingCap: 1 },
      projection: { kind: 'local-metres', origin: [36.6, 35.8] },
    } as unknown as Accord
    const prepared = prepare(accord)
    fc.assert(
      fc.property(someBodies, bodies => {
        const state = fold(chainOf(bodies), { accord: 'idlib' })
        const counting = activeAt([...state.evidence.values()], prepared, Number.MAX_SAFE_INTEGER).claims.map(
          c => c.id,
        )
        const active = [...recordIds(state)].filter(id => {
          const h = historyOf(state, id)!
          return h.status === 'active' && h.record.of === 'evidence' && h.record.record.kind === 'claim'
        })
        assert.deepEqual(active.sort(), counting.sort())
      }),
      { numRuns: 500 },
    )
  })
})

describe('laws of the fold', () => {
  it('any ledger says what the definition says', () => {
    fc.assert(
      fc.property(someBodies, bodies => {
        const entries = chainOf(bodies)
        assert.deepEqual(quickly(fold(entries)), slowly(entries))
      }),
      { numRuns: 400 },
    )
  })

  it('entry by entry gives at each step what folding from the start gives, histories included', () => {
    fc.assert(
      fc.property(someBodies, bodies => {
        const entries = chainOf(bodies)
        const state = emptyLedger('idlib')
        entries.forEach((entry, i) => {
          applyEntry(state, entry)
          const scratch = fold(entries.slice(0, i + 1), { accord: 'idlib' })
          assert.deepEqual(quickly(state), quickly(scratch))
          assert.deepEqual(
            sorted(new Map([...recordIds(state)].map(id => [id, historyOf(state, id)]))),
            sorted(new Map([...recordIds(scratch)].map(id => [id, historyOf(scratch, id)]))),
          )
        })
      }),
      { numRuns: 60 },
    )
  })

  it('undoing the last entry gives the records of the ledger without it', () => {
    fc.assert(
      fc.property(someBodies, bodies => {
        const before = fold(chainOf(bodies), { accord: 'idlib' })
        const after = fold(
          chainOf([...bodies, added(aClaim('c1'), retraction('x9', 'c2')), undone(bodies.length + 1)]),
        )
        assert.deepEqual(sorted(after.evidence), sorted(before.evidence))
        for (const id of recordIds(before)) assert.equal(statusOf(after, id), statusOf(before, id))
      }),
    )
  })

  it('the differences add up to the records that hold', () => {
    fc.assert(
      fc.property(someBodies, bodies => {
        const state = emptyLedger('idlib')
        const held = new Map<string, unknown>()
        for (const entry of chainOf(bodies)) {
          const { entered, left } = applyEntry(state, entry)
          for (const r of left) {
            assert.deepEqual(held.get(r.record.id), r.record)
            held.delete(r.record.id)
          }
          for (const r of entered) held.set(r.record.id, r.record)
        }
        assert.deepEqual(sorted(held), sorted(state.evidence))
      }),
    )
  })
})
