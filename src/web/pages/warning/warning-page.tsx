import type { AlertView } from '../../../core/warning/alert.ts'
import type { AlertNote, AlertState } from '../../../core/warning/alert-state.ts'
import type { ChartDay } from '../../../core/warning/chart.ts'
import type { Signal } from '../../../core/warning/signal.ts'
import type { Words } from '../../../core/words.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate, useResource } from '../../data/resource.ts'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, setParameter, useAddress, useAsked } from '../../route/router.tsx'
import { CivilText } from '../../show/dates.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Said } from '../../show/said.tsx'
import { Segments } from '../../show/segments.tsx'
import { toast } from '../../show/toast.tsx'
import type { PageProps } from '../page.ts'
import { AlertCard } from './alert-card.tsx'
import { DayChart } from './day-chart.tsx'
import { warningWords } from './words/words.ts'
import './warning.css'

const BUDGETS = ['0.2', '0.5', '1', '2', '4'] as const
const CHARTS = 4

type Answer = {
  readonly alerts: readonly (AlertView & { readonly state: AlertState })[]
  readonly signals: readonly Signal[]
  readonly findings: readonly { readonly series: string; readonly finding: { readonly words: Words } }[]
  readonly charts: readonly {
    readonly series: string
    readonly zone: string
    readonly total: number
    readonly days: readonly ChartDay[]
  }[]
}

/** Alerts within the reader's budget of false ones, the signals beside them, and the days they rest on. */
export default function WarningPage({ accord: id }: PageProps) {
  const w = useWords(warningWords)
  const said = useSaid()
  const count = useCount()
  const accord = useAccord(id)
  const asked = useAsked()
  const { query } = useAddress()
  const budget = BUDGETS.find(b => b === query.get('budget')) ?? '1'
  const path = api.warnings(id, asked, budget)
  const view = useResource<Answer>(path)
  const zoneName = (zone: string) =>
    zone === '*' ? w.whole : said(accord?.zones.find(z => z.id === zone)?.name ?? { en: zone, ar: zone })
  const note = async (alert: string, act: AlertNote['act']) => {
    try {
      await post(api.alertNotes(id), { alert, act })
    } catch (e) {
      if (!(e instanceof Fault)) throw e
      toast(e.message)
    }
    invalidate(api.warningsOf(id))
  }
  return (
    <div className="warning">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <Segments
        label={w.budget}
        value={budget}
        options={BUDGETS.map(b => ({ id: b, name: b }))}
        onChange={b => setParameter('budget', b)}
      />
      <Loaded of={view} lines={10}>
        {data => (
          <div className="warning-columns">
            <section className="warning-alerts">
              <h2>{w.alerts}</h2>
              {data.alerts.length === 0 && <EmptyState title={w.noAlert}>{w.noAlertText}</EmptyState>}
              {accord &&
                data.alerts.map(a => (
                  <AlertCard key={a.id} accord={accord} alert={a} onNote={act => void note(a.id, act)} />
                ))}
            </section>
            <div className="warning-side">
              <section className="card">
                <div className="card-head">
                  <h2>{w.signals}</h2>
                </div>
                <div className="card-body">
                  <p className="quiet small">{w.signalsLead}</p>
                  {data.signals.length === 0 && <p>{w.noSignal}</p>}
                  <ol className="signals">
                    {data.signals.map(s => (
                      <li key={s.id} data-kind={s.kind}>
                        <CivilText date={s.day} />
                        <p>
                          <SignalWords accord={id} signal={s} />
                        </p>
                      </li>
                    ))}
                  </ol>
                </div>
              </section>
              <section className="card">
                <div className="card-head">
                  <h2>{w.charts}</h2>
                </div>
                <div className="card-body">
                  {data.charts.slice(0, CHARTS).map(c => (
                    <div key={c.series}>
                      <h3 className="small">
                        {zoneName(c.zone)} <span className="faint">{w.total(count(c.total))}</span>
                      </h3>
                      <DayChart days={c.days} label={w.chartOf(zoneName(c.zone))} />
                    </div>
                  ))}
                </div>
              </section>
              {data.findings.length > 0 && (
                <details className="card card-body">
                  <summary>{w.findings}</summary>
                  <ul className="small">
                    {data.findings.map((f, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a computed list in a fixed order.
                      <li key={i}>
                        <Said words={f.finding.words} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </div>
  )
}

function SignalWords({ accord, signal: s }: { readonly accord: string; readonly signal: Signal }) {
  const words = <Said words={s.words} />
  if (s.kind === 'deadline-passed' && s.provisions[0])
    return <Link to={pathTo(accord, 'provision', s.provisions[0])}>{words}</Link>
  return s.records[0] ? <Link to={pathTo(accord, 'record', s.records[0])}>{words}</Link> : words
}
