import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Proposal } from '../../../src/core/proposal/proposal.ts'
import { SPEECH_ACTS } from '../../../src/core/statement/statement.ts'
import { STANCES } from '../../../src/core/talks/position.ts'
import { loadAccord } from '../../../src/formats/accord-yaml.ts'
import { readReport } from '../../../src/reader/read.ts'

const root = new URL('../../../', import.meta.url)
const file = (path: string) => readFileSync(new URL(path, root), 'utf8')
const loaded = loadAccord({
  accord: file('accords/idlib/accord.yaml'),
  zones: file('accords/idlib/zones.geojson'),
})
assert.ok(loaded.ok)
const accord = loaded.value

type Of<K extends Proposal['draft']['kind']> = Extract<Proposal['draft'], { kind: K }>
const drafts = <K extends Proposal['draft']['kind']>(proposals: readonly Proposal[], kind: K): Of<K>[] =>
  proposals.flatMap(p => (p.draft.kind === kind ? [p.draft as Of<K>] : []))

const seed = new URL('../shared/seed/idlib-article-ar.txt', root)

describe('the article the product began with, published 2018-11-28', () => {
  const skip = existsSync(seed) ? undefined : '../shared/seed not here'
  const reading = skip
    ? undefined
    : readReport(
        { text: readFileSync(seed, 'utf8'), publishedAt: '2018-11-28', outlet: 'almanar' },
        { accord },
      )
  const check = (name: string, f: (proposals: readonly Proposal[]) => void) =>
    it(name, t => (skip ? t.skip(skip) : f(reading!.proposals)))

  it('eight repeated paragraphs and one line of furniture go', t => {
    if (skip) return t.skip(skip)
    const why = reading!.paragraphs.map(p => p.why)
    assert.deepEqual(
      [why.filter(w => w === 'repeat').length, why.filter(w => w === 'boilerplate').length],
      [8, 1],
    )
  })
  check('the agreement is of 2018-09-17, between Turkey and Russia', p => {
    const claim = drafts(p, 'event').find(d => d.claim.types.includes('agreement_reached'))?.claim
    assert.deepEqual(claim?.actor, ['TR', 'RU'])
    assert.ok(p.some(x => x.draft.kind === 'date' && x.draft.iso === '2018-09-17'))
  })
  check('the exchange is promised: fifty a side by 2018-12-31', p => {
    const u = drafts(p, 'undertaking')
      .map(d => d.undertaking)
      .find(d => d.types.includes('release'))
    assert.deepEqual(
      [u?.party, u?.quantity, u?.each, u?.deadline, u?.mode],
      ['RU', 50, 'side', '2018-12-31', 'do'],
    )
  })
  check('statements come with their chains', p => {
    const chains = drafts(p, 'statement').map(d =>
      [d.statement.speaker?.name, ...d.statement.chain.map(r => r.name)].join(' > '),
    )
    assert.ok(
      chains.some(c => /^مسؤول روسي > انترفاكس > almanar$/.test(c)),
      chains.join('\n'),
    )
    assert.ok(chains.some(c => /^مصدر روسي مسؤول > روسيا اليوم > almanar$/.test(c)))
    assert.ok(chains.some(c => /^الكرملين > almanar$/.test(c)))
    assert.ok(chains.some(c => /^مصادر إعلامية > almanar$/.test(c)))
  })
  check('"only to answer, within the agreement" is a claimed exception, not a clause', p => {
    const claimed = drafts(p, 'statement').filter(d => d.statement.claimedException)
    assert.equal(claimed.length, 2)
    assert.ok(claimed.some(d => d.statement.condition === 'الرد على الاستفزازات'))
  })
  check('five agenda items with their states', p => {
    const said = drafts(p, 'position').map(d =>
      [d.position.item, d.position.stance, d.position.party, d.position.waitsFor].filter(Boolean).join(' '),
    )
    assert.deepEqual(said.sort(), [
      'ceasefire open',
      'constitution defers OPP political-deal',
      'detainees open',
      'reconstruction defers OPP political-deal',
      'refugees defers OPP political-deal',
    ])
  })
  check('the two presidents’ call is an event', p =>
    assert.deepEqual(drafts(p, 'event').find(d => d.claim.types.includes('call'))?.claim.actor, ['RU', 'TR']),
  )
})

describe('a report of our own, hard in the same ways', () => {
  const one = readReport(
    {
      text: file('accords/idlib/reports/01-hard-but-within.ar.txt'),
      publishedAt: '2018-11-29',
      outlet: 'Desk',
    },
    { accord },
  )
  it('the official in three names is one voice', () => {
    const speakers = drafts(one.proposals, 'statement').map(d => d.statement.speaker?.name)
    assert.equal(speakers.filter(s => s === 'دبلوماسي روسي').length, 4)
  })
  it('the reply "within what was agreed" is his claimed exception', () =>
    assert.ok(
      drafts(one.proposals, 'statement').some(
        d => d.statement.claimedException && d.statement.speaker?.party === 'RU',
      ),
    ))

  const two = readReport({ text: file('accords/idlib/reports/02-zone-unfinished.ar.txt') }, { accord })
  it('the date stands in the text, and is said to', () => {
    assert.deepEqual([two.publishedAt, two.publishedHow], ['2018-12-20', 'stated-in-text'])
    assert.ok(two.proposals.some(p => p.kind === 'report-date'))
  })
  it('a zone named in the text is the accord’s area, not a dot', () => {
    const claim = drafts(two.proposals, 'event').find(
      d => d.claim.types.includes('weapon_withdrawn') && d.claim.place.kind === 'area',
    )?.claim
    assert.equal(claim?.place.name, 'Idlib demilitarised zone')
  })
  it('wounded are a range, who fired is unknown', () => {
    const claim = drafts(two.proposals, 'event').find(d => d.claim.types.includes('shelling'))?.claim
    assert.deepEqual(claim?.figures, [{ what: 'wounded', low: 3, high: 5 }])
    assert.equal(claim?.actor, undefined)
  })

  const three = readReport({ text: file('accords/idlib/reports/03-corridor-patrol.en.txt') }, { accord })
  it('the patrol is dated by the byline', () => {
    assert.equal(three.publishedAt, '2020-03-16')
    assert.deepEqual(
      drafts(three.proposals, 'event').find(d => d.claim.types.includes('patrol'))?.claim.actor,
      ['RU', 'TR'],
    )
  })
})

