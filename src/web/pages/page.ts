import type { ComponentType } from 'react'
import type { Words } from '../../core/words.ts'
import type { IconName } from '../show/icon.tsx'

export type PageProps = {
  readonly accord: string
  /** What stands in the address after the page's name: ['SOC18-6'] in /idlib/provision/SOC18-6. */
  readonly rest: readonly string[]
}

/** One page of the product: a folder here, one line in registry.tsx. */
export type Page = {
  /** First segment after the accord; never changes, since addresses are permanent. */
  readonly name: string
  readonly title: Words
  readonly icon: IconName
  /** Letter after "g" that goes there; only pages of the rail have one. */
  readonly key?: string
  /** Shown in the rail; other pages are reached by links. */
  readonly rail: boolean
  /** Rail entry that is lit while this page is open. */
  readonly under?: string
  /** Shown in the bar at the foot of a phone. */
  readonly phone?: boolean
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>
}
