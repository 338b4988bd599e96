import type { RecordView } from '../../core/view/board.ts'
import { SourceName } from '../accord/source-name.tsx'
import { useWords } from '../locale/locale.tsx'
import { pathTo } from '../route/address.ts'
import { Link } from '../route/router.tsx'
import { WhenText } from '../show/dates.tsx'
import { Icon } from '../show/icon.tsx'
import { Said } from '../show/said.tsx'
import { shared } from '../words/shared.ts'
import { vocabulary, wordFor } from '../words/vocabulary.ts'
import { Grade } from './grade.tsx'
import './record-line.css'

type Props = { readonly accord: string; readonly tz: string; readonly view: RecordView }

/** One record in a list: what it says, who says it, how good that is, when; and the way to all of it. */
export function RecordLine({ accord, tz, view }: Props) {
  const words = useWords(shared)
  const v = useWords(vocabulary)
  const { record } = view.record
  const provenance = 'provenance' in record ? record.provenance : undefined
  const when = 'when' in record ? record.when : undefined
  const claim =
    view.record.of === 'evidence' && view.record.record.kind === 'claim' ? view.record.record : undefined
  const kind = view.record.of === 'evidence' ? view.record.record.kind : view.record.of
  return (
    <article className="record-line" data-status={view.status}>
      <p className="record-said">
        <Link to={pathTo(accord, 'record', view.id)}>
          <Said words={view.summary} />
        </Link>
      </p>
      <p className="record-facts">
        {claim ? (
          <>
            <SourceName accord={accord} source={claim.source} />
            {claim.stance === 'denies' && <span className="tag">{words.record.denies}</span>}
            <Grade grade={claim.grade} />
          </>
        ) : (
          <span>{wordFor(v.recordKind, kind)}</span>
        )}
        {when && <WhenText when={when} tz={tz} />}
        {view.status !== 'active' && <span className="tag">{words.record.status[view.status]}</span>}
        {provenance?.reportId && (
          <Link
            to={pathTo(accord, 'inbox', provenance.reportId)}
            extra={{ span: provenance.span && `${provenance.span.start}-${provenance.span.end}` }}
          >
            {words.record.report}
          </Link>
        )}
        {provenance?.url && (
          <a href={provenance.url} target="_blank" rel="noreferrer noopener" title={provenance.url}>
            {words.record.source} <Icon name="outside" width="12" height="12" />
            <span className="said-only"> ({words.common.outside})</span>
          </a>
        )}
      </p>
    </article>
  )
}
