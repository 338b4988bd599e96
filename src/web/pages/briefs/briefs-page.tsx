import { useState } from 'react'
import type { Brief, ReleaseLevel, SectionId } from '../../../core/brief/brief.ts'
import type { BriefEdits } from '../../../core/brief/released.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate, useResource } from '../../data/resource.ts'
import { useLocale, useWords } from '../../locale/locale.tsx'
import { setParameter, useAddress, useAsked } from '../../route/router.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Code } from '../../show/said.tsx'
import { Segments } from '../../show/segments.tsx'
import { toast } from '../../show/toast.tsx'
import { shared } from '../../words/shared.ts'
import type { PageProps } from '../page.ts'
import { BriefView } from './brief-view.tsx'
import { LENGTHS, type Length, periodOf } from './period.ts'
import { type BriefLine, ReleasedList } from './released-list.tsx'
import { briefWords } from './words/words.ts'
import './briefs.css'

const LEVELS: readonly ReleaseLevel[] = ['internal', 'parties', 'public']
const FILES = ['pdf', 'docx', 'html', 'md'] as const

/** Composes the brief of a period, lets a person add notes, releases it, and lists what went out. */
export default function BriefsPage({ accord }: PageProps) {
  const w = useWords(briefWords)
  const { language } = useLocale()
  const asked = useAsked()
  const query = useAddress().query
  const tz = useAccord(accord)?.tz
  const [now] = useState(() => Math.floor(Date.now() / 1000))
  const [editing, setEditing] = useState(false)
  const length = LENGTHS.find(l => l === query.get('days')) ?? '7'
  const lang = query.get('brief-lang') === 'en' ? 'en' : query.get('brief-lang') === 'ar' ? 'ar' : language
  const level = LEVELS.find(l => l === query.get('for')) ?? 'internal'
  const request = tz && {
    period: periodOf(asked.asOf, now, tz, length),
    lang,
    level,
    ...(asked.knownAt && { knownAt: asked.knownAt }),
    ...(asked.reading && { reading: asked.reading }),
  }
  const composed = useResource<{ readonly brief: Brief; readonly sha256: string }>(
    request ? api.brief(accord, request) : undefined,
  )
  const released = useResource<{ readonly briefs: readonly BriefLine[] }>(api.briefs(accord))
  return (
    <div className="briefs">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <div className="briefs-choices">
        <Segments<Length>
          label={w.length}
          value={length}
          options={[
            { id: '1', name: w.day },
            { id: '7', name: w.week },
            { id: '30', name: w.month },
          ]}
          onChange={d => setParameter('days', d)}
        />
        <Segments
          label={w.language}
          value={lang}
          options={[
            { id: 'ar', name: shared.ar.languageName },
            { id: 'en', name: shared.en.languageName },
          ]}
          onChange={l => setParameter('brief-lang', l)}
        />
        <Segments<ReleaseLevel>
          label={w.level}
          value={level}
          options={LEVELS.map(id => ({ id, name: w[id] }))}
          onChange={l => setParameter('for', l)}
        />
        {request && (
          <p className="brief-files">
            <span className="field-label">{w.download}</span>
            {FILES.map(f => (
              <a key={f} href={api.brief(accord, { ...request, format: f })} download>
                {f.toUpperCase()}
              </a>
            ))}
          </p>
        )}
      </div>
      <Loaded of={composed} lines={12}>
        {({ brief, sha256 }) =>
          editing && request ? (
            <Editing
              key={`${request.period} ${lang} ${level}`}
              brief={brief}
              earlier={released.data?.briefs ?? []}
              onClose={() => setEditing(false)}
              onRelease={async (edits, corrects) => {
                await post(api.briefs(accord), { ...request, edits, ...(corrects && { corrects }) })
                invalidate(api.briefs(accord))
                setEditing(false)
                toast(w.released)
              }}
            />
          ) : (
            <>
              <p className="briefs-bar">
                <button type="button" className="button button-main" onClick={() => setEditing(true)}>
                  {w.edit}
                </button>
                <span className="faint small">
                  {w.hash} <Code>{sha256.slice(0, 16)}</Code>
                </span>
              </p>
              <BriefView brief={brief} />
            </>
          )
        }
      </Loaded>
      <section className="briefs-list">
        <h2>{w.list}</h2>
        <Loaded of={released} lines={3}>
          {data => <ReleasedList accord={accord} tz={tz ?? 'UTC'} briefs={data.briefs} />}
        </Loaded>
      </section>
    </div>
  )
}

type EditingProps = {
  readonly brief: Brief
  readonly earlier: readonly BriefLine[]
  readonly onClose: () => void
  readonly onRelease: (
    edits: BriefEdits,
    corrects: { id: string; changed: string } | undefined,
  ) => Promise<void>
}

function Editing({ brief, earlier, onClose, onRelease }: EditingProps) {
  const w = useWords(briefWords)
  const [notes, setNotes] = useState<Partial<Record<SectionId, string>>>({})
  const [omit, setOmit] = useState<readonly SectionId[]>([])
  const [correctsId, setCorrectsId] = useState('')
  const [changed, setChanged] = useState('')
  const [fault, setFault] = useState<string>()
  const release = async () => {
    const said = Object.fromEntries(Object.entries(notes).filter(([, t]) => t.trim() !== ''))
    try {
      await onRelease({ notes: said, omit }, correctsId ? { id: correctsId, changed } : undefined)
    } catch (e) {
      if (!(e instanceof Fault)) throw e
      setFault(e.message)
    }
  }
  return (
    <>
      <p className="briefs-bar">
        <button type="button" className="button" onClick={onClose}>
          {w.stopEdit}
        </button>
      </p>
      <BriefView
        brief={brief}
        omitted={omit}
        under={(id, title) => (
          <div className="brief-edit">
            <textarea
              className="input"
              rows={2}
              aria-label={w.notePlace(title)}
              placeholder={w.notePlace(title)}
              value={notes[id] ?? ''}
              onChange={e => setNotes({ ...notes, [id]: e.target.value })}
            />
            <label className="check">
              <input
                type="checkbox"
                checked={omit.includes(id)}
                onChange={e => setOmit(e.target.checked ? [...omit, id] : omit.filter(s => s !== id))}
              />
              {w.omit}
            </label>
          </div>
        )}
      />
      <div className="card card-body brief-release">
        {earlier.length > 0 && (
          <label className="field">
            <span className="field-label">{w.correct}</span>
            <select className="input" value={correctsId} onChange={e => setCorrectsId(e.target.value)}>
              <option value="">{w.correctNone}</option>
              {earlier.map(b => (
                <option key={b.id} value={b.id}>
                  {b.period.from} – {b.period.to} · {b.locale} · {b.sha256.slice(0, 8)}
                </option>
              ))}
            </select>
          </label>
        )}
        {correctsId && (
          <label className="field">
            <span className="field-label">{w.changed}</span>
            <input className="input" value={changed} onChange={e => setChanged(e.target.value)} />
          </label>
        )}
        <p className="quiet small">{w.releaseNote}</p>
        <button
          type="button"
          className="button button-main"
          onClick={() => void release()}
          disabled={correctsId !== '' && changed.trim() === ''}
        >
          {w.release}
        </button>
        <span role="alert" className="field-fault">
          {fault && `${w.failed}: ${fault}`}
        </span>
      </div>
    </>
  )
}
