import type { Accord } from '../../../core/accord/model.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { Code, Foreign, Said } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { accordWords } from './words/words.ts'

/** Who the accord speaks of: role, side, and through whom each is bound. */
export function Parties({ accord }: { readonly accord: Accord }) {
  const w = useWords(accordWords)
  const v = useWords(vocabulary)
  const said = useSaid()
  const name = useBearerName(accord.id)
  const dash = <span className="faint">—</span>
  return (
    <Table
      caption={w.tabs.parties!}
      rows={accord.parties.filter(p => p.role !== 'outlet')}
      rowKey={p => p.id}
      columns={[
        {
          key: 'name',
          head: w.party,
          names: true,
          cell: p => (
            <>
              <span className="accord-party">{said(p.name)}</span> <Code>{p.id}</Code>
              {p.aliases && p.aliases.length > 0 && (
                <span className="faint small accord-aliases">
                  {w.aliases}:{' '}
                  {p.aliases.map((a, i) => (
                    <span key={a}>
                      {i > 0 && ' / '}
                      <Foreign text={a} />
                    </span>
                  ))}
                </span>
              )}
            </>
          ),
        },
        { key: 'role', head: w.role, width: '8rem', cell: p => wordFor(v.role, p.role) },
        {
          key: 'side',
          head: w.side,
          width: '4rem',
          wideOnly: true,
          cell: p => (p.side ? <Code>{p.side}</Code> : dash),
        },
        {
          key: 'through',
          head: w.answersTo,
          width: '9rem',
          cell: p => (p.answersTo ? name([p.answersTo]) : dash),
        },
        {
          key: 'adherence',
          head: w.adherence,
          width: '10rem',
          wideOnly: true,
          cell: p => (p.adherence ? wordFor(v.adherence, p.adherence) : dash),
        },
        {
          key: 'note',
          head: w.note,
          wideOnly: true,
          cell: p => (p.note ? <Said words={p.note} /> : null),
        },
      ]}
    />
  )
}
