import { type CalendarDate, parseDate } from '@internationalized/date'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { useWords } from '../locale/locale.tsx'
import { useAsked } from '../route/router.tsx'
import { Dialog } from '../show/dialog.tsx'
import { Icon } from '../show/icon.tsx'
import { shared } from '../words/shared.ts'
import { todayIn } from './step-day.ts'
import './as-of-dialog.css'

/** Chooses the two clocks: as it stood on a day, with what was known by a day. */
export default function AsOfDialog({ tz, onClose }: { readonly tz: string; readonly onClose: () => void }) {
  const w = useWords(shared)
  const { asOf, knownAt, ask } = useAsked()
  const today = todayIn(tz, Date.now() / 1000)
  const [world, setWorld] = useState(asOf?.slice(0, 10) ?? today)
  const [known, setKnown] = useState(knownAt?.slice(0, 10))

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
          onChange={setWorld}
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

type DayFieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: string
  readonly value: string
  readonly max: string
  readonly onChange: (day: string) => void
  readonly focus?: boolean
}

function DayField({ label, hideLabel = false, hint, value, max, onChange, focus = false }: DayFieldProps) {
  const w = useWords(shared).asOf
  return (
    <DatePicker
      className="day-field"
      value={parseDate(value) as never}
      maxValue={parseDate(max) as never}
      onChange={next => next && onChange((next as unknown as CalendarDate).toString())}
      {...(hideLabel && { 'aria-label': label })}
      autoFocus={focus}
      shouldForceLeadingZeros
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Group className="day-group">
        <DateInput className="day-input">
          {segment => <DateSegment className="day-segment" segment={segment} />}
        </DateInput>
        <Button className="icon-button" aria-label={w.pick}>
          <Icon name="down" />
        </Button>
      </Group>
      {hint && <p className="field-hint">{hint}</p>}
      <Popover className="popover">
        <AriaDialog className="calendar-dialog" aria-label={w.pick}>
          <Calendar className="calendar">
            <div className="calendar-head">
              <Button slot="previous" className="icon-button" aria-label={w.previous}>
                <Icon name="back" />
              </Button>
              <CalendarHeading className="calendar-title" />
              <Button slot="next" className="icon-button" aria-label={w.next}>
                <Icon name="forward" />
              </Button>
            </div>
            <CalendarGrid className="calendar-grid">
              <CalendarGridHeader>{day => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>
                {date => <CalendarCell className="calendar-cell" date={date} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </AriaDialog>
      </Popover>
    </DatePicker>
  )
}
