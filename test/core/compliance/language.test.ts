import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Accord, Provision } from '../../../src/core/accord/model.ts'
import { judge } from '../../../src/core/compliance/judge.ts'
import type { Verdict } from '../../../src/core/compliance/verdict.ts'
import type { Claim, EvidenceRecord } from '../../../src/core/evidence/record.ts'
import {
  ACCORD,
  ANSWER_BY_PATROL,
  accordWith,
  at,
  claim,
  DETAINEES,
  endOf,
  HEAVY_WEAPONS,
  metres,
  NO_ATTACK,
  REPAIRED_BAN,
  RESPONSE,
  ROADS,
  retract,
  spot,
  square,
  twice,
  verdictOf,
  WATCHED,
  when,
  words,
} from './sochi.ts'

/** What each part of the accord language means, clause by clause (compliance.md §3.1-3.7). */

const LATER = at('2019-03-01')
const shelling = (event: string, actor: string, day: string, more: Partial<Claim> = {}) => {
  const { grade: _, ...rest } = more
  return twice({ event, types: ['shelling'], actor, when: day, weapons: ['mortar'], ...rest })
}
const onGov = (
  accord: Accord,
  records: readonly EvidenceRecord[],
  provision = 'no-attack',
  reading = 'default',
) => verdictOf(accord, records, provision, 'GOV', { t: LATER, reading })

describe('who said what', () => {
  const base = { event: 'e', types: ['shelling'], when: '2018-11-03T14:00' }

  it('a report that names nobody establishes that it happened, not who did it', () => {
    const v = onGov(ACCORD, [...twice(base), claim({ ...base, actor: 'GOV' })])
    assert.equal(v.verdict, 'ALLEGED')
    assert.match(v.because.ar, /لم يثبت/)
  })

  it('acts that no report ascribes to anybody hold every verdict, and are flagged', () => {
    const v = onGov(ACCORD, twice(base))
    assert.equal(v.verdict, 'HOLDING')
    assert.ok(v.codes.includes('unattributed'))
  })

  it('two sides that blame each other for one event leave it disputed for both', () => {
    const records = [
      ...twice({ ...base, actor: 'GOV' }),
      ...twice({ ...base, actor: 'OPP' }).map(c => ({ ...c, id: `${c.id}2`, root: `${c.root}2` })),
    ]
    assert.equal(onGov(ACCORD, records).verdict, 'DISPUTED')
    assert.equal(verdictOf(ACCORD, records, 'no-attack', 'OPP', { t: LATER }).verdict, 'DISPUTED')
  })

  it('a responder cannot make certain by its own word the provocation that excuses it', () => {
    const attack = twice({
      event: 'a',
      types: ['ground_attack'],
      actor: 'OPP',
      when: '2018-11-03T10:00',
      weapons: ['mortar'],
    })
    const own = attack.map(c => ({ ...c, speaksFor: 'GOV' }))
    const act = shelling('e', 'GOV', '2018-11-03T14:00')
    assert.equal(onGov(ACCORD, [...act, ...attack], 'no-attack', 'ru').verdict, 'PERMITTED')
    assert.equal(onGov(ACCORD, [...act, ...own], 'no-attack', 'ru').verdict, 'POSSIBLE')
  })

  it("a reviewer's ruling on the doer stands above the reports", () => {
    const ruling: EvidenceRecord = {
      kind: 'ruling',
      id: 'r',
      event: 'e',
      set: { actor: 'OPP' },
      by: 'reviewer',
      why: 'crater analysis',
      received: at('2018-11-10'),
    }
    const records = [...twice({ ...base, actor: 'GOV' }), ruling]
    assert.equal(onGov(ACCORD, records).verdict, 'HOLDING')
    assert.equal(verdictOf(ACCORD, records, 'no-attack', 'OPP', { t: LATER }).verdict, 'BREACHED')
    assert.equal(onGov(ACCORD, [...records, retract('r', at('2018-11-11'))]).verdict, 'BREACHED')
  })

  it('aliases of a party are the party', () => {
    const accord = {
      ...ACCORD,
      parties: ACCORD.parties.map(p => (p.id === 'GOV' ? { ...p, aliases: ['SAA'] } : p)),
    }
    assert.equal(onGov(accord, twice({ ...base, actor: 'SAA' })).verdict, 'BREACHED')
  })
})

