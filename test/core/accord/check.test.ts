import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkAccord } from '../../../src/core/accord/check.ts'
import type { Accord } from '../../../src/core/accord/model.ts'
import { accordOf, clause, square, zone } from './small-accord.ts'

const NO_ATTACK = clause('no-attack', { action: { types: ['hostile'], in: 'valley' } })
const GUNS_OUT = clause('guns-out', {
  kind: 'obligation',
  perform: { types: ['weapon_withdrawn'], in: 'valley' },
  deadline: '2018-10-10',
})

/** code field [and] of every problem. */
const found = (a: Accord) =>
  checkAccord(a).map(p => [p.code, p.where?.field, p.and?.field].filter(Boolean).join(' '))

describe('a sound accord', () => {
  it('has no problems', () => {
    assert.deepEqual(checkAccord(accordOf([NO_ATTACK, GUNS_OUT])), [])
  })
})

describe('names', () => {
  it('an id that stands twice names both places', () => {
    assert.deepEqual(found(accordOf([NO_ATTACK, NO_ATTACK])), ['id-twice provisions[1].id provisions[0].id'])
  })

  it('a bearer who is no party is named with the one meant', () => {
    const [p] = checkAccord(accordOf([{ ...NO_ATTACK, bearer: ['NORT'] }]))
    assert.equal(p!.code, 'dangling-name')
    assert.match(p!.message, /no party 'NORT', did you mean 'NORTH'/)
    assert.match(p!.expected!, /GA, GB, NORTH, SOUTH/)
  })

  const dangling: readonly [string, Accord, string][] = [
    [
      'a zone',
      accordOf([{ ...NO_ATTACK, action: { types: ['hostile'], in: 'vale' } }]),
      'provisions[0].action.in',
    ],
    [
      'a document',
      accordOf([{ ...NO_ATTACK, source: { document: 'M2', urls: [] } }]),
      'provisions[0].source.document',
    ],
    ['a reading', accordOf([{ ...NO_ATTACK, readings: ['nobody'] }]), 'provisions[0].readings[0]'],
    [
      'a patch for no reading',
      accordOf([{ ...NO_ATTACK, under: { nobody: { bearer: ['SOUTH'] } } }]),
      'provisions[0].under.nobody',
    ],
    [
      'a bearer inside a patch',
      accordOf([{ ...NO_ATTACK, under: { na: { bearer: ['EAST'] } } }]),
      'provisions[0].under.na.bearer[0]',
    ],
    [
      'a guarantor',
      accordOf([{ ...NO_ATTACK, boundThrough: { NORTH: 'GC' } }]),
      'provisions[0].boundThrough.NORTH',
    ],
    [
      'a linked provision',
      accordOf([{ ...GUNS_OUT, reciprocity: { with: 'other', by: 'other-side', mode: 'condition' } }]),
      'provisions[0].reciprocity.with',
    ],
    [
      'a start',
      accordOf([NO_ATTACK], {
        readings: [{ id: 'default', author: 'cell', name: { en: 'd', ar: 'م' }, starts: { M1: 'noon' } }],
      }),
      'readings[0].starts.M1',
    ],
    [
      'an agenda item',
      accordOf([NO_ATTACK], { agenda: [{ id: 'aid', title: { en: 'Aid', ar: 'العون' }, parent: 'all' }] }),
      'agenda[0].parent',
    ],
    ['an area', accordOf([NO_ATTACK], { area: 'plain' }), 'area'],
  ]
  for (const [what, accord, field] of dangling)
    it(`${what} that leads nowhere is named at its field`, () => {
      assert.deepEqual(found(accord), [`dangling-name ${field}`])
    })

  it("an accord without the reading 'default' is refused", () => {
    const accord = accordOf([NO_ATTACK], {
      readings: [{ id: 'na', author: 'NORTH', name: { en: 'n', ar: 'ش' } }],
    })
    assert.deepEqual(found(accord), ['no-default-reading readings'])
  })
})

