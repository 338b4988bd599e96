import { lazy, Suspense, useState } from 'react'
import type { ReportReview } from '../../../core/view/inbox.ts'
import { useCount, useLocale, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { CivilText } from '../../show/dates.tsx'
import { OutsideLink } from '../../show/outside-link.tsx'
import { Code, Foreign } from '../../show/said.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { headlineOf } from './headline.ts'
import { inboxWords } from './words/words.ts'

const PublishedDialog = lazy(() => import('./published-dialog.tsx'))

type Props = {
  readonly accord: string
  readonly review: ReportReview
  readonly done: number
  readonly all: number
}

/** Where the report comes from, when it was published and how we know, and how far the review is. */
export function ReportHead({ accord, review, done, all }: Props) {
  const w = useWords(inboxWords).review
  const v = useWords(vocabulary)
  const count = useCount()
  const { tag } = useLocale()
  const [asking, setAsking] = useState(false)
  const { report, reading } = review
  const how = w.how[reading.publishedHow]
  return (
    <header className="report-head">
      <p className="crumbs">
        <Link to={pathTo(accord, 'inbox')}>{w.back}</Link>
      </p>
      <h1>
        <Foreign text={headlineOf(report, reading.text)} language={report.language} />
      </h1>
      <ul className="report-facts">
        {report.outlet && (
          <li>
            <Foreign text={report.outlet} />
          </li>
        )}
        <li>
          {w.published}: {reading.publishedAt && <CivilText date={reading.publishedAt} />}{' '}
          {how && <span className={reading.publishedHow === 'given' ? 'quiet' : 'tag tag-claim'}>{how}</span>}{' '}
          <button type="button" className="link-button" onClick={() => setAsking(true)}>
            {w.setDay}
          </button>
        </li>
        <li>{wordFor(v.language, reading.language)}</li>
        {report.encoding.toLowerCase() !== 'utf-8' && (
          <li>
            {w.encoding} <Code>{report.encoding}</Code>
          </li>
        )}
        {report.cluster && (
          <li>
            <Link className="tag" to={pathTo(accord, 'inbox', report.cluster)}>
              {w.copy}
            </Link>
          </li>
        )}
        {report.url && (
          <li>
            <OutsideLink url={report.url} />
          </li>
        )}
      </ul>
      {all > 0 && (
        <div className="progress">
          <progress value={done} max={all} aria-label={w.progress(count(done), count(all))} />
          <span className="num">{w.progress(count(done), count(all))}</span>
        </div>
      )}
      <Suspense key={tag}>
        {asking && <PublishedDialog accord={accord} review={review} onClose={() => setAsking(false)} />}
      </Suspense>
    </header>
  )
}
