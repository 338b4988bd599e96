import { Fragment, type ReactNode } from 'react'
import type { EvidenceRecord } from '../../../core/evidence/record.ts'
import type { LedgerRecord } from '../../../core/ledger/entry.ts'
import type { Place } from '../../../core/place/place.ts'
import type { Statement, Undertaking } from '../../../core/statement/statement.ts'
import type { TalksPosition } from '../../../core/talks/position.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { SourceName } from '../../accord/source-name.tsx'
import { useAccord } from '../../accord/use-accord.ts'
import { Grade } from '../../evidence/grade.tsx'
import { useCount, useLocale, useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { CivilText, WhenText } from '../../show/dates.tsx'
import { Num } from '../../show/numbers.tsx'
import { Code, Foreign } from '../../show/said.tsx'
import { Chain, Speaker } from '../../statement/statement-line.tsx'
import { shared } from '../../words/shared.ts'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { recordWords } from './words/words.ts'

type Row = readonly [name: string, value: ReactNode]
type Props = { readonly accord: string; readonly tz: string; readonly record: LedgerRecord }

/** A record's own fields, named in words; what is not known is not listed. */
export function RecordFacts({ accord, tz, record }: Props) {
  const rows = useRows(accord, tz, record)
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function useRows(accord: string, tz: string, record: LedgerRecord): readonly Row[] {
  const w = useWords(recordWords)
  const r = useWords(shared).record
  const v = useWords(vocabulary)
  const said = useSaid()
  const name = useBearerName(accord)
  const data = useAccord(accord)
  const agenda = (id: string) => said(data?.agenda?.find(a => a.id === id)?.title ?? { en: id, ar: id })
  const types = (list: readonly string[]) => list.map(t => wordFor(v.eventType, t)).join(' / ')
  const provision = (id: string | undefined) =>
    id && (
      <Link to={pathTo(accord, 'provision', id)}>
        <Code>{id}</Code>
      </Link>
    )
  const words = (text: string | undefined) => text && <Foreign text={text} />

  const statement = (s: Statement): readonly Row[] => [
    [w.speaker, <Speaker key="s" statement={s} />],
    [w.speaksFor, s.speaker?.party && name([s.speaker.party])],
    [w.act, wordFor(v.speechAct, s.act)],
    [w.quote, words(s.quote)],
    [w.paraphrase, words(s.paraphrase)],
    [w.gloss, words(s.gloss)],
    [w.condition, words(s.condition)],
    [r.at, <WhenText key="w" when={s.when} tz={tz} />],
    [w.chain, s.chain.length > 0 && <Chain statement={s} />],
    [w.about, provision(s.about?.provision ?? s.claimedException?.provision)],
    [w.item, s.about?.agenda && agenda(s.about.agenda)],
    [r.grade, s.grade && <Grade grade={s.grade} />],
  ]
  const undertaking = (u: Undertaking): readonly Row[] => [
    [w.party, name([u.party])],
    [w.says, words(u.words.ar ?? u.words.en)],
    [w.types, types(u.types)],
    [
      w.quantity,
      u.quantity !== undefined && (
        <>
          <Num value={u.quantity} /> {u.each && w.eachSide}
        </>
      ),
    ],
    [w.deadline, u.deadline && <CivilText date={u.deadline} />],
    [w.condition, words(u.condition)],
    [r.at, <WhenText key="w" when={u.when} tz={tz} />],
  ]
  const position = (p: TalksPosition): readonly Row[] => [
    [w.item, agenda(p.item)],
    [w.party, p.party && name([p.party])],
    [w.stance, wordFor(v.stance, p.stance)],
    [w.condition, words(p.condition)],
    [r.at, <WhenText key="w" when={p.when} tz={tz} />],
  ]
  const evidence = (e: EvidenceRecord): readonly Row[] => {
    switch (e.kind) {
      case 'claim':
        return [
          [w.types, types(e.types)],
          [w.actor, e.actor && name([e.actor].flat())],
          [w.target, e.target && name([e.target])],
          [r.at, <WhenText key="w" when={e.when} tz={tz} />],
          [r.where, <PlaceText key="p" place={e.place} />],
          [
            w.figures,
            e.figures?.map((f, i) => (
              <Fragment key={`${f.what} ${f.low}`}>
                {i > 0 && ' / '}
                <Num value={f.low} />
                {f.high !== f.low && (
                  <>
                    –<Num value={f.high} />
                  </>
                )}{' '}
                {wordFor(v.figure, f.what)}
              </Fragment>
            )),
          ],
          [w.weapons, e.weapons?.map(x => wordFor(v.weapon, x)).join(' / ')],
          [r.source, <SourceName key="s" accord={accord} source={e.source} />],
          [w.root, e.root !== e.source && <SourceName accord={accord} source={e.root} />],
          [w.speaksFor, e.speaksFor && name([e.speaksFor])],
          [r.grade, <Grade key="g" grade={e.grade} />],
        ]
      case 'coverage':
        return [
          [w.level, w.levels[e.level]],
          [w.zone, e.zone && <Code>{e.zone}</Code>],
          [w.about, provision(e.provision)],
          [r.at, <WhenText key="w" when={e.when} tz={tz} />],
          [w.why, words(e.why)],
        ]
      case 'retraction':
        return [
          [w.of, <Code key="o">{e.of}</Code>],
          [w.why, words(e.why)],
        ]
      case 'correction':
        return [[w.of, <Code key="o">{e.supersedes}</Code>], [w.why, words(e.why)], ...evidence(e.claim)]
      case 'ruling':
        return [
          [w.event, <Code key="e">{e.event}</Code>],
          [w.why, words(e.why)],
        ]
      case 'link':
        return [[w.event, <Code key="e">{e.events.join(' ')}</Code>]]
      case 'suspension':
        return [
          [w.party, name([e.by])],
          [w.about, provision(e.provision)],
          [r.at, <WhenText key="w" when={e.when} tz={tz} />],
        ]
      case 'discharge':
        return [
          [w.about, provision(e.provision)],
          [w.why, words(e.why)],
          [r.at, <WhenText key="w" when={e.when} tz={tz} />],
        ]
    }
  }
  switch (record.of) {
    case 'statement':
      return statement(record.record)
    case 'undertaking':
      return undertaking(record.record)
    case 'position':
      return position(record.record)
    case 'evidence':
      return evidence(record.record)
  }
}

/** A place with how far off it may be; an area is never reduced to a point. */
function PlaceText({ place }: { readonly place: Place }) {
  const w = useWords(recordWords)
  const { language } = useLocale()
  const count = useCount()
  const name = language === 'ar' ? (place.nameAr ?? place.name) : (place.name ?? place.nameAr)
  return (
    <>
      {name && <Foreign text={name} />}{' '}
      {place.kind === 'disc' && (
        <span className="quiet small">
          <Code>{`${place.at[1].toFixed(3)}, ${place.at[0].toFixed(3)}`}</Code>
          {place.radiusMetres > 0 && <> {w.radius(count(place.radiusMetres / 1000).text)}</>}
        </span>
      )}
      {place.kind === 'area' && <span className="quiet small">{w.area}</span>}
      {place.kind === 'unknown' && !name && <span className="quiet">{w.unknownPlace}</span>}
    </>
  )
}