describe('when a report was published', () => {
  it('unknown stays unknown, with a warning, and relative dates have no value', () => {
    const r = readReport({ text: 'قصفت القوات مورك أمس.', lang: 'ar' })
    assert.deepEqual([r.publishedAt, r.publishedHow], [undefined, 'unknown'])
    assert.match(r.warnings.join(), /publication date unknown/)
    assert.ok(drafts(r.proposals, 'date').every(d => d.iso === null))
  })
  it('the latest full date of the text is an inference, marked and less sure', () => {
    const r = readReport({
      text: 'وقع الطرفان الاتفاق في 3 آذار 2021 بعد جولات طويلة من المحادثات في جنيف. وقصفت القوات مورك أمس.',
      lang: 'ar',
    })
    assert.deepEqual([r.publishedAt, r.publishedHow], ['2021-03-03', 'inferred'])
    assert.match(r.warnings.join(), /inferred/)
  })
  it('given rules', () =>
    assert.equal(
      readReport({ text: '1 May 2020. Shells fell.', publishedAt: '2020-05-03' }).publishedHow,
      'given',
    ))
})

describe('sources', () => {
  const text = 'نقلت وكالة رويترز عن شهود عيان أن الطيران قصف مدينة سراقب في 3 آذار 2021.'
  const root = (outlet: string) =>
    drafts(readReport({ text, publishedAt: '2021-03-04', outlet }).proposals, 'event')[0]?.claim.root
  it('two outlets that copy one agency share its root', () => assert.equal(root('A'), root('B')))
  it('without a grade of the outlet it is F6: no basis to judge', () => {
    const [event] = drafts(readReport({ text, publishedAt: '2021-03-04', outlet: 'A' }).proposals, 'event')
    assert.deepEqual(event?.claim.grade, { reliability: 'F', credibility: 6 })
  })
  it('the desk’s grade of an outlet is used', () => {
    const r = readReport(
      { text, publishedAt: '2021-03-04', outlet: 'A' },
      { gradeOf: o => (o === 'A' ? { reliability: 'B', credibility: 3 } : undefined) },
    )
    assert.equal(drafts(r.proposals, 'event')[0]?.claim.grade.reliability, 'B')
  })
})

describe('bad input', () => {
  it('an empty text gives a warning and no proposals', () => {
    const r = readReport({ text: '' })
    assert.deepEqual(r.proposals, [])
    assert.match(r.warnings.join(), /nothing to read/)
  })
  it('a language we do not read is told', () =>
    assert.match(readReport({ text: 'x', lang: 'de' }).warnings.join(), /not read/))
  it('a very long text is cut, and says so', () => {
    const text = Array.from({ length: 12_000 }, (_, i) => `قصفت القوات البلدة رقم ${i} ثم عادت.`).join('\n')
    const r = readReport({ text, lang: 'ar', publishedAt: '2020-01-01' })
    assert.ok(r.text.length <= 300_000)
    assert.match(r.warnings.join(), /only the first 300000/)
  })
  it('direction overrides are shown, never obeyed', () =>
    assert.ok(!readReport({ text: 'قال \u202eالوزير\u202c إن الهدنة قائمة.' }).text.includes('\u202e')))
  it('a date that does not exist is no date', () =>
    assert.deepEqual(drafts(readReport({ text: 'On 99/99/9999 nothing happened.' }).proposals, 'date'), []))
})

describe('any text', () => {
  const words = [
    'قصفت',
    'قوات',
    'النظام',
    'إدلب',
    'قال',
    'إن',
    '«',
    '»',
    '50',
    'شخصا',
    'من',
    'كل',
    'طرف',
    'قبل',
    'نهاية',
    'العام',
    '.',
    '\n',
    'said',
    'that',
    'Russia',
    '17',
    'September',
    '2018',
    'لن',
    'إلا',
    'للرد',
    'مؤجلة',
  ]
  it('gives the same proposals twice, each on its own words, with valid drafts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), list => {
        const input = { text: list.join(' '), publishedAt: '2018-11-28', outlet: 'o' }
        const a = readReport(input, { accord })
        assert.deepEqual(a, readReport(input, { accord }))
        assert.equal(new Set(a.proposals.map(p => p.id)).size, a.proposals.length)
        for (const p of a.proposals) {
          assert.equal(p.surface, a.text.slice(p.span.start, p.span.end))
          assert.ok(p.confidence > 0 && p.confidence <= 1)
          const d = p.draft
          if (d.kind === 'statement') assert.ok(SPEECH_ACTS.includes(d.statement.act))
          if (d.kind === 'position') assert.ok(STANCES.includes(d.position.stance))
          if (d.kind === 'event')
            assert.ok(d.claim.when.lo <= d.claim.when.hi && d.claim.source && d.claim.root)
          if (d.kind === 'undertaking')
            assert.ok(d.undertaking.types.length && accord.parties.some(x => x.id === d.undertaking.party))
        }
      }),
      { numRuns: 120 },
    )
  })
})
