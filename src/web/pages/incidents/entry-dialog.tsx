import { lazy, Suspense, useEffect, useState } from 'react'
import { EVENT_TYPES } from '../../../core/event/types.ts'
import type { Figure } from '../../../core/evidence/record.ts'
import type { Place } from '../../../core/place/place.ts'
import { whenOf } from '../../../core/time/civil.ts'
import type { When } from '../../../core/time/when.ts'
import type { Incident } from '../../../core/view/incidents.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { todayIn } from '../../app/step-day.ts'
import { post } from '../../data/request.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import { Choice } from '../../show/choice.tsx'
import { Dialog } from '../../show/dialog.tsx'
import { Said } from '../../show/said.tsx'
import { shared } from '../../words/shared.ts'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { accordBox } from './accord-box.ts'
import type { ClaimDraft, LikelyAnswer, PlacesAnswer } from './answers.ts'
import { CREDIBILITIES, RELIABILITIES } from './grades.ts'
import { incidentPaths } from './paths.ts'
import { useAct } from './use-act.ts'
import { incidentsWords } from './words/words.ts'

const HudnaMap = lazy(() => import('../../map/hudna-map.tsx'))

/** What the form is for: a new incident, one more source on a known one, or the correction of a claim. */
export type Entering =
  | { readonly kind: 'new' }
  | { readonly kind: 'another'; readonly event: string; readonly like: Incident }
  | { readonly kind: 'correct'; readonly record: string; readonly draft: ClaimDraft }

type Form = {
  readonly type: string
  readonly actor: string
  readonly target: string
  /** '2018-11', '2018-11-24' or '2018-11-24T14:00': how exactly the time is known is how much is written. */
  readonly when: string
  readonly place: Place
  readonly source: string
  readonly stance: 'asserts' | 'denies'
  readonly reliability: string
  readonly credibility: string
  readonly killed: string
  readonly wounded: string
  readonly summary: string
  readonly url: string
  readonly why: string
}

type Props = { readonly accord: string; readonly entering: Entering; readonly onClose: () => void }