describe('a type of event', () => {
  it('stands for everything below it: remote violence may have been shelling', () => {
    const v = onGov(
      ACCORD,
      twice({ event: 'e', types: ['remote_violence'], actor: 'GOV', when: '2018-11-03T14:00' }),
    )
    assert.equal(v.verdict, 'POSSIBLE')
    assert.deepEqual(v.codes, ['type-uncertain'])
    assert.match(v.because.en, /Remote violence/)
  })

  it('told broadly by one and sharply by another is the sharper', () => {
    const [a, b] = twice({ event: 'e', types: ['remote_violence'], actor: 'GOV', when: '2018-11-03T14:00' })
    assert.equal(onGov(ACCORD, [a, { ...b, types: ['shelling'] }]).verdict, 'BREACHED')
  })
})

describe('reports that exclude each other', () => {
  it('are joined to their hull, which is flagged', () => {
    const [a, b] = shelling('e', 'GOV', '2018-11-03')
    const v = onGov(ACCORD, [a, { ...b, when: when('2018-11-05') }])
    assert.equal(v.verdict, 'BREACHED')
    assert.deepEqual(v.codes, ['attribute-conflict'])
    assert.match(v.because.en, /between 3 Nov 2018 and 5 Nov 2018/)
  })
})

describe('corrections', () => {
  const [a, b] = shelling('e', 'GOV', '2018-11-03')
  const correct = (
    id: string,
    of: string,
    change: Partial<Claim>,
    received = at('2018-11-20'),
  ): EvidenceRecord => ({
    kind: 'correction',
    id,
    supersedes: of,
    claim: { ...a, id: `${id}-new`, ...change },
    received,
  })

  it('take the place of a report in one step', () => {
    const v = onGov(ACCORD, [a, b, correct('k', a.id, { actor: 'OPP' })])
    assert.equal(v.verdict, 'DISPUTED')
  })

  it('that are themselves taken back leave the first report standing', () => {
    const v = onGov(ACCORD, [a, b, correct('k', a.id, { actor: 'OPP' }), retract('k', at('2018-11-21'))])
    assert.equal(v.verdict, 'BREACHED')
  })

  it('of one report in two ways both stand, and the event is flagged', () => {
    const v = onGov(ACCORD, [a, b, correct('k', a.id, { root: 'x' }), correct('l', a.id, { root: 'y' })])
    assert.equal(v.verdict, 'BREACHED')
    assert.ok(v.codes.includes('double-correction'))
  })

  it('that re-use the id of what they correct are told apart by their own', () => {
    const v = onGov(ACCORD, [a, b, correct('k', a.id, { id: a.id })])
    assert.deepEqual(v.evidenceFor, ['k', 'e-b'])
  })
})

describe('links', () => {
  const one = claim({ event: 'here', types: ['shelling'], actor: 'GOV', when: '2018-11-03T14:00' })
  const two = claim({ event: 'there', types: ['shelling'], actor: 'GOV', when: '2018-11-03T14:00' })
  const link = (relation: 'same-event' | 'versions-of'): EvidenceRecord => ({
    kind: 'link',
    id: 'l',
    events: ['there', 'here'],
    relation,
    received: at('2018-11-04'),
    by: 'reviewer',
  })

  it('of sameness merge the reports of two events, until the link is taken back', () => {
    assert.equal(onGov(ACCORD, [one, two]).verdict, 'ALLEGED')
    const merged = onGov(ACCORD, [one, two, link('same-event')])
    assert.equal(merged.verdict, 'BREACHED')
    assert.equal(merged.counts.events, 1)
    assert.equal(
      onGov(ACCORD, [one, two, link('same-event'), retract('l', at('2018-11-05'))]).verdict,
      'ALLEGED',
    )
  })

  it("of two sides' versions judge each, and count them once where numbers add up", () => {
    assert.equal(onGov(ACCORD, [one, two, link('versions-of')]).verdict, 'ALLEGED')
    const release = (event: string, n: number) =>
      twice({
        event,
        types: ['release'],
        actor: 'GOV',
        when: '2018-11-24',
        figures: [{ what: 'released', low: n, high: n }],
      })
    const v = onGov(
      accordWith({ ...DETAINEES, quantity: 20 }),
      [...release('here', 10), ...release('there', 12), link('versions-of')],
      'detainees',
    )
    assert.deepEqual(v.quantity, { low: 12, high: 12, required: 20 })
  })
})

