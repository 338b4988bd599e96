import { type CalendarDate, parseDate } from '@internationalized/date'
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
import { shared } from '../words/shared.ts'
import { Icon } from './icon.tsx'
import './day-field.css'

type Props = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: string
  /** '2018-11-28'; undefined while nothing is chosen. */
  readonly value: string | undefined
  /** Last day that may be chosen. */
  readonly max: string
  readonly onChange: (day: string | undefined) => void
  readonly focus?: boolean
}

/** A civil day, typed or picked. No time, no zone: it is the day itself. Heavy, so load it lazily. */
export function DayField({ label, hideLabel = false, hint, value, max, onChange, focus = false }: Props) {
  const w = useWords(shared).asOf
  return (
    <DatePicker
      className="day-field"
      value={value === undefined ? null : parseDate(value)}
      maxValue={parseDate(max)}
      onChange={(next: CalendarDate | null) => onChange(next?.toString())}
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
