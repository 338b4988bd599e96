import { useState } from 'react'
import type { InboxItem } from '../../../core/view/inbox.ts'
import { useAccord } from '../../accord/use-accord.ts'
import type { InboxAnswer } from '../../data/answers.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { CivilText, DateText } from '../../show/dates.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Code, Foreign } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { headlineOf, restOf } from './headline.ts'
import { Intake } from './intake.tsx'
import { inboxWords } from './words/words.ts'

/** Reports newest first, with what waits for a decision; the way in is on top. */
export function InboxList({ accord }: { readonly accord: string }) {
  const w = useWords(inboxWords)
  const answer = useResource<InboxAnswer>(api.reports(accord))
  return (
    <div className="inbox">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <Intake accord={accord} />
      <Loaded of={answer} lines={8}>
        {data =>
          data.reports.length ? (
            <Reports accord={accord} items={data.reports} />
          ) : (
            <EmptyState title={w.list.emptyTitle}>{w.list.empty}</EmptyState>
          )
        }
      </Loaded>
    </div>
  )
}

function Reports({ accord, items }: { readonly accord: string; readonly items: readonly InboxItem[] }) {
  const words = useWords(inboxWords)
  const w = words.list
  const count = useCount()
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const [openOnly, setOpenOnly] = useState(false)
  const shown = openOnly ? items.filter(i => i.open > 0) : items
  const open = items.reduce((n, i) => n + i.open, 0)
  return (
    <section className="inbox-reports">
      <div className="inbox-bar">
        <p className="quiet small">{w.totals(count(items.length), count(open))}</p>
        <div className="chips">
          <button type="button" className="chip" aria-pressed={!openOnly} onClick={() => setOpenOnly(false)}>
            {w.all}
          </button>
          <button type="button" className="chip" aria-pressed={openOnly} onClick={() => setOpenOnly(true)}>
            {w.openOnly}
          </button>
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="quiet inbox-none">{w.noneOpen}</p>
      ) : (
        <Table
          caption={w.caption}
          rows={shown}
          rowKey={i => i.report.id}
          columns={[
            {
              key: 'report',
              head: w.report,
              names: true,
              cell: i => <Title accord={accord} item={i} />,
            },
            {
              key: 'outlet',
              head: w.outlet,
              width: '8rem',
              wideOnly: true,
              cell: i =>
                i.report.outlet ? <Foreign text={i.report.outlet} /> : <span className="faint">—</span>,
            },
            {
              key: 'published',
              head: w.published,
              width: '10rem',
              cell: i => <Published item={i} />,
            },
            {
              key: 'received',
              head: w.received,
              width: '10rem',
              wideOnly: true,
              cell: i => <DateText at={i.report.received} tz={tz} />,
            },
            {
              key: 'decisions',
              head: w.decisions,
              width: '10rem',
              cell: i => (
                <span className="inbox-counts">
                  {i.open > 0 ? (
                    <strong className="inbox-open">{w.open(count(i.open))}</strong>
                  ) : (
                    <span className="quiet">
                      {i.accepted + i.rejected > 0 ? w.open(count(0)) : w.nothing}
                    </span>
                  )}
                  {i.accepted > 0 && <span className="faint small">{w.accepted(count(i.accepted))}</span>}
                  {i.rejected > 0 && <span className="faint small">{w.rejected(count(i.rejected))}</span>}
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Title({ accord, item: { report, excerpt } }: { readonly accord: string; readonly item: InboxItem }) {
  const headline = headlineOf(report, excerpt)
  return (
    <Link className="inbox-title" to={pathTo(accord, 'inbox', report.id)}>
      <span className="inbox-name">
        <Foreign text={headline} language={report.language} />
      </span>
      <span className="inbox-excerpt">
        <Foreign text={restOf(headline, excerpt)} language={report.language} />
      </span>
      {report.name && (
        <span className="inbox-file">
          <Code>{report.name}</Code>
        </span>
      )}
    </Link>
  )
}

function Published({ item }: { readonly item: InboxItem }) {
  const w = useWords(inboxWords)
  const { publishedAt, publishedHow } = item.report
  if (!publishedAt) return <span className="faint">{w.list.unknownDay}</span>
  const how = publishedHow && w.review.how[publishedHow]
  return (
    <>
      <CivilText date={publishedAt} />
      {how && <span className="faint small inbox-how">{how}</span>}
    </>
  )
}