describe('when a text binds', () => {
  const truce = (starts: Accord['documents'][0]['starts'], more: object = {}): Accord => ({
    ...ACCORD,
    documents: [{ ...ACCORD.documents[0]!, starts, ...more }],
  })
  const disputed = truce([
    { id: 'first', at: '2018-11-01T14:00', claimant: 'RU', source: 'x' },
    { id: 'second', at: '2018-11-04T00:01', claimant: 'TR', source: 'y' },
  ])
  const readings = [
    ...ACCORD.readings,
    {
      id: 'ru-start',
      author: 'RU',
      name: words('as Russia has it', 'كما تراه روسيا'),
      starts: { memo: 'first' },
    },
    {
      id: 'tr-start',
      author: 'TR',
      name: words('as Türkiye has it', 'كما تراه تركيا'),
      starts: { memo: 'second' },
    },
  ]
  const between = shelling('e', 'GOV', '2018-11-03T14:00')

  it('between two claimed starts a breach is possible (start-disputed), and each reading has its own run', () => {
    const accord = { ...disputed, readings }
    assert.equal(onGov(accord, between).verdict, 'POSSIBLE')
    assert.deepEqual(onGov(accord, between).codes, ['start-disputed'])
    assert.equal(onGov(accord, between, 'no-attack', 'ru-start').verdict, 'BREACHED')
    assert.equal(onGov(accord, between, 'no-attack', 'tr-start').verdict, 'HOLDING')
    assert.equal(
      onGov(accord, between, 'no-attack', 'ru-start').assumptions.find(a => a.kind === 'start')?.id,
      'first',
    )
  })

  it('before its start it is NOT_IN_FORCE', () => {
    const v = verdictOf(ACCORD, [], 'no-attack', 'GOV', { t: at('2018-09-01') })
    assert.equal(v.verdict, 'NOT_IN_FORCE')
    assert.deepEqual(v.codes, ['not-yet'])
  })

  it('after its end it is NOT_IN_FORCE, and says what it had come to', () => {
    const accord = truce(ACCORD.documents[0]!.starts, { ends: [{ at: '2018-12-31', type: 'expired' }] })
    const v = onGov(accord, between)
    assert.equal(v.verdict, 'NOT_IN_FORCE')
    assert.deepEqual(v.codes, ['expired'])
    assert.match(v.because.en, /until 31 Dec 2018.*breached/)
    assert.equal(
      verdictOf(accord, shelling('late', 'GOV', '2019-01-05'), 'no-attack', 'GOV', {
        t: endOf('2018-12-31'),
        k: LATER,
      }).verdict,
      'HOLDING',
    )
  })

  it('when a later text supersedes it, it ends where that begins', () => {
    const accord: Accord = {
      ...ACCORD,
      documents: [
        ...ACCORD.documents,
        {
          id: 'new',
          title: words('New', 'جديد'),
          signatories: [],
          starts: [{ id: 's', at: '2019-01-15', source: 'x' }],
          supersedes: 'memo',
          sources: [],
        },
      ],
    }
    const ask = (day: string) => verdictOf(accord, between, 'no-attack', 'GOV', { t: at(day), k: LATER })
    assert.equal(ask('2019-01-14').verdict, 'BREACHED')
    assert.deepEqual([ask('2019-01-15').verdict, ask('2019-01-15').codes], ['NOT_IN_FORCE', ['superseded']])
  })

  it('a duty that another provision takes over is DISCHARGED (superseded)', () => {
    const later: Provision = {
      ...ROADS,
      id: 'roads-2',
      window: { from: '2019-01-10' },
      deadline: '2019-06-30',
    }
    const accord = accordWith({ ...ROADS, supersededBy: 'roads-2' }, later)
    const ask = (day: string) => verdictOf(accord, [WATCHED], 'roads', 'RU+TR', { t: at(day) })
    assert.equal(ask('2019-01-09').verdict, 'OVERDUE')
    assert.equal(ask('2019-01-11').verdict, 'DISCHARGED')
  })
})

describe('a reading', () => {
  it('may change a clause, or find it alone', () => {
    const patched: Provision = { ...ROADS, under: { ru: { deadline: '2019-12-31' } } }
    const alone: Provision = { ...ROADS, id: 'only-ru', readings: ['ru'] }
    const accord = accordWith(patched, alone)
    const ids = (reading: string) =>
      judge(accord, [], { t: LATER, k: LATER }, reading).map(v => [v.provision, v.verdict])
    assert.deepEqual(ids('default'), [['roads', 'UNVERIFIED']])
    assert.deepEqual(ids('ru'), [
      ['roads', 'PENDING'],
      ['only-ru', 'UNVERIFIED'],
    ])
  })

  it('that the accord does not name is refused', () => {
    assert.throws(() => judge(ACCORD, [], { t: LATER, k: LATER }, 'nobody'), /no reading 'nobody'/)
  })
})

