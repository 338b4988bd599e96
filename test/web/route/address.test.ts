import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressOf, askedOf, hrefTo, pathTo } from '../../../src/web/route/address.ts'

describe('a permanent address', () => {
  it('names accord, page and what is on it', () => {
    const a = addressOf('/idlib/provision/SOC18-6', '')
    assert.deepEqual([a.accord, a.page, a.rest], ['idlib', 'provision', ['SOC18-6']])
  })

  it('comes back from pathTo whatever is in the id', () => {
    const id = 'تقرير 7/3?#%'
    assert.deepEqual(addressOf(pathTo('idlib', 'inbox', id), '').rest, [id])
  })

  it('survives a broken escape', () => {
    assert.deepEqual(addressOf('/idlib/inbox/%E0%A4%A', '').rest, ['%E0%A4%A'])
  })
})

describe('the questions of the header', () => {
  it('travel with every link', () => {
    const asked = askedOf(new URLSearchParams('asOf=2018-11-28&knownAt=2018-12-01&reading=ru&only=broken'))
    assert.equal(
      hrefTo('/idlib/accord', asked),
      '/idlib/accord?asOf=2018-11-28&knownAt=2018-12-01&reading=ru',
    )
  })

  it('are absent for now', () => {
    assert.equal(hrefTo('/idlib/state', askedOf(new URLSearchParams('asOf='))), '/idlib/state')
  })
})
