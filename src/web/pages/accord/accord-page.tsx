import type { ComponentType } from 'react'
import type { Accord } from '../../../core/accord/model.ts'
import type { AccordAnswer } from '../../data/answers.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { FaultView } from '../../show/fault-view.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Said } from '../../show/said.tsx'
import { Tabs } from '../../show/tabs.tsx'
import type { PageProps } from '../page.ts'
import { Gaps } from './gaps.tsx'
import { Parties } from './parties.tsx'
import { Readings } from './readings.tsx'
import { Texts } from './texts.tsx'
import { accordWords } from './words/words.ts'
import { Zones } from './zones.tsx'
import './accord.css'

const PARTS: Readonly<Record<string, ComponentType<{ readonly accord: Accord }>>> = {
  text: Texts,
  parties: Parties,
  zones: Zones,
  readings: Readings,
  gaps: Gaps,
}

/** The accord itself: its documents and provisions, parties, zones, readings, and what it leaves open. */
export default function AccordPage({ accord, rest }: PageProps) {
  const w = useWords(accordWords)
  const count = useCount()
  const answer = useResource<AccordAnswer>(api.accord(accord))
  const part = rest[0] ?? 'text'
  const Part = PARTS[part]
  if (!Part) return <FaultView fault={new Fault(404, 'no such part')} />
  return (
    <Loaded of={answer} lines={12}>
      {({ accord: data }) => (
        <div className="accord">
          <div className="page-head">
            <h1>
              <Said words={data.title} />
            </h1>
            <p className="quiet">{w.summary(count(data.documents.length), count(data.provisions.length))}</p>
            {data.summary && (
              <p className="accord-summary">
                <Said words={data.summary} />
              </p>
            )}
          </div>
          <Tabs
            label={w.tabsLabel}
            current={part}
            tabs={Object.keys(PARTS).map(id => ({
              id,
              name: w.tabs[id]!,
              to: id === 'text' ? pathTo(accord, 'accord') : pathTo(accord, 'accord', id),
            }))}
          />
          <Part accord={data} />
        </div>
      )}
    </Loaded>
  )
}