describe('a zone', () => {
  it('that was redrawn is asked in the version of its time', () => {
    const accord: Accord = {
      ...ACCORD,
      zones: [
        {
          ...ACCORD.zones[0]!,
          versions: [
            { from: '2018-09-17', to: '2018-10-31', inner: square(15_000), outer: square(15_000) },
            { from: '2018-11-01', inner: square(5000), outer: square(5000) },
          ],
        },
      ],
    }
    const near = (day: string) =>
      onGov(accord, shelling('e', 'GOV', day, { place: spot(10_000, 0, 100) })).verdict
    assert.equal(near('2018-10-20'), 'BREACHED')
    assert.equal(near('2018-11-20'), 'HOLDING')
    const both = onGov(
      accord,
      shelling('e', 'GOV', '2018-10-20', {
        when: { lo: at('2018-10-31'), hi: endOf('2018-11-01') },
        place: spot(0, 0, 100),
      }),
    )
    assert.equal(both.verdict, 'BREACHED')
  })

  it('cannot tell of an event whose place nobody knows', () => {
    const v = onGov(ACCORD, shelling('e', 'GOV', '2018-11-03', { place: { kind: 'unknown' } }))
    assert.deepEqual([v.verdict, v.codes], ['POSSIBLE', ['zone-uncertain']])
  })
})

describe('exceptions', () => {
  const carved: Provision = {
    ...NO_ATTACK,
    exceptions: [{ id: 'listed', kind: 'carve-out', reading: 'default', target: ['HTS'] }],
  }
  it('by target leave an act outside the ban, or possibly outside it', () => {
    const act = (target?: string) =>
      onGov(accordWith(carved), shelling('e', 'GOV', '2018-11-03', target ? { target } : {}))
    assert.deepEqual([act('HTS').verdict, act('HTS').codes], ['PERMITTED', ['carve-out']])
    assert.equal(act('OPP').verdict, 'BREACHED')
    assert.deepEqual([act().verdict, act().codes], ['POSSIBLE', ['carve-out-claimed']])
  })

  it('of proportion let through no heavier weapon than the text allows', () => {
    const attack = twice({
      event: 'a',
      types: ['ground_attack'],
      actor: 'OPP',
      when: '2018-11-03T10:00',
      weapons: ['small_arms'],
    })
    const heavy = shelling('e', 'GOV', '2018-11-03T14:00', { weapons: ['mlrs'] })
    assert.equal(onGov(ACCORD, [...attack, ...heavy], 'no-attack', 'ru').verdict, 'BREACHED')
    const unknown = shelling('e', 'GOV', '2018-11-03T14:00', { weapons: [] })
    assert.deepEqual(onGov(ACCORD, [...attack, ...unknown], 'no-attack', 'ru').codes, ['response-claimed'])
  })

  it('of unlawful provocation let through no answer to a lawful act', () => {
    const only: Provision = {
      ...NO_ATTACK,
      exceptions: [
        { ...RESPONSE, reading: 'default', provocation: { ...RESPONSE.provocation!, unlawfulOnly: true } },
      ],
    }
    const first = shelling('1', 'OPP', '2018-11-03T10:00')
    const answer = shelling('2', 'GOV', '2018-11-03T12:00')
    const again = shelling('3', 'OPP', '2018-11-03T14:00')
    const accord = accordWith(only)
    const records = [...first, ...answer, ...again]
    assert.equal(onGov(accord, records).verdict, 'PERMITTED')
    // The third answers a permitted act: it is a breach, and the first is one in any case.
    assert.equal(verdictOf(accord, records, 'no-attack', 'OPP', { t: LATER }).counts.BREACHED, 2)
  })

  it('are decided by a ruling where two acts bear the same stamp', () => {
    const same = '2018-11-03T14:00:00'
    const attack = twice({
      event: 'a',
      types: ['ground_attack'],
      actor: 'OPP',
      when: same,
      weapons: ['mortar'],
    })
    const act = shelling('e', 'GOV', same)
    const order: EvidenceRecord = {
      kind: 'ruling',
      id: 'r',
      event: 'a',
      set: { after: 'e' },
      by: 'reviewer',
      why: 'two videos',
      received: at('2018-11-10'),
    }
    assert.equal(onGov(ACCORD, [...attack, ...act], 'no-attack', 'ru').verdict, 'PERMITTED')
    assert.equal(onGov(ACCORD, [...attack, ...act, order], 'no-attack', 'ru').verdict, 'BREACHED')
  })
})

