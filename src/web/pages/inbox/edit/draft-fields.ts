import type { Accord } from '../../../../core/accord/model.ts'
import { EVENT_TYPES } from '../../../../core/event/types.ts'
import { SPEECH_ACTS } from '../../../../core/statement/statement.ts'
import { STANCES } from '../../../../core/talks/position.ts'
import type { Words } from '../../../../core/words.ts'
import type { vocabulary } from '../../../words/vocabulary.ts'
import { wordFor } from '../../../words/vocabulary.ts'
import type { inboxWords } from '../words/words.ts'
import { type Editable, TYPES_AS_READ } from './draft-values.ts'
import type { Field, Option } from './form.ts'

type Speech = {
  readonly w: (typeof inboxWords)['en']['draft']
  readonly v: (typeof vocabulary)['en']
  readonly said: (words: Words) => string
}

/** The plain fields of one draft's form, in the order a person would say them. */
export function fieldsOf(
  draft: Editable,
  accord: Accord | undefined,
  { w, v, said }: Speech,
): readonly Field[] {
  const named = (
    list: readonly { readonly id: string; readonly name?: Words; readonly title?: Words }[] | undefined,
  ) => (list ?? []).map(x => ({ id: x.id, name: said(x.name ?? x.title ?? { en: x.id, ar: x.id }) }))
  const parties = named(accord?.parties)
  const agenda = named(accord?.agenda)
  const none: Option = { id: '', name: w.none }
  const words = (keys: readonly string[], list: Readonly<Record<string, string>>): readonly Option[] =>
    keys.map(id => ({ id, name: wordFor(list, id) }))
  const withOwn = (options: readonly Option[], own: string | undefined): readonly Option[] =>
    !own || options.some(o => o.id === own) ? options : [{ id: own, name: own }, ...options]
  const types = (own: readonly string[]): readonly Option[] => {
    const all = EVENT_TYPES.map(id => ({ id, name: wordFor(v.eventType, id) }))
    if (own.length < 2) return all
    return [
      { id: TYPES_AS_READ(own), name: w.asRead(own.map(t => wordFor(v.eventType, t)).join(' / ')) },
      ...all,
    ]
  }
  const dates: readonly Field[] = [
    { key: 'from', label: w.from, kind: 'date', hint: w.dateHint },
    { key: 'to', label: w.to, kind: 'date' },
  ]

  switch (draft.kind) {
    case 'statement':
      return [
        { key: 'speaker', label: w.speaker, kind: 'text' },
        { key: 'role', label: w.role, kind: 'text' },
        { key: 'named', label: w.named, kind: 'choice', options: words(Object.keys(v.named), v.named) },
        {
          key: 'party',
          label: w.party,
          kind: 'choice',
          options: [none, ...withOwn(parties, draft.statement.speaker?.party)],
        },
        { key: 'act', label: w.act, kind: 'choice', options: words(SPEECH_ACTS, v.speechAct) },
        {
          key: 'exception',
          label: w.exception,
          kind: 'choice',
          options: [
            { id: '', name: w.eachNo },
            { id: 'yes', name: w.eachYes },
          ],
        },
        { key: 'quote', label: w.quote, kind: 'prose' },
        { key: 'paraphrase', label: w.paraphrase, kind: 'prose' },
        { key: 'condition', label: w.condition, kind: 'text', wide: true },
        { key: 'chain', label: w.chain, kind: 'prose', hint: w.chainHint, rows: 2 },
        {
          key: 'provision',
          label: w.provision,
          kind: 'choice',
          options: [none, ...withOwn(named(accord?.provisions), draft.statement.about?.provision)],
        },
        {
          key: 'agenda',
          label: w.agenda,
          kind: 'choice',
          options: [none, ...withOwn(agenda, draft.statement.about?.agenda)],
        },
        ...dates,
      ]
    case 'event': {
      const actors = [draft.claim.actor ?? []].flat()
      const together = actors.length > 1 ? [{ id: actors.join(' '), name: actors.join(' + ') }] : []
      return [
        { key: 'types', label: w.type, kind: 'choice', options: types(draft.claim.types) },
        {
          key: 'stance',
          label: w.stance,
          kind: 'choice',
          options: [
            { id: 'asserts', name: w.asserts },
            { id: 'denies', name: w.denies },
          ],
        },
        {
          key: 'actor',
          label: w.actor,
          kind: 'choice',
          options: [
            { id: '', name: w.unknown },
            ...together,
            ...withOwn(parties, actors.length === 1 ? actors[0] : undefined),
          ],
        },
        { key: 'target', label: w.target, kind: 'text' },
        ...dates,
        { key: 'source', label: w.source, kind: 'text', wide: true },
        {
          key: 'reliability',
          label: w.reliability,
          kind: 'choice',
          options: Object.entries(v.reliability).map(([id, name]) => ({ id, name: `${id} ${name}` })),
        },
        {
          key: 'credibility',
          label: w.credibility,
          kind: 'choice',
          options: Object.entries(v.credibility).map(([id, name]) => ({ id, name: `${id} ${name}` })),
        },
        { key: 'killedLow', label: w.killed, kind: 'number' },
        { key: 'killedHigh', label: w.atMost, kind: 'number' },
        { key: 'woundedLow', label: w.wounded, kind: 'number' },
        { key: 'woundedHigh', label: w.atMost, kind: 'number' },
        { key: 'summaryAr', label: w.summaryAr, kind: 'prose', rows: 2 },
        { key: 'summaryEn', label: w.summaryEn, kind: 'prose', rows: 2 },
      ]
    }
    case 'undertaking':
      return [
        {
          key: 'party',
          label: w.promises,
          kind: 'choice',
          options: withOwn(parties, draft.undertaking.party),
        },
        {
          key: 'mode',
          label: w.mode,
          kind: 'choice',
          options: [
            { id: 'do', name: w.do },
            { id: 'refrain', name: w.refrain },
          ],
        },
        { key: 'types', label: w.type, kind: 'choice', options: types(draft.undertaking.types) },
        { key: 'quantity', label: w.quantity, kind: 'number' },
        {
          key: 'each',
          label: w.each,
          kind: 'choice',
          options: [
            { id: '', name: w.eachNo },
            { id: 'side', name: w.eachYes },
          ],
        },
        { key: 'deadline', label: w.deadline, kind: 'date' },
        {
          key: 'zone',
          label: w.zone,
          kind: 'choice',
          options: [none, ...withOwn(named(accord?.zones), draft.undertaking.zone)],
        },
        { key: 'condition', label: w.condition, kind: 'text' },
        { key: 'wordsAr', label: w.wordsAr, kind: 'prose', rows: 2 },
        { key: 'wordsEn', label: w.wordsEn, kind: 'prose', rows: 2 },
        ...dates,
      ]
    case 'position':
      return [
        { key: 'item', label: w.item, kind: 'choice', options: withOwn(agenda, draft.position.item) },
        {
          key: 'party',
          label: w.holder,
          kind: 'choice',
          options: [{ id: '', name: w.wholeTalks }, ...withOwn(parties, draft.position.party)],
        },
        { key: 'stance', label: w.position, kind: 'choice', options: words(STANCES, v.stance) },
        {
          key: 'waitsFor',
          label: w.waitsFor,
          kind: 'choice',
          options: [none, ...withOwn(agenda, draft.position.waitsFor)],
        },
        { key: 'condition', label: w.condition, kind: 'text', wide: true },
        ...dates,
      ]
  }
}
