import type { When } from '../../core/time/when.ts'
import { civilText, type Dating, dayText, minuteText, whenParts } from '../locale/dates.ts'
import { useLocale, useWords } from '../locale/locale.tsx'
import { shared } from '../words/shared.ts'

/** The reader's way of writing dates, in the accord's zone. */
export function useDating(tz: string): Dating {
  const { language, numerals } = useLocale()
  return { language, numerals, tz }
}

/** A moment as its civil day (or to the minute) in the accord's zone. `at` seconds UTC. */
export function DateText({
  at,
  tz,
  minute = false,
}: {
  readonly at: number
  readonly tz: string
  readonly minute?: boolean
}) {
  const dating = useDating(tz)
  return (
    <time className="num" dateTime={new Date(at * 1000).toISOString()}>
      <bdi>{minute ? minuteText(at, dating) : dayText(at, dating)}</bdi>
    </time>
  )
}

/** A civil date as somebody wrote it ('2018-11-28', '2018-11'), in the reader's words. */
export function CivilText({ date }: { readonly date: string }) {
  const { language, numerals } = useLocale()
  return (
    <time className="num" dateTime={date}>
      <bdi>{civilText(date, { language, numerals })}</bdi>
    </time>
  )
}

/** An interval of knowledge: a minute, a day, a month, or from … to …. */
export function WhenText({ when, tz }: { readonly when: When; readonly tz: string }) {
  const w = useWords(shared).when
  const parts = whenParts(when, useDating(tz))
  if (parts.kind === 'one')
    return (
      <time className="num" dateTime={new Date(when.lo * 1000).toISOString()}>
        <bdi>{parts.text}</bdi>
      </time>
    )
  return (
    <span className="num">
      {w.from} <bdi>{parts.from}</bdi> {w.to} <bdi>{parts.to}</bdi>
    </span>
  )
}
