import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** The whole page is empty: the title is the page's own heading. */
  readonly whole?: boolean
  /** What would be here, and how it gets here. */
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** Nothing to show yet: says what belongs here and how to bring it in. */
export function EmptyState({ title, whole = false, children, actions }: Props) {
  const Heading = whole ? 'h1' : 'h2'
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      <p>{children}</p>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
