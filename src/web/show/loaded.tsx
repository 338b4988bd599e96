import type { ReactNode } from 'react'
import type { Resource } from '../data/resource.ts'
import { FaultView } from './fault-view.tsx'
import { Skeleton } from './skeleton.tsx'

type Props<T> = {
  readonly of: Resource<T>
  readonly lines?: number
  readonly children: (data: T) => ReactNode
}

/** An answer of the API: its content, or grey lines while it loads, or what went wrong. */
export function Loaded<T>({ of, lines, children }: Props<T>) {
  if (of.data !== undefined)
    return (
      <div className={of.stale ? 'stale' : undefined} aria-busy={of.loading || undefined}>
        {children(of.data)}
      </div>
    )
  if (of.fault) return <FaultView fault={of.fault} retry={of.reload} />
  return <Skeleton {...(lines !== undefined && { lines })} />
}
