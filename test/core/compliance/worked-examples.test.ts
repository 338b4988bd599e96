import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EvidenceRecord } from '../../../src/core/evidence/record.ts'
import {
  ACCORD,
  ANSWER_BY_PATROL,
  accordWith,
  at,
  claim,
  DETAINEES,
  endOf,
  HEAVY_WEAPONS,
  NO_ATTACK,
  RADICALS_OUT,
  REPAIRED_BAN,
  retract,
  spot,
  twice,
  verdictOf,
  WATCHED,
  when,
} from './sochi.ts'

/** The twenty-two worked examples of compliance.md §3.8, numbered as there. */

const LATER = at('2019-06-01')
const weapon = (n: string) =>
  twice({ event: `seen-${n}`, types: ['heavy_weapon_seen'], actor: 'GOV', item: n, when: '2018-10-05' })
const withdrawn = (n: string, day = '2018-10-08') =>
  twice({ event: `gone-${n}`, types: ['weapon_withdrawn'], actor: 'GOV', item: n, when: day })

const NOVEMBER = { from: at('2018-11-01'), t: endOf('2018-11-30'), k: LATER }
const SHELLING = twice({
  event: 'shelling',
  types: ['shelling'],
  actor: 'GOV',
  weapons: ['mortar'],
  when: '2018-11-03T14:00',
})
const attack = (day: string | { lo: number; hi: number }, kmAway: number, event = 'attack') =>
  twice({
    event,
    types: ['ground_attack'],
    actor: 'OPP',
    weapons: ['mortar'],
    when: day,
    place: spot(kmAway * 1000, 0),
  })
const exact = (text: string) => ({ lo: at(text), hi: at(text) })
const CASE_7: EvidenceRecord[] = [WATCHED, ...SHELLING.map(c => ({ ...c, when: exact('2018-11-03T14:00') }))]
const CASE_8: EvidenceRecord[] = [...CASE_7, ...attack(exact('2018-11-02T18:00'), 6)]
const onGov = (records: readonly EvidenceRecord[], reading = 'ru') =>
  verdictOf(ACCORD, records, 'no-attack', 'GOV', { ...NOVEMBER, reading })