describe('one clause', () => {
  const ex = (id: string, more: object) =>
    ({ id, kind: 'carve-out', reading: 'na', target: ['SOUTH'], ...more }) as const
  const broken: readonly [string, Accord, string][] = [
    [
      'deadline and within together',
      accordOf([{ ...GUNS_OUT, within: 'P7D', after: { document: 'M1' } }]),
      'two-deadlines provisions[0].within provisions[0].deadline',
    ],
    [
      'a patch that adds a second deadline',
      accordOf([{ ...GUNS_OUT, under: { na: { recurring: { every: 'P7D' } } } }]),
      'two-deadlines provisions[0].under.na.recurring provisions[0].deadline',
    ],
    [
      'a deadline on a prohibition',
      accordOf([{ ...NO_ATTACK, deadline: '2018-10-10' }]),
      'deadline-misplaced provisions[0].deadline provisions[0].kind',
    ],
    [
      'time allowed after nothing',
      accordOf([{ ...GUNS_OUT, deadline: undefined, within: 'P7D' }]),
      'within-of-what provisions[0].within',
    ],
    [
      'an exception on an obligation',
      accordOf([{ ...GUNS_OUT, exceptions: [ex('x', {})] }]),
      'exception-misplaced provisions[0].exceptions provisions[0].kind',
    ],
    [
      'an exception without a reading',
      accordOf([{ ...NO_ATTACK, exceptions: [ex('x', { reading: '' })] }]),
      'dangling-name provisions[0].exceptions[0].reading',
    ],
    [
      'two exceptions that can match one act, without order',
      accordOf([
        {
          ...NO_ATTACK,
          exceptions: [
            ex('x', {}),
            {
              id: 'y',
              kind: 'permitted-response',
              reading: 'na',
              provocation: { types: ['hostile'], by: 'other-side', within: 'PT72H', distance: 10000 },
            },
          ],
        },
      ]),
      'exceptions-without-order provisions[0].exceptions[1] provisions[0].exceptions[0]',
    ],
    [
      'a joint bearer of one',
      accordOf([{ ...NO_ATTACK, bearer: [['GA', 'GA']] }]),
      'joint-of-one provisions[0].bearer[0]',
    ],
    [
      'a bearer twice',
      accordOf([{ ...NO_ATTACK, bearer: ['NORTH', 'NORTH'] }]),
      'bearer-twice provisions[0].bearer[1]',
    ],
    ['a prohibition without an act', accordOf([clause('empty')]), 'missing-key provisions[0].kind'],
    ['nobody bound', accordOf([{ ...NO_ATTACK, bearer: [] }]), 'no-bearer provisions[0].bearer'],
    [
      "'other-side' for a party that has none",
      accordOf([
        {
          ...GUNS_OUT,
          bearer: ['GA'],
          reciprocity: { with: 'guns-out', by: 'other-side', mode: 'condition' },
        },
      ]),
      'no-other-side provisions[0].bearer',
    ],
    [
      "'same' without a trigger",
      accordOf([{ ...GUNS_OUT, perform: { types: ['weapon_withdrawn'], same: 'item' } }]),
      'same-as-what provisions[0].perform',
    ],
    [
      'through somebody who is no guarantor',
      accordOf([{ ...NO_ATTACK, boundThrough: { NORTH: 'SOUTH' } }]),
      'not-a-guarantor provisions[0].boundThrough',
    ],
  ]
  for (const [what, accord, expected] of broken)
    it(`${what} is found`, () => assert.deepEqual(found(accord), [expected]))

  it('two carve-outs for different parties need no order', () => {
    const accord = accordOf([{ ...NO_ATTACK, exceptions: [ex('x', {}), ex('y', { target: ['GA'] })] }])
    assert.deepEqual(found(accord), [])
  })

  it('two exceptions with an order are sound', () => {
    const accord = accordOf([{ ...NO_ATTACK, exceptions: [ex('x', { order: 1 }), ex('y', { order: 2 })] }])
    assert.deepEqual(found(accord), [])
  })

  it('provisions that run after each other in a round are found', () => {
    const after = (id: string, of: string) =>
      clause(id, {
        kind: 'obligation',
        perform: { types: ['release'] },
        within: 'P7D',
        after: { provision: of },
      })
    assert.ok(
      found(accordOf([after('a', 'b'), after('b', 'a')])).includes(
        'round provisions[0].after.provision provisions[1].after.provision',
      ),
    )
  })
})

