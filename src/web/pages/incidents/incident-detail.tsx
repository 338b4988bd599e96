import { useState } from 'react'
import type { Claim } from '../../../core/evidence/record.ts'
import type { Incident } from '../../../core/view/incidents.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { SourceName } from '../../accord/source-name.tsx'
import { useAccord } from '../../accord/use-accord.ts'
import { useResource } from '../../data/resource.ts'
import { Grade } from '../../evidence/grade.tsx'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, setParameter, useAsked } from '../../route/router.tsx'
import { DateText, WhenText } from '../../show/dates.tsx'
import { Icon } from '../../show/icon.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Said } from '../../show/said.tsx'
import { shared } from '../../words/shared.ts'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { draftOf, type IncidentAnswer } from './answers.ts'
import { type Entering, EntryDialog } from './entry-dialog.tsx'
import { Figures } from './figures.tsx'
import { PlaceText } from './incident-rows.tsx'
import { LinkBox } from './link-box.tsx'
import { MarkOf } from './mark.tsx'
import { incidentPaths } from './paths.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useAct } from './use-act.ts'
import { incidentsWords } from './words/words.ts'

/** One incident beside the map: what each source says, why in or out of each zone, its versions side by side. */
export function IncidentDetail({ accord, event }: { readonly accord: string; readonly event: string }) {
  const w = useWords(incidentsWords)
  const answer = useResource<IncidentAnswer>(incidentPaths.one(accord, useAsked(), event))
  return (
    <section className="card incident-detail" aria-label={w.oneIncident}>
      <div className="card-head">
        <h2>{w.oneIncident}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={w.closeOne}
          onClick={() => setParameter('event', undefined)}
        >
          <Icon name="close" />
        </button>
      </div>
      <Loaded of={answer} lines={8}>
        {data => <Whole accord={accord} data={data} />}
      </Loaded>
    </section>
  )
}

function Whole({ accord, data }: { readonly accord: string; readonly data: IncidentAnswer }) {
  const w = useWords(incidentsWords)
  const said = useSaid()
  const zones = useAccord(accord)?.zones ?? []
  const [entering, setEntering] = useState<Entering>()
  const { incident } = data
  return (
    <div className="card-body incident-whole">
      <div className={data.versions.length ? 'incident-versions' : undefined}>
        <Version accord={accord} incident={incident} />
        {data.versions.map(v => (
          <Version key={v.event} accord={accord} incident={v} other />
        ))}
      </div>
      <h3>{w.whereItLies}</h3>
      <ul className="incident-reasons">
        {data.reasons.map(r => (
          <li key={r.zone}>
            <span className="tag" data-answer={r.answer}>
              {w[r.answer]}
            </span>{' '}
            <strong>{said(zones.find(z => z.id === r.zone)?.name ?? { en: r.zone, ar: r.zone })}</strong>
            <span className="quiet small">
              {' '}
              <Said words={r.because} />
            </span>
          </li>
        ))}
      </ul>
      <h3>{w.claims}</h3>
      <ul className="incident-told">
        {data.claims.map(c =>
          c.record.of === 'evidence' && c.record.record.kind === 'claim' ? (
            <Told
              key={c.id}
              accord={accord}
              claim={c.record.record}
              onCorrect={claim => setEntering({ kind: 'correct', record: claim.id, draft: draftOf(claim) })}
            />
          ) : null,
        )}
      </ul>
      <div className="incident-acts no-print">
        <button
          type="button"
          className="button button-small"
          onClick={() => setEntering({ kind: 'another', event: incident.event, like: incident })}
        >
          {w.anotherSource}
        </button>
      </div>
      <LinkBox accord={accord} incident={incident} />
      {entering && <EntryDialog accord={accord} entering={entering} onClose={() => setEntering(undefined)} />}
    </div>
  )
}

/** One version: when two are told, they stand side by side. */
function Version({
  accord,
  incident,
  other = false,
}: {
  readonly accord: string
  readonly incident: Incident
  readonly other?: boolean
}) {
  const w = useWords(incidentsWords)
  const v = useWords(vocabulary)
  const count = useCount()
  const name = useBearerName(accord)
  const tz = useAccord(accord)?.tz ?? 'UTC'
  return (
    <div className="incident-version">
      <p className="incident-type">
        <MarkOf types={incident.types} denied={incident.denied} />{' '}
        {incident.types.map(t => wordFor(v.eventType, t)).join(' / ')}
      </p>
      <p className="incident-summary">
        <Said words={incident.summary} />
      </p>
      <dl className="facts">
        <dt>{w.when}</dt>
        <dd>
          <WhenText when={incident.when} tz={tz} />
        </dd>
        <dt>{w.where}</dt>
        <dd>
          <PlaceText incident={incident} />
        </dd>
        <dt>{w.by}</dt>
        <dd>{incident.actors.length ? name(incident.actors) : w.unknownActor}</dd>
        {incident.targets.length > 0 && (
          <>
            <dt>{w.against}</dt>
            <dd>{name(incident.targets)}</dd>
          </>
        )}
        <dt>{w.sources}</dt>
        <dd>
          {w.independent(count(incident.independent))}
          {incident.denied > 0 && (
            <span className="incident-denied"> {w.denied(count(incident.denied))}</span>
          )}
        </dd>
        {incident.conflicts.length > 0 && (
          <>
            <dt>{w.disagree}</dt>
            <dd>{incident.conflicts.map(c => wordFor(w.conflict, c)).join(w.comma)}</dd>
          </>
        )}
      </dl>
      {other && (
        <button
          type="button"
          className="button button-small"
          onClick={() => setParameter('event', incident.event)}
        >
          {w.openVersion}
        </button>
      )}
    </div>
  )
}

function Told({
  accord,
  claim,
  onCorrect,
}: {
  readonly accord: string
  readonly claim: Claim
  readonly onCorrect: (c: Claim) => void
}) {
  const w = useWords(incidentsWords)
  const r = useWords(shared).record
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const [asking, setAsking] = useState(false)
  const act = useAct(accord)
  return (
    <li>
      <p>
        <Link to={pathTo(accord, 'record', claim.id)}>
          <SourceName accord={accord} source={claim.source} />
        </Link>{' '}
        <Grade grade={claim.grade} />
        {claim.stance === 'denies' && <span className="incident-denied"> {r.denies}</span>}
      </p>
      {claim.summary && (
        <p className="small quiet">
          <Said
            words={{
              en: claim.summary.en ?? claim.summary.ar ?? '',
              ar: claim.summary.ar ?? claim.summary.en ?? '',
            }}
          />
        </p>
      )}
      {claim.figures && <Figures of={claim.figures} tz={tz} />}
      <p className="small faint">
        {r.received} <DateText at={claim.received} tz={tz} />
        <button type="button" className="link-button" onClick={() => onCorrect(claim)}>
          {w.correct}
        </button>
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          {w.retract}
        </button>
      </p>
      {asking && (
        <ReasonDialog
          title={w.retractTitle}
          lead={w.retractLead}
          onClose={() => setAsking(false)}
          onSend={why => act(incidentPaths.retraction(accord, claim.id), { why })}
        />
      )}
    </li>
  )
}
