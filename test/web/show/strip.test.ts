import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { domainOf, piecesOf, ticksOf } from '../../../src/web/show/strip.ts'

const interval = (
  from: number,
  to: number,
  verdict: 'HOLDING' | 'BREACHED' | 'POSSIBLE' | 'NOT_IN_FORCE',
  codes: string[] = [],
) => ({
  from,
  to,
  verdict,
  codes,
})
const domain = { from: 0, to: 1000 }

describe('a strip of time', () => {
  it('joins neighbours of one standing', () => {
    const pieces = piecesOf([interval(0, 399, 'HOLDING'), interval(400, 1000, 'HOLDING')], domain)
    assert.deepEqual(
      pieces.map(p => [p.at, Math.round(p.length * 100)]),
      [[0, 100]],
    )
  })

  it('shows a breach of a moment as more than a hair', () => {
    const [, breach] = piecesOf([interval(0, 499, 'HOLDING'), interval(500, 500, 'BREACHED')], domain)
    assert.equal(breach?.standing, 'broken')
    assert.ok(breach.length >= 0.002)
  })

  it('cuts what lies outside its span and skips what was not in force', () => {
    const pieces = piecesOf([interval(-500, 99, 'NOT_IN_FORCE'), interval(100, 5000, 'POSSIBLE')], domain)
    assert.deepEqual(
      pieces.map(p => [p.at, p.length]),
      [[0.1, 0.9]],
    )
  })

  it('tells an unobserved ban from a kept one', () => {
    const pieces = piecesOf(
      [interval(0, 499, 'HOLDING', ['unobserved']), interval(500, 1000, 'HOLDING')],
      domain,
    )
    assert.deepEqual(
      pieces.map(p => p.standing),
      ['unknown', 'kept'],
    )
  })
})

describe('the span all strips share', () => {
  it('begins with the first that was in force and ends at the moment asked', () => {
    assert.deepEqual(
      domainOf(
        [[interval(50, 60, 'NOT_IN_FORCE'), interval(60, 70, 'HOLDING')], [interval(80, 90, 'HOLDING')]],
        100,
      ),
      {
        from: 60,
        to: 100,
      },
    )
  })

  it('is none when nothing was in force', () => {
    assert.equal(domainOf([[interval(50, 60, 'NOT_IN_FORCE')]], 100), undefined)
  })
})

describe('the marks under a strip', () => {
  it('are years over a long span and months over a short one', () => {
    const at = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000
    assert.deepEqual(
      ticksOf({ from: at('2017-05-04'), to: at('2020-04-01') }).map(t => t.year),
      [2018, 2019, 2020],
    )
    assert.deepEqual(
      ticksOf({ from: at('2018-09-17'), to: at('2018-12-20') }).map(t => t.month),
      [9],
    )
  })
})