describe('clauses that nothing can reach', () => {
  const ended = (at: string) => ({ ...accordOf([]).documents[0]!, ends: [{ at, type: 'expired' as const }] })
  const broken: readonly [string, Accord, string][] = [
    [
      'a deadline before the start',
      accordOf([{ ...GUNS_OUT, deadline: '2018-09-01' }]),
      'deadline-before-start provisions[0].deadline documents[0].starts',
    ],
    [
      'a deadline after the end',
      accordOf([GUNS_OUT], { documents: [ended('2018-10-01')] }),
      'unreachable provisions[0].deadline documents[0].ends',
    ],
    [
      'a window after the end',
      accordOf([{ ...NO_ATTACK, window: { from: '2019-01-01' } }], { documents: [ended('2018-12-31')] }),
      'unreachable provisions[0].window documents[0].starts',
    ],
    [
      'a window that ends before it begins',
      accordOf([{ ...NO_ATTACK, window: { from: '2018-12-01', to: '2018-11-01' } }]),
      'ends-before-start provisions[0].window.to provisions[0].window.from',
    ],
    [
      'a zone that is gone while the clause binds',
      accordOf([{ ...NO_ATTACK, window: { from: '2019-01-01' } }], {
        zones: [zone('valley', square(36, 35, 37, 36), '2018-09-17', '2018-12-31')],
      }),
      'unreachable provisions[0].action.in zones[0].versions',
    ],
    [
      'a carve-out for acts that are not forbidden',
      accordOf([
        {
          ...NO_ATTACK,
          action: { types: ['hostile'], target: ['SOUTH'] },
          exceptions: [{ id: 'x', kind: 'carve-out', reading: 'na', target: ['GA'] }],
        },
      ]),
      'unreachable provisions[0].exceptions[0].target provisions[0].action.target',
    ],
    [
      'an exception under a reading that has no such clause',
      accordOf([
        {
          ...NO_ATTACK,
          readings: ['default'],
          exceptions: [{ id: 'x', kind: 'carve-out', reading: 'na', target: ['SOUTH'] }],
        },
      ]),
      'unreachable provisions[0].exceptions[0].reading provisions[0].readings',
    ],
    [
      'an end before the start',
      accordOf([NO_ATTACK], { documents: [ended('2018-01-01')] }),
      'ends-before-start documents[0].ends[0].at documents[0].starts[0].at',
    ],
    [
      'two versions of a zone at once',
      accordOf([NO_ATTACK], {
        zones: [
          {
            ...zone('valley', square(36, 35, 37, 36)),
            versions: [
              ...zone('valley', square(36, 35, 37, 36)).versions,
              ...zone('valley', square(36, 35, 37, 36), '2018-10-01').versions,
            ],
          },
        ],
      }),
      'versions-overlap zones[0].versions[1] zones[0].versions[0]',
    ],
  ]
  for (const [what, accord, expected] of broken)
    it(`${what}`, () => assert.ok(found(accord).includes(expected), found(accord).join('\n')))

  const PATROL = clause('patrol', { kind: 'obligation', perform: { types: ['patrol'] }, within: 'P7D' })
  it('a trigger that is never recorded as an event', () => {
    const accord = accordOf([{ ...PATROL, trigger: { types: ['statement'], by: 'any' } }])
    assert.deepEqual(found(accord), ['unreachable provisions[0].trigger.types'])
  })

  it('a trigger in one zone whose answer must be in the same and in another', () => {
    const accord = accordOf(
      [
        {
          ...PATROL,
          perform: { types: ['patrol'], in: 'hill', same: 'zone' },
          trigger: { types: ['violation_reported'], in: 'valley' },
        },
      ],
      { zones: [zone('valley', square(36, 35, 37, 36)), zone('hill', square(38, 35, 39, 36))] },
    )
    assert.deepEqual(found(accord), ['unreachable provisions[0].perform.in provisions[0].trigger.in'])
  })

  it('a start that no reading takes is named', () => {
    const d = accordOf([]).documents[0]!
    const accord = accordOf([NO_ATTACK], {
      documents: [
        { ...d, starts: [...d.starts, { id: 'later', at: '2018-09-20', source: 'https://example.org' }] },
      ],
      readings: accordOf([]).readings.map(r => ({ ...r, starts: { M1: 'signing' } })),
    })
    assert.deepEqual(found(accord), ['start-unread documents[0].starts[1]'])
  })
})

describe('zones', () => {
  it('a zone that crosses itself is refused with the point', () => {
    const bowtie = [
      [
        [
          [36, 35],
          [37, 36],
          [37, 35],
          [36, 36],
          [36, 35],
        ],
      ],
    ] as const
    const [p] = checkAccord(accordOf([NO_ATTACK], { zones: [zone('valley', bowtie)] }))
    assert.match(p!.message, /crosses itself at longitude 36.5, latitude 35.5/)
  })

  it('a certain part that leaves the possible part is refused', () => {
    const z = zone('valley', square(36, 35, 37, 36))
    const accord = accordOf([NO_ATTACK], {
      zones: [{ ...z, versions: [{ ...z.versions[0]!, inner: square(36.5, 35.5, 37.5, 35.9) }] }],
    })
    assert.deepEqual(found(accord), [
      'inner-outside-outer zones[0].versions[0].inner zones[0].versions[0].outer',
    ])
  })

  it('a zone with longitude and latitude swapped is noticed by the area of the accord', () => {
    const accord = accordOf([NO_ATTACK], {
      area: 'valley',
      zones: [zone('valley', square(36, 33, 37, 34)), zone('post', square(33.2, 36.2, 33.4, 36.4))],
    })
    assert.deepEqual(found(accord), ['coordinates-swapped zones[1].versions[0].outer'])
  })
})