describe('suspension', () => {
  const notice = (by: string, until?: string): EvidenceRecord => ({
    kind: 'suspension',
    id: 'n',
    by,
    when: when('2018-11-01'),
    ...(until && { until: when(until) }),
    received: at('2018-11-01'),
  })
  const act = shelling('e', 'GOV', '2018-11-03T14:00')

  it('by notice frees from a ban only where the text provides for it', () => {
    assert.equal(
      onGov(accordWith({ ...NO_ATTACK, suspendable: true }), [notice('GOV'), ...act]).verdict,
      'HOLDING',
    )
    const v = onGov(ACCORD, [notice('GOV'), ...act])
    assert.deepEqual([v.verdict, v.codes], ['BREACHED', ['suspension-not-provided']])
  })

  it('ends when the notice does, and is no affair of the other side', () => {
    const accord = accordWith({ ...NO_ATTACK, suspendable: true })
    assert.equal(onGov(accord, [notice('GOV', '2018-11-02'), ...act]).verdict, 'BREACHED')
    assert.equal(onGov(accord, [notice('OPP'), ...act]).verdict, 'BREACHED')
  })

  it('on the same day leaves it open whether the act came before', () => {
    const v = onGov(accordWith({ ...NO_ATTACK, suspendable: true }), [
      notice('GOV'),
      ...shelling('e', 'GOV', '2018-11-01'),
    ])
    assert.deepEqual([v.verdict, v.codes], ['POSSIBLE', ['suspension-uncertain']])
  })

  it("by reciprocity follows the other side's certain breach, and not its own", () => {
    const accord = accordWith({
      ...NO_ATTACK,
      exceptions: [],
      reciprocity: { with: 'no-attack', by: 'other-side', mode: 'suspends' },
    })
    const first = shelling('1', 'OPP', '2018-11-02T10:00')
    assert.equal(onGov(accord, [...first, ...act]).verdict, 'HOLDING')
    assert.equal(verdictOf(accord, [...first, ...act], 'no-attack', 'OPP', { t: LATER }).verdict, 'BREACHED')
    const sameDay = [...shelling('1', 'OPP', '2018-11-03'), ...act]
    assert.deepEqual(onGov(accord, sameDay).codes, ['suspension-uncertain'])
  })

  it('of a duty is shown as such while it lasts', () => {
    const accord = accordWith({ ...ROADS, bearer: ['GOV'], suspendable: true })
    const ask = (records: EvidenceRecord[]) =>
      verdictOf(accord, [WATCHED, ...records], 'roads', 'GOV', { t: at('2019-01-10') }).verdict
    assert.equal(ask([notice('GOV')]), 'SUSPENDED')
    assert.equal(ask([notice('GOV', '2018-12-01')]), 'OVERDUE')
  })
})

