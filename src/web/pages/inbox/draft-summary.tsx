import type { ReactNode } from 'react'
import type { Figure } from '../../../core/evidence/record.ts'
import type { Draft } from '../../../core/proposal/proposal.ts'
import { SourceName } from '../../accord/source-name.tsx'
import { partyName, useAccord } from '../../accord/use-accord.ts'
import { Grade } from '../../evidence/grade.tsx'
import { useLocale, useSaid, useWords } from '../../locale/locale.tsx'
import { CivilText, WhenText } from '../../show/dates.tsx'
import { Num } from '../../show/numbers.tsx'
import { Foreign } from '../../show/said.tsx'
import { Chain, Speaker } from '../../statement/statement-line.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { inboxWords } from './words/words.ts'

/** What accepting would record, in words a reader can check at a glance. */
export function DraftSummary({
  accord,
  draft,
}: {
  readonly accord: string
  readonly draft: Draft
}): ReactNode {
  switch (draft.kind) {
    case 'statement':
      return <StatementSummary accord={accord} draft={draft} />
    case 'event':
      return <EventSummary accord={accord} draft={draft} />
    case 'undertaking':
      return <UndertakingSummary accord={accord} draft={draft} />
    case 'position':
      return <PositionSummary accord={accord} draft={draft} />
    case 'date':
      return draft.iso ? <CivilText date={draft.iso} /> : null
    case 'figure':
      return draft.value === null ? null : (
        <>
          <Num value={draft.value} /> <Foreign text={draft.unit} />
        </>
      )
    case 'mention':
      return <Foreign text={draft.canonical} />
    case 'report-date':
      return <CivilText date={draft.publishedAt} />
  }
}

type Of<K extends Draft['kind']> = { readonly accord: string; readonly draft: Extract<Draft, { kind: K }> }

function useNames(accord: string) {
  const data = useAccord(accord)
  const said = useSaid()
  return {
    tz: data?.tz ?? 'UTC',
    party: (id: string) => said(partyName(data, id)),
    agenda: (id: string) => said(data?.agenda?.find(a => a.id === id)?.title ?? { en: id, ar: id }),
    provision: (id: string) => said(data?.provisions.find(p => p.id === id)?.title ?? { en: id, ar: id }),
    zone: (id: string) => said(data?.zones.find(z => z.id === id)?.name ?? { en: id, ar: id }),
  }
}

function StatementSummary({ accord, draft: { statement } }: Of<'statement'>) {
  const v = useWords(vocabulary)
  const names = useNames(accord)
  const text = statement.quote ?? statement.paraphrase
  return (
    <>
      <p>
        <Speaker statement={{ ...statement, id: '', received: 0 }} />{' '}
        <span className="tag">{wordFor(v.speechAct, statement.act)}</span>
        {statement.about?.agenda && <span className="tag">{names.agenda(statement.about.agenda)}</span>}
        {statement.about?.provision && (
          <span className="tag">{names.provision(statement.about.provision)}</span>
        )}
      </p>
      {text && (
        <p className={statement.quote ? 'summary-quote' : 'quiet'}>
          <Foreign text={text} />
        </p>
      )}
      <p className="summary-facts">
        <WhenText when={statement.when} tz={names.tz} />
        {statement.chain.length > 0 && <Chain statement={{ ...statement, id: '', received: 0 }} />}
      </p>
    </>
  )
}

function EventSummary({ accord, draft: { claim } }: Of<'event'>) {
  const v = useWords(vocabulary)
  const w = useWords(inboxWords).draft
  const names = useNames(accord)
  const { language } = useLocale()
  const actors = claim.actor === undefined ? [] : [claim.actor].flat()
  const place =
    language === 'ar' ? (claim.place.nameAr ?? claim.place.name) : (claim.place.name ?? claim.place.nameAr)
  return (
    <>
      <p>
        <strong>{claim.types.map(t => wordFor(v.eventType, t)).join(' / ')}</strong>{' '}
        {actors.length > 0 && (
          <>
            {w.by} {actors.map(names.party).join(' + ')}{' '}
          </>
        )}
        {claim.target && (
          <>
            {w.against} <Foreign text={names.party(claim.target)} />
          </>
        )}
        {claim.stance === 'denies' && <span className="tag">{w.denies}</span>}
      </p>
      <p className="summary-facts">
        <WhenText when={claim.when} tz={names.tz} />
        {place && <Foreign text={place} />}
        <SourceName accord={accord} source={claim.source} />
        <Grade grade={claim.grade} />
        {claim.figures?.map(f => (
          <span key={`${f.what} ${f.low}`}>
            <FigureText figure={f} />
          </span>
        ))}
      </p>
    </>
  )
}

function FigureText({ figure }: { readonly figure: Figure }) {
  const v = useWords(vocabulary)
  return (
    <>
      <Num value={figure.low} />
      {figure.high !== figure.low && (
        <>
          –<Num value={figure.high} />
        </>
      )}{' '}
      {wordFor(v.figure, figure.what)}
    </>
  )
}

function UndertakingSummary({ accord, draft: { undertaking: u } }: Of<'undertaking'>) {
  const v = useWords(vocabulary)
  const w = useWords(inboxWords).draft
  const names = useNames(accord)
  const { language } = useLocale()
  const words = u.words[language] ?? u.words.ar ?? u.words.en
  return (
    <>
      <p>
        <strong>{names.party(u.party)}</strong> {u.mode === 'do' ? w.promisesDo : w.promisesRefrain}{' '}
        <span className="tag">{u.types.map(t => wordFor(v.eventType, t)).join(' / ')}</span>
      </p>
      {words && (
        <p className="summary-quote">
          <Foreign text={words} />
        </p>
      )}
      <p className="summary-facts">
        {u.quantity !== undefined && (
          <span>
            <Num value={u.quantity} /> {u.each && w.eachSide}
          </span>
        )}
        {u.deadline && (
          <span>
            {w.until} <CivilText date={u.deadline} />
          </span>
        )}
        {u.zone && <span>{names.zone(u.zone)}</span>}
        {u.condition && (
          <span>
            {w.if} <Foreign text={u.condition} />
          </span>
        )}
      </p>
    </>
  )
}

function PositionSummary({ accord, draft: { position: p } }: Of<'position'>) {
  const v = useWords(vocabulary)
  const w = useWords(inboxWords).draft
  const names = useNames(accord)
  return (
    <>
      <p>
        <strong>{p.party ? names.party(p.party) : w.wholeTalks}</strong>{' '}
        <span className="tag">{wordFor(v.stance, p.stance)}</span> <Foreign text={names.agenda(p.item)} />
      </p>
      <p className="summary-facts">
        <WhenText when={p.when} tz={names.tz} />
        {p.condition && (
          <span>
            {w.if} <Foreign text={p.condition} />
          </span>
        )}
        {p.waitsFor && (
          <span>
            {w.waiting} <Foreign text={names.agenda(p.waitsFor)} />
          </span>
        )}
      </p>
    </>
  )
}
