import { sentenceOf } from '../../core/problem.ts'
import type { Fault } from '../data/fault.ts'
import { useWords } from '../locale/locale.tsx'
import { pathTo } from '../route/address.ts'
import { Link, useAddress } from '../route/router.tsx'
import { shared } from '../words/shared.ts'
import { EmptyState } from './empty-state.tsx'
import { Said } from './said.tsx'

/** Why there is nothing here, in words, with a way out. */
export function FaultView({ fault, retry }: { readonly fault: Fault; readonly retry?: () => void }) {
  const words = useWords(shared)
  const w = words.fault
  const { accord } = useAddress()
  const [title, way] =
    fault.status === 0
      ? [w.offlineTitle, w.offlineWay]
      : fault.status === 404
        ? [w.notFound, w.notFoundWay]
        : fault.status >= 500
          ? [w.server, w.serverWay]
          : [w.bad, fault.problem ? sentenceOf(fault.problem) : fault.message]
  return (
    <div role="alert">
      <EmptyState
        whole
        title={title}
        actions={
          <>
            {retry && fault.status !== 404 && (
              <button type="button" className="button" onClick={retry}>
                {words.common.retry}
              </button>
            )}
            {accord && (
              <Link className="button" to={pathTo(accord, 'state')}>
                {w.toState}
              </Link>
            )}
          </>
        }
      >
        <Said words={way} />
      </EmptyState>
    </div>
  )
}
