import type { StatementList } from '../../../core/view/statement-list.ts'
import { BearerName } from '../../accord/party-name.tsx'
import { useAccord } from '../../accord/use-accord.ts'
import { useLocale, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { CivilText, WhenText } from '../../show/dates.tsx'
import { Num } from '../../show/numbers.tsx'
import { Foreign, Said } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { VerdictBadge } from '../../show/verdict-badge.tsx'
import { statementsWords } from './words/words.ts'

type Props = { readonly accord: string; readonly undertakings: StatementList['undertakings'] }

/** Promises with what became of them: the words, the day they were due, the verdict for each who is held to it. */
export function Promises({ accord, undertakings }: Props) {
  const w = useWords(statementsWords)
  const { language } = useLocale()
  const tz = useAccord(accord)?.tz ?? 'UTC'
  return (
    <section className="statements-promises">
      <h2>{w.promises}</h2>
      <p className="quiet small">{w.promisesNote}</p>
      <Table
        caption={w.promises}
        rows={undertakings}
        rowKey={u => u.undertaking.id}
        columns={[
          {
            key: 'promise',
            head: w.promise,
            names: true,
            cell: ({ undertaking: u }) => (
              <Link to={pathTo(accord, 'record', u.id)}>
                <Foreign text={u.words[language] ?? u.words.ar ?? u.words.en ?? u.id} />
                {u.quantity !== undefined && (
                  <>
                    {' '}
                    (<Num value={u.quantity} />
                    {u.each && ` ${w.eachSide}`})
                  </>
                )}
              </Link>
            ),
          },
          {
            key: 'by',
            head: w.by,
            width: '9rem',
            cell: ({ undertaking: u }) => <BearerName accord={accord} bearer={[u.party]} />,
          },
          {
            key: 'said',
            head: w.said,
            width: '9rem',
            wideOnly: true,
            cell: ({ undertaking: u }) => <WhenText when={u.when} tz={tz} />,
          },
          {
            key: 'due',
            head: w.due,
            width: '8rem',
            cell: ({ undertaking: u }) =>
              u.deadline ? <CivilText date={u.deadline} /> : <span className="faint">—</span>,
          },
          {
            key: 'verdict',
            head: w.verdict,
            width: '17rem',
            cell: ({ verdicts }) => (
              <ul className="promise-verdicts">
                {verdicts.map(v => (
                  <li key={v.bearer.join()}>
                    <details>
                      <summary>
                        <BearerName accord={accord} bearer={v.bearer} /> <VerdictBadge plain verdict={v} />
                      </summary>
                      <p className="quiet small">
                        <Said words={v.because} />
                      </p>
                    </details>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  )
}
