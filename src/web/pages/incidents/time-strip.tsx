import { useEffect, useState } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { type IncidentCounts, marksIn } from '../../../core/view/incident-counts.ts'
import { MARKS } from '../../../core/view/incident-mark.ts'
import { civilText } from '../../locale/dates.ts'
import { useCount, useLocale, useWords } from '../../locale/locale.tsx'
import { MARK_LOOK } from '../../map/marks.ts'
import { setParameter } from '../../route/router.tsx'
import { MarkShape } from './mark.tsx'
import { binsOf, dayNumber, dayOfNumber } from './time-bins.ts'
import { incidentsWords } from './words/words.ts'

type Props = {
  /** Over all time, by the other filters. */
  readonly counts: IncidentCounts
  readonly from: string | undefined
  readonly to: string | undefined
}

/** How many a day or week, by mark, with two handles that move map, chart and table together. */
export function TimeStrip({ counts, from, to }: Props) {
  const w = useWords(incidentsWords)
  const { language, numerals } = useLocale()
  const count = useCount()
  const { bins, step } = binsOf(counts.days)
  const first = bins.length ? dayNumber(bins[0]!.from) : 0
  const last = bins.length ? dayNumber(bins.at(-1)!.to) : 1
  const asked: [number, number] = [
    from === undefined ? first : Math.min(last, Math.max(first, dayNumber(from))),
    to === undefined ? last : Math.min(last, Math.max(first, dayNumber(to))),
  ]
  const [range, setRange] = useState(asked)
  const key = asked.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pair is new at each drawing, its days are not
  useEffect(() => setRange(asked), [key])
  if (!bins.length) return null
  const top = Math.max(...bins.map(b => b.n))
  const text = (n: number) => civilText(dayOfNumber(n), { language, numerals })
  const settle = ([a, b]: number[]) => {
    setParameter('from', a! <= first ? undefined : dayOfNumber(a!))
    setParameter('to', b! >= last ? undefined : dayOfNumber(b!))
  }
  const wide = bins.reduce((n, b) => n + b.wide, 0)
  return (
    <section className="time-strip" aria-label={w.overTime}>
      <div className="time-strip-head">
        <span className="small quiet">
          {step === 1 ? w.perDay : step === 7 ? w.perWeek : w.perWeeks(count(step / 7))}
          {' · '}
          {w.most(count(top))}
        </span>
        <ul className="time-strip-key">
          {marksIn(counts).map(m => (
            <li key={m}>
              <MarkShape mark={m} /> {w.marks[m]}
            </li>
          ))}
        </ul>
      </div>
      <svg
        className="time-strip-bars"
        viewBox={`0 0 ${bins.length * 10} 60`}
        preserveAspectRatio="none"
        role="img"
        aria-label={w.chartLabel(count(counts.total), text(first), text(last))}
      >
        {bins.map((b, i) => {
          let y = 60
          const within = dayNumber(b.to) >= range[0] && dayNumber(b.from) <= range[1]
          return (
            <g key={b.from} opacity={within ? 1 : 0.28}>
              {MARKS.filter(m => b.marks[m]).map(m => {
                const height = (b.marks[m]! / top) * 58
                y -= height
                return (
                  <rect
                    key={m}
                    x={i * 10 + 1}
                    width={8}
                    y={y}
                    height={height}
                    fill={`var(${MARK_LOOK[m].colour})`}
                  />
                )
              })}
            </g>
          )
        })}
      </svg>
      <Slider
        className="time-slider"
        aria-label={w.period}
        minValue={first}
        maxValue={last}
        step={1}
        value={range}
        onChange={value => setRange(value as [number, number])}
        onChangeEnd={value => settle(value as number[])}
      >
        <SliderTrack className="time-track">
          {({ state }) => (
            <>
              <span
                className="time-fill"
                style={{
                  insetInlineStart: `${state.getThumbPercent(0) * 100}%`,
                  insetInlineEnd: `${(1 - state.getThumbPercent(1)) * 100}%`,
                }}
              />
              <SliderThumb index={0} className="time-thumb" aria-label={w.fromDay} />
              <SliderThumb index={1} className="time-thumb" aria-label={w.toDay} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <div className="time-strip-foot small quiet">
        <span>
          <bdi>{text(range[0])}</bdi> {w.until} <bdi>{text(range[1])}</bdi>
        </span>
        {wide > 0 && <span>{w.wide(count(wide))}</span>}
      </div>
    </section>
  )
}
