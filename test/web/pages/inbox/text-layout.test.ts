import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Proposal } from '../../../../src/core/proposal/proposal.ts'
import { blocksOf, segmentsOf } from '../../../../src/web/pages/inbox/text-layout.ts'

const proposal = (id: string, start: number, end: number) => ({ id, span: { start, end } }) as Proposal

describe('the text of a report under review', () => {
  const kept = (text: string) => ({ text, kept: true })
  const gone = (text: string, why: 'repeat' | 'boilerplate' | 'empty') => ({ text, kept: false, why })

  it('shows removed paragraphs where they stood, neighbours together', () => {
    const blocks = blocksOf({
      text: 'أول\n\nثانٍ',
      paragraphs: [kept('أول'), gone('اقرأ أيضاً', 'boilerplate'), gone('أول', 'repeat'), kept('ثانٍ')],
    })
    assert.deepEqual(
      blocks.map(b => (b.kind === 'text' ? [b.start, b.end] : b.paragraphs.map(p => p.why))),
      [
        [0, 3],
        ['boilerplate', 'repeat'],
        [5, 9],
      ],
    )
  })

  it('says nothing of empty paragraphs', () => {
    const blocks = blocksOf({ text: 'a\nb', paragraphs: [kept('a'), gone('', 'empty'), kept('b')] })
    assert.deepEqual(
      blocks.map(b => b.kind),
      ['text', 'text'],
    )
  })

  it('loses no text when a kept paragraph is not found as it was', () => {
    const blocks = blocksOf({ text: 'one two', paragraphs: [kept('one  two')] })
    assert.deepEqual(blocks, [{ kind: 'text', start: 0, end: 7 }])
  })
})

describe('lit words', () => {
  it('are cut where proposals begin, end and overlap; the outer one comes first', () => {
    const segments = segmentsOf(0, 20, [proposal('inner', 8, 12), proposal('outer', 4, 16)])
    assert.deepEqual(
      segments.map(s => [s.start, s.end, s.proposals.map(p => p.id)]),
      [
        [0, 4, []],
        [4, 8, ['outer']],
        [8, 12, ['outer', 'inner']],
        [12, 16, ['outer']],
        [16, 20, []],
      ],
    )
  })

  it('of a proposal that runs over a paragraph’s end are lit on both sides', () => {
    const p = [proposal('long', 5, 15)]
    assert.deepEqual(segmentsOf(0, 10, p).at(-1)?.proposals.length, 1)
    assert.deepEqual(segmentsOf(10, 20, p)[0]?.proposals.length, 1)
  })
})
