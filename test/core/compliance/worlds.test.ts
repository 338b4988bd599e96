import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { banOf } from '../../../src/core/compliance/ban.ts'
import { openDocket } from '../../../src/core/compliance/docket.ts'
import { judge } from '../../../src/core/compliance/judge.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import { findingsOf } from '../../../src/core/compliance/prohibition.ts'
import { standingOfAct } from '../../../src/core/compliance/standing.ts'
import { maskOf } from '../../../src/core/compliance/type-mask.ts'
import { EVENT_TYPES } from '../../../src/core/event/types.ts'
import type { EvidenceRecord } from '../../../src/core/evidence/record.ts'
import { sideOf } from '../../../src/core/place/polygon.ts'
import type { Shape } from '../../../src/core/place/shape.ts'
import { arbitraryInstant, arbitraryReports, FOREVER, RUNS, WHOLE } from './arbitrary.ts'
import { accordWith, NO_ATTACK, RESPONSE } from './sochi.ts'

const PREPARED = prepare(
  accordWith({ ...NO_ATTACK, exceptions: [{ ...RESPONSE, reading: 'default' }] }),
  'default',
)
const BAN = PREPARED.provisions[0]!

/** One way things may have been: an instant, a point, a type and a weapon for each event that happened. */
type Happening = {
  t: number
  x: number
  y: number
  type: string
  weapon: number
  inside: boolean
  by: (party: string) => boolean
}

describe('a certain verdict', () => {
  it('holds in every world that the records leave open (soundness by sampling)', () => {
    fc.assert(
      fc.property(
        arbitraryReports(10),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
        (records, dice) => {
          const d = openDocket(PREPARED, records, FOREVER)
          const roll = () => dice.next().value as number
          for (let sample = 0; sample < 6; sample++) {
            const world = new Map<string, Happening>()
            for (const bearer of BAN.bearers)
              for (const { known } of findingsOf(d, banOf(BAN), bearer))
                if (!world.has(known.event.id)) world.set(known.event.id, draw(known, roll))
            for (const list of d.resolved.values())
              for (const k of list) if (!world.has(k.event.id)) world.set(k.event.id, draw(k, roll))
            for (const bearer of BAN.bearers)
              for (const f of findingsOf(d, banOf(BAN), bearer)) {
                const breach = isBreach(world, f.known.event.id, bearer.key)
                if (f.verdict === 'BREACHED') assert.ok(breach, 'BREACHED must be a breach in every world')
                if (f.verdict === 'PERMITTED' || f.verdict === 'HOLDING')
                  assert.ok(!breach, `${f.verdict} must be a breach in no world`)
              }
          }

          function draw(k: ReturnType<typeof findingsOf>[number]['known'], roll: () => number): Happening {
            const a = k.attributes
            const types = EVENT_TYPES.filter(t => (maskOf([t]) & a.types) === maskOf([t]))
            const { x, y } = point(
              a.region.how === 'all'
                ? a.region.shapes
                : [a.region.shapes[Math.floor(roll() * a.region.shapes.length)]!],
              roll,
            )
            const by = new Map<string, boolean>()
            for (const [party, other] of [
              ['GOV', 'OPP'],
              ['OPP', 'GOV'],
            ] as const) {
              const s = standingOfAct(
                k.event,
                new Set([party]),
                new Set([party, party === 'GOV' ? 'RU' : 'TR']),
                BAN.rule,
              )
              void other
              by.set(party, s.level === 'ESTABLISHED' || (s.level !== 'NONE' && roll() < 0.5))
            }
            return {
              t: a.when.lo + Math.floor(roll() * (a.when.hi - a.when.lo + 1)),
              x,
              y,
              type: types[Math.floor(roll() * types.length)]!,
              weapon: a.weapons.low + Math.floor(roll() * (a.weapons.high - a.weapons.low + 1)),
              inside: inZone(x, y, roll),
              by: p => by.get(p) ?? false,
            }
          }
        },
      ),
      RUNS,
    )
  })
})

/** A point in all of the shapes, tried a few times; the centre of the sharpest when chance does not find one. */
function point(shapes: readonly Shape[], roll: () => number): { x: number; y: number } {
  const first = shapes[0]!
  for (let i = 0; i < 20; i++) {
    const p = within(first, roll)
    if (shapes.every(s => holds(s, p.x, p.y))) return p
  }
  return within(first, () => 0.5)
}

