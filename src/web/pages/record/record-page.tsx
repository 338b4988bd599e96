import type { RecordView } from '../../../core/view/board.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { DateText } from '../../show/dates.tsx'
import { Icon } from '../../show/icon.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { OutsideLink } from '../../show/outside-link.tsx'
import { Code, Foreign, Said } from '../../show/said.tsx'
import { shared } from '../../words/shared.ts'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import type { PageProps } from '../page.ts'
import { RecordFacts } from './record-facts.tsx'
import { recordWords } from './words/words.ts'
import './record.css'

/** One record at its permanent address: what it says, where it came from, what became of it. */
export default function RecordPage({ accord, rest }: PageProps) {
  const view = useResource<RecordView>(rest[0] ? api.record(accord, rest[0]) : undefined)
  return (
    <Loaded of={view} lines={8}>
      {data => <Content accord={accord} view={data} />}
    </Loaded>
  )
}

function Content({ accord, view }: { readonly accord: string; readonly view: RecordView }) {
  const w = useWords(recordWords)
  const words = useWords(shared)
  const v = useWords(vocabulary)
  const count = useCount()
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const { record } = view.record
  const kind = view.record.of === 'evidence' ? view.record.record.kind : view.record.of
  const provenance = 'provenance' in record ? record.provenance : undefined
  return (
    <article className="record">
      <header className="page-head">
        <p className="crumbs">
          {wordFor(v.recordKind, kind)} <Code>{view.id}</Code>
        </p>
        <h1>
          <Said words={view.summary} />
        </h1>
        <p>
          <span className={view.status === 'active' ? 'tag' : 'tag tag-claim'}>
            {words.record.status[view.status]}
          </span>
        </p>
      </header>
      <div className="record-columns">
        <section className="card">
          <div className="card-head">
            <h2>{w.says}</h2>
          </div>
          <div className="card-body">
            <RecordFacts accord={accord} tz={tz} record={view.record} />
          </div>
        </section>
        <div className="record-side">
          {provenance && (
            <section className="card">
              <div className="card-head">
                <h2>{w.provenance}</h2>
              </div>
              <dl className="card-body facts">
                {provenance.outlet && (
                  <div>
                    <dt>{w.outlet}</dt>
                    <dd>
                      <Foreign text={provenance.outlet} />
                    </dd>
                  </div>
                )}
                {provenance.url && (
                  <div>
                    <dt>{words.record.source}</dt>
                    <dd>
                      <OutsideLink url={provenance.url} />
                    </dd>
                  </div>
                )}
                {provenance.reportId && (
                  <div>
                    <dt>{words.record.report}</dt>
                    <dd>
                      <Link
                        to={pathTo(accord, 'inbox', provenance.reportId)}
                        extra={{ span: provenance.span && `${provenance.span.start}-${provenance.span.end}` }}
                      >
                        {words.record.report} <Icon name="forward" width="12" height="12" />
                      </Link>
                    </dd>
                  </div>
                )}
              </dl>
            </section>
          )}
          <section className="card">
            <div className="card-head">
              <h2>{w.ledger}</h2>
            </div>
            <dl className="card-body facts">
              <div>
                <dt>{words.record.received}</dt>
                <dd>
                  <DateText at={record.received} tz={tz} minute />
                </dd>
              </div>
              <div>
                <dt>{words.record.recorded}</dt>
                <dd>
                  <DateText at={view.recordedAt / 1000} tz={tz} minute />
                </dd>
              </div>
              <div>
                <dt>{words.record.by}</dt>
                <dd>
                  <Code>{view.by}</Code>
                </dd>
              </div>
              <div>
                <dt>{words.record.entry}</dt>
                <dd>
                  <bdi>{count(view.seq).text}</bdi>
                </dd>
              </div>
            </dl>
          </section>
        </div>
      </div>
    </article>
  )
}
