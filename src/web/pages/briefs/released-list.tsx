import { useState } from 'react'
import type { HeldBrief } from '../../../core/brief/released.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { get } from '../../data/request.ts'
import { useWords } from '../../locale/locale.tsx'
import { CivilText, DateText } from '../../show/dates.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Code, Foreign } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { briefWords } from './words/words.ts'

/** A line of the list: the brief's text is fetched only as a file. */
export type BriefLine = Omit<HeldBrief, 'brief'> & {
  readonly title: string
  readonly period: { readonly from: string; readonly to: string }
  readonly locale: 'ar' | 'en'
}

const FORMATS = ['html', 'pdf', 'docx', 'md'] as const

/** What went out: when, for whom, its hash, its files, and whether it can be made again. */
export function ReleasedList({
  accord,
  tz,
  briefs,
}: {
  readonly accord: string
  readonly tz: string
  readonly briefs: readonly BriefLine[]
}) {
  const w = useWords(briefWords)
  if (!briefs.length) return <EmptyState title={w.none}>{w.noneText}</EmptyState>
  return (
    <Table
      caption={w.list}
      rows={briefs}
      rowKey={b => b.id}
      columns={[
        {
          key: 'title',
          head: w.period,
          names: true,
          cell: b => (
            <>
              <CivilText date={b.period.from} /> – <CivilText date={b.period.to} />
              <div className="quiet small">
                <Foreign text={b.title} language={b.locale} />
              </div>
              {b.corrects && (
                <div className="small">
                  {w.corrects} <Foreign text={b.corrects.changed} />
                </div>
              )}
            </>
          ),
        },
        { key: 'level', head: w.level, cell: b => w[b.level] },
        {
          key: 'when',
          head: w.when,
          cell: b => <DateText at={Math.floor(b.releasedAt / 1000)} tz={tz} minute />,
        },
        {
          key: 'hash',
          head: 'SHA-256',
          wideOnly: true,
          cell: b => (
            <span title={b.sha256}>
              <Code>{b.sha256.slice(0, 12)}</Code>
            </span>
          ),
        },
        {
          key: 'files',
          head: w.files,
          cell: b => (
            <span className="brief-files">
              {FORMATS.map(f => (
                <a key={f} href={api.releasedBrief(accord, b.id, f)} download>
                  {f.toUpperCase()}
                </a>
              ))}
            </span>
          ),
        },
        { key: 'check', head: w.check, cell: b => <MadeAgain accord={accord} id={b.id} /> },
      ]}
    />
  )
}

function MadeAgain({ accord, id }: { readonly accord: string; readonly id: string }) {
  const w = useWords(briefWords)
  const [answer, setAnswer] = useState<string>()
  const ask = async () => {
    const r = await get<{ readonly same: boolean }>(api.recomputedBrief(accord, id)).catch((e: unknown) => {
      if (e instanceof Fault) return e
      throw e
    })
    setAnswer(r instanceof Fault ? r.message : r.same ? w.same : w.differs)
  }
  return (
    <>
      <button type="button" className="button button-small" onClick={() => void ask()}>
        {w.check}
      </button>{' '}
      <span role="status" className="small">
        {answer}
      </span>
    </>
  )
}
