import assert from 'node:assert/strict'
import fc from 'fast-check'
import { LOCAL_USER, type Viewer } from '../../src/core/access/viewer.ts'
import { isA } from '../../src/core/event/types.ts'
import type { Entry, EntryBody } from '../../src/core/ledger/entry.ts'
import { applyEntry } from '../../src/core/ledger/fold.ts'
import { emptyLedger, type LedgerState } from '../../src/core/ledger/state.ts'
import { boundsOf } from '../../src/core/place/bounds.ts'
import { type Incident, incidentsOf } from '../../src/core/view/incidents.ts'
import {
  countIncidents,
  type IncidentFilter,
  incidentPoints,
  incidentsIn,
} from '../../src/store/incidents/incidents-in.ts'
import { project } from '../../src/store/project.ts'
import { searchIn } from '../../src/store/search/search-in.ts'
import { aClaim, added, aReport, retraction, undone } from '../core/ledger/a-ledger.ts'
import { accordNamed, at, disc, reaching, someBody } from '../core/ledger/some-ledger.ts'
import { type Engine, eachEngine } from './each-engine.ts'

/** A ledger in the store with its state beside it, as a server keeps it. */
function aDesk(engine: Engine) {
  const id = engine.accord()
  const accord = accordNamed(id)
  const state = emptyLedger(id)
  return {
    id,
    accord,
    state,
    async append(...bodies: EntryBody[]): Promise<readonly Entry[]> {
      const made = await engine.store().appendEntries(LOCAL_USER, id, bodies)
      assert.ok(made.ok)
      for (const entry of made.value) applyEntry(state, entry)
      return made.value
    },
    project: () => project(engine.store(), accord, state),
    async events(filter: Partial<IncidentFilter> = {}, page = {}) {
      return (await incidentsIn(LOCAL_USER, engine.store(), { accord: id, ...filter }, page)).incidents.map(
        i => i.event,
      )
    },
  }
}

const DAY = 86_400
const EVERYTHING = { t: Number.MAX_SAFE_INTEGER, k: Number.MAX_SAFE_INTEGER }

