import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EntryBody } from '../../../src/core/ledger/entry.ts'
import { correctedGazetteer, correctionsOf } from '../../../src/reader/corrections.ts'
import { builtInGazetteer } from '../../../src/reader/gazetteer/gazetteer.ts'
import { readMentions } from '../../../src/reader/mentions/mentions.ts'

const ledger = (...bodies: EntryBody[]) => bodies.map((body, i) => ({ seq: i + 1, body }))
const read = (text: string, entries: ReturnType<typeof ledger>) => {
  const gazetteer = correctedGazetteer(builtInGazetteer(), correctionsOf(entries))
  const found = readMentions(text, { lang: 'ar', gazetteer })
  return [...found.places, ...found.actors].map(m => `${m.surface} = ${m.canonical}`)
}

describe('what an analyst teaches', () => {
  const alias: EntryBody = { kind: 'lexicon.alias', data: { id: 'hts', spelling: 'الهيئة الجولانية' } }
  it('an alias is one more spelling', () =>
    assert.deepEqual(read('انسحبت الهيئة الجولانية', ledger(alias)), [
      'الهيئة الجولانية = Hayat Tahrir al-Sham',
    ]))
  it('undoing the entry unlearns it', () =>
    assert.deepEqual(read('انسحبت الهيئة الجولانية', ledger(alias, { kind: 'entry.undone', seq: 1 })), []))
  it('an ignored name is no name, with particles or without', () => {
    const ignore: EntryBody = { kind: 'lexicon.ignore', data: { spelling: 'سراقب' } }
    assert.deepEqual(read('في سراقب ومورك', ledger(ignore)), ['ومورك = Morek'])
    assert.deepEqual(read('بسراقب هدوء', ledger(ignore)), [])
  })
  it('a place may be added, with its own radius', () => {
    const place: EntryBody = {
      kind: 'lexicon.place',
      data: {
        name: 'Tell Zahran',
        nameAr: 'تل زهران',
        level: 'town',
        at: [36.6, 35.5],
        radiusKm: 3,
        spellings: [],
      },
    }
    assert.deepEqual(read('قصف تل زهران', ledger(place)), ['تل زهران = Tell Zahran'])
  })
  it('an entry that says too little is told, and changes nothing', () => {
    const c = correctionsOf(
      ledger({ kind: 'lexicon.alias', data: { id: 'hts' } }, { kind: 'lexicon.place', data: null }),
    )
    assert.deepEqual(
      c.unread.map(u => u.seq),
      [1, 2],
    )
    assert.equal(correctedGazetteer(builtInGazetteer(), c), builtInGazetteer())
  })
  it('other entries of the ledger are none of the reader’s', () =>
    assert.deepEqual(correctionsOf(ledger({ kind: 'setting.lang', data: {} })), {
      aliases: [],
      entries: [],
      ignored: [],
      unread: [],
    }))
})
