import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type Excuse,
  eventVerdict,
  labelOf,
  rankOf,
  severityOf,
  type Weight,
  withinPeriod,
} from '../../../src/core/compliance/lattice.ts'
import { type EvidenceLevel, PROHIBITION_VERDICTS } from '../../../src/core/compliance/verdict.ts'
import type { Kleene } from '../../../src/core/time/when.ts'

const WEIGHTS: Weight[] = [0, 1, 2]
const KLEENE: Kleene[] = [0, 1, 2]
const EXCUSES: Excuse[] = ['none', 'maybe', 'sure']
const LEVELS: EvidenceLevel[] = ['NONE', 'ALLEGED', 'DISPUTED', 'ESTABLISHED']

describe('the table of evidence (compliance.md §3.3)', () => {
  const rows: [Weight, Weight, EvidenceLevel, string | undefined][] = [
    [0, 0, 'NONE', undefined],
    [0, 1, 'NONE', 'denied'],
    [0, 2, 'NONE', 'denied'],
    [1, 0, 'ALLEGED', undefined],
    [1, 1, 'DISPUTED', undefined],
    [1, 2, 'NONE', 'refuted'],
    [2, 0, 'ESTABLISHED', undefined],
    [2, 1, 'ESTABLISHED', 'contested'],
    [2, 2, 'DISPUTED', undefined],
  ]
  for (const [p, c, level, note] of rows)
    it(`for ${p}, against ${c} is ${level}${note ? ` (${note})` : ''}`, () => {
      assert.equal(labelOf(p, c).level, level)
      assert.equal(labelOf(p, c).note, note)
    })

  it('never loses rank when more stands for the claim', () => {
    for (const c of WEIGHTS)
      for (const p of [0, 1] as const)
        assert.ok(rankOf(labelOf((p + 1) as Weight, c).level) >= rankOf(labelOf(p, c).level))
  })

  it('never gains rank when more stands against it', () => {
    for (const p of WEIGHTS)
      for (const c of [0, 1] as const)
        assert.ok(rankOf(labelOf(p, (c + 1) as Weight).level) <= rankOf(labelOf(p, c).level))
  })
})

describe('the table of one event under a ban (§3.5)', () => {
  const rows: [EvidenceLevel, Kleene, string, string, string][] = [
    ['ESTABLISHED', 2, 'BREACHED', 'POSSIBLE', 'PERMITTED'],
    ['ESTABLISHED', 1, 'POSSIBLE', 'POSSIBLE', 'PERMITTED'],
    ['DISPUTED', 2, 'DISPUTED', 'DISPUTED', 'PERMITTED'],
    ['DISPUTED', 1, 'DISPUTED', 'DISPUTED', 'PERMITTED'],
    ['ALLEGED', 2, 'ALLEGED', 'ALLEGED', 'PERMITTED'],
    ['ALLEGED', 1, 'ALLEGED', 'ALLEGED', 'PERMITTED'],
    ['ESTABLISHED', 0, 'HOLDING', 'HOLDING', 'HOLDING'],
    ['DISPUTED', 0, 'HOLDING', 'HOLDING', 'HOLDING'],
    ['ALLEGED', 0, 'HOLDING', 'HOLDING', 'HOLDING'],
    ['NONE', 0, 'HOLDING', 'HOLDING', 'HOLDING'],
    ['NONE', 1, 'HOLDING', 'HOLDING', 'HOLDING'],
    ['NONE', 2, 'HOLDING', 'HOLDING', 'HOLDING'],
  ]
  for (const [level, m, ...expected] of rows)
    it(`${level}, match ${'FUT'[m]}: ${expected.join(', ')} for no, possible and certain excuse`, () => {
      assert.deepEqual(
        EXCUSES.map(x => eventVerdict(level, m, x)),
        expected,
      )
    })

  const severity = (p: Weight, c: Weight, m: Kleene, x: Excuse) =>
    severityOf(eventVerdict(labelOf(p, c).level, m, x))

  it('is never lowered by more evidence for the act', () => {
    for (const c of WEIGHTS)
      for (const m of KLEENE)
        for (const x of EXCUSES)
          for (const p of [0, 1] as const)
            assert.ok(severity((p + 1) as Weight, c, m, x) >= severity(p, c, m, x))
  })

  it('is never lowered by a match that becomes more certain', () => {
    for (const p of WEIGHTS)
      for (const c of WEIGHTS)
        for (const x of EXCUSES)
          for (const m of [0, 1] as const)
            assert.ok(severity(p, c, (m + 1) as Kleene, x) >= severity(p, c, m, x))
  })

  it('is never raised by a stronger excuse', () => {
    for (const level of LEVELS)
      for (const m of KLEENE)
        for (const i of [0, 1])
          assert.ok(
            severityOf(eventVerdict(level, m, EXCUSES[i + 1]!)) <=
              severityOf(eventVerdict(level, m, EXCUSES[i]!)),
          )
  })
})

describe('an event across the edge of a period', () => {
  it('counts whole inside, at most POSSIBLE across the edge, and not at all outside', () => {
    for (const v of PROHIBITION_VERDICTS) {
      assert.equal(withinPeriod(v, 2), v)
      assert.equal(withinPeriod(v, 0), 'HOLDING')
      assert.equal(withinPeriod(v, 1), v === 'BREACHED' ? 'POSSIBLE' : v)
    }
  })
})
