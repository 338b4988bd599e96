import { Fragment } from 'react'
import { useLocale, useSaid } from '../locale/locale.tsx'
import { partyName, useAccord } from './use-accord.ts'

/** "Russia", or "Russia and Turkey" for those bound jointly. */
export function useBearerName(accord: string): (bearer: readonly string[]) => string {
  const data = useAccord(accord)
  const said = useSaid()
  const { tag } = useLocale()
  return bearer => new Intl.ListFormat(tag).format(bearer.map(id => said(partyName(data, id))))
}

/** The name of a party, or of several bound jointly. */
export function BearerName({
  accord,
  bearer,
}: {
  readonly accord: string
  readonly bearer: readonly string[]
}) {
  const name = useBearerName(accord)
  return <Fragment>{name(bearer)}</Fragment>
}