describe('worked examples of the specification', () => {
  it('1: an item withdrawn in time by two origins is FULFILLED', () => {
    const v = verdictOf(ACCORD, [WATCHED, ...weapon('W1'), ...withdrawn('W1')], 'heavy-weapons', 'GOV', {
      t: at('2018-10-11'),
    })
    assert.equal(v.verdict, 'FULFILLED')
    assert.equal(v.timeliness.kind, 'on_time')
  })

  it("2: the bearer's own word alone is CLAIMED (self-serving cap)", () => {
    const own = withdrawn('W1').map(c => ({ ...c, speaksFor: 'GOV' }))
    const v = verdictOf(ACCORD, [WATCHED, ...weapon('W1'), ...own], 'heavy-weapons', 'GOV', {
      t: at('2018-10-11'),
    })
    assert.equal(v.verdict, 'CLAIMED')
    assert.ok(v.codes.includes('self-serving'))
  })

  it('3: forty items, 28 established in time and 5 alleged, are PARTIAL(28,33,40)', () => {
    const names = Array.from({ length: 40 }, (_, i) => `W${i + 1}`)
    const records = [
      WATCHED,
      ...names.flatMap(weapon),
      ...names.slice(0, 28).flatMap(n => withdrawn(n, '2018-10-09')),
      ...names.slice(28, 33).map(n => withdrawn(n, '2018-10-09')[0]),
    ]
    const v = verdictOf(ACCORD, records, 'heavy-weapons', 'GOV', { t: at('2018-10-15') })
    assert.equal(v.verdict, 'PARTIAL')
    assert.deepEqual(v.quantity, { low: 28, high: 33, required: 40 })
  })

  it('4: no report is PENDING (due), then OVERDUE with coverage and UNVERIFIED without', () => {
    const seen = weapon('W1')
    const ask = (records: EvidenceRecord[], day: string) =>
      verdictOf(ACCORD, records, 'heavy-weapons', 'GOV', { t: at(day) })
    const pending = ask([WATCHED, ...seen], '2018-10-12')
    assert.equal(pending.verdict, 'PENDING')
    assert.ok(pending.codes.includes('due'))
    assert.equal(ask([WATCHED, ...seen], '2018-10-14').verdict, 'OVERDUE')
    assert.equal(ask(seen, '2018-10-14').verdict, 'UNVERIFIED')
  })

  it('5: what came in late changes later knowledge and never earlier verdicts', () => {
    const late = withdrawn('W1', '2018-10-09').map(c => ({ ...c, received: at('2018-10-20') }))
    const records = [WATCHED, ...weapon('W1'), ...late]
    const ask = (k: string) =>
      verdictOf(ACCORD, records, 'heavy-weapons', 'GOV', { t: at('2018-10-14'), k: at(k) })
    assert.equal(ask('2018-10-14').verdict, 'OVERDUE')
    assert.equal(ask('2018-10-20').verdict, 'FULFILLED')
    assert.equal(ask('2018-10-14').verdict, 'OVERDUE')
  })

  it('6: a claim that two qualified origins refute leaves OVERDUE, with the claim under against', () => {
    const accord = accordWith(RADICALS_OUT)
    const said = claim({
      id: 'tr-says',
      event: 'out',
      types: ['group_withdrawn'],
      actor: 'TR',
      speaksFor: 'TR',
      when: '2018-10-15',
    })
    const denied = twice({ event: 'out', types: ['group_withdrawn'], stance: 'denies', when: '2018-10-16' })
    const v = verdictOf(accord, [WATCHED, said, ...denied], 'radicals-out', 'TR', { t: at('2018-10-20') })
    assert.equal(v.verdict, 'OVERDUE')
    assert.ok(v.codes.includes('refuted'))
    assert.deepEqual(v.evidenceAgainst, ['tr-says'])
  })

  it('7: an established, unprovoked shelling inside the line is BREACHED', () => {
    assert.equal(onGov(CASE_7).verdict, 'BREACHED')
    assert.deepEqual(onGov(CASE_7).evidenceFor, ['shelling-a', 'shelling-b'])
  })

  it('8: after an attack 20 h before and 6 km away it is PERMITTED', () => {
    assert.equal(onGov(CASE_8).verdict, 'PERMITTED')
  })

  it('8: under the reading that finds no such exception it stays BREACHED', () => {
    assert.equal(onGov(CASE_8, 'default').verdict, 'BREACHED')
  })

  it('9: an attack known only to the day is POSSIBLE; what settles it is whether it came before 14:00', () => {
    const v = onGov([...CASE_7, ...attack('2018-11-03', 6)])
    assert.equal(v.verdict, 'POSSIBLE')
    assert.deepEqual(v.codes, ['response-claimed'])
    const before = v.settles.find(s => s.to === 'PERMITTED')
    assert.match(before?.what.en ?? '', /before 3 Nov 2018, 14:00/)
    assert.match(before?.what.ar ?? '', /14:00/)
    assert.ok(v.settles.some(s => s.to === 'BREACHED'))
  })

  it('10: attacks 80 h before, or 12.3 km away, excuse nothing', () => {
    const v = onGov([
      ...CASE_7,
      ...attack(exact('2018-10-31T06:00'), 6, 'too-early'),
      ...attack(exact('2018-11-02T18:00'), 12.3, 'too-far'),
    ])
    assert.equal(v.verdict, 'BREACHED')
  })

  it('11: a place known to a district across the outer line is POSSIBLE (zone-uncertain)', () => {
    const district = CASE_7.map(r => (r.kind === 'claim' ? { ...r, place: spot(20_000, 0, 6000) } : r))
    const v = onGov(district)
    assert.equal(v.verdict, 'POSSIBLE')
    assert.deepEqual(v.codes, ['zone-uncertain'])
    assert.deepEqual(
      v.settles.map(s => s.to),
      ['BREACHED', 'HOLDING'],
    )
  })

  it('12: one weak report, then a denial, then two qualified origins: ALLEGED, DISPUTED, BREACHED (contested)', () => {
    const base = { event: 'e', types: ['shelling'], actor: 'GOV', when: exact('2018-11-03T14:00') }
    const weak = claim({ ...base, grade: 'D4' })
    const denial = claim({ ...base, stance: 'denies', speaksFor: 'GOV' })
    const one = onGov([WATCHED, weak])
    assert.equal(one.verdict, 'ALLEGED')
    assert.ok(one.settles.some(s => s.to === 'BREACHED'))
    assert.equal(onGov([WATCHED, weak, denial]).verdict, 'DISPUTED')
    const all = onGov([WATCHED, weak, denial, ...twice(base)])
    assert.equal(all.verdict, 'BREACHED')
    assert.deepEqual(all.codes, ['contested'])
  })

  it('13: retracting the attack gives case 7 again, in every word', () => {
    const back = [...CASE_8, retract('attack-a', at('2018-11-20')), retract('attack-b', at('2018-11-20'))]
    assert.deepEqual(onGov(back), onGov(CASE_7))
  })

  it('14: a patrol on the 9th is FULFILLED, on the 10th at noon POSSIBLY, on the 12th LATE', () => {
    const accord = accordWith(ANSWER_BY_PATROL)
    const violation = twice({ event: 'v', types: ['violation_reported'], when: '2018-11-03', sector: 's1' })
    const patrol = (day: string) =>
      twice({ event: 'p', types: ['joint_patrol'], actor: ['RU', 'TR'], when: day, sector: 's1' })
    const ask = (day: string) =>
      verdictOf(accord, [WATCHED, ...violation, ...patrol(day)], 'answer-by-patrol', 'RU+TR', {
        t: at('2018-11-20'),
      })
    assert.equal(ask('2018-11-09').verdict, 'FULFILLED')
    assert.equal(ask('2018-11-10T12:00').verdict, 'POSSIBLY')
    assert.deepEqual(ask('2018-11-10T12:00').due, when('2018-11-10'))
    assert.equal(ask('2018-11-12').verdict, 'LATE')
  })

  it('15: a joint duty is PENDING (due), then OVERDUE for the pair and for neither alone', () => {
    const ask = (day: string) => verdictOf(ACCORD, [WATCHED], 'roads', 'RU+TR', { t: at(day) })
    assert.equal(ask('2019-01-02').verdict, 'PENDING')
    assert.ok(ask('2019-01-02').codes.includes('due'))
    assert.equal(ask('2019-01-05').verdict, 'OVERDUE')
    assert.throws(() => verdictOf(ACCORD, [WATCHED], 'roads', 'RU', { t: at('2019-01-05') }))
  })

  const release = (event: string, actor: string, n: number) => ({
    event,
    types: ['release'],
    actor,
    when: '2018-12-20',
    figures: [{ what: 'released' as const, low: n, high: n }],
  })

  it('16: fifty for fifty: one side FULFILLED, the other PARTIAL(30,40,50)', () => {
    const records = [
      WATCHED,
      ...twice(release('gov', 'GOV', 50)),
      ...twice(release('opp-1', 'OPP', 30)),
      claim(release('opp-2', 'OPP', 10)),
    ]
    const ask = (side: string) => verdictOf(ACCORD, records, 'detainees', side, { t: at('2019-01-10') })
    assert.equal(ask('GOV').verdict, 'FULFILLED')
    assert.equal(ask('OPP').verdict, 'PARTIAL')
    assert.deepEqual(ask('OPP').quantity, { low: 30, high: 40, required: 50 })
  })

  it('17: where each waits for the other and neither began, both are DORMANT', () => {
    const accord = accordWith({
      ...DETAINEES,
      reciprocity: { with: 'detainees', by: 'other-side', mode: 'condition' },
    })
    for (const side of ['GOV', 'OPP']) {
      const v = verdictOf(accord, [WATCHED], 'detainees', side, { t: at('2019-01-10') })
      assert.equal(v.verdict, 'DORMANT')
      assert.ok(v.codes.includes('condition-not-met') && v.codes.includes('mutual-wait'))
    }
  })

  const REPORT = twice({ event: 'report', types: ['report_published'], actor: 'GOV', when: '2018-11-06' })

  it('18: a breach whose counter-duty was done is (BREACHED, FULFILLED): breached, repaired', () => {
    const v = verdictOf(accordWith(REPAIRED_BAN), [...CASE_7, ...REPORT], 'no-attack', 'GOV', {
      t: at('2018-11-15'),
      k: LATER,
      reading: 'ru',
    })
    assert.equal(v.verdict, 'BREACHED')
    assert.equal(v.repair?.verdict, 'FULFILLED')
    assert.ok(v.codes.includes('repaired'))
  })

  it('19: when one of the two reports is retracted the counter-duty is DISCHARGED (ground removed)', () => {
    const records = [...CASE_7, ...REPORT, retract('shelling-b', at('2018-11-16'))]
    const v = verdictOf(accordWith(REPAIRED_BAN), records, 'no-attack', 'GOV', {
      t: at('2018-11-20'),
      reading: 'ru',
    })
    assert.equal(v.verdict, 'ALLEGED')
    assert.equal(v.repair?.verdict, 'DISCHARGED')
    assert.ok(v.codes.includes('ground-removed'))
  })

  it('20: two agencies that quote the same official are one root: ALLEGED', () => {
    const same = CASE_7.map(r => (r.kind === 'claim' ? { ...r, root: 'an-official' } : r))
    assert.equal(onGov(same).verdict, 'ALLEGED')
  })

  it("21: the doer's own admission with one weak source is BREACHED by admission", () => {
    const base = { event: 'e', types: ['shelling'], actor: 'OPP', when: exact('2018-11-03T14:00') }
    const v = verdictOf(
      ACCORD,
      [WATCHED, claim({ ...base, speaksFor: 'OPP' }), claim({ ...base, grade: 'D4' })],
      'no-attack',
      'OPP',
      NOVEMBER,
    )
    assert.equal(v.verdict, 'BREACHED')
    assert.deepEqual(v.codes, ['admitted'])
  })

  it('22: no report and no coverage is HOLDING, observed: no', () => {
    const v = verdictOf(accordWith(NO_ATTACK, HEAVY_WEAPONS), [], 'no-attack', 'GOV', {
      from: at('2018-11-10'),
      t: endOf('2018-11-12'),
    })
    assert.equal(v.verdict, 'HOLDING')
    assert.equal(v.observed, 'no')
    assert.ok(v.codes.includes('unobserved'))
  })
})
