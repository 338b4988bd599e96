import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Accord } from '../../../src/core/accord/model.ts'
import { banOf } from '../../../src/core/compliance/ban.ts'
import { type Docket, openDocket } from '../../../src/core/compliance/docket.ts'
import { judge } from '../../../src/core/compliance/judge.ts'
import { rankOf, severityOf } from '../../../src/core/compliance/lattice.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import { type Finding, findingsOf } from '../../../src/core/compliance/prohibition.ts'
import {
  PROHIBITION_VERDICTS,
  type ProhibitionVerdict,
  type Verdict,
} from '../../../src/core/compliance/verdict.ts'
import type { Claim, EvidenceRecord } from '../../../src/core/evidence/record.ts'
import {
  arbitraryClaim,
  arbitraryInstant,
  arbitraryRecords,
  arbitraryReports,
  EVENTS,
  FOREVER,
  RUNS,
  WHOLE,
} from './arbitrary.ts'
import { accordWith, NO_ATTACK, RESPONSE } from './sochi.ts'

const PREPARED = prepare(WHOLE, 'default')
const BAN_ACCORD = accordWith({ ...NO_ATTACK, exceptions: [{ ...RESPONSE, reading: 'default' }] })
const BAN_PREPARED = prepare(BAN_ACCORD, 'default')

const judged = (records: readonly EvidenceRecord[], t: number, k = FOREVER): Verdict[] =>
  judge(PREPARED, records, { t, k })
const isBan = (v: Verdict): boolean => (PROHIBITION_VERDICTS as readonly string[]).includes(v.verdict)
const severity = (v: Verdict): number => severityOf(v.verdict as ProhibitionVerdict)

const findings = (records: readonly EvidenceRecord[], bearer: string): Map<string, Finding> => {
  const d = openDocket(BAN_PREPARED, records, FOREVER)
  const p = BAN_PREPARED.provisions[0]!
  const b = p.bearers.find(x => x.key === bearer)!
  return new Map(findingsOf(d, banOf(p), b).map(f => [f.known.event.id, f]))
}
const attributes = (d: Docket, event: string) =>
  JSON.stringify(findAttributes(d, event), (_, v) =>
    typeof v === 'bigint' ? `${v}` : v instanceof Set ? [...v].sort() : v,
  )
const findAttributes = (d: Docket, event: string) => {
  for (const list of [
    findingsOf(d, banOf(BAN_PREPARED.provisions[0]!), BAN_PREPARED.provisions[0]!.bearers[0]!),
    findingsOf(d, banOf(BAN_PREPARED.provisions[0]!), BAN_PREPARED.provisions[0]!.bearers[1]!),
  ])
    for (const f of list) if (f.known.event.id === event) return f.known.attributes
  return undefined
}

describe('verdicts are a function of the set of records', () => {
  it('whatever order they came in (permutation)', () => {
    fc.assert(
      fc.property(
        arbitraryRecords().chain(r =>
          fc.tuple(fc.constant(r), fc.shuffledSubarray(r, { minLength: r.length })),
        ),
        arbitraryInstant,
        ([records, shuffled], t) => assert.deepEqual(judged(shuffled, t), judged(records, t)),
      ),
      RUNS,
    )
  })

  it('so that adding and then retracting leaves nothing behind (inverse)', () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryClaim, arbitraryInstant, (records, claim, t) => {
        const added: EvidenceRecord[] = [
          ...records,
          { ...claim, id: 'y' },
          { kind: 'retraction', id: 'z', of: 'y', received: FOREVER },
        ]
        assert.deepEqual(judged(added, t), judged(records, t))
      }),
      RUNS,
    )
  })

  it('so that reading a record in again changes nothing (idempotence)', () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryInstant, (records, t) =>
        assert.deepEqual(judged([...records, ...records], t), judged(records, t)),
      ),
      RUNS,
    )
  })

  it('and a verdict at (t, k) is never changed by what is received after k (bitemporal)', () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryInstant, arbitraryInstant, (records, t, k) => {
        const early = records.filter(r => r.received <= k)
        assert.deepEqual(judged(records, t, k), judged(early, t, k))
      }),
      RUNS,
    )
  })
})

