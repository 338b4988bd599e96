import { lazy } from 'react'
import { useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Tabs } from '../../show/tabs.tsx'
import type { PageProps } from '../page.ts'
import { Overview } from './overview.tsx'
import { incidentsWords } from './words/words.ts'
import './incidents.css'

const ZonesTab = lazy(() => import('./zones-tab.tsx'))
const CoverageTab = lazy(() => import('./coverage-tab.tsx'))

/** What happened, where exactly that is known, and what others count: map, table and time in step. */
export default function IncidentsPage({ accord, rest }: PageProps) {
  const w = useWords(incidentsWords)
  const tab = rest[0] === 'zones' || rest[0] === 'coverage' ? rest[0] : 'map'
  return (
    <div className="incidents">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <Tabs
        label={w.title}
        current={tab}
        tabs={[
          { id: 'map', name: w.tabs.map, to: pathTo(accord, 'incidents') },
          { id: 'zones', name: w.tabs.zones, to: pathTo(accord, 'incidents', 'zones') },
          { id: 'coverage', name: w.tabs.coverage, to: pathTo(accord, 'incidents', 'coverage') },
          { id: 'import', name: w.tabs.import, to: pathTo(accord, 'import') },
        ]}
      />
      {tab === 'map' ? (
        <Overview accord={accord} />
      ) : tab === 'zones' ? (
        <ZonesTab accord={accord} />
      ) : (
        <CoverageTab accord={accord} />
      )}
    </div>
  )
}
