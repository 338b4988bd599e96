import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { whenOf } from '../../../../src/core/time/civil.ts'
import { draftFrom, type Editable, valuesOf } from '../../../../src/web/pages/inbox/edit/draft-values.ts'
import { whenTexts } from '../../../../src/web/pages/inbox/edit/when-field.ts'

const tz = 'Asia/Damascus'
const when = (text: string) => {
  const w = whenOf(text, tz)
  assert.ok(w.ok)
  return w.value
}

const DRAFTS: readonly Editable[] = [
  {
    kind: 'statement',
    statement: {
      speaker: { role: 'مصدر', named: 'unnamed', party: 'RU' },
      chain: [{ name: 'إنترفاكس', language: 'ru' }, { name: 'موقع محلي' }],
      act: 'commit',
      quote: 'ستبقى ضمن إطار الاتفاق',
      when: when('2018-11-28'),
      about: { provision: 'SOC18-2', event: 'ev-1' },
      claimedException: { provision: 'SOC18-2', events: ['ev-1'] },
    },
  },
  {
    kind: 'event',
    claim: {
      kind: 'claim',
      types: ['shelling', 'air_strike'],
      actor: ['GOV', 'RU'],
      when: { lo: when('2018-11-24').lo, hi: when('2018-11-25').hi },
      place: { kind: 'disc', at: [36.63, 35.62], radiusMetres: 3000, nameAr: 'جرجناز' },
      source: 'sohr',
      root: 'sohr',
      grade: { reliability: 'B', credibility: 2 },
      stance: 'asserts',
      figures: [
        { what: 'displaced', low: 100, high: 100 },
        { what: 'killed', low: 7, high: 9 },
      ],
    },
  },
  {
    kind: 'undertaking',
    undertaking: {
      party: 'RU',
      types: ['release'],
      mode: 'do',
      quantity: 50,
      each: 'side',
      deadline: '2018-12-31',
      words: { ar: 'تبادل 50 من كل طرف' },
      when: when('2018-11-28'),
    },
  },
  {
    kind: 'position',
    position: {
      item: 'rebuilding',
      party: 'OPP',
      stance: 'defers',
      waitsFor: 'settlement',
      when: when('2018-11'),
    },
  },
]

describe('a proposal in plain fields', () => {
  for (const draft of DRAFTS)
    it(`${draft.kind}: saved untouched, it is what it was`, () => {
      const result = draftFrom(draft, valuesOf(draft, tz), tz)
      assert.deepEqual(result, { ok: true, value: draft })
    })

  it('keeps what the form does not show', () => {
    const event = DRAFTS[1]!
    const result = draftFrom(event, { ...valuesOf(event, tz), killedHigh: '8' }, tz)
    assert.ok(result.ok && result.value.kind === 'event')
    assert.deepEqual(result.value.claim.figures, [
      { what: 'displaced', low: 100, high: 100 },
      { what: 'killed', low: 7, high: 8 },
    ])
    assert.equal(result.value.claim.place.kind, 'disc')
  })

  it('takes an emptied field as not said', () => {
    const result = draftFrom(DRAFTS[3]!, { ...valuesOf(DRAFTS[3]!, tz), party: '' }, tz)
    assert.ok(result.ok && result.value.kind === 'position')
    assert.equal('party' in result.value.position, false)
  })

  it('makes a changed source its own origin', () => {
    const result = draftFrom(DRAFTS[1]!, { ...valuesOf(DRAFTS[1]!, tz), source: 'عنب بلدي' }, tz)
    assert.ok(result.ok && result.value.kind === 'event')
    assert.equal(result.value.claim.root, 'عنب بلدي')
  })

  for (const [field, value, why] of [
    ['from', '', 'needed'],
    ['from', '2018-02-30', 'date'],
    ['to', '2018-11-01', 'backwards'],
    ['killedLow', 'many', 'number'],
    ['killedHigh', '3', 'backwards'],
    ['source', ' ', 'needed'],
  ] as const)
    it(`refuses ${field} = "${value}": ${why}`, () => {
      const result = draftFrom(DRAFTS[1]!, { ...valuesOf(DRAFTS[1]!, tz), [field]: value }, tz)
      assert.deepEqual(result, { ok: false, error: { field, why } })
    })

  it('reads Arabic-Indic digits as numbers', () => {
    const result = draftFrom(DRAFTS[2]!, { ...valuesOf(DRAFTS[2]!, tz), quantity: '٤٠' }, tz)
    assert.ok(result.ok && result.value.kind === 'undertaking')
    assert.equal(result.value.undertaking.quantity, 40)
  })
})

describe('a time in a form', () => {
  for (const text of ['2018', '2018-11', '2018-11-28', '2018-11-28T14:05'])
    it(`${text} is one field`, () => assert.deepEqual(whenTexts(when(text), tz), { from: text, to: '' }))

  it('two days are two fields', () => {
    assert.deepEqual(whenTexts({ lo: when('2018-11-24').lo, hi: when('2018-11-25').hi }, tz), {
      from: '2018-11-24',
      to: '2018-11-25',
    })
  })
})