describe('a duty', () => {
  const opened = (day: string, more: object = {}) =>
    twice({ event: 'open', types: ['road_opened'], actor: 'TR', when: day, ...more })
  const roads = (records: readonly EvidenceRecord[], day = '2019-02-01', accord = ACCORD): Verdict =>
    verdictOf(accord, [WATCHED, ...records], 'roads', 'RU+TR', { t: at(day), k: LATER })

  it('joint to two is performed by either', () => {
    assert.equal(roads(opened('2018-12-20')).verdict, 'FULFILLED')
  })

  it('done late says by how many days', () => {
    assert.deepEqual(roads(opened('2019-01-05')).timeliness, { kind: 'late', days: 5 })
  })

  it('that was released is DISCHARGED, from that day', () => {
    const release: EvidenceRecord = {
      kind: 'discharge',
      id: 'd',
      provision: 'roads',
      when: when('2019-01-10'),
      received: at('2019-01-10'),
      why: 'agreed',
    }
    assert.equal(roads([release], '2019-01-10').verdict, 'OVERDUE')
    assert.deepEqual([roads([release]).verdict, roads([release]).evidenceFor], ['DISCHARGED', ['d']])
  })

  it('once performed stays performed, whatever is released or suspended later', () => {
    const release: EvidenceRecord = {
      kind: 'discharge',
      id: 'd',
      provision: 'roads',
      when: when('2019-01-10'),
      received: at('2019-01-10'),
      why: 'agreed',
    }
    assert.equal(roads([...opened('2018-12-20'), release]).verdict, 'FULFILLED')
  })

  it('performed by an unnamed hand counts where one alone is bound, and says so', () => {
    const v = roads(opened('2018-12-20', { actor: undefined }))
    assert.deepEqual([v.verdict, v.codes], ['FULFILLED', ['actor-assumed']])
  })

  it('performed by an unnamed hand is only possibly done where several are bound', () => {
    const release = twice({
      event: 'r',
      types: ['release'],
      when: '2018-12-20',
      figures: [{ what: 'released', low: 50, high: 50 }],
    })
    const v = verdictOf(ACCORD, [WATCHED, ...release], 'detainees', 'GOV', { t: LATER })
    assert.deepEqual([v.verdict, v.quantity], ['PARTIAL', { low: 0, high: 50, required: 50 }])
  })

  it('without a date is pending for ever, and never overdue', () => {
    const v = roads([], '2019-02-01', accordWith({ ...ROADS, deadline: undefined }))
    assert.deepEqual([v.verdict, v.timeliness.kind], ['PENDING', 'no_deadline'])
  })

  it('counted in days from the signature is due at the end of the last day that it may mean', () => {
    const accord = accordWith({ ...ROADS, deadline: undefined, within: 'P7D', after: { document: 'memo' } })
    assert.deepEqual(roads([], '2018-09-20', accord).due, when('2018-09-24'))
  })

  it('whose ground is only alleged is shown on a condition, and never overdue', () => {
    const accord = accordWith(ANSWER_BY_PATROL)
    const violation = claim({ event: 'v', types: ['violation_reported'], when: '2018-11-03', sector: 's1' })
    const v = verdictOf(accord, [WATCHED, violation], 'answer-by-patrol', 'RU+TR', { t: LATER })
    assert.deepEqual([v.verdict, v.codes.includes('conditional')], ['PENDING', true])
  })

  it('to answer in the same sector is not met in another', () => {
    const accord = accordWith(ANSWER_BY_PATROL)
    const violation = twice({ event: 'v', types: ['violation_reported'], when: '2018-11-03', sector: 's1' })
    const patrol = (sector?: string) =>
      twice({
        event: 'p',
        types: ['joint_patrol'],
        actor: ['RU', 'TR'],
        when: '2018-11-05',
        ...(sector && { sector }),
      })
    const ask = (records: readonly EvidenceRecord[]) =>
      verdictOf(accord, [WATCHED, ...violation, ...records], 'answer-by-patrol', 'RU+TR', { t: LATER })
    assert.equal(ask(patrol('s2')).verdict, 'OVERDUE')
    assert.deepEqual(
      [ask(patrol()).verdict, ask(patrol()).codes],
      ['POSSIBLY', ['past-due', 'sector-uncertain']],
    )
  })

  it('to withdraw what nobody has seen cannot be verified', () => {
    const v = verdictOf(ACCORD, [WATCHED], 'heavy-weapons', 'GOV', { t: LATER })
    assert.deepEqual([v.verdict, v.codes], ['UNVERIFIED', ['past-due', 'no-items']])
  })

  it('on items: one first seen after the date is no proof that it was there before', () => {
    const seen = twice({
      event: 's',
      types: ['heavy_weapon_seen'],
      actor: 'GOV',
      item: 'W1',
      when: '2018-11-05',
    })
    const v = verdictOf(ACCORD, [WATCHED, ...seen], 'heavy-weapons', 'GOV', { t: LATER })
    assert.deepEqual([v.verdict, v.codes], ['PENDING', ['past-due', 'conditional']])
  })

  it('on items: an act before the last sighting does not count', () => {
    const item = { actor: 'GOV', item: 'W1' }
    const records = [
      ...twice({ event: 's', types: ['heavy_weapon_seen'], ...item, when: '2018-10-07' }),
      ...twice({ event: 'w', types: ['weapon_withdrawn'], ...item, when: '2018-10-05' }),
    ]
    assert.equal(
      verdictOf(ACCORD, [WATCHED, ...records], 'heavy-weapons', 'GOV', { t: LATER }).verdict,
      'OVERDUE',
    )
  })

  it('on items: a count of unnamed ones bounds how many are gone', () => {
    const seen = ['W1', 'W2', 'W3', 'W4'].flatMap(item =>
      twice({ event: `s${item}`, types: ['heavy_weapon_seen'], actor: 'GOV', item, when: '2018-10-05' }),
    )
    const some = twice({
      event: 'w',
      types: ['weapon_withdrawn'],
      actor: 'GOV',
      when: '2018-10-08',
      figures: [{ what: 'items', low: 2, high: 3 }],
    })
    const v = verdictOf(ACCORD, [WATCHED, ...seen, ...some], 'heavy-weapons', 'GOV', { t: LATER })
    assert.equal(v.verdict, 'PARTIAL')
    assert.equal(v.quantity?.low, 2)
  })

  it('that recurs is judged period by period, the running one left open', () => {
    const weekly: Provision = {
      ...DETAINEES,
      quantity: 3,
      deadline: undefined,
      recurring: { every: 'P7D', from: '2018-11-01' },
      bearer: ['GOV'],
    }
    const out = (day: string, n: number) =>
      twice({
        event: day,
        types: ['release'],
        actor: 'GOV',
        when: day,
        figures: [{ what: 'released', low: n, high: n }],
      })
    const v = verdictOf(
      accordWith(weekly),
      [WATCHED, ...out('2018-11-02', 3), ...out('2018-11-10', 1)],
      'detainees',
      'GOV',
      { t: at('2018-11-20') },
    )
    assert.deepEqual([v.verdict, v.counts], ['PARTIAL', { instances: 2, FULFILLED: 1, PARTIAL: 1 }])
  })

  it("has a reviewer's word on whether what was done is what was agreed", () => {
    const ruling: EvidenceRecord = {
      kind: 'ruling',
      id: 'r',
      event: 'open',
      set: { correspondence: 'partial' },
      by: 'reviewer',
      why: 'one lane',
      received: LATER,
    }
    assert.equal(roads([...opened('2018-12-20'), ruling]).correspondence, 'partial')
    assert.equal(roads(opened('2018-12-20')).correspondence, 'unknown')
  })
})