describe('clauses that contradict each other', () => {
  const pair = (a: object, b: object, more: Partial<Accord> = {}) =>
    accordOf([clause('one', a), clause('two', b)], more)
  const PERMIT = { kind: 'permission', action: { types: ['patrol'], in: 'valley' } }
  const FORBID = { kind: 'prohibition', action: { types: ['patrol'], in: 'valley' } }

  it('permitting and forbidding one act names both places', () => {
    const [p] = checkAccord(pair(PERMIT, FORBID))
    assert.equal(p!.code, 'contradiction')
    assert.equal(p!.where!.field, 'provisions[1].action')
    assert.equal(p!.and!.field, 'provisions[0].action')
    assert.match(p!.message, /'two' forbids what 'one' permits: patrol/)
  })

  it('the order of the clauses does not hide it', () => {
    assert.deepEqual(found(pair(FORBID, PERMIT)), ['contradiction provisions[0].action provisions[1].action'])
  })

  const contradictions: readonly [string, object, object][] = [
    ['demanding what is forbidden', { kind: 'obligation', perform: { types: ['joint_patrol'] } }, FORBID],
    [
      'demanding what would end a state to be kept',
      { kind: 'maintain', action: { types: ['post_closed'] } },
      { kind: 'obligation', perform: { types: ['post_closed'] } },
    ],
    [
      'keeping posts that may not be there',
      { kind: 'maintain', action: { types: ['post_closed'] } },
      { kind: 'prohibition', action: { types: ['post_open'] } },
    ],
    [
      'opening and closing one road',
      { kind: 'obligation', perform: { types: ['road_opened'], item: 'M4' } },
      { kind: 'obligation', perform: { types: ['road_closed'], item: 'M4' } },
    ],
  ]
  for (const [what, a, b] of contradictions)
    it(what, () =>
      assert.ok(
        found(pair(a, b)).some(f => f.startsWith('contradiction')),
        found(pair(a, b)).join('\n'),
      ),
    )

  const harmonies: readonly [string, Accord][] = [
    ['different bearers', pair({ ...PERMIT, bearer: ['SOUTH'] }, FORBID)],
    [
      'zones apart',
      pair(
        PERMIT,
        { ...FORBID, action: { types: ['patrol'], in: 'hill' } },
        { zones: [zone('valley', square(36, 35, 37, 36)), zone('hill', square(38, 35, 39, 36))] },
      ),
    ],
    [
      'windows apart',
      pair({ ...PERMIT, window: { to: '2018-12-31' } }, { ...FORBID, window: { from: '2019-01-01' } }),
    ],
    ['different readings', pair({ ...PERMIT, readings: ['na'] }, { ...FORBID, readings: ['default'] })],
    [
      'different weapons',
      pair(
        { kind: 'permission', action: { types: ['hostile'], weapons: ['small_arms'] } },
        { kind: 'prohibition', action: { types: ['hostile'], weapons: ['artillery'] } },
      ),
    ],
    [
      'different items',
      pair(
        { kind: 'obligation', perform: { types: ['road_opened'], item: 'M4' } },
        { kind: 'obligation', perform: { types: ['road_closed'], item: 'M5' } },
      ),
    ],
    ['a clause that the other supersedes', pair({ ...PERMIT, supersededBy: 'two' }, FORBID)],
  ]
  for (const [what, accord] of harmonies)
    it(`${what} are no contradiction`, () => assert.deepEqual(found(accord), []))

  it('a patch that makes a contradiction is found under its reading', () => {
    const [p] = checkAccord(
      pair(PERMIT, { ...FORBID, bearer: ['SOUTH'], under: { na: { bearer: ['NORTH'] } } }),
    )
    assert.match(p!.message, /reading 'na'/)
  })

  it('one duty with two dates is doubtful', () => {
    assert.deepEqual(found(accordOf([GUNS_OUT, { ...GUNS_OUT, id: 'guns-out-2', deadline: '2018-10-15' }])), [
      'two-deadlines provisions[1].deadline provisions[0].deadline',
    ])
  })
})

describe('gaps against what a ceasefire text should hold', () => {
  it('each element that nothing gives is named, as a warning', () => {
    const problems = checkAccord(accordOf([NO_ATTACK], { gaps: [] }))
    assert.ok(problems.every(p => p.code === 'gap' && p.severity === 'warning'))
    assert.equal(problems.length, 7)
  })

  it('a gap that the author names is not reported again', () => {
    const gaps = accordOf([]).gaps!.filter(g => g.element !== 'disputes')
    const [p, ...rest] = checkAccord(accordOf([NO_ATTACK], { gaps }))
    assert.match(p!.message, /disputes/)
    assert.deepEqual(rest, [])
  })

  it('a counter-duty counts as a way to handle disputes', () => {
    const gaps = accordOf([]).gaps!.filter(g => g.element !== 'disputes')
    const reparation = {
      duty: 'report',
      words: { en: 'r', ar: 'ت' },
      perform: { types: ['report_published'] },
      within: 'P7D',
    }
    assert.deepEqual(found(accordOf([{ ...NO_ATTACK, reparation }], { gaps })), [])
  })
})
