import type { ReactNode } from 'react'
import type { Block, Brief, Run, SectionId } from '../../../core/brief/brief.ts'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { OutsideLink } from '../../show/outside-link.tsx'
import { isolate } from '../../show/said.tsx'

type Props = {
  readonly brief: Brief
  /** What stands under a section's heading while it is edited. */
  readonly under?: (section: SectionId, title: string) => ReactNode
  readonly omitted?: readonly SectionId[]
}

/** A brief in its own language and direction, whatever the page's: each claim opens what it rests on. */
export function BriefView({ brief, under, omitted = [] }: Props) {
  const say = (text: string) => isolate(text, brief.locale)
  return (
    <article className="brief card" lang={brief.locale} dir={brief.locale === 'ar' ? 'rtl' : 'ltr'}>
      <header>
        <h2>{say(brief.title)}</h2>
        <dl className="brief-head">
          {brief.header.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{say(value)}</dd>
            </div>
          ))}
        </dl>
      </header>
      {brief.sections.map(s => (
        <section
          key={s.id}
          aria-labelledby={`brief-${s.id}`}
          data-omitted={omitted.includes(s.id) || undefined}
        >
          <h3 id={`brief-${s.id}`}>{say(s.title)}</h3>
          {under?.(s.id, s.title)}
          <div className="brief-text">
            {s.blocks.map((b, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name and never move.
              <BlockView key={i} block={b} brief={brief} />
            ))}
          </div>
        </section>
      ))}
    </article>
  )
}

function BlockView({ block, brief }: { readonly block: Block; readonly brief: Brief }) {
  const runs = (list: readonly Run[]) =>
    list.map((r, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of a sentence never move.
      <RunView key={i} run={r} brief={brief} />
    ))
  switch (block.kind) {
    case 'sentence':
      return <p>{runs(block.runs)}</p>
    case 'note':
      return <aside className="brief-note">{runs(block.runs)}</aside>
    case 'list':
      return (
        <ul>
          {block.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items are sentences in a fixed order.
            <li key={i}>{runs(item)}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                {block.columns.map(c => (
                  <th key={c} scope="col">
                    {c}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are computed in a fixed order.
                <tr key={i}>
                  {row.map((cell, k) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                    <td key={k}>{runs(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

function RunView({ run, brief }: { readonly run: Run; readonly brief: Brief }) {
  const text = isolate(run.text, brief.locale)
  const inner = run.strong ? <strong>{text}</strong> : text
  if (run.url !== undefined) return <OutsideLink url={run.url} />
  if (run.record !== undefined) return <Link to={pathTo(brief.accord, 'record', run.record)}>{inner}</Link>
  if (run.provision !== undefined)
    return <Link to={pathTo(brief.accord, 'provision', run.provision)}>{inner}</Link>
  return <>{inner}</>
}