describe('evidence', () => {
  it('for an act that leaves its attributes as they were never lowers its verdict (corroboration)', () => {
    fc.assert(
      fc.property(
        arbitraryReports(),
        fc.nat(),
        fc.constantFrom('n1', 'r1', 'r2'),
        fc.constantFrom('A1', 'D4'),
        (records, n, root, grade) => {
          const asserting = records.filter(c => c.stance === 'asserts' && c.actor !== undefined)
          if (asserting.length === 0) return
          const base = asserting[n % asserting.length]!
          const more: Claim = {
            ...base,
            id: 'y',
            root,
            speaksFor: undefined,
            grade: { reliability: grade[0] as 'A', credibility: Number(grade[1]) as 1 },
          }
          const all = [...records, more]
          const [before, after] = [
            openDocket(BAN_PREPARED, records, FOREVER),
            openDocket(BAN_PREPARED, all, FOREVER),
          ]
          if (attributes(before, base.event) !== attributes(after, base.event)) return
          const named = typeof base.actor === 'string' ? [base.actor] : base.actor!
          for (const bearer of ['GOV', 'OPP']) {
            if (!named.includes(bearer)) continue
            const [a, b] = [findings(records, bearer).get(base.event), findings(all, bearer).get(base.event)]
            if (a) assert.ok(severityOf(b!.verdict) >= severityOf(a.verdict), `${a.verdict} -> ${b!.verdict}`)
          }
        },
      ),
      RUNS,
    )
  })

  it('against an act never raises the rank of "they did it" (denial)', () => {
    fc.assert(
      fc.property(arbitraryReports(), arbitraryClaim, (records, claim) => {
        const denial: Claim = { ...claim, id: 'y', stance: 'denies' }
        for (const bearer of ['GOV', 'OPP']) {
          const [a, b] = [findings(records, bearer), findings([...records, denial], bearer)]
          for (const [event, f] of b)
            assert.ok(rankOf(f.standing.level) <= rankOf(a.get(event)!.standing.level))
        }
      }),
      RUNS,
    )
  })

  it("for a provocation never raises the responder's verdict and never lowers the provoker's", () => {
    fc.assert(
      fc.property(arbitraryReports(), fc.nat(), fc.constantFrom('n1', 'r1', 'r2'), (records, n, root) => {
        const byOpp = records.filter(c => c.stance === 'asserts' && c.actor === 'OPP')
        if (byOpp.length === 0) return
        const base = byOpp[n % byOpp.length]!
        const all = [...records, { ...base, id: 'y', root, speaksFor: undefined }]
        const [before, after] = [
          openDocket(BAN_PREPARED, records, FOREVER),
          openDocket(BAN_PREPARED, all, FOREVER),
        ]
        if (attributes(before, base.event) !== attributes(after, base.event)) return
        const [gov, gov2] = [findings(records, 'GOV'), findings(all, 'GOV')]
        for (const [event, f] of gov2)
          if (event !== base.event) assert.ok(severityOf(f.verdict) <= severityOf(gov.get(event)!.verdict))
        const [opp, opp2] = [findings(records, 'OPP').get(base.event), findings(all, 'OPP').get(base.event)]
        if (opp) assert.ok(severityOf(opp2!.verdict) >= severityOf(opp.verdict))
      }),
      RUNS,
    )
  })

  it('that grows by one event never turns breached into holding', () => {
    fc.assert(
      fc.property(arbitraryReports(), arbitraryClaim, arbitraryInstant, (records, claim, t) => {
        const [before, after] = [
          judge(BAN_PREPARED, records, { t, k: FOREVER }),
          judge(BAN_PREPARED, [...records, { ...claim, id: 'y', event: 'new' }], { t, k: FOREVER }),
        ]
        before.forEach((v, i) => {
          if (v.verdict === 'BREACHED')
            assert.ok(severity(after[i]!) >= severityOf('PERMITTED') || v.counts.BREACHED === 0)
          if (v.verdict === 'BREACHED') assert.notEqual(after[i]!.verdict, 'HOLDING')
        })
      }),
      RUNS,
    )
  })

  it('named by a verdict on a ban gives that verdict again on its own', () => {
    fc.assert(
      fc.property(arbitraryReports(), arbitraryInstant, (records, t) => {
        for (const v of judge(BAN_PREPARED, records, { t, k: FOREVER })) {
          if (v.verdict === 'NOT_IN_FORCE') continue
          const cited = new Set([...v.evidenceFor, ...v.evidenceAgainst])
          const again = judge(
            BAN_PREPARED,
            records.filter(c => cited.has(c.id)),
            { t, k: FOREVER },
          ).find(x => x.bearer.join() === v.bearer.join())!
          assert.equal(again.verdict, v.verdict)
        }
      }),
      RUNS,
    )
  })
})

