import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** What would be here, and how it gets here. */
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** Nothing to show yet: says what belongs here and how to bring it in. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
