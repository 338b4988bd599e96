import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Accord } from '../../src/core/accord/model.ts'
import type { Claim } from '../../src/core/evidence/record.ts'
import { loadEvidence } from '../../src/formats/accord-evidence.ts'
import { loadAccord } from '../../src/formats/accord-yaml.ts'
import { ACCORD_TEXT, NAMES, ZONES_TEXT } from './accord-fixture.ts'

const loaded = loadAccord({ accord: ACCORD_TEXT, zones: ZONES_TEXT, names: NAMES })
assert.ok(loaded.ok)
const ACCORD: Accord = loaded.value

const CLAIM = `- of: claim
  id: c1
  types: [shelling]
  actor: NORTH
  when: 2018-11-24
  place: {at: [36.5, 35.5], radius: 2000, name: Jarjanaz, nameAr: جرجناز}
  source: monitor
  grade: B2
  received: 2018-11-25
  figures: [{what: killed, low: 7, high: 9}]
  summary: {en: Fire near a school., ar: قصف قرب مدرسة.}
  url: https://example.org/1
`
const read = (text: string, file = 'evidence/a.yaml') => loadEvidence(text, file, ACCORD)
const claim = (text: string): Claim => {
  const r = read(text)
  assert.deepEqual(r.problems, [])
  const [first] = r.records
  assert.ok(first?.of === 'evidence' && first.record.kind === 'claim')
  return first.record
}

describe('evidence of an accord', () => {
  it('reads a day as the whole day in the zone of the accord', () => {
    const { when } = claim(CLAIM)
    assert.equal(when.hi - when.lo, 86_399)
    assert.equal(new Date(when.lo * 1000).toISOString(), '2018-11-23T22:00:00.000Z')
  })

  it('counts on a page only from the end of the day it came out', () => {
    assert.equal(new Date(claim(CLAIM).received * 1000).toISOString(), '2018-11-25T21:59:59.000Z')
  })

  it('takes the source as the origin and the id as the event where nothing else is said', () => {
    const c = claim(CLAIM)
    assert.equal(c.root, 'monitor')
    assert.equal(c.event, 'c1')
    assert.equal(c.stance, 'asserts')
  })

  it('keeps names in Arabic and figures as claimed', () => {
    const c = claim(CLAIM)
    assert.equal(c.place.nameAr, 'جرجناز')
    assert.deepEqual(c.figures, [{ what: 'killed', low: 7, high: 9 }])
  })

  it('takes a zone as an area and never as a dot', () => {
    const c = claim(CLAIM.replace(/place: .*/, 'place: {zone: valley, part: outer}'))
    assert.ok(c.place.kind === 'area')
    assert.deepEqual(c.place.polygons, ACCORD.zones[0]!.versions[0]!.outer)
  })

  it('takes a name alone as a place that may be anywhere', () => {
    assert.equal(claim(CLAIM.replace(/place: .*/, 'place: {name: somewhere}')).place.kind, 'unknown')
  })

  it('reads one record a line from JSONL, and names the line of a broken one', () => {
    const good = {
      of: 'coverage',
      id: 'k1',
      zone: 'valley',
      when: '2018-11',
      level: 'partial',
      received: '2018-12-01',
    }
    const r = read(
      `${JSON.stringify(good)}\n\n{"of": "claim"\n${JSON.stringify({ ...good, id: 'k2', level: 'good' })}\n`,
      'evidence/a.jsonl',
    )
    assert.equal(r.records.length, 1)
    assert.deepEqual(
      r.problems.map(p => [p.code, p.where?.line]),
      [
        ['not-json', 3],
        ['not-allowed', 4],
      ],
    )
    assert.deepEqual([r.read, r.rejected], [3, 2])
  })
})

