import { Link } from '../route/router.tsx'
import './tabs.css'

type Props = {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly to: string }[]
  readonly current: string
}

/** Parts of one page as links: each has its own address, so the back button works. */
export function Tabs({ label, tabs, current }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(t => (
        <Link key={t.id} to={t.to} aria-current={t.id === current ? 'page' : undefined}>
          {t.name}
        </Link>
      ))}
    </nav>
  )
}
