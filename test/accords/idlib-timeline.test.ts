import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Claim } from '../../src/core/evidence/record.ts'
import { openPackage } from '../../src/formats/accord-package.ts'
import { allPackages } from './packages.ts'

const opened = openPackage(allPackages().find(p => p.id === 'idlib')!)
const claims = opened.records.flatMap((r): Claim[] =>
  r.of === 'evidence' && r.record.kind === 'claim' ? [r.record] : [],
)

describe('the evidence on Idlib', () => {
  it('names a page for every claim, statement, promise and position', () => {
    const bare = opened.records.filter(
      r =>
        !(r.of === 'evidence' && r.record.kind !== 'claim') &&
        !(r.record as { provenance?: { url?: string } }).provenance?.url,
    )
    assert.deepEqual(
      bare.map(r => r.record.id),
      [],
    )
  })

  it('says in Arabic and in English what each claim and statement amounts to', () => {
    const silent = opened.records.filter(
      r =>
        (r.of === 'statement' || (r.of === 'evidence' && r.record.kind === 'claim')) &&
        !((r.record as Claim).summary?.en && (r.record as Claim).summary?.ar),
    )
    assert.deepEqual(
      silent.map(r => r.record.id),
      [],
    )
  })

  it('never draws a place as a dot', () => {
    assert.deepEqual(
      claims.filter(c => c.place.kind === 'disc' && c.place.radiusMetres < 2000).map(c => c.id),
      [],
    )
  })

  it('knows nothing before it happened', () => {
    assert.deepEqual(
      claims.filter(c => c.received < c.when.lo).map(c => c.id),
      [],
    )
  })

  it('caps no monitor: only words spoken for a party are marked as such', () => {
    const monitors = ['sohr', 'hrw', 'snhr', 'stj', 'un']
    assert.deepEqual(
      claims.filter(c => monitors.includes(c.source) && c.speaksFor).map(c => c.id),
      [],
    )
  })

  it('holds the counts of the two halves of the joint commission side by side', () => {
    const day = claims.filter(c => c.id.startsWith('t067'))
    assert.deepEqual(
      day.map(c => [c.speaksFor, c.figures?.[0]?.low]),
      [
        ['RU', 0],
        ['TR', 12],
      ],
    )
  })

  it('keeps the two tellings of one clash as two events with a link', () => {
    const links = opened.records.flatMap(r =>
      r.of === 'evidence' && r.record.kind === 'link' ? [r.record] : [],
    )
    assert.deepEqual(links.find(l => l.events.includes('e-zalaqiyat'))?.relation, 'versions-of')
  })
})

const TIMELINE = new URL('../../../shared/idlib/timeline.csv', import.meta.url)

describe('beside the timeline it was written from', () => {
  it('carries the page of every row, and none of its sentences', t => {
    if (!existsSync(TIMELINE)) return t.skip('../shared/idlib/timeline.csv not here')
    const rows = readFileSync(TIMELINE, 'utf8').trim().split('\n').slice(1)
    const urls = new Set(opened.records.map(r => (r.record as Claim).provenance?.url))
    const sentences = new Set(opened.records.map(r => (r.record as Claim).summary?.en))
    assert.equal(rows.length, 172)
    for (const row of rows) {
      const url = /,(https?:\/\/[^\s]+),[a-z]{2}$/.exec(row.trim())?.[1]
      assert.ok(url && urls.has(url), row)
      const quoted = /"((?:[^"]|"")+)",[^"]*https?:/.exec(row)?.[1]
      assert.ok(!quoted || !sentences.has(quoted), row)
    }
    return undefined
  })
})