describe('reciprocity between duties', () => {
  const accord = accordWith({
    ...DETAINEES,
    quantity: 2,
    reciprocity: { with: 'detainees', by: 'other-side', mode: 'condition' },
  })
  const out = (actor: string, n: number, sources = 2) =>
    twice({
      event: actor,
      types: ['release'],
      actor,
      when: '2018-12-20',
      figures: [{ what: 'released', low: n, high: n }],
    }).slice(0, sources)
  const ask = (records: readonly EvidenceRecord[], who: string) =>
    verdictOf(accord, [WATCHED, ...records], 'detainees', who, { t: LATER })

  it('binds a side once the other has done its part', () => {
    assert.equal(ask(out('GOV', 2), 'GOV').verdict, 'FULFILLED')
    assert.equal(ask(out('GOV', 2), 'OPP').verdict, 'OVERDUE')
  })

  it('leaves it open while the other may have done its part', () => {
    const v = ask(out('GOV', 2, 1), 'OPP')
    assert.deepEqual([v.verdict, v.codes.includes('conditional')], ['PENDING', true])
  })
})

describe('a duty to keep something up', () => {
  const open: Provision = {
    ...NO_ATTACK,
    id: 'open',
    kind: 'maintain',
    exceptions: [],
    action: { types: ['road_closed'] },
    perform: { types: ['road_opened'] },
  }
  const closed = twice({ event: 'c', types: ['road_closed'], actor: 'GOV', when: '2018-11-03' })
  it('lapses like a breach, and its last known state is named', () => {
    const v = onGov(accordWith(open), closed, 'open')
    assert.deepEqual([v.verdict, v.codes], ['BREACHED', ['lapsed-now']])
    const mended = [...closed, ...twice({ event: 'o', types: ['road_opened'], when: '2018-11-10' })]
    assert.deepEqual(onGov(accordWith(open), mended, 'open').codes, ['restored'])
  })
})

describe('a permission', () => {
  const posts: Provision = {
    ...ROADS,
    id: 'posts',
    kind: 'permission',
    deadline: undefined,
    perform: undefined,
    bearer: ['TR'],
    action: { types: ['post_established'], in: 'dmz' },
    quantity: 2,
    obstruction: { types: ['access_denied'] },
    protects: ['RU'],
  }
  const post = (event: string, more: object = {}) =>
    twice({ event, types: ['post_established'], actor: 'TR', when: '2018-11-03', ...more })
  const ask = (records: readonly EvidenceRecord[]) =>
    judge(accordWith(posts), records, { t: LATER, k: LATER })

  it('is used, not used, or gone beyond in number or place', () => {
    assert.equal(ask([])[0]?.verdict, 'UNUSED')
    assert.equal(ask(post('1'))[0]?.verdict, 'EXERCISED')
    const many = ask([...post('1'), ...post('2'), ...post('3')])[0]
    assert.deepEqual([many?.verdict, many?.codes], ['EXCEEDED', ['over-quantity']])
    const away = ask(post('1', { place: spot(40_000, 0) }))[0]
    assert.deepEqual([away?.verdict, away?.codes], ['EXCEEDED', ['outside-zone']])
    assert.deepEqual(ask([post('1')[0]!])[0]?.codes, ['claimed'])
  })

  it('is obstructed by the other parties, whom that binds', () => {
    const rows = ask(twice({ event: 'd', types: ['access_denied'], actor: 'GOV', when: '2018-11-05' })).slice(
      1,
    )
    assert.deepEqual(
      rows.map(v => [v.bearer, v.verdict, v.codes[0]]),
      [
        [['GOV'], 'BREACHED', 'obstruction'],
        [['OPP'], 'HOLDING', 'obstruction'],
      ],
    )
  })
})