await eachEngine('the list of incidents', engine => {
  const { it } = engine

  it('is newest first, in pages that join without gap or double', async () => {
    const desk = aDesk(engine)
    await desk.append(
      added(
        ...Array.from({ length: 25 }, (_, i) =>
          aClaim(`c${i}`, { event: `e${i}`, ...at(Math.floor(i / 3) * DAY) }),
        ),
      ),
    )
    await desk.project()
    const all = await desk.events()
    const expected = incidentsOf(desk.accord, [...desk.state.evidence.values()], EVERYTHING).map(i => i.event)
    assert.deepEqual(all, expected)
    const joined: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await incidentsIn(
        LOCAL_USER,
        engine.store(),
        { accord: desk.id },
        { limit: 4, ...(after ? { after } : {}) },
      )
      joined.push(...page.incidents.map(i => i.event))
      if (!page.next) break
      after = page.next
    }
    assert.deepEqual(joined, expected)
  })

  it('says up to which entry it is', async () => {
    const desk = aDesk(engine)
    await desk.append(added(aClaim('c1')))
    assert.equal((await incidentsIn(LOCAL_USER, engine.store(), { accord: desk.id })).upTo, 0)
    await desk.project()
    await desk.append(added(aClaim('c2')))
    const page = await incidentsIn(LOCAL_USER, engine.store(), { accord: desk.id })
    assert.deepEqual([page.upTo, page.incidents.length], [1, 1])
  })

  it('gives an incident whole: claims, place, words in both languages', async () => {
    const desk = aDesk(engine)
    await desk.append(added(aClaim('c1')))
    await desk.project()
    const { incidents } = await incidentsIn(LOCAL_USER, engine.store(), { accord: desk.id })
    assert.deepEqual(
      incidents,
      JSON.parse(JSON.stringify(incidentsOf(desk.accord, [aClaim('c1')], EVERYTHING))),
    )
  })

  it('filters by type with all below it, by time, box, actor, source and words', async () => {
    const desk = aDesk(engine)
    await desk.append(
      added(
        aClaim('c1', {
          event: 'shelling',
          types: ['shelling'],
          ...at(100),
          place: disc(36, 35),
          actor: 'government',
        }),
        aClaim('c2', {
          event: 'patrol',
          types: ['patrol'],
          ...at(200, 300),
          place: disc(37, 36),
          source: 'monitor-b',
          summary: { ar: 'دورية مشتركة على الطريق السريع' },
        }),
        aClaim('c3', { event: 'nowhere', types: ['raid'], ...at(400), place: { kind: 'unknown' } }),
      ),
    )
    await desk.project()
    for (const [filter, events] of [
      [{ types: ['hostile'] }, ['nowhere', 'shelling']],
      [{ types: ['remote_violence', 'post_or_patrol'] }, ['patrol', 'shelling']],
      [{ types: [] }, []],
      [{ period: { lo: 250, hi: 260 } }, ['patrol']],
      [{ period: { lo: 0, hi: 199 } }, ['shelling']],
      [{ box: { west: 35.9, south: 34.9, east: 36.1, north: 35.1 } }, ['shelling']],
      [{ box: { west: -180, south: -90, east: 180, north: 90 } }, ['patrol', 'shelling']],
      [{ actors: ['government'] }, ['shelling']],
      [{ sources: ['monitor-b', 'monitor-z'] }, ['patrol']],
      [{ text: 'دوريه الطريق' }, ['patrol']],
      [{ text: 'القوات الحكوميه' }, ['shelling']],
      [{ text: 'government' }, ['shelling']],
      [{ text: 'government patrol' }, []],
      [{ text: ' ' }, ['nowhere', 'patrol', 'shelling']],
      [{ types: ['hostile'], period: { lo: 0, hi: 150 } }, ['shelling']],
    ] as const) {
      assert.deepEqual(
        (await desk.events(filter as Partial<IncidentFilter>)).sort(),
        events,
        JSON.stringify(filter),
      )
      assert.equal(
        await countIncidents(LOCAL_USER, engine.store(), { accord: desk.id, ...(filter as object) }),
        events.length,
      )
    }
  })

  it('gives points for discs alone: an area is no dot', async () => {
    const desk = aDesk(engine)
    const polygons = [
      [
        [
          [36, 35],
          [37, 35],
          [36, 36],
          [36, 35],
        ],
      ],
    ] as const
    await desk.append(
      added(
        aClaim('c1', { event: 'dot', place: disc(36.5, 35.5, 800) }),
        aClaim('c2', { event: 'province', place: { kind: 'area', polygons } }),
        aClaim('c3', { event: 'nowhere', place: { kind: 'unknown' } }),
      ),
    )
    await desk.project()
    const points = []
    for await (const some of incidentPoints(LOCAL_USER, engine.store(), { accord: desk.id }))
      points.push(...some)
    assert.deepEqual(
      points.map(p => [p.event, p.longitude, p.latitude, p.radiusMetres]),
      [['dot', 36.5, 35.5, 800]],
    )
    assert.equal(
      (await desk.events({ box: { west: 36.1, south: 35.1, east: 36.2, north: 35.2 } })).join(),
      'province',
    )
  })

  it('shows a stranger nothing', async () => {
    const desk = aDesk(engine)
    await desk.append(added(aClaim('c1')))
    await desk.project()
    const stranger: Viewer = { id: 'u-stranger', roles: {}, release: 'internal' }
    assert.deepEqual(await incidentsIn(stranger, engine.store(), { accord: desk.id }), {
      incidents: [],
      upTo: 0,
    })
    assert.equal(await countIncidents(stranger, engine.store(), { accord: desk.id }), 0)
    assert.deepEqual(await searchIn(stranger, engine.store(), { accord: desk.id, text: 'القرية' }), {
      hits: [],
      upTo: 0,
    })
    for await (const _ of incidentPoints(stranger, engine.store(), { accord: desk.id })) assert.fail()
  })

  it('brought up to date by what was touched is the list made anew, after any entries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(someBody, fc.boolean()), { maxLength: 14 }),
        someFilter,
        async (bodies, filter) => {
          const desk = aDesk(engine)
          for (const [body, now] of bodies) {
            await desk.append(body.kind === 'entry.undone' ? reaching(body.seq, desk.state) : body)
            if (now) await desk.project()
          }
          await desk.project()
          const expected = incidentsOf(desk.accord, [...desk.state.evidence.values()], EVERYTHING)
          assert.deepEqual(
            await desk.events(),
            expected.map(i => i.event),
          )
          assert.deepEqual(
            await desk.events(filter),
            expected.filter(i => passes(i, filter)).map(i => i.event),
          )
          assert.deepEqual(await rowsOf(desk.id, desk.state), await rowsOf(desk.id, desk.state, true))
        },
      ),
      { numRuns: 60 },
    )
  })

  /** Search rows of a ledger, as brought up to date or as made anew. */
  async function rowsOf(id: string, state: LedgerState, anew = false) {
    if (anew) await project(engine.store(), accordNamed(id), { ...state, accord: `${id}-anew` })
    const accord = anew ? `${id}-anew` : id
    const { hits } = await searchIn(LOCAL_USER, engine.store(), { accord, text: 'القرية' }, { limit: 200 })
    return hits
  }
})

