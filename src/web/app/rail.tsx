import { useLocale, useWords } from '../locale/locale.tsx'
import type { Page } from '../pages/page.ts'
import { PAGES } from '../pages/registry.tsx'
import { pathTo } from '../route/address.ts'
import { Link } from '../route/router.tsx'
import { Icon } from '../show/icon.tsx'
import { shared } from '../words/shared.ts'
import { Mark } from './mark.tsx'

/** The pages there are; at the foot of the screen on a phone. */
export function Rail({ accord, page }: { readonly accord: string; readonly page: Page | undefined }) {
  const { language } = useLocale()
  const w = useWords(shared)
  const lit = page?.under ?? page?.name
  return (
    <nav className="rail" aria-label={w.nav.label}>
      <Link className="rail-mark" to={pathTo(accord, 'state')}>
        <Mark />
        <span>{w.product}</span>
      </Link>
      <ul>
        {PAGES.filter(p => p.rail).map(p => (
          <li key={p.name} data-phone={p.phone || undefined}>
            <Link
              className="rail-link"
              to={pathTo(accord, p.name)}
              aria-current={lit === p.name ? 'page' : undefined}
            >
              <Icon name={p.icon} />
              <span>{p.title[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
