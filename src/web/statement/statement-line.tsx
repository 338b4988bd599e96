import type { Statement } from '../../core/statement/statement.ts'
import { useLocale, useWords } from '../locale/locale.tsx'
import { pathTo } from '../route/address.ts'
import { Link } from '../route/router.tsx'
import { WhenText } from '../show/dates.tsx'
import { Icon } from '../show/icon.tsx'
import { Foreign } from '../show/said.tsx'
import { vocabulary, wordFor } from '../words/vocabulary.ts'
import { statementWords } from './words.ts'
import '../evidence/record-line.css'
import './statement-line.css'

type Props = { readonly accord: string; readonly tz: string; readonly statement: Statement }

/** Who said what through whom: the speaker, the act, the words, and the chain they came by. */
export function StatementLine({ accord, tz, statement }: Props) {
  const w = useWords(statementWords)
  const v = useWords(vocabulary)
  const { language } = useLocale()
  const said = statement.quote ?? statement.paraphrase ?? statement.summary?.[language] ?? ''
  return (
    <article className="statement">
      <p className="statement-who">
        <Speaker statement={statement} /> <span className="tag">{wordFor(v.speechAct, statement.act)}</span>{' '}
        {statement.claimedException && <span className="tag tag-claim">{w.claimedException}</span>}
      </p>
      {said && (
        <blockquote className={statement.quote ? 'statement-quote' : 'statement-sense'}>
          <Foreign text={said} />
        </blockquote>
      )}
      <p className="record-facts">
        <WhenText when={statement.when} tz={tz} />
        {statement.chain.length > 0 && <Chain statement={statement} />}
        <Link to={pathTo(accord, 'record', statement.id)}>{w.open}</Link>
      </p>
    </article>
  )
}

/** The speaker as named: a name with a role, an office, or nobody we know of. */
export function Speaker({ statement }: { readonly statement: Statement }) {
  const w = useWords(statementWords)
  const s = statement.speaker
  if (!s?.name && !s?.role) return <span className="statement-name">{w.unnamed}</span>
  return (
    <span className="statement-name">
      <Foreign text={s.name ?? s.role!} />
      {s.name && s.role && (
        <span className="quiet statement-role">
          {' '}
          <Foreign text={s.role} />
        </span>
      )}
    </span>
  )
}

/** Speaker → agency → outlet: the relays in the order the words travelled. */
export function Chain({ statement }: { readonly statement: Statement }) {
  const w = useWords(statementWords)
  return (
    <span className="chain">
      <span className="said-only">{w.via} </span>
      {statement.chain.map((relay, i) => (
        <span key={`${relay.name} ${relay.date ?? ''}`}>
          {i > 0 && <Icon name="forward" width="11" height="11" />} <Foreign text={relay.name} />
        </span>
      ))}
    </span>
  )
}