/** One source's word on one happening, entered by hand. Likely doubles are offered before it is kept. */
export function EntryDialog({ accord, entering, onClose }: Props) {
  const w = useWords(incidentsWords)
  const c = useWords(shared).common
  const v = useWords(vocabulary)
  const said = useSaid()
  const data = useAccord(accord)
  const tz = data?.tz ?? 'UTC'
  const act = useAct(accord)
  const [form, setForm] = useState(() => formOf(entering, tz))
  const [fault, setFault] = useState<string>()
  const set = (more: Partial<Form>) => setForm(f => ({ ...f, ...more }))
  const when = whenOf(form.when, tz)
  const likely = useLikely(
    accord,
    entering.kind === 'new' && when.ok ? { form, when: when.value } : undefined,
  )
  const parties = data?.parties ?? []

  const send = async (event?: string) => {
    const claim = claimOf(form, tz)
    if (typeof claim === 'string') return setFault(w.faults[claim])
    if (entering.kind === 'correct' && !form.why.trim()) return setFault(w.sayWhy)
    // A correction keeps what the form does not show (weapons, item, root, provenance).
    const whole = entering.kind === 'correct' ? { ...entering.draft, ...claim } : claim
    const known = event ?? (entering.kind === 'another' ? entering.event : undefined)
    const wrong =
      entering.kind === 'correct'
        ? await act(incidentPaths.correction(accord, entering.record), { claim: whole, why: form.why.trim() })
        : await act(incidentPaths.enter(accord), { claim: { ...claim, ...(known && { event: known }) } })
    if (wrong === undefined) onClose()
    else setFault(wrong)
  }
  const title =
    entering.kind === 'new' ? w.enter : entering.kind === 'another' ? w.anotherSource : w.correctTitle
  return (
    <Dialog title={title} open onClose={onClose} wide>
      <form
        className="entry-form"
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <div className="entry-pair">
          <Choice
            label={w.type}
            value={form.type}
            options={EVENT_TYPES.map(id => ({ id, name: wordFor(v.eventType, id) }))}
            onChange={type => set({ type })}
          />
          <Text
            label={w.whenField}
            hint={when.ok ? w.whenHint : w.faults.when}
            value={form.when}
            ltr
            onChange={x => set({ when: x })}
          />
        </div>
        <div className="entry-pair">
          {(['actor', 'target'] as const).map(key => (
            <Choice
              key={key}
              label={key === 'actor' ? w.by : w.against}
              value={form[key] || '?'}
              options={[
                { id: '?', name: w.unknownActor },
                ...parties.filter(p => p.role !== 'outlet').map(p => ({ id: p.id, name: said(p.name) })),
              ]}
              onChange={id => set({ [key]: id === '?' ? '' : id })}
            />
          ))}
        </div>
        <PlaceField accord={accord} place={form.place} onChange={place => set({ place })} />
        <div className="entry-pair">
          <Text
            label={w.killed}
            hint={w.figureHint}
            value={form.killed}
            ltr
            onChange={x => set({ killed: x })}
          />
          <Text label={w.wounded} value={form.wounded} ltr onChange={x => set({ wounded: x })} />
        </div>
        <div className="entry-pair">
          <Text
            label={w.source}
            value={form.source}
            onChange={x => set({ source: x })}
            list={parties.map(p => p.id)}
          />
          <Choice
            label={w.stance}
            value={form.stance}
            options={[
              { id: 'asserts', name: w.asserts },
              { id: 'denies', name: w.denies },
            ]}
            onChange={id => set({ stance: id as Form['stance'] })}
          />
        </div>
        <div className="entry-pair">
          <Choice
            label={w.reliability}
            value={form.reliability}
            options={RELIABILITIES.map(id => ({ id, name: `${id} · ${wordFor(v.reliability, id)}` }))}
            onChange={id => set({ reliability: id })}
          />
          <Choice
            label={w.credibility}
            value={form.credibility}
            options={CREDIBILITIES.map(id => ({ id, name: `${id} · ${wordFor(v.credibility, id)}` }))}
            onChange={id => set({ credibility: id })}
          />
        </div>
        <Text label={w.summary} value={form.summary} onChange={x => set({ summary: x })} />
        <Text label={w.url} value={form.url} ltr onChange={x => set({ url: x })} />
        {entering.kind === 'correct' && (
          <Text label={w.why} value={form.why} onChange={x => set({ why: x })} />
        )}
        {likely.length > 0 && (
          <div className="entry-likely" role="status">
            <strong>{w.perhapsKnown}</strong>
            <ul>
              {likely.map(l => (
                <li key={l.event}>
                  <Said words={l.incident.summary} />{' '}
                  <span className="faint small">{l.because.map(b => w.likeness[b]).join(w.comma)}</span>{' '}
                  <button type="button" className="button button-small" onClick={() => void send(l.event)}>
                    {w.sameOne}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
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
            {likely.length ? w.keepAsNew : c.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function formOf(entering: Entering, tz: string): Form {
  const blank: Form = {
    type: 'shelling',
    actor: '',
    target: '',
    when: todayIn(tz, Date.now() / 1000),
    place: { kind: 'unknown' },
    source: '',
    stance: 'asserts',
    reliability: 'F',
    credibility: '6',
    killed: '',
    wounded: '',
    summary: '',
    url: '',
    why: '',
  }
  if (entering.kind === 'new') return blank
  if (entering.kind === 'another') {
    const { types, actors, targets, when, place } = entering.like
    return {
      ...blank,
      type: types[0] ?? blank.type,
      actor: actors[0] ?? '',
      target: targets[0] ?? '',
      when: civilOf(when, tz),
      place,
    }
  }
  const { draft } = entering
  const figure = (what: Figure['what']) => {
    const f = draft.figures?.find(x => x.what === what)
    return f ? (f.low === f.high ? String(f.low) : `${f.low}-${f.high}`) : ''
  }
  return {
    ...blank,
    type: draft.types[0] ?? blank.type,
    actor: (typeof draft.actor === 'string' ? draft.actor : draft.actor?.[0]) ?? '',
    target: draft.target ?? '',
    when: civilOf(draft.when, tz),
    place: draft.place,
    source: draft.source,
    stance: draft.stance,
    reliability: draft.grade.reliability,
    credibility: String(draft.grade.credibility),
    killed: figure('killed'),
    wounded: figure('wounded'),
    summary: draft.summary?.en ?? draft.summary?.ar ?? '',
    url: draft.provenance?.url ?? '',
  }
}

/** The shortest civil text that names the interval, or its first day. */
function civilOf(when: When, tz: string): string {
  const day = todayIn(tz, when.lo)
  for (const text of [day.slice(0, 4), day.slice(0, 7), day]) {
    const read = whenOf(text, tz)
    if (read.ok && read.value.lo === when.lo && read.value.hi === when.hi) return text
  }
  return when.hi - when.lo < 86_400
    ? new Date(when.lo * 1000).toISOString().replace(/:\d\d\.\d+Z$/, ':00Z')
    : day
}

/** The claim, or which field is wrong. */
function claimOf(form: Form, tz: string): ClaimDraft | 'when' | 'source' | 'figure' | 'url' {
  const when = whenOf(form.when, tz)
  if (!when.ok) return 'when'
  if (!form.source.trim()) return 'source'
  if (form.url && !/^https?:\/\/\S+$/.test(form.url.trim())) return 'url'
  const figures: Figure[] = []
  for (const what of ['killed', 'wounded'] as const) {
    const text = form[what].trim()
    if (!text) continue
    const m = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/.exec(text)
    const [low, high] = [Number(m?.[1]), Number(m?.[2] ?? m?.[1])]
    if (!m || low > high) return 'figure'
    figures.push({ what, low, high })
  }
  const arabic = /[\u0600-\u06ff]/.test(form.summary)
  return {
    types: [form.type],
    ...(form.actor && { actor: form.actor }),
    ...(form.target && { target: form.target }),
    when: when.value,
    place: form.place,
    source: form.source.trim(),
    root: form.source.trim(),
    grade: {
      reliability: form.reliability as ClaimDraft['grade']['reliability'],
      credibility: Number(form.credibility) as ClaimDraft['grade']['credibility'],
    },
    stance: form.stance,
    ...(figures.length && { figures }),
    ...(form.summary.trim() && {
      summary: arabic ? { ar: form.summary.trim() } : { en: form.summary.trim() },
    }),
    ...(form.url.trim() && { provenance: { url: form.url.trim() } }),
  }
}

function Text({
  label,
  hint,
  value,
  onChange,
  ltr = false,
  list,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly ltr?: boolean
  readonly list?: readonly string[]
}) {
  const id = `list-${label}`
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        dir={ltr ? 'ltr' : 'auto'}
        value={value}
        {...(list && { list: id })}
        onChange={e => onChange(e.target.value)}
      />
      {list && (
        <datalist id={id}>
          {list.map(x => (
            <option key={x} value={x} />
          ))}
        </datalist>
      )}
      {hint && <span className="field-hint">{hint}</span>}
    </label>
  )
}

/** A place from the gazetteer or a press on the map, and how exactly it is known. */
function PlaceField({
  accord,
  place,
  onChange,
}: {
  readonly accord: string
  readonly place: Place
  readonly onChange: (p: Place) => void
}) {
  const w = useWords(incidentsWords)
  const count = useCount()
  const data = useAccord(accord)
  const box = accordBox(data)
  const [name, setName] = useState('')
  const [onMap, setOnMap] = useState(false)
  const found = useResource<PlacesAnswer>(
    name.trim().length > 1 ? incidentPaths.places(accord, name.trim()) : undefined,
  )
  const disc = place.kind === 'disc' ? place : undefined
  return (
    <fieldset className="entry-place">
      <legend className="field-label">{w.where}</legend>
      <p className="small">
        {place.kind === 'unknown'
          ? w.noPlace
          : place.kind === 'area'
            ? (place.name ?? w.anArea)
            : `${place.name ?? ''} ${place.at[1].toFixed(4)}, ${place.at[0].toFixed(4)}`}
        {place.kind !== 'unknown' && (
          <button type="button" className="link-button" onClick={() => onChange({ kind: 'unknown' })}>
            {w.noPlaceKnown}
          </button>
        )}
      </p>
      <input
        className="input"
        dir="auto"
        aria-label={w.placeName}
        placeholder={w.placeName}
        value={name}
        onChange={e => setName(e.target.value)}
      />
      {name.trim().length > 1 && found.data && (
        <ul className="entry-places">
          {found.data.places.slice(0, 6).map(p => (
            <li key={p.id}>
              <button
                type="button"
                className="button button-small"
                onClick={() => {
                  onChange({
                    kind: 'disc',
                    at: p.at,
                    radiusMetres: p.radiusMetres,
                    name: p.name,
                    ...(p.nameAr !== undefined && { nameAr: p.nameAr }),
                  })
                  setName('')
                }}
              >
                <bdi>{p.name}</bdi> {p.nameAr && <bdi lang="ar">{p.nameAr}</bdi>}
                <span className="faint">{w.rightTo(count(p.radiusMetres / 1000))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {disc && (
        <label className="field">
          <span className="field-label">{w.radius}</span>
          <input
            className="input"
            type="number"
            min={0}
            max={500}
            step={0.5}
            dir="ltr"
            value={disc.radiusMetres / 1000}
            onChange={e => onChange({ ...disc, radiusMetres: Math.max(0, Number(e.target.value) * 1000) })}
          />
        </label>
      )}
      {box && (
        <button type="button" className="button button-small" onClick={() => setOnMap(!onMap)}>
          {onMap ? w.hideMap : w.onMap}
        </button>
      )}
      {onMap && box && (
        <Suspense>
          <HudnaMap
            box={box}
            lit={disc?.at}
            onPick={pick =>
              pick.kind === 'place' &&
              onChange({ kind: 'disc', at: pick.at, radiusMetres: disc?.radiusMetres ?? 1000 })
            }
          />
        </Suspense>
      )}
    </fieldset>
  )
}

/** What may be the same, asked a moment after the form rests. */
function useLikely(
  accord: string,
  asked: { readonly form: Form; readonly when: When } | undefined,
): LikelyAnswer['likely'] {
  const [likely, setLikely] = useState<LikelyAnswer['likely']>([])
  const key =
    asked &&
    JSON.stringify([asked.form.type, asked.form.actor, asked.form.target, asked.when, asked.form.place])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all that matters of the form
  useEffect(() => {
    if (!asked) return setLikely([])
    const timer = setTimeout(() => {
      const { type, actor, target, place } = asked.form
      post<LikelyAnswer>(incidentPaths.likely(accord), {
        types: [type],
        when: asked.when,
        place,
        ...(actor && { actor }),
        ...(target && { target }),
      }).then(
        answer => setLikely(answer.likely),
        // A suggestion that does not come is no fault of what is being written.
        () => setLikely([]),
      )
    }, 400)
    return () => clearTimeout(timer)
  }, [accord, key])
  return likely
}
