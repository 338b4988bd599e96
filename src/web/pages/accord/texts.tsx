import type { Accord, AccordDocument } from '../../../core/accord/model.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { useLocale, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { CivilText } from '../../show/dates.tsx'
import { OutsideLink } from '../../show/outside-link.tsx'
import { Code, Said } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { accordWords } from './words/words.ts'

/** Each document with its facts, and its provisions in both languages side by side. */
export function Texts({ accord }: { readonly accord: Accord }) {
  return (
    <>
      {accord.documents.map(d => (
        <DocumentText key={d.id} accord={accord} document={d} />
      ))}
    </>
  )
}

function DocumentText({ accord, document }: { readonly accord: Accord; readonly document: AccordDocument }) {
  const w = useWords(accordWords)
  const v = useWords(vocabulary)
  const { language } = useLocale()
  const own = accord.provisions.filter(p => p.source.document === document.id)
  const sides = language === 'ar' ? (['ar', 'en'] as const) : (['en', 'ar'] as const)
  return (
    <section className="accord-document" id={document.id}>
      <h2>
        <Said words={document.title} />
      </h2>
      <DocumentFacts accord={accord} document={document} />
      {own.length > 0 && (
        <Table
          caption={document.title[language]}
          rows={own}
          rowKey={p => p.id}
          columns={[
            {
              key: 'id',
              head: w.provision,
              names: true,
              width: '7.5rem',
              cell: p => (
                <>
                  <Link to={pathTo(accord.id, 'provision', p.id)}>
                    <Code>{p.id}</Code>
                  </Link>
                  <span className="accord-kind">{wordFor(v.modality, p.kind)}</span>
                </>
              ),
            },
            ...sides.map(side => ({
              key: side,
              head: side === 'ar' ? w.arabic : w.english,
              cell: (p: (typeof own)[number]) => (
                <div lang={side} dir={side === 'ar' ? 'rtl' : 'ltr'} className="accord-words">
                  <strong>{p.title[side]}</strong>
                  <p>{p.words[side]}</p>
                </div>
              ),
            })),
          ]}
        />
      )}
    </section>
  )
}

function DocumentFacts({
  accord,
  document: d,
}: {
  readonly accord: Accord
  readonly document: AccordDocument
}) {
  const w = useWords(accordWords)
  const name = useBearerName(accord.id)
  return (
    <dl className="accord-facts">
      {d.signed && (
        <div>
          <dt>{w.signed}</dt>
          <dd>
            <CivilText date={d.signed} />
          </dd>
        </div>
      )}
      {d.signatories.length > 0 && (
        <div>
          <dt>{w.signatories}</dt>
          <dd>{name(d.signatories)}</dd>
        </div>
      )}
      {d.guarantors && d.guarantors.length > 0 && (
        <div>
          <dt>{w.guarantors}</dt>
          <dd>{name(d.guarantors)}</dd>
        </div>
      )}
      {d.starts.length > 0 && (
        <div>
          <dt>{w.starts}</dt>
          <dd>
            <ul>
              {d.starts.map(s => (
                <li key={s.id}>
                  <CivilText date={s.at} />{' '}
                  {s.claimant && <span className="quiet">{w.startOf(name([s.claimant]))}</span>}{' '}
                  {s.note && (
                    <span className="quiet">
                      <Said words={s.note} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {d.ends?.map(e => (
        <div key={`${e.at} ${e.type}`}>
          <dt>{w.ends}</dt>
          <dd>
            <CivilText date={e.at} /> <span className="quiet">{wordFor(w.endType, e.type)}</span>
          </dd>
        </div>
      ))}
      {d.symbol && (
        <div>
          <dt>{w.symbol}</dt>
          <dd>
            <Code>{d.symbol}</Code>
          </dd>
        </div>
      )}
      {d.sources.length > 0 && (
        <div>
          <dt>{w.sources}</dt>
          <dd className="accord-sources">
            {d.sources.map(url => (
              <OutsideLink key={url} url={url} />
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}
