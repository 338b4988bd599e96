import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readStatements } from '../../../src/reader/attribution/statements.ts'
import { readDatesIn } from '../../../src/reader/dates/dates.ts'
import { isLang } from '../../../src/reader/dates/languages.ts'
import type { EventFound } from '../../../src/reader/events/event-found.ts'
import { readEvents } from '../../../src/reader/events/events.ts'
import { readMentions } from '../../../src/reader/mentions/mentions.ts'
import { readQuantitiesIn } from '../../../src/reader/quantities/quantities.ts'
import { scan } from '../../../src/reader/text/tokens.ts'

/** Read as published on Wednesday 28 November 2018. */
function events(lang: string, text: string): readonly EventFound[] {
  assert.ok(isLang(lang))
  const scanned = scan(text)
  const dates = readDatesIn(scanned, { lang, publishedAt: '2018-11-28' })
  return readEvents(scanned, {
    lang,
    mentions: readMentions(scanned, { lang }),
    dates,
    quantities: readQuantitiesIn(scanned, { lang, dates }),
    statements: readStatements(scanned, { lang }),
  })
}

/** "shelling by X against Y @ place on day killed 7 with uav": what an event says, in one line. */
function line(e: EventFound): string {
  return [
    e.stance === 'denies' ? 'denied:' : '',
    e.types.join('+'),
    e.actors.length ? `by ${e.actors.map(a => a.id).join('+')}` : '',
    e.target ? `against ${e.target.id}` : '',
    e.place ? `@ ${e.place.canonical}` : '',
    e.date?.iso ? `on ${e.date.iso}` : '',
    ...e.figures.map(f => `${f.what} ${f.low === f.high ? f.low : `${f.low}-${f.high}`}`),
    e.weapons.length ? `with ${e.weapons.join('+')}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

describe('events a text asserts', () => {
  for (const text of readFileSync(new URL('cases.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')) {
    const c = JSON.parse(text) as { id: string; lang: string; text: string; expected: string[] }
    it(`${c.id}: ${c.text}`, () => assert.deepEqual(events(c.lang, c.text).map(line), c.expected))
  }
})

describe('what is no event', () => {
  it('a cue with nothing beside it: no place, day, actor or figure', () =>
    assert.deepEqual(events('ar', 'القصف مؤلم.'), []))
  it('something put on the table', () =>
    assert.deepEqual(events('ar', 'تبادل الأسرى بين تركيا وروسيا مطروح على الطاولة.'), []))
  it('a happening inside a promise', () =>
    assert.deepEqual(events('en', 'The army pledged to withdraw from Hodeidah.'), []))
})

describe('an event in a statement', () => {
  it('knows which statement tells it', () => {
    const [e] = events('ar', 'قال شهود عيان إن الطيران قصف سراقب.')
    assert.equal(e?.statement, 0)
  })
  it('spans lie on the clause and the cue', () => {
    const text = 'قصفت قوات النظام جرجناز.'
    const [e] = events('ar', text)
    assert.equal(text.slice(e!.cue.start, e!.cue.end), 'قصفت')
  })
})