function within(s: Shape, roll: () => number): { x: number; y: number } {
  if (s.kind === 'anywhere') return { x: (roll() - 0.5) * 200_000, y: (roll() - 0.5) * 200_000 }
  if (s.kind === 'disc') {
    const angle = roll() * 2 * Math.PI
    const r = s.r * roll()
    return { x: s.x + r * Math.cos(angle), y: s.y + r * Math.sin(angle) }
  }
  return {
    x: s.box.minX + roll() * (s.box.maxX - s.box.minX),
    y: s.box.minY + roll() * (s.box.maxY - s.box.minY),
  }
}

const holds = (s: Shape, x: number, y: number): boolean =>
  s.kind === 'anywhere' ||
  (s.kind === 'disc' ? Math.hypot(s.x - x, s.y - y) <= s.r + 1e-6 : sideOf(s, x, y) >= 0)

/** Between the inner and the outer line the world decides. */
function inZone(x: number, y: number, roll: () => number): boolean {
  const { inner, outer } = BAN.action!.zone!.versions[0]!
  if (sideOf(inner, x, y) >= 0) return true
  return sideOf(outer, x, y) >= 0 && roll() < 0.5
}

function isBreach(world: ReadonlyMap<string, Happening>, id: string, party: string): boolean {
  const e = world.get(id)
  if (!e || !e.by(party) || !e.inside || e.t < BAN.force.start.lo) return false
  if (!BAN.provision.action!.types.some(t => (maskOf([e.type]) & maskOf([t])) === maskOf([e.type])))
    return false
  const x = BAN.provision.exceptions![0]!.provocation!
  for (const [other, o] of world) {
    if (other === id || !o.by(party === 'GOV' ? 'OPP' : 'GOV')) continue
    const gap = e.t - o.t
    const kind = x.types.some(t => (maskOf([o.type]) & maskOf([t])) === maskOf([o.type]))
    if (
      kind &&
      gap >= 0 &&
      gap <= 72 * 3600 &&
      Math.hypot(e.x - o.x, e.y - o.y) <= 10_000 &&
      e.weapon <= o.weapon + 1
    )
      return false
  }
  return true
}

describe('verdicts know no here and now (translation)', () => {
  const utc = { ...WHOLE, tz: 'UTC' }
  const verdicts = (accord: typeof utc, records: readonly EvidenceRecord[], t: number, k: number) =>
    judge(accord, records, { t, k }).map(v => [
      v.provision,
      v.bearer,
      v.verdict,
      v.codes,
      v.quantity,
      v.counts,
      v.observed,
    ])

  it('shifting every date by some days changes nothing', () => {
    fc.assert(
      fc.property(
        arbitraryReports(),
        arbitraryInstant,
        fc.integer({ min: -400, max: 400 }),
        (records, t, days) => {
          const by = days * 86_400
          const later = (text: string) =>
            new Date(Date.parse(`${text}T00:00:00Z`) + by * 1000).toISOString().slice(0, 10)
          const accord = JSON.parse(JSON.stringify(utc), (_, v) =>
            typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v) ? later(v) : v,
          )
          const moved = records.map(c => ({
            ...c,
            when: { lo: c.when.lo + by, hi: c.when.hi + by },
            received: c.received + by,
          }))
          assert.deepEqual(verdicts(accord, moved, t + by, FOREVER + by), verdicts(utc, records, t, FOREVER))
        },
      ),
      { numRuns: Math.ceil(RUNS.numRuns / 3) },
    )
  })

  it('moving everything to another meridian changes nothing', () => {
    const move = <V>(v: V, by: number): V =>
      JSON.parse(JSON.stringify(v), (key, x) =>
        (key === 'at' || key === 'origin' || Array.isArray(x)) &&
        Array.isArray(x) &&
        x.length === 2 &&
        typeof x[0] === 'number'
          ? [x[0] + by, x[1]]
          : x,
      )
    fc.assert(
      fc.property(
        arbitraryReports(),
        arbitraryInstant,
        fc.integer({ min: -30, max: 30 }),
        (records, t, by) => {
          assert.deepEqual(
            verdicts(
              move(utc, by),
              records.map(r => move(r, by)),
              t,
              FOREVER,
            ),
            verdicts(utc, records, t, FOREVER),
          )
        },
      ),
      { numRuns: Math.ceil(RUNS.numRuns / 3) },
    )
  })
})
