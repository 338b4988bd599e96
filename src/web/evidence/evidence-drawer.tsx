import { useEffect, useRef } from 'react'
import type { ProvisionView } from '../../core/view/board.ts'
import { useBearerName } from '../accord/party-name.tsx'
import { useAccord } from '../accord/use-accord.ts'
import { api } from '../data/paths.ts'
import { useResource } from '../data/resource.ts'
import { useSaid, useWords } from '../locale/locale.tsx'
import { pathTo } from '../route/address.ts'
import { Link, useAsked } from '../route/router.tsx'
import { Icon } from '../show/icon.tsx'
import { Loaded } from '../show/loaded.tsx'
import { Code, Said } from '../show/said.tsx'
import { VerdictBadge } from '../show/verdict-badge.tsx'
import { shared } from '../words/shared.ts'
import { EvidenceLists } from './evidence-lists.tsx'
import { closeEvidence, type OpenEvidence, sameBearer } from './open-evidence.ts'
import { VerdictFacts } from './verdict-facts.tsx'
import './evidence-drawer.css'

/**
 * Why one verdict is what it is, beside the page it was opened from. The page stays usable; Escape closes
 * the drawer and gives the focus back.
 */
export default function EvidenceDrawer({
  accord,
  open,
}: {
  readonly accord: string
  readonly open: OpenEvidence
}) {
  const w = useWords(shared)
  const asked = useAsked()
  const view = useResource<ProvisionView>(api.provision(accord, open.provision, asked))
  const title = useRef<HTMLHeadingElement>(null)
  const cameFrom = useRef<Element | null>(null)

  useEffect(() => {
    cameFrom.current = document.activeElement
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('.veil, .popover'))
        return
      closeEvidence()
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
    }
  }, [])

  const opened = `${open.provision} ${open.bearer.join(' ')}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newly opened verdict is read from its top
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    title.current?.closest('.drawer')?.scrollTo(0, 0)
  }, [opened])

  return (
    <aside className="drawer" aria-label={w.evidence.title}>
      <div className="drawer-head">
        <h2 ref={title} tabIndex={-1}>
          <Code>{open.provision}</Code>
        </h2>
        <button type="button" className="icon-button" aria-label={w.common.close} onClick={closeEvidence}>
          <Icon name="close" />
        </button>
      </div>
      <Loaded of={view} lines={9}>
        {data => <Content accord={accord} open={open} view={data} />}
      </Loaded>
    </aside>
  )
}

function Content({ accord, open, view }: { accord: string; open: OpenEvidence; view: ProvisionView }) {
  const { evidence: w, common } = useWords(shared)
  const said = useSaid()
  const bearerName = useBearerName(accord)
  const data = useAccord(accord)
  const { reading = 'default' } = useAsked()
  const tz = data?.tz ?? 'UTC'
  const mine = view.verdicts.filter(v => sameBearer(v.verdict.bearer, open.bearer)).map(v => v.verdict)
  const verdict = mine.find(v => v.reading === reading) ?? mine[0]
  const others = mine.filter(v => v !== verdict && v.verdict !== verdict?.verdict)
  const readingName = (id: string) => {
    const r = data?.readings.find(x => x.id === id)
    return r ? said(r.name) : id
  }
  return (
    <div className="drawer-body">
      <div>
        <p className="drawer-title">
          <Said words={view.title} />
        </p>
        <p className="quiet">
          {bearerName(open.bearer)}
          {open.bearer.length > 1 && `${common.comma}${w.jointly}`}
        </p>
      </div>
      {verdict ? (
        <>
          <div className="drawer-verdict">
            <VerdictBadge verdict={verdict} />
            <p className="drawer-because">
              <Said words={verdict.because} />
            </p>
            {verdict.verdict === 'HOLDING' && <p className="quiet small">{w.observed[verdict.observed]}</p>}
            <VerdictFacts verdict={verdict} tz={tz} />
          </div>
          {others.length > 0 && (
            <ul className="drawer-others">
              {others.map(o => (
                <li key={o.reading}>
                  <Icon name="split" /> {readingName(o.reading)}: <VerdictBadge plain verdict={o} />
                </li>
              ))}
            </ul>
          )}
          <EvidenceLists accord={accord} tz={tz} verdict={verdict} records={view.records} />
        </>
      ) : (
        <p className="quiet">{w.none}</p>
      )}
      <Link className="button" to={pathTo(accord, 'provision', open.provision)}>
        {w.whole} <Icon name="forward" />
      </Link>
    </div>
  )
}
