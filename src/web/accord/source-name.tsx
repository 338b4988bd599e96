import { useSaid, useWords } from '../locale/locale.tsx'
import { Foreign } from '../show/said.tsx'
import { shared } from '../words/shared.ts'
import { useAccord } from './use-accord.ts'

/** What the reader calls the report itself when nobody said who published it. */
const THIS_REPORT = 'this-report'

/** A source as the accord's file names it (an outlet, a monitor, a party); else as the record has it. */
export function SourceName({ accord, source }: { readonly accord: string; readonly source: string }) {
  const said = useSaid()
  const w = useWords(shared).record
  const name = useAccord(accord)?.parties.find(p => p.id === source)?.name
  if (source === THIS_REPORT) return <>{w.thisReport}</>
  return <Foreign text={name ? said(name) : source} />
}
