import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { headlineOf, restOf } from '../../../../src/web/pages/inbox/headline.ts'

describe('what a report is called in lists', () => {
  it('is its title, where it has one', () => {
    assert.equal(headlineOf({ title: 'هدنة باقية', name: 'a.txt' }, 'نص'), 'هدنة باقية')
  })

  it('is the first line, where that is short enough to be a headline', () => {
    assert.equal(headlineOf({ name: 'a.txt' }, 'هدنة باقية\n\nقال مسؤول'), 'هدنة باقية')
  })

  it('is its first words, cut without a dangling mark', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen. fifteen'
    assert.equal(
      headlineOf({}, text),
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen…',
    )
  })

  it('is the file name only when there is no text', () =>
    assert.equal(headlineOf({ name: 'a.txt' }, ' '), 'a.txt'))
})

describe('the lines under it', () => {
  it('do not say the same again', () => {
    assert.equal(restOf('هدنة باقية', 'هدنة باقية. قال مسؤول'), 'قال مسؤول')
  })

  it('are the whole excerpt when the title is another text', () => {
    assert.equal(restOf('A title', 'قال مسؤول'), 'قال مسؤول')
  })
})
