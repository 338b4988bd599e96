import { lazy, Suspense, useEffect, useMemo } from 'react'
import type { AccordsAnswer } from '../data/answers.ts'
import { Fault } from '../data/fault.ts'
import { useLive } from '../data/live.ts'
import { api } from '../data/paths.ts'
import { useResource } from '../data/resource.ts'
import { useOpenEvidence } from '../evidence/open-evidence.ts'
import { useLocale, useWords } from '../locale/locale.tsx'
import type { Page } from '../pages/page.ts'
import { PAGES, pageNamed } from '../pages/registry.tsx'
import { pathTo } from '../route/address.ts'
import { navigate, useAddress } from '../route/router.tsx'
import { EmptyState } from '../show/empty-state.tsx'
import { FaultView } from '../show/fault-view.tsx'
import { Skeleton } from '../show/skeleton.tsx'
import { Toasts } from '../show/toast.tsx'
import { shared } from '../words/shared.ts'
import { CrashGuard } from './crash-guard.tsx'
import { FrameKeys } from './frame-keys.tsx'
import { Header } from './header.tsx'
import { PastBanner } from './past-banner.tsx'
import { Rail } from './rail.tsx'
import './shell.css'

const EvidenceDrawer = lazy(() => import('../evidence/evidence-drawer.tsx'))
const SCREENS = new Map(PAGES.map(p => [p.name, lazy(p.load)]))

/** The frame: rail, header, the page at the address, and what floats above them. */
export function App() {
  const w = useWords(shared)
  const address = useAddress()
  const accords = useResource<AccordsAnswer>(api.accords)
  const first = accords.data?.accords[0]?.id

  useEffect(() => {
    // "/" and "/idlib" are doors, not places: they open on the State.
    if (!address.accord && first) navigate(pathTo(first, 'state'), { replace: true })
    else if (address.accord && !address.page) navigate(pathTo(address.accord, 'state'), { replace: true })
  }, [address, first])

  const evidence = useOpenEvidence()
  const answering = useLive(address.accord)
  const page = address.page ? pageNamed(address.page) : undefined
  const known = useMemo(() => new Set(accords.data?.accords.map(a => a.id)), [accords.data])
  const strange = address.accord !== undefined && accords.data !== undefined && !known.has(address.accord)

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {w.nav.skip}
      </a>
      {address.accord && <Rail accord={address.accord} page={page} />}
      <div className="main">
        {address.accord && !strange && <Header accord={address.accord} />}
        {!answering && address.accord && (
          <p className="banner banner-bad" role="status">
            {w.fault.offline}
          </p>
        )}
        {address.accord && !strange && <PastBanner />}
        <main id="content" className="work" tabIndex={-1}>
          {accords.fault ? (
            <FaultView fault={accords.fault} retry={accords.reload} />
          ) : accords.data?.accords.length === 0 ? (
            <EmptyState whole title={w.fault.noAccord}>
              {w.fault.noAccordWay}
            </EmptyState>
          ) : strange || (address.page && !page) ? (
            <FaultView fault={new Fault(404, 'no such page')} />
          ) : (
            address.accord && page && <Screen page={page} accord={address.accord} rest={address.rest} />
          )}
        </main>
      </div>
      {address.accord && !strange && evidence && (
        <Suspense>
          <EvidenceDrawer accord={address.accord} open={evidence} />
        </Suspense>
      )}
      <Toasts />
    </div>
  )
}

function Screen({ page, accord, rest }: { page: Page; accord: string; rest: readonly string[] }) {
  const { language } = useLocale()
  const Content = SCREENS.get(page.name)!
  const title = page.title[language]
  useEffect(() => {
    document.title = `${title} · ${shared[language].product}`
  }, [title, language])
  return (
    <CrashGuard key={page.name}>
      <FrameKeys accord={accord} />
      <Suspense fallback={<Skeleton lines={10} />}>
        <Content accord={accord} rest={rest} />
      </Suspense>
    </CrashGuard>
  )
}
