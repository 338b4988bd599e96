import { useState } from 'react'
import type { Place } from '../../../core/place/place.ts'
import { sentenceOf } from '../../../core/problem.ts'
import type { When } from '../../../core/time/when.ts'
import type { Words } from '../../../core/words.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate, useResource } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { Choice } from '../../show/choice.tsx'
import { DateText, WhenText } from '../../show/dates.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Code, Foreign, Said } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { toast } from '../../show/toast.tsx'
import { shared } from '../../words/shared.ts'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import type { PageProps } from '../page.ts'
import { rejectsAsCsv } from './rejects-csv.ts'
import { importWords } from './words/words.ts'
import './import.css'

type Reject = {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly reason: string
  readonly expected: string
}
type Plan = Readonly<Record<'added' | 'corrected' | 'same' | 'leftAlone' | 'gone', number>>
type Question = {
  readonly about: string
  readonly columns: readonly string[]
  readonly choices: readonly { readonly value: string; readonly samples: readonly string[] }[]
}
type Answer = {
  readonly dryRun: boolean
  readonly dataset?: string
  readonly columns: readonly string[]
  readonly mapping?: Readonly<Record<string, string>>
  readonly remembered?: boolean
  readonly questions?: readonly Question[]
  readonly count?: { readonly read: number; readonly kept: number; readonly rejected: number }
  readonly plan?: Plan
  readonly rejected?: readonly Reject[]
  readonly notes?: readonly Reject[]
  readonly strangers?: Readonly<Record<string, number>>
  readonly samples?: readonly {
    readonly summary: Words
    readonly when: When
    readonly place: Place
    readonly types: readonly string[]
  }[]
  readonly seq?: number
}

const FIELDS = [
  'id',
  'date',
  'dateEnd',
  'type',
  'subtype',
  'latitude',
  'longitude',
  'precision',
  'place',
  'placeAr',
  'actor',
  'target',
  'killedLow',
  'killedHigh',
  'source',
  'url',
] as const

