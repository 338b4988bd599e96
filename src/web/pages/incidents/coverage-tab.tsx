import { useState } from 'react'
import { whenOf } from '../../../core/time/civil.ts'
import type { RecordView } from '../../../core/view/board.ts'
import type { CountsTogether } from '../../../core/view/other-ledgers.ts'
import { SourceName } from '../../accord/source-name.tsx'
import { useAccord } from '../../accord/use-accord.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useLocale, useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, useAsked } from '../../route/router.tsx'
import { Choice } from '../../show/choice.tsx'
import { WhenText } from '../../show/dates.tsx'
import { Dialog } from '../../show/dialog.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Num } from '../../show/numbers.tsx'
import { Foreign, Said } from '../../show/said.tsx'
import { Segments } from '../../show/segments.tsx'
import { Table } from '../../show/table.tsx'
import { shared } from '../../words/shared.ts'
import { incidentPaths } from './paths.ts'
import { useAct } from './use-act.ts'
import { incidentsWords } from './words/words.ts'

/** Who could look where and when, and what others count. */
export default function CoverageTab({ accord }: { readonly accord: string }) {
  const w = useWords(incidentsWords)
  const asked = useAsked()
  const notes = useResource<{ readonly notes: readonly RecordView[] }>(incidentPaths.notes(accord, asked))
  const others = useResource<{
    readonly sources: readonly string[]
    readonly periods: readonly CountsTogether[]
  }>(incidentPaths.others(accord, asked))
  const [adding, setAdding] = useState(false)
  return (
    <div className="incidents-coverage">
      <section>
        <div className="incidents-bar">
          <h2>{w.coverage}</h2>
          <button type="button" className="button button-small no-print" onClick={() => setAdding(true)}>
            {w.addCoverage}
          </button>
        </div>
        <p className="quiet small">{w.coverageLead}</p>
        <Loaded of={notes} lines={4}>
          {data =>
            data.notes.length ? (
              <Notes accord={accord} notes={data.notes} />
            ) : (
              <p className="quiet">{w.noCoverage}</p>
            )
          }
        </Loaded>
      </section>
      <section>
        <h2>{w.others}</h2>
        <p className="quiet small">{w.othersLead}</p>
        <Loaded of={others} lines={4}>
          {data =>
            data.periods.length ? <Others accord={accord} {...data} /> : <p className="quiet">{w.noOthers}</p>
          }
        </Loaded>
      </section>
      {adding && <CoverageDialog accord={accord} onClose={() => setAdding(false)} />}
    </div>
  )
}

function Notes({ accord, notes }: { readonly accord: string; readonly notes: readonly RecordView[] }) {
  const w = useWords(incidentsWords)
  const said = useSaid()
  const data = useAccord(accord)
  const rows = notes.flatMap(n =>
    n.record.of === 'evidence' && n.record.record.kind === 'coverage' ? [n.record.record] : [],
  )
  return (
    <Table
      caption={w.coverage}
      rows={rows}
      rowKey={r => r.id}
      columns={[
        {
          key: 'when',
          head: w.when,
          width: '13rem',
          cell: r => <WhenText when={r.when} tz={data?.tz ?? 'UTC'} />,
        },
        {
          key: 'where',
          head: w.where,
          names: true,
          cell: r =>
            r.zone !== undefined
              ? said(data?.zones.find(z => z.id === r.zone)?.name ?? { en: r.zone, ar: r.zone })
              : r.provision !== undefined
                ? w.onProvision(r.provision)
                : w.everywhere,
        },
        {
          key: 'level',
          head: w.level,
          width: '8rem',
          cell: r => (
            <span className="tag" data-level={r.level}>
              {w.levels[r.level]}
            </span>
          ),
        },
        { key: 'why', head: w.why, cell: r => <Said words={r.why ?? ''} /> },
        {
          key: 'record',
          head: w.record,
          width: '6rem',
          cell: r => <Link to={pathTo(accord, 'record', r.id)}>{w.openRecord}</Link>,
        },
      ]}
    />
  )
}

function Others({
  accord,
  sources,
  periods,
}: {
  readonly accord: string
  readonly sources: readonly string[]
  readonly periods: readonly CountsTogether[]
}) {
  const w = useWords(incidentsWords)
  const { language } = useLocale()
  const tz = useAccord(accord)?.tz ?? 'UTC'
  return (
    <>
      <Divergence accord={accord} sources={sources} periods={periods} />
      <Table
        caption={w.others}
        rows={periods}
        rowKey={p => `${p.when.lo} ${p.when.hi} ${p.place ?? ''} ${p.counts[0]?.claim}`}
        columns={[
          {
            key: 'when',
            head: w.when,
            width: '11rem',
            names: true,
            cell: p => <WhenText when={p.when} tz={tz} />,
          },
          {
            key: 'where',
            head: w.where,
            cell: p => (
              <Foreign text={(language === 'ar' ? (p.placeAr ?? p.place) : (p.place ?? p.placeAr)) ?? '—'} />
            ),
          },
          ...sources.map(s => ({
            key: s,
            head: <SourceName accord={accord} source={s} />,
            kind: 'number' as const,
            cell: (p: CountsTogether) =>
              p.counts
                .filter(c => c.source === s)
                .map(c => (
                  <Link key={c.claim} to={pathTo(accord, 'record', c.claim)}>
                    <Num value={c.low} />
                    {c.high !== c.low && (
                      <>
                        –<Num value={c.high} />
                      </>
                    )}
                  </Link>
                )),
          })),
          {
            key: 'apart',
            head: w.apart,
            kind: 'number',
            cell: p =>
              p.apart === undefined ? <span className="faint">{w.oneOnly}</span> : <Num value={p.apart} />,
          },
        ]}
      />
    </>
  )
}

