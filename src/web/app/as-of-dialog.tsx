import { useState } from 'react'
import { useWords } from '../locale/locale.tsx'
import { useAsked } from '../route/router.tsx'
import { DayField } from '../show/day-field.tsx'
import { Dialog } from '../show/dialog.tsx'
import { shared } from '../words/shared.ts'
import { askedDay, todayIn } from './step-day.ts'
import './as-of-dialog.css'

/** Chooses the two clocks: as it stood on a day, with what was known by a day. */
export default function AsOfDialog({ tz, onClose }: { readonly tz: string; readonly onClose: () => void }) {
  const w = useWords(shared)
  const { asOf, knownAt, ask } = useAsked()
  const today = todayIn(tz, Date.now() / 1000)
  const [world, setWorld] = useState(() => askedDay(asOf, tz, Date.now() / 1000))
  const [known, setKnown] = useState(() =>
    knownAt === undefined ? undefined : askedDay(knownAt, tz, Date.now() / 1000),
  )

  const show = (next: { world: string; known: string | undefined }) => {
    ask({ asOf: next.world >= today ? undefined : next.world, knownAt: next.known })
    onClose()
  }
  return (
    <Dialog title={w.asOf.title} open onClose={onClose}>
      <form
        className="as-of"
        onSubmit={event => {
          event.preventDefault()
          show({ world, known })
        }}
      >
        <DayField
          label={w.asOf.world}
          hint={w.asOf.worldHint}
          value={world}
          max={today}
          onChange={d => setWorld(d ?? today)}
          focus
        />
        <fieldset className="as-of-known">
          <legend className="field-label">{w.asOf.known}</legend>
          <label className="check">
            <input
              type="checkbox"
              checked={known === undefined}
              onChange={e => setKnown(e.target.checked ? undefined : world)}
            />
            {w.asOf.everything}
          </label>
          {known !== undefined && (
            <DayField label={w.asOf.known} hideLabel value={known} max={today} onChange={setKnown} />
          )}
          <p className="field-hint">{w.asOf.knownHint}</p>
        </fieldset>
        <div className="as-of-actions">
          <span className="field-hint">
            <bdi>{w.asOf.zone(tz)}</bdi>
          </span>
          <button type="button" className="button" onClick={() => show({ world: today, known: undefined })}>
            {w.asOf.today}
          </button>
          <button type="submit" className="button button-main">
            {w.asOf.apply}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