describe('certainty', () => {
  it('of BREACHED, PERMITTED and HOLDING outlives any sharper time, place or type (refinement)', () => {
    fc.assert(
      fc.property(
        arbitraryReports(8),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (records, n, s, place) => {
          // One report an event, so that a sharper report is a sharper event and levels stay as they are.
          const single = [
            ...new Map(records.filter(c => c.stance === 'asserts').map(c => [c.event, c])).values(),
          ]
          if (single.length === 0) return
          const chosen = single[n % single.length]!
          const instant = Math.round(chosen.when.lo + s * (chosen.when.hi - chosen.when.lo))
          const sharper: Claim = {
            ...chosen,
            when: { lo: instant, hi: instant },
            ...(place && chosen.place.kind === 'disc' && { place: { ...chosen.place, radiusMetres: 0 } }),
          }
          const strict = {
            ...BAN_PREPARED,
            provisions: BAN_PREPARED.provisions.map(p => ({
              ...p,
              rule: { ...p.rule, independent: 1, reliability: 'F' as const, credibility: 6 as const },
            })),
          }
          const find = (r: readonly Claim[], bearer: number) => {
            const d = openDocket(strict, r, FOREVER)
            const p = strict.provisions[0]!
            return findingsOf(d, banOf(p), p.bearers[bearer]!)
          }
          for (const bearer of [0, 1]) {
            const after = new Map(
              find(
                single.map(c => (c === chosen ? sharper : c)),
                bearer,
              ).map(f => [f.known.event.id, f.verdict]),
            )
            for (const f of find(single, bearer)) {
              if (f.verdict === 'BREACHED' || f.verdict === 'PERMITTED' || f.verdict === 'HOLDING')
                assert.equal(after.get(f.known.event.id) ?? 'HOLDING', f.verdict)
            }
          }
        },
      ),
      RUNS,
    )
  })
})

describe('symmetry', () => {
  it('swapping the two sides in accord and records swaps the verdicts', () => {
    const swap = <V>(v: V): V =>
      JSON.parse(
        JSON.stringify(v, (_, x) =>
          x === 'GOV' ? 'OPP' : x === 'OPP' ? 'GOV' : x === 'RU' ? 'TR' : x === 'TR' ? 'RU' : x,
        ),
      )
    const provisions = WHOLE.provisions.map(p => ({ ...p, bearer: [...p.bearer] }))
    const accord: Accord = { ...WHOLE, provisions }
    const mirrored: Accord = { ...swap(accord) }
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryInstant, (records, t) => {
        const key = (v: Verdict) => `${v.provision} ${v.bearer.join('+')} ${v.verdict}`
        const plain = judge(accord, records, { t, k: FOREVER }).map(v =>
          key({ ...v, bearer: swap([...v.bearer]) }),
        )
        const other = judge(mirrored, records.map(swap), { t, k: FOREVER }).map(key)
        assert.deepEqual(other.sort(), plain.sort())
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 2) },
    )
  })
})

describe('duties', () => {
  it('are never OVERDUE before their date and its waiting period, nor without coverage (absence)', () => {
    fc.assert(
      fc.property(arbitraryRecords(), arbitraryInstant, (records, t) => {
        for (const v of judged(records, t)) {
          if (v.verdict !== 'OVERDUE') continue
          assert.ok(v.due && t > v.due.hi + 3 * 86_400)
          assert.ok(records.some(r => r.kind === 'coverage' && r.level === 'adequate'))
        }
      }),
      RUNS,
    )
  })

  it('have bounds in order, and the lower one never falls when an act is corroborated', () => {
    fc.assert(
      fc.property(arbitraryReports(), fc.nat(), arbitraryInstant, (records, n, t) => {
        const releases = records.filter(c => c.stance === 'asserts' && c.types[0] === 'release')
        const bounds = (r: readonly Claim[]) =>
          judged(r, t)
            .filter(v => v.provision === 'detainees' && v.quantity)
            .map(v => v.quantity!)
        for (const q of bounds(records)) assert.ok(0 <= q.low && q.low <= q.high)
        if (releases.length === 0) return
        const base = releases[n % releases.length]!
        const more = [...records, { ...base, id: 'y', root: 'n1', speaksFor: undefined }]
        // A first qualified report may change what an event is; the law speaks of corroboration alone.
        if (base.grade.reliability > 'C' || records.some(c => c.event === base.event && c !== base)) return
        const [a, b] = [bounds(records), bounds(more)]
        for (const [i, q] of a.entries()) assert.ok((b[i]?.low ?? q.required) >= q.low)
      }),
      RUNS,
    )
  })
})

it('the generator reaches every verdict the language knows', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(arbitraryRecords(24), arbitraryInstant, (records, t) => {
      for (const v of judged(records, t)) seen.add(v.verdict)
    }),
    { numRuns: 1000, seed: 7 },
  )
  for (const v of [
    'HOLDING',
    'PERMITTED',
    'ALLEGED',
    'DISPUTED',
    'POSSIBLE',
    'BREACHED',
    'DORMANT',
    'PENDING',
    'CLAIMED',
    'CONTESTED',
    'POSSIBLY',
    'PARTIAL',
    'LATE',
    'FULFILLED',
    'OVERDUE',
    'UNVERIFIED',
    'DISCHARGED',
    'UNUSED',
    'EXERCISED',
  ])
    assert.ok(seen.has(v), v)
  assert.ok(EVENTS.length > 0 && isBan)
})