/** Each ledger's count for a period as a bar beside the others'; one scale, nothing stacked, so nothing is added up. */
function Divergence({
  accord,
  sources,
  periods,
}: {
  readonly accord: string
  readonly sources: readonly string[]
  readonly periods: readonly CountsTogether[]
}) {
  const w = useWords(incidentsWords)
  const count = useCount()
  const shown = periods.slice(-40)
  const top = Math.max(1, ...shown.flatMap(p => p.counts.map(c => c.high)))
  const hue = ['--accent', '--claim-solid', '--doubt-solid', '--kept-solid']
  const wide = 10 * sources.length + 6
  return (
    <figure className="divergence">
      <svg
        viewBox={`0 0 ${shown.length * wide} 80`}
        role="img"
        aria-label={w.divergenceLabel(count(shown.length), count(top))}
        preserveAspectRatio="none"
        style={{ maxInlineSize: `${shown.length * wide * 1.6}px` }}
      >
        {shown.map((p, i) =>
          p.counts.map(c => {
            const s = sources.indexOf(c.source)
            // A square root keeps a day of 2 beside a month of 773 in sight; a count of 0 keeps a foot of its own.
            const height = Math.max(1.5, Math.sqrt(c.high / top) * 76)
            return (
              <rect
                key={c.claim + p.when.lo}
                x={i * wide + s * 10}
                width={9}
                y={80 - height}
                height={height}
                fill={`var(${hue[s % hue.length]})`}
              >
                <title>{`${c.source}: ${c.low === c.high ? c.low : `${c.low}–${c.high}`}`}</title>
              </rect>
            )
          }),
        )}
      </svg>
      <figcaption className="small quiet">
        {sources.map((s, i) => (
          <span key={s} className="divergence-key">
            <span className="divergence-swatch" style={{ background: `var(${hue[i % hue.length]})` }} />
            <SourceName accord={accord} source={s} />
          </span>
        ))}
        <span>{w.rootScale}</span>
      </figcaption>
    </figure>
  )
}

function CoverageDialog({ accord, onClose }: { readonly accord: string; readonly onClose: () => void }) {
  const w = useWords(incidentsWords)
  const c = useWords(shared).common
  const said = useSaid()
  const data = useAccord(accord)
  const act = useAct(accord)
  const [zone, setZone] = useState('')
  const [level, setLevel] = useState<'adequate' | 'partial' | 'none'>('partial')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [why, setWhy] = useState('')
  const [fault, setFault] = useState<string>()
  const send = async () => {
    const tz = data?.tz ?? 'UTC'
    const [a, b] = [whenOf(from, tz), whenOf(to || from, tz)]
    if (!a.ok || !b.ok || b.value.hi < a.value.lo) return setFault(w.faults.when)
    if (!why.trim()) return setFault(w.sayWhy)
    const wrong = await act(incidentPaths.coverage(accord), {
      ...(zone && { zone }),
      when: { lo: a.value.lo, hi: b.value.hi },
      level,
      why: why.trim(),
    })
    if (wrong === undefined) onClose()
    else setFault(wrong)
  }
  return (
    <Dialog title={w.addCoverage} open onClose={onClose}>
      <form
        className="entry-form"
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <Choice
          label={w.where}
          value={zone || 'all'}
          options={[
            { id: 'all', name: w.everywhere },
            ...(data?.zones ?? []).map(z => ({ id: z.id, name: said(z.name) })),
          ]}
          onChange={id => setZone(id === 'all' ? '' : id)}
        />
        <Segments
          label={w.level}
          value={level}
          options={(['adequate', 'partial', 'none'] as const).map(id => ({ id, name: w.levels[id] }))}
          onChange={setLevel}
        />
        <div className="entry-pair">
          <label className="field">
            <span className="field-label">{w.fromDay}</span>
            <input
              className="input"
              type="text"
              dir="ltr"
              placeholder="2018-11-24"
              value={from}
              onChange={e => setFrom(e.target.value)}
            />
          </label>
          <label className="field">
            <span className="field-label">{w.toDay}</span>
            <input
              className="input"
              type="text"
              dir="ltr"
              placeholder="2018-11-30"
              value={to}
              onChange={e => setTo(e.target.value)}
            />
          </label>
        </div>
        <label className="field">
          <span className="field-label">{w.why}</span>
          <textarea
            className="input"
            rows={3}
            dir="auto"
            value={why}
            onChange={e => setWhy(e.target.value)}
          />
        </label>
        {fault && (
          <p className="field-fault" role="alert">
            <Said words={fault} />
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {c.cancel}
          </button>
          <button type="submit" className="button button-main">
            {c.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