/** A table of events on its way in: read dry, asked about, confirmed, taken back. */
export default function ImportPage({ accord }: PageProps) {
  const w = useWords(importWords)
  const s = useWords(shared)
  const [file, setFile] = useState<File>()
  const [origin, setOrigin] = useState('')
  const [complete, setComplete] = useState(false)
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>()
  const [answer, setAnswer] = useState<Answer>()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  const send = async (dryRun: boolean, chosen = mapping, of = file, from = origin) => {
    if (!of) return
    setBusy(true)
    setFault(undefined)
    const form = new FormData()
    form.set('origin', from)
    form.set('complete', String(complete))
    form.set('dryRun', String(dryRun))
    if (chosen) form.set('mapping', JSON.stringify(chosen))
    // Last, so that a reader of the stream knows the fields before the bytes.
    form.set('file', of, of.name)
    try {
      const got = await post<Answer>(`${api.accord(accord)}/import`, form)
      setAnswer(got)
      if (!dryRun) {
        invalidate(api.accord(accord))
        toast(w.done)
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      setFault(error.problem ? sentenceOf(error.problem) : s.fault.offlineWay)
    } finally {
      setBusy(false)
    }
  }
  const take = (next: File) => {
    const name =
      next.name
        .replace(/\.[^.]*$/, '')
        .replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ')
        .trim()
        .slice(0, 80) || 'table'
    setFile(next)
    setOrigin(name)
    setMapping(undefined)
    setAnswer(undefined)
    void send(true, undefined, next, name)
  }
  return (
    <div className="import-page">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <section className="card">
        <div className="card-body import-start">
          <label className="button button-main import-file">
            {w.choose}
            <input
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,.json,.geojson"
              onChange={e => {
                const chosen = e.target.files?.[0]
                if (chosen) take(chosen)
                e.target.value = ''
              }}
            />
          </label>
          <p className="small quiet">{w.kinds}</p>
          {file && (
            <>
              <p>
                <Foreign text={file.name} />
                {answer?.dataset && (
                  <span className="tag"> {w.dataset[answer.dataset] ?? answer.dataset}</span>
                )}
                {answer?.remembered && <span className="tag tag-claim"> {w.remembered}</span>}
              </p>
              <label className="field">
                <span className="field-label">{w.origin}</span>
                <input
                  className="input"
                  dir="auto"
                  value={origin}
                  onChange={e => setOrigin(e.target.value)}
                  onBlur={() => void send(true)}
                />
                <span className="field-hint">{w.originHint}</span>
              </label>
              <label className="check">
                <input
                  type="checkbox"
                  checked={complete}
                  onChange={e => {
                    setComplete(e.target.checked)
                    setAnswer(undefined)
                  }}
                />
                {w.complete}
              </label>
            </>
          )}
          {fault && (
            <p className="field-fault" role="alert">
              <Said words={fault} />
            </p>
          )}
        </div>
      </section>
      {file && !answer && !fault && !busy && (
        <button type="button" className="button" onClick={() => void send(true)}>
          {w.again}
        </button>
      )}
      {answer?.questions && (
        <Questions
          answer={answer}
          onAnswer={chosen => {
            setMapping(chosen)
            void send(true, chosen)
          }}
        />
      )}
      {answer?.count && answer.plan && (
        <Outcome
          accord={accord}
          answer={answer}
          busy={busy}
          origin={origin}
          onConfirm={() => void send(false)}
        />
      )}
      <Past accord={accord} />
    </div>
  )
}

/** What the header leaves open, each with three samples of what a choice would mean. */
function Questions({
  answer,
  onAnswer,
}: {
  readonly answer: Answer
  readonly onAnswer: (m: Readonly<Record<string, string>>) => void
}) {
  const w = useWords(importWords)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [fault, setFault] = useState(false)
  const open = answer.questions ?? []
  return (
    <section className="card" aria-label={w.questions}>
      <div className="card-head">
        <h2>{w.questions}</h2>
      </div>
      <div className="card-body import-questions">
        {open.map(q => (
          <fieldset key={q.about}>
            <legend>{w.ask[q.about] ?? q.about}</legend>
            {q.choices.map(c => (
              <label key={c.value} className="check">
                <input
                  type="radio"
                  name={q.about}
                  checked={chosen[q.about] === c.value}
                  onChange={() => setChosen({ ...chosen, [q.about]: c.value })}
                />
                <strong>
                  <Said words={w.order[c.value] ?? c.value} />
                </strong>
                <span className="quiet small">
                  <bdi>{c.samples.join(' · ')}</bdi>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        <details>
          <summary>{w.allColumns}</summary>
          <div className="import-columns">
            {FIELDS.map(f => (
              <Choice
                key={f}
                label={w.field[f]}
                value={chosen[f] ?? ''}
                options={[
                  { id: '', name: w.noColumn },
                  ...answer.columns.filter(Boolean).map(c => ({ id: c, name: c })),
                ]}
                onChange={column => setChosen({ ...chosen, [f]: column })}
              />
            ))}
          </div>
        </details>
        {fault && (
          <p className="field-fault" role="alert">
            {w.answerAll}
          </p>
        )}
        <div>
          <button
            type="button"
            className="button button-main"
            onClick={() => {
              const date = chosen.date ?? open.find(q => q.about === 'dateOrder')?.columns[0]
              const missing = open.some(q => !chosen[q.about])
              setFault(missing || !date)
              if (missing || !date) return
              const own = Object.fromEntries(Object.entries(chosen).filter(([, column]) => column !== ''))
              onAnswer({ ...guessed(answer.columns), ...own, date, dateOrder: own.dateOrder ?? 'ymd' })
            }}
          >
            {w.useAnswers}
          </button>
        </div>
      </div>
    </section>
  )
}

/** Columns that are named as a field is, so that only what is open has to be said. */
function guessed(columns: readonly string[]): Record<string, string> {
  const names: Readonly<Record<string, RegExp>> = {
    id: /^(id|event_id|_?uuid|_id|المعرف)$/i,
    type: /^(type|event_type|النوع)$/i,
    latitude: /^(lat|latitude|خط العرض)$/i,
    longitude: /^(lon|lng|long|longitude|خط الطول)$/i,
    place: /^(place|location|site|town)$/i,
    placeAr: /^(place_ar|المكان|الموقع|البلدة)$/i,
    actor: /^(actor|actor1|الفاعل|الجهة)$/i,
    target: /^(target|actor2|المستهدف)$/i,
    killedHigh: /^(killed|fatalities|القتلى|عدد القتلى)$/i,
    source: /^(source|المصدر)$/i,
    precision: /^(precision|radius|الدقة)$/i,
  }
  return Object.fromEntries(
    Object.entries(names).flatMap(([field, pattern]) => {
      const column = columns.find(c => pattern.test(c.trim()))
      return column === undefined ? [] : [[field, column]]
    }),
  )
}

function Outcome({
  accord,
  answer,
  busy,
  origin,
  onConfirm,
}: {
  readonly accord: string
  readonly answer: Answer
  readonly busy: boolean
  readonly origin: string
  readonly onConfirm: () => void
}) {
  const w = useWords(importWords)
  const v = useWords(vocabulary)
  const count = useCount()
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const plan = answer.plan!
  const { read, kept, rejected } = answer.count!
  const changes = plan.added + plan.corrected + plan.gone
  const strangers = Object.entries(answer.strangers ?? {}).sort((a, b) => b[1] - a[1])
  return (
    <section className="card" aria-label={w.outcome}>
      <div className="card-head">
        <h2>{answer.dryRun ? w.outcome : w.outcomeDone}</h2>
      </div>
      <div className="card-body import-outcome">
        <p>
          <strong>{w.counts(count(read), count(kept), count(rejected))}</strong>
        </p>
        <ul className="import-plan">
          {(['added', 'corrected', 'same', 'leftAlone', 'gone'] as const)
            .filter(k => plan[k] > 0)
            .map(k => (
              <li key={k}>{w.plan[k](count(plan[k]))}</li>
            ))}
        </ul>
        {answer.samples && answer.samples.length > 0 && (
          <>
            <h3>{w.samples}</h3>
            <ul className="import-samples">
              {answer.samples.map((sample, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three rows that never move
                <li key={i}>
                  <strong>{sample.types.map(t => wordFor(v.eventType, t)).join(' / ')}</strong>{' '}
                  <WhenText when={sample.when} tz={tz} />{' '}
                  {sample.place.kind === 'disc' ? (
                    <Code>{`${sample.place.at[1].toFixed(4)}, ${sample.place.at[0].toFixed(4)} ±${sample.place.radiusMetres} m`}</Code>
                  ) : (
                    <span className="faint">{w.noPlace}</span>
                  )}
                  <p className="small quiet">
                    <Said words={sample.summary} />
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
        {strangers.length > 0 && (
          <p className="small quiet">
            {w.strangers}{' '}
            {strangers.slice(0, 8).map(([name, n], i) => (
              <span key={name}>
                {i > 0 && w.comma}
                <Foreign text={name} /> ({count(n).text})
              </span>
            ))}
          </p>
        )}
        {answer.rejected && answer.rejected.length > 0 && (
          <>
            <div className="import-rejects-head">
              <h3>{w.rejected}</h3>
              <button
                type="button"
                className="button button-small"
                onClick={() => rejectsAsCsv(answer.rejected ?? [], w.rejectColumns, `${origin}-rejected.csv`)}
              >
                {w.downloadRejects}
              </button>
            </div>
            <Table
              caption={w.rejected}
              rows={answer.rejected.slice(0, 100)}
              rowKey={r => `${r.row} ${r.column}`}
              columns={[
                {
                  key: 'row',
                  head: w.rejectColumns.row,
                  kind: 'number',
                  width: '4rem',
                  cell: r => count(r.row).text,
                },
                {
                  key: 'column',
                  head: w.rejectColumns.column,
                  width: '8rem',
                  names: true,
                  cell: r => <Foreign text={r.column} />,
                },
                {
                  key: 'value',
                  head: w.rejectColumns.value,
                  width: '10rem',
                  cell: r => <Foreign text={r.value} />,
                },
                {
                  key: 'reason',
                  head: w.rejectColumns.reason,
                  cell: r => <bdi>{w.reason[r.reason] ?? r.reason}</bdi>,
                },
                { key: 'expected', head: w.rejectColumns.expected, cell: r => <bdi>{r.expected}</bdi> },
              ]}
            />
          </>
        )}
        <div className="dialog-actions">
          {answer.dryRun ? (
            changes > 0 ? (
              <button type="button" className="button button-main" disabled={busy} onClick={onConfirm}>
                {w.confirm(count(changes))}
              </button>
            ) : (
              <p className="quiet">{w.nothingNew}</p>
            )
          ) : (
            <Link className="button" to={pathTo(accord, 'incidents')}>
              {w.toIncidents}
            </Link>
          )}
        </div>
      </div>
    </section>
  )
}

type Import = {
  readonly seq: number
  readonly recordedAt: number
  readonly data: { readonly origin: string; readonly file: string; readonly plan: Plan }
}

function Past({ accord }: { readonly accord: string }) {
  const w = useWords(importWords)
  const s = useWords(shared)
  const count = useCount()
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const path = `${api.accord(accord)}/imports`
  const answer = useResource<{ readonly imports: readonly Import[] }>(path)
  return (
    <Loaded of={answer} lines={3}>
      {({ imports }) =>
        imports.length > 0 && (
          <section>
            <h2>{w.past}</h2>
            <ul className="import-past">
              {imports.map(i => (
                <li key={i.seq}>
                  <DateText at={i.recordedAt / 1000} tz={tz} minute /> · <Foreign text={i.data.file} /> ·{' '}
                  {w.plan.added(count(i.data.plan.added))}{' '}
                  <button
                    type="button"
                    className="link-button"
                    onClick={() =>
                      void post(`${path}/${i.seq}/undo`, {}).then(() => {
                        invalidate(api.accord(accord))
                        toast(w.undone)
                      })
                    }
                  >
                    {s.common.undo}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  )
}
