import type { BoardRow } from '../../../core/view/board.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { Code, Said } from '../../show/said.tsx'
import { stateWords } from './words/words.ts'

type Props = { readonly rows: readonly BoardRow[]; readonly columns: number; readonly accord: string }

/** Definitions, mechanisms and recitals of one document, folded into a line: they bind nobody to an act. */
export function SilentRows({ rows, columns, accord }: Props) {
  const w = useWords(stateWords)
  const count = useCount()
  return (
    <tr className="matrix-silent">
      <td colSpan={columns + 1}>
        <details>
          <summary>{w.notJudged(count(rows.length))}</summary>
          <ul>
            {rows.map(r => (
              <li key={r.provision}>
                <Link to={pathTo(accord, 'provision', r.provision)}>
                  <Code>{r.provision}</Code> <Said words={r.title} />
                </Link>
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  )
}
