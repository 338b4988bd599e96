import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Problem } from '../../src/core/problem.ts'
import { sentenceOf } from '../../src/core/problem.ts'
import { loadAccord, readAccord } from '../../src/formats/accord-yaml.ts'
import { ACCORD_TEXT, accordWith, collection, NAMES, ZONES_TEXT, zone } from './accord-fixture.ts'

const SOUND = { accord: ACCORD_TEXT, zones: ZONES_TEXT, names: NAMES }

function faults(files: Parameters<typeof loadAccord>[0]): readonly Problem[] {
  const r = loadAccord(files)
  return r.ok ? [] : r.error
}

const lineOf = (text: string, needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length

describe('loading an accord', () => {
  it('gives the accord of a sound file, with zones resolved to their rings', () => {
    const r = loadAccord(SOUND)
    assert.ok(r.ok)
    assert.equal(r.value.zones[0]!.versions[0]!.inner[0]![0]!.length, 5)
    assert.deepEqual(readAccord(SOUND).problems, [])
  })

  it('keeps Arabic words as they are in the file', () => {
    const r = loadAccord(SOUND)
    assert.ok(r.ok)
    assert.equal(r.value.title.ar, 'هدنة النهر')
  })

  it('turns numbered points into texts', () => {
    const r = loadAccord(SOUND)
    assert.ok(r.ok)
    assert.deepEqual(r.value.provisions[0]!.source.points, ['1'])
  })

  it('makes one exception for each reading that it names', () => {
    const r = loadAccord(accordWith('reading: na', 'reading: [na, default]'))
    assert.ok(r.ok)
    assert.deepEqual(
      r.value.provisions[0]!.exceptions!.map(x => [x.id, x.reading]),
      [
        ['response', 'na'],
        ['response@default', 'default'],
      ],
    )
  })

  it('takes one shape as both the certain and the possible part', () => {
    const r = loadAccord(accordWith('inner: valley-inner, outer: valley-outer', 'shape: valley-inner'))
    assert.ok(r.ok)
    const version = r.value.zones[0]!.versions[0]!
    assert.deepEqual(version.inner, version.outer)
  })

  it("takes 'none' as a zone with no certain part", () => {
    const r = loadAccord(accordWith('inner: valley-inner', 'inner: none'))
    assert.ok(r.ok)
    assert.deepEqual(r.value.zones[0]!.versions[0]!.inner, [])
  })
})

describe('a broken accord file names file, line, field and what was expected', () => {
  const cases: readonly {
    readonly what: string
    readonly from: string
    readonly to: string
    readonly code: string
    readonly field: string
    readonly says: RegExp
    readonly expects: RegExp
  }[] = [
    {
      what: 'a day that does not exist',
      from: 'deadline: 2018-10-10',
      to: 'deadline: 2018-02-30',
      code: 'not-a-date',
      field: 'provisions[1].deadline',
      says: /'2018-02-30' is no day/,
      expects: /YYYY-MM-DD/,
    },
    {
      what: 'an hour that does not exist',
      from: 'deadline: 2018-10-10',
      to: 'deadline: 2018-10-10T25:00',
      code: 'not-a-date',
      field: 'provisions[1].deadline',
      says: /no day or hour/,
      expects: /hh:mm/,
    },
    {
      what: 'a key that is not known, with the one meant',
      from: 'deadline: 2018-10-10',
      to: 'deadlin: 2018-10-10',
      code: 'unknown-key',
      field: 'provisions[1].deadlin',
      says: /did you mean 'deadline'/,
      expects: /recurring/,
    },
    {
      what: 'a key that is missing',
      from: '    words: {en: It runs six months., ar: مدتها ستة أشهر.}\n',
      to: '',
      code: 'missing-key',
      field: 'provisions[3]',
      says: /'words' is missing/,
      expects: /words/,
    },
    {
      what: 'words in one language only',
      from: 'title: {en: Guns out, ar: سحب المدافع}',
      to: 'title: {en: Guns out}',
      code: 'missing-key',
      field: 'provisions[1].title',
      says: /'ar' is missing/,
      expects: /Arabic/,
    },
    {
      what: 'a deadline beside a time allowed',
      from: 'deadline: 2018-10-10',
      to: 'deadline: 2018-10-10\n    within: P7D',
      code: 'not-together',
      field: 'provisions[1].within',
      says: /may not stand here/,
      expects: /exactly one of deadline, within and recurring/,
    },
    {
      what: 'a deadline on a permission',
      from: '    action: {types: [joint_patrol], in: valley}',
      to: '    action: {types: [joint_patrol], in: valley}\n    deadline: 2018-10-10',
      code: 'not-allowed',
      field: 'provisions[2].kind',
      says: /'permission' is not allowed here/,
      expects: /have no deadline/,
    },
    {
      what: 'an exception without a reading',
      from: '        reading: na\n',
      to: '',
      code: 'missing-key',
      field: 'provisions[0].exceptions[0]',
      says: /'reading' is missing/,
      expects: /reading/,
    },
    {
      what: 'an event type that is not in the tree',
      from: 'types: [weapon_withdrawn]',
      to: 'types: [weapons_withdrawn]',
      code: 'not-allowed',
      field: 'provisions[1].perform.types[0]',
      says: /did you mean 'weapon_withdrawn'/,
      expects: /one of/,
    },
    {
      what: 'a distance that is no whole number',
      from: 'distance: 10000',
      to: 'distance: 10.5',
      code: 'wrong-type',
      field: 'provisions[0].exceptions[0].provocation.distance',
      says: /10.5 is a number/,
      expects: /whole number/,
    },
    {
      what: 'a duration in months',
      from: 'within: P7D',
      to: 'within: P1M',
      code: 'not-a-date',
      field: 'provisions[0].reparation.within',
      says: /no duration/,
      expects: /P7D/,
    },
    {
      what: 'a joint bearer of one',
      from: 'bearer: [[GA, GB]]',
      to: 'bearer: [[GA]]',
      code: 'not-allowed',
      field: 'provisions[2].bearer[0]',
      says: /\["GA"\]/,
      expects: /at least two party ids/,
    },
    {
      what: 'a time zone that is none',
      from: 'tz: Asia/Damascus',
      to: 'tz: Asia/Damascuss',
      code: 'no-such-zone',
      field: 'tz',
      says: /no time zone/,
      expects: /Asia\/Damascus/,
    },
    {
      what: 'a zone whose shape is not there',
      from: 'outer: valley-outer',
      to: 'outer: valey-outer',
      code: 'no-such-shape',
      field: 'zones[0].versions[0].outer',
      says: /did you mean 'valley-outer'/,
      expects: /valley-inner/,
    },
    {
      what: 'a longitude beyond the world',
      from: 'origin: [36.6, 35.7]',
      to: 'origin: [361.6, 35.7]',
      code: 'not-allowed',
      field: 'projection.origin[0]',
      says: /361.6/,
      expects: /-180 to 180/,
    },
  ]
  for (const c of cases)
    it(c.what, () => {
      const files = accordWith(c.from, c.to)
      const p = faults(files).find(x => x.code === c.code)
      assert.ok(p, faults(files).map(sentenceOf).join('\n'))
      assert.equal(p.where?.file, 'accord.yaml')
      assert.equal(p.where?.field, c.field)
      assert.match(p.message, c.says)
      assert.match(p.expected ?? '', c.expects)
      const lines = files.accord.split('\n')
      const name = c.field.split('.').at(-1)!.replace(/\[.*/, '')
      if (['not-a-date', 'unknown-key', 'not-together'].includes(c.code))
        assert.ok(
          lines[p.where!.line! - 1]!.includes(name),
          `line ${p.where!.line}: ${lines[p.where!.line! - 1]}`,
        )
    })

  it('points at the very line of the value', () => {
    const files = accordWith('deadline: 2018-10-10', 'deadline: 2018-02-30')
    assert.equal(faults(files)[0]!.where!.line, lineOf(files.accord, '2018-02-30'))
  })

  it('reports every fault of the file at once', () => {
    const files = accordWith('deadline: 2018-10-10', 'deadline: 2018-02-30')
    const both = { ...files, accord: files.accord.replace('within: P7D', 'within: a week') }
    assert.equal(faults(both).length, 2)
  })

  for (const [what, text, code] of [
    ['an empty file', '', 'empty-file'],
    ['a file of comments', '# هدنة\n', 'empty-file'],
    ['bytes that are no text', 'accord: \0\0', 'not-text'],
    ['brackets left open', 'accord: [hudna/1', 'not-yaml'],
    ['a key given twice', 'accord: hudna/1\naccord: hudna/1', 'key-twice'],
    ['a list where the accord should be', '- 1', 'wrong-type'],
    [
      'aliases that multiply without end',
      `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
      'not-yaml',
    ],
    ['a file far too large', `a: ${'x'.repeat(20_000_001)}`, 'file-too-large'],
  ] as const)
    it(`${what} is refused with its name`, () => {
      const p = faults({ accord: text, names: NAMES })
      assert.equal(p[0]!.code, code)
      assert.equal(p[0]!.where!.file, 'accord.yaml')
    })
})

describe('a broken zones.geojson', () => {
  const outer = zone('valley-outer', [
    [
      [36.1, 35.1],
      [36.9, 35.1],
      [36.9, 35.9],
      [36.1, 35.9],
      [36.1, 35.1],
    ],
  ])
  const bad = (rings: readonly unknown[]) => ({
    accord: ACCORD_TEXT,
    zones: collection(zone('valley-inner', rings), outer),
    names: NAMES,
  })

  it('names the point at which a ring crosses itself', () => {
    const p = faults(
      bad([
        [
          [36, 35],
          [37, 36],
          [37, 35],
          [36, 36],
          [36, 35],
        ],
      ]),
    )
    const crossing = p.find(x => x.code === 'zone-crosses-itself')
    assert.match(crossing!.message, /'valley-inner' crosses itself at longitude 36.5, latitude 35.5/)
    assert.equal(crossing!.where!.file, 'zones.geojson')
    assert.ok(crossing!.where!.line! > 1)
  })

  for (const [what, rings, code] of [
    [
      'a ring that does not close',
      [
        [
          [36, 35],
          [37, 35],
          [37, 36],
          [36, 36],
        ],
      ],
      'ring-open',
    ],
    [
      'a ring of two corners',
      [
        [
          [36, 35],
          [37, 35],
          [36, 35],
        ],
      ],
      'ring-too-short',
    ],
    [
      'a place outside the world',
      [
        [
          [36, 35],
          [37, 95],
          [37, 36],
          [36, 35],
        ],
      ],
      'outside-the-world',
    ],
    [
      'a spike that goes out and back',
      [
        [
          [36, 35],
          [37, 35],
          [37, 36],
          [37, 35.5],
          [36, 36],
          [36, 35],
        ],
      ],
      'zone-crosses-itself',
    ],
    ['no rings at all', [], 'not-geojson'],
  ] as const)
    it(`${what} is refused`, () => {
      assert.ok(faults(bad(rings)).some(p => p.code === code && p.where!.file === 'zones.geojson'))
    })

  it('says that a line is no area', () => {
    const line = {
      type: 'Feature',
      properties: { id: 'valley-inner' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [36, 35],
          [37, 36],
        ],
      },
    }
    const p = faults({ accord: ACCORD_TEXT, zones: collection(line, outer), names: NAMES })
    assert.match(p[0]!.message, /point or a line/)
  })

  it('says when the file is missing altogether', () => {
    assert.match(faults({ accord: ACCORD_TEXT, names: NAMES })[0]!.message, /no sound area/)
  })

  it('refuses an id given to two features', () => {
    const p = faults({ accord: ACCORD_TEXT, zones: collection(outer, outer), names: NAMES })
    assert.ok(p.some(x => x.code === 'id-twice'))
  })
})
