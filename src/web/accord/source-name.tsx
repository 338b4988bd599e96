import { useSaid } from '../locale/locale.tsx'
import { Foreign } from '../show/said.tsx'
import { useAccord } from './use-accord.ts'

/** A source as the accord's file names it (an outlet, a monitor, a party); else as the record has it. */
export function SourceName({ accord, source }: { readonly accord: string; readonly source: string }) {
  const said = useSaid()
  const name = useAccord(accord)?.parties.find(p => p.id === source)?.name
  return <Foreign text={name ? said(name) : source} />
}