const someFilter: fc.Arbitrary<Partial<IncidentFilter>> = fc.record(
  {
    types: fc.subarray(['hostile', 'patrol', 'raid']),
    period: fc.tuple(fc.nat(20), fc.nat(10)).map(([lo, long]) => ({ lo, hi: lo + long })),
    box: fc.tuple(fc.nat(3), fc.nat(3)).map(([x, y]) => ({ west: x, south: y, east: x + 1, north: y + 1 })),
  },
  { requiredKeys: [] },
)

/** The filter by its words, over the core's own incidents. */
function passes(i: Incident, { types, period, box }: Partial<IncidentFilter>): boolean {
  const bounds = boundsOf(i.place)
  return (
    (!types || i.types.some(t => types.some(a => isA(t, a)))) &&
    (!period || (i.when.lo <= period.hi && i.when.hi >= period.lo)) &&
    (!box ||
      (bounds !== undefined &&
        bounds.west <= box.east &&
        bounds.east >= box.west &&
        bounds.south <= box.north &&
        bounds.north >= box.south))
  )
}

await eachEngine('search', engine => {
  const { it } = engine

  async function found(desk: ReturnType<typeof aDesk>, text: string, more = {}) {
    await desk.project()
    return (await searchIn(LOCAL_USER, engine.store(), { accord: desk.id, text, ...more })).hits.map(
      h => `${h.kind} ${h.id}`,
    )
  }
  const read = (reportId: string, text: string): EntryBody => ({
    kind: 'report.read',
    reportId,
    reading: {
      readerVersion: '1',
      language: 'ar',
      publishedHow: 'unknown',
      text,
      paragraphs: [],
      proposals: [],
      warnings: [],
    },
  })

  it('finds a report by any word of its text, in any spelling of it', async () => {
    const desk = aDesk(engine)
    await desk.append(
      { kind: 'report.received', report: aReport('r1') },
      read('r1', 'قالت أنقرة إنّ الآليّة الجديدة تبدأ غداً'),
    )
    for (const text of ['انقره', 'آلية', 'الاليه الجديده', 'غدا'])
      assert.deepEqual(await found(desk, text), ['report r1'], text)
    assert.deepEqual(await found(desk, 'موسكو'), [])
  })

  it('finds records by what they say and who said it, and not once they are retracted or undone', async () => {
    const desk = aDesk(engine)
    await desk.append(added(aClaim('c1', { summary: { ar: 'قصف على المشفى' } })), {
      kind: 'records.added',
      origin: 'test',
      records: [
        {
          of: 'statement',
          record: {
            id: 's1',
            speaker: { name: 'سلمى الحسن', named: 'named' },
            chain: [],
            act: 'assert',
            quote: 'لم نقصف المشفى',
            when: { lo: 0, hi: 1 },
            received: 1543280001,
          } as never,
        },
      ],
    })
    assert.deepEqual(await found(desk, 'مشفي'), ['statement s1', 'claim c1'])
    assert.deepEqual(await found(desk, 'سلمي'), ['statement s1'])
    assert.deepEqual(await found(desk, 'مشفى', { kinds: ['claim'] }), ['claim c1'])
    await desk.append(added(retraction('x1', 'c1')), undone(2))
    assert.deepEqual(await found(desk, 'مشفى'), [])
  })

  it('gives pages that join', async () => {
    const desk = aDesk(engine)
    await desk.append(
      added(
        ...Array.from({ length: 9 }, (_, i) => aClaim(`c${i}`, { received: 1543280000 + Math.floor(i / 2) })),
      ),
    )
    await desk.project()
    const joined: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await searchIn(
        LOCAL_USER,
        engine.store(),
        { accord: desk.id, text: 'قذائف' },
        { limit: 2, ...(after ? { after } : {}) },
      )
      joined.push(...page.hits.map(h => h.id))
      if (!page.next) break
      after = page.next
    }
    assert.deepEqual(joined, ['c8', 'c6', 'c7', 'c4', 'c5', 'c2', 'c3', 'c0', 'c1'])
  })

  it('asked for no word finds nothing', async () => {
    const desk = aDesk(engine)
    await desk.append(added(aClaim('c1')))
    assert.deepEqual(await found(desk, ' - '), [])
  })
})