describe('a counter-duty', () => {
  const accord = accordWith(REPAIRED_BAN)
  const breach = shelling('e', 'GOV', '2018-11-03T14:00')
  const report = (day: string) => twice({ event: 'r', types: ['report_published'], actor: 'GOV', when: day })
  it('is not owed where nothing happened', () => {
    assert.equal(onGov(accord, []).repair?.verdict, 'DORMANT')
  })
  it('done late leaves the breach repaired late', () => {
    const v = onGov(accord, [WATCHED, ...breach, ...report('2018-11-20')])
    assert.deepEqual([v.verdict, v.repair?.verdict, v.codes], ['BREACHED', 'LATE', ['repaired-late']])
  })
  it('not done by its date is overdue, beside the breach', () => {
    assert.equal(onGov(accord, [WATCHED, ...breach]).repair?.verdict, 'OVERDUE')
  })
})

describe('coverage', () => {
  const note = (
    from: string,
    to: string,
    level: 'adequate' | 'partial' | 'none',
    id = `${from}${level}`,
  ): EvidenceRecord => ({
    kind: 'coverage',
    id,
    zone: 'dmz',
    when: { lo: at(from), hi: endOf(to) },
    level,
    received: 0,
  })
  const observed = (records: EvidenceRecord[]) =>
    verdictOf(ACCORD, records, 'no-attack', 'GOV', {
      from: at('2018-11-01'),
      t: endOf('2018-11-30'),
      k: LATER,
    }).observed

  it('is whole when adequate notes leave no second out', () => {
    assert.equal(
      observed([note('2018-11-01', '2018-11-15', 'adequate'), note('2018-11-16', '2018-12-10', 'adequate')]),
      'yes',
    )
    assert.equal(
      observed([note('2018-11-01', '2018-11-15', 'adequate'), note('2018-11-17', '2018-12-10', 'adequate')]),
      'partly',
    )
  })
  it('has a hole where access was denied, whatever another note says', () => {
    assert.equal(
      observed([note('2018-10-01', '2018-12-10', 'adequate'), note('2018-11-10', '2018-11-12', 'none')]),
      'partly',
    )
  })
  it('that was partial does not make silence a fact', () => {
    assert.equal(observed([note('2018-10-01', '2018-12-10', 'partial')]), 'partly')
    assert.equal(observed([note('2018-10-01', '2018-10-10', 'adequate')]), 'no')
  })
  it('of a larger zone speaks for the zones in it', () => {
    const wide = {
      ...ACCORD.zones[0]!,
      id: 'area',
      versions: [{ from: '2018-01-01', inner: square(60_000), outer: square(60_000) }],
    }
    const accord = { ...ACCORD, zones: [...ACCORD.zones, wide] }
    const v = verdictOf(
      accord,
      [{ kind: 'coverage', id: 'w', zone: 'area', when: when('2018'), level: 'adequate', received: 0 }],
      'no-attack',
      'GOV',
      { t: at('2018-12-01') },
    )
    assert.equal(v.observed, 'yes')
    assert.deepEqual(v.evidenceFor, ['w'])
  })
})

describe('every verdict', () => {
  it('lists the zone version, the reading, the start and the coverage that it takes for granted', () => {
    const kinds = onGov(ACCORD, []).assumptions.map(a => a.kind)
    assert.deepEqual(kinds, ['start', 'reading', 'zone-version', 'coverage'])
  })
  it('speaks in composed Arabic, with names and months of the field', () => {
    const v = onGov(ACCORD, shelling('e', 'GOV', '2018-11-03T14:00'))
    assert.equal(
      v.because.ar,
      'قصف مدفعي من جانب الحكومة، 3 تشرين الثاني/نوفمبر 2018، الساعة 14:00، ثابت استنادًا إلى مصدرين مستقلين؛ ولا شيء مسجَّلًا يبرّره.',
    )
    assert.equal(
      v.because.en,
      'Shelling by the government, 3 Nov 2018, 14:00, established by 2 independent sources; nothing on record excuses it.',
    )
  })
  it('of a definition or a recital is NOT_JUDGED', () => {
    const recital: Provision = { ...ROADS, id: 'recital', kind: 'recital' }
    assert.equal(judge(accordWith(recital), [], { t: LATER, k: LATER })[0]?.verdict, 'NOT_JUDGED')
  })
  it('on items knows the item by name: metres and heavy weapons of another side are not its affair', () => {
    const theirs = twice({
      event: 's',
      types: ['heavy_weapon_seen'],
      actor: 'OPP',
      item: 'W9',
      when: '2018-10-05',
      place: { kind: 'disc', at: metres(0, 0), radiusMetres: 0 },
    })
    assert.ok(
      verdictOf(accordWith(HEAVY_WEAPONS), [WATCHED, ...theirs], 'heavy-weapons', 'GOV', {
        t: LATER,
      }).codes.includes('no-items'),
    )
  })
})