describe('a broken record is left out and named; the rest is kept', () => {
  const OTHER = CLAIM.replace('id: c1', 'id: c2')
  const broken: readonly [string, string, string, string, RegExp][] = [
    ['a day that does not exist', 'when: 2018-11-24', 'when: 2018-11-31', 'not-a-date', /no day/],
    [
      'an end before the start',
      'when: 2018-11-24',
      'when: {from: 2018-11-24, to: 2018-11-20}',
      'ends-before-start',
      /before '2018-11-24'/,
    ],
    ['a place outside the world', 'at: [36.5, 35.5]', 'at: [36.5, 95.5]', 'not-allowed', /95.5/],
    ['a dot without a radius', 'at: [36.5, 35.5], radius: 2000', 'at: [36.5, 35.5]', 'not-allowed', /radius/],
    ['an unknown party', 'actor: NORTH', 'actor: NORT', 'unknown-party', /did you mean 'NORTH'/],
    ['an unknown zone', 'at: [36.5, 35.5], radius: 2000', 'zone: hill', 'unknown-zone', /no zone 'hill'/],
    ['a grade that is none', 'grade: B2', 'grade: G2', 'not-allowed', /G2/],
    ['an unknown key', 'grade: B2', 'grade: B2\n  colour: red', 'unknown-key', /colour/],
    ['a kind that is none', 'of: claim', 'of: clam', 'not-a-record', /did you mean 'claim'/],
  ]
  for (const [what, from, to, code, says] of broken)
    it(what, () => {
      assert.ok(CLAIM.includes(from))
      const r = read(CLAIM.replace(from, to) + OTHER)
      assert.deepEqual(
        r.problems.map(p => p.code),
        [code],
      )
      assert.match(r.problems[0]!.message, says)
      assert.equal(r.problems[0]!.where!.file, 'evidence/a.yaml')
      assert.ok(r.problems[0]!.where!.line! >= 1 && r.problems[0]!.where!.line! <= 13)
      assert.equal(r.records.length, 1)
      assert.deepEqual([r.read, r.rejected], [2, 1])
    })

  it('an id given twice names both places', () => {
    const r = read(CLAIM + CLAIM)
    assert.equal(r.problems[0]!.code, 'id-twice')
    assert.deepEqual([r.problems[0]!.and!.line, r.problems[0]!.where!.line], [1, 13])
  })

  it('a file that is no list is refused whole', () => {
    assert.equal(read('of: claim').problems[0]!.code, 'wrong-type')
  })
})

describe('other kinds of record', () => {
  const one = (text: string) => {
    const r = read(text)
    assert.deepEqual(r.problems, [])
    return r.records[0]!.record as Record<string, unknown>
  }
  it('a retraction names what it takes back', () => {
    assert.equal(one('- {of: retraction, id: r1, retracts: c1, received: 2018-12-01}').of, 'c1')
  })
  it('a correction carries the claim as it should read', () => {
    const inner = CLAIM.replace('- of: claim\n', '').replaceAll(/^ {2}/gm, '    ')
    const r = one(`- of: correction\n  id: k1\n  supersedes: c1\n  received: 2018-12-01\n  claim:\n${inner}`)
    assert.equal((r.claim as Claim).kind, 'claim')
    assert.equal((r.claim as Claim).grade.reliability, 'B')
  })
  it('a ruling may leave the actor open', () => {
    const r = one(
      '- {of: ruling, id: u1, event: c1, set: {actor: null}, by: cell, why: nobody saw, received: 2018-12-01}',
    )
    assert.deepEqual(r.set, { actor: null })
  })
  it('a statement keeps speaker, chain and claimed exception apart', () => {
    const r = one(`- of: statement
  id: s1
  speaker: {named: unnamed, role: a delegate, party: NORTH}
  chain: [{name: Agency}, {name: Outlet, language: ar}]
  act: warn
  when: 2018-11-28
  claimedException: {provision: no-attack}
  received: 2018-11-28
  summary: {ar: تحذير}
`)
    assert.deepEqual(r.claimedException, { provision: 'no-attack' })
    assert.equal((r.chain as unknown[]).length, 2)
  })
  it('a promise names its deadline as the file does', () => {
    const r = one(
      '- {of: undertaking, id: p1, party: NORTH, types: [release], mode: do, quantity: 50, each: side, deadline: 2018-12-31, words: {en: fifty}, when: 2018-11-28, received: 2018-11-28}',
    )
    assert.equal(r.deadline, '2018-12-31')
  })
  it('a position on an agenda item that is not there is refused', () => {
    const r = read(
      '- {of: position, id: t1, item: aid, stance: supports, when: 2018-11-28, received: 2018-11-28}',
    )
    assert.equal(r.problems[0]!.code, 'unknown-agenda-item')
  })
})
