import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { incidentsOf } from '../../../src/core/view/incidents.ts'
import { ACCORD, claim, endOf, when } from './small-accord.ts'

const at = (day: string) => ({ t: endOf(day), k: endOf(day) })
const LATER = at('2018-12-31')

describe('the list of incidents', () => {
  it('puts claims of one event together and counts copies of one story once', () => {
    const list = incidentsOf(
      ACCORD,
      [claim({ id: 'a', root: 'AFP' }), claim({ id: 'b', root: 'AFP' }), claim({ id: 'c' })],
      LATER,
    )
    assert.equal(list.length, 1)
    assert.equal(list[0]?.claims.length, 3)
    assert.equal(list[0]?.independent, 2)
  })

  it('answers inside for a point well within the zone', () => {
    assert.equal(incidentsOf(ACCORD, [claim({ id: 'a' })], LATER)[0]?.zones.dmz, 'inside')
  })

  it('answers outside for a point beyond the outer edge', () => {
    const far = claim({ id: 'a', place: { kind: 'disc', at: [37.5, 35.7], radiusMetres: 300 } })
    assert.equal(incidentsOf(ACCORD, [far], LATER)[0]?.zones.dmz, 'outside')
  })

  it('cannot tell between the inner and the outer edge, nor for an unknown place', () => {
    const between = claim({
      id: 'a',
      event: 'x',
      place: { kind: 'disc', at: [36.75, 35.7], radiusMetres: 300 },
    })
    const nowhere = claim({ id: 'b', event: 'y', place: { kind: 'unknown', name: 'ريف إدلب' } })
    assert.deepEqual(
      incidentsOf(ACCORD, [between, nowhere], LATER).map(i => i.zones.dmz),
      ['cannot-tell', 'cannot-tell'],
    )
  })

  it('answers outside for a day before the zone was drawn', () => {
    assert.equal(
      incidentsOf(ACCORD, [claim({ id: 'a', when: when('2018-01-05') })], LATER)[0]?.zones.dmz,
      'outside',
    )
  })

  it('forgets a retracted claim, and knew it before the retraction', () => {
    const records = [
      claim({ id: 'a' }),
      { kind: 'retraction', id: 'r', of: 'a', received: endOf('2018-11-20') } as const,
    ]
    assert.equal(incidentsOf(ACCORD, records, LATER).length, 0)
    assert.equal(incidentsOf(ACCORD, records, at('2018-11-10')).length, 1)
  })

  it('takes a correction in place of what it corrects, and goes back when the correction is taken back', () => {
    const records = [
      claim({ id: 'a' }),
      {
        kind: 'correction',
        id: 'k',
        supersedes: 'a',
        claim: claim({ id: 'a2', types: ['small_arms_fire'] }),
        received: endOf('2018-11-12'),
      } as const,
    ]
    assert.deepEqual(incidentsOf(ACCORD, records, LATER)[0]?.types, ['small_arms_fire'])
    const undone = [
      ...records,
      { kind: 'retraction', id: 'r', of: 'k', received: endOf('2018-11-20') } as const,
    ]
    assert.deepEqual(incidentsOf(ACCORD, undone, LATER)[0]?.types, ['shelling'])
  })

  it('joins events that a person said are the same, until that link is taken back', () => {
    const records = [
      claim({ id: 'a', event: 'x' }),
      claim({ id: 'b', event: 'y' }),
      {
        kind: 'link',
        id: 'l',
        events: ['x', 'y'],
        relation: 'same-event',
        by: 'local',
        received: endOf('2018-11-05'),
      } as const,
    ]
    assert.deepEqual(
      incidentsOf(ACCORD, records, LATER).map(i => [i.event, i.sameAs]),
      [['x', ['y']]],
    )
    const apart = [
      ...records,
      { kind: 'retraction', id: 'r', of: 'l', received: endOf('2018-11-20') } as const,
    ]
    assert.equal(incidentsOf(ACCORD, apart, LATER).length, 2)
  })

  it('keeps two sides’ versions of one event apart', () => {
    const records = [
      claim({ id: 'a', event: 'x' }),
      claim({ id: 'b', event: 'y', actor: 'SOUTH' }),
      {
        kind: 'link',
        id: 'l',
        events: ['x', 'y'],
        relation: 'versions-of',
        by: 'local',
        received: endOf('2018-11-05'),
      } as const,
    ]
    assert.equal(incidentsOf(ACCORD, records, LATER).length, 2)
  })

  it('counts who denies it', () => {
    const list = incidentsOf(ACCORD, [claim({ id: 'a' }), claim({ id: 'b', stance: 'denies' })], LATER)
    assert.deepEqual([list[0]?.independent, list[0]?.denied], [1, 1])
  })

  it('does not list on a day what happened after it', () => {
    assert.equal(incidentsOf(ACCORD, [claim({ id: 'a' })], at('2018-11-01')).length, 0)
  })
})
