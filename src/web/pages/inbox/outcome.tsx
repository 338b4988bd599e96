import { BearerName } from '../../accord/party-name.tsx'
import type { InboxAnswer, VerdictChange } from '../../data/answers.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { openEvidence } from '../../evidence/open-evidence.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, useAddress } from '../../route/router.tsx'
import { Icon } from '../../show/icon.tsx'
import { Code } from '../../show/said.tsx'
import { ShowMore } from '../../show/show-more.tsx'
import { VerdictBadge } from '../../show/verdict-badge.tsx'
import { inboxWords } from './words/words.ts'

type Props = {
  readonly accord: string
  readonly outcome: readonly VerdictChange[] | undefined
  readonly finished: boolean
}

/** What the last acceptance did: the verdicts that changed, each one press from its evidence. */
export function Outcome({ accord, outcome, finished }: Props) {
  const w = useWords(inboxWords).review
  const count = useCount()
  return (
    <div className="outcome-frame" aria-live="polite">
      {outcome && (
        <div className="outcome" data-changed={outcome.length > 0 || undefined}>
          <p>
            {outcome.length > 0 ? <strong>{w.changed(count(outcome.length))}</strong> : w.unchanged}{' '}
            <Link to={pathTo(accord, 'state')}>{w.toState}</Link>
          </p>
          {outcome.length > 0 && (
            <ShowMore
              items={outcome}
              first={4}
              itemKey={c => `${c.provision} ${c.bearer.join()}`}
              render={c => (
                <button
                  type="button"
                  className="outcome-line"
                  onClick={() => openEvidence({ provision: c.provision, bearer: c.bearer })}
                >
                  <Code>{c.provision}</Code> <BearerName accord={accord} bearer={c.bearer} />
                  <VerdictBadge
                    plain
                    verdict={{ verdict: c.from, observed: 'yes', codes: c.fromWaiting ? ['due'] : [] }}
                  />
                  <Icon name="forward" width="12" height="12" />
                  <VerdictBadge
                    plain
                    verdict={{ verdict: c.to, observed: 'yes', codes: c.toWaiting ? ['due'] : [] }}
                  />
                </button>
              )}
            />
          )}
        </div>
      )}
      {finished && <Finished accord={accord} />}
    </div>
  )
}

function Finished({ accord }: { readonly accord: string }) {
  const w = useWords(inboxWords).review
  const { rest } = useAddress()
  const answer = useResource<InboxAnswer>(api.reports(accord))
  const next = answer.data?.reports.find(i => i.open > 0 && i.report.id !== rest[0])
  return (
    <p className="finished">
      {w.done} {next && <Link to={pathTo(accord, 'inbox', next.report.id)}>{w.nextReport}</Link>}
    </p>
  )
}
