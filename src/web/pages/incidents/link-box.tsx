import { useState } from 'react'
import type { Incident } from '../../../core/view/incidents.ts'
import { useResource } from '../../data/resource.ts'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { setParameter, useAsked } from '../../route/router.tsx'
import { Choice } from '../../show/choice.tsx'
import { Said } from '../../show/said.tsx'
import type { IncidentsAnswer } from './answers.ts'
import { incidentPaths } from './paths.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useAct } from './use-act.ts'
import { incidentsWords } from './words/words.ts'

const RELATIONS = ['same-event', 'versions-of', 'response-to'] as const
const DAY = 86_400

/** Links of an incident and a way to add one; each can be taken back, and nothing is lost by either. */
export function LinkBox({ accord, incident }: { readonly accord: string; readonly incident: Incident }) {
  const w = useWords(incidentsWords)
  const said = useSaid()
  const act = useAct(accord)
  const asked = useAsked()
  const [relation, setRelation] = useState<(typeof RELATIONS)[number]>('versions-of')
  const [unlinking, setUnlinking] = useState<string>()
  const [fault, setFault] = useState<string>()
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)
  const near = useResource<IncidentsAnswer>(
    incidentPaths.list(
      accord,
      asked,
      { from: iso(incident.when.lo - 3 * DAY), to: iso(incident.when.hi + 3 * DAY) },
      { limit: 60 },
    ),
  )
  const others = (near.data?.incidents ?? []).filter(
    i => i.event !== incident.event && !incident.links?.some(l => l.event === i.event),
  )
  return (
    <div className="link-box no-print">
      <h3>{w.links}</h3>
      {incident.links && (
        <ul>
          {incident.links.map(l => (
            <li key={l.id}>
              <span className="tag tag-claim">{w.relation[l.relation]}</span>{' '}
              <button type="button" className="link-button" onClick={() => setParameter('event', l.event)}>
                <Said words={l.event} />
              </button>{' '}
              <button type="button" className="link-button" onClick={() => setUnlinking(l.id)}>
                {w.unlink}
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <div className="link-new">
          <Choice
            label={w.linkAs}
            value={relation}
            options={RELATIONS.map(id => ({ id, name: w.relation[id] }))}
            onChange={id => setRelation(id as typeof relation)}
          />
          <Choice
            label={w.linkTo}
            value=""
            options={[
              { id: '', name: w.chooseIncident },
              ...others.map(i => ({ id: i.event, name: said(i.summary) })),
            ]}
            onChange={id => {
              if (id)
                void act(incidentPaths.links(accord), { events: [incident.event, id], relation }).then(
                  setFault,
                )
            }}
          />
        </div>
      )}
      {fault && (
        <p className="field-fault" role="alert">
          <Said words={fault} />
        </p>
      )}
      {unlinking !== undefined && (
        <ReasonDialog
          title={w.unlink}
          lead={w.unlinkLead}
          onClose={() => setUnlinking(undefined)}
          onSend={why => act(incidentPaths.retraction(accord, unlinking), { why })}
        />
      )}
    </div>
  )
}
