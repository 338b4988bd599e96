import type { VerdictInterval } from '../../../core/compliance/verdict.ts'
import { dayOf } from '../../../core/time/civil.ts'
import { useWords } from '../../locale/locale.tsx'
import { DateText } from '../../show/dates.tsx'
import { ShowMore } from '../../show/show-more.tsx'
import { domainOf } from '../../show/strip.ts'
import { Strip, StripAxis } from '../../show/strip.tsx'
import { VerdictBadge } from '../../show/verdict-badge.tsx'
import { shared } from '../../words/shared.ts'
import { provisionWords } from './words/words.ts'

type Props = {
  readonly intervals: readonly VerdictInterval[]
  readonly t: number
  readonly tz: string
  readonly who: string
}

/** The verdict through time: the strip, and the same as a list of dates, newest first. */
export function OverTime({ intervals, t, tz, who }: Props) {
  const w = useWords(provisionWords)
  const strip = useWords(shared).strip
  const domain = domainOf([intervals], t)
  // Two changes on one day are told apart by the minute.
  const days = intervals.map(i => dayOf(i.from, tz))
  const crowded = new Set(days.filter((d, i) => days.indexOf(d) !== i))
  return (
    <section className="over-time">
      <h3>{w.overTime}</h3>
      {domain && (
        <div>
          <Strip intervals={intervals} domain={domain} label={strip.label(who)} />
          <StripAxis domain={domain} />
        </div>
      )}
      <ShowMore
        items={intervals.toReversed()}
        first={5}
        className="intervals"
        itemKey={i => String(i.from)}
        render={i => (
          <>
            <DateText at={i.from} tz={tz} minute={crowded.has(dayOf(i.from, tz))} />
            <VerdictBadge
              plain
              verdict={{ verdict: i.verdict, observed: i.codes.includes('unobserved') ? 'no' : 'yes' }}
            />
          </>
        )}
      />
    </section>
  )
}
