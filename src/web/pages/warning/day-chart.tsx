import type { ChartDay } from '../../../core/warning/chart.ts'
import { useLocale } from '../../locale/locale.tsx'
import { CivilText } from '../../show/dates.tsx'

const HEIGHT = 84
const TOP = 6

/** Counts a day over the usual range; time runs the way the page reads. Days nobody watched are hatched. */
export function DayChart({ days, label }: { readonly days: readonly ChartDay[]; readonly label: string }) {
  const { language } = useLocale()
  const width = Math.max(days.length, 30)
  const most = Math.max(2, ...days.map(d => Math.max(d.count ?? 0, d.usualHigh ?? 0)))
  const x = (i: number) => (language === 'ar' ? width - 1 - i : i)
  const y = (n: number) => TOP + (HEIGHT - TOP) * (1 - n / most)
  const first = days[0]
  const last = days.at(-1)
  return (
    <figure className="day-chart">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {days.map((d, i) => (
          <g key={d.day}>
            {d.usualHigh !== undefined && (
              <rect
                className="day-usual"
                x={x(i)}
                width="1"
                y={y(d.usualHigh)}
                height={HEIGHT - y(d.usualHigh)}
              />
            )}
            {d.exposure < 0.5 && (
              <rect className="day-unseen" x={x(i)} width="1" y={TOP} height={HEIGHT - TOP} />
            )}
            {d.count !== undefined && d.count > 0 && (
              <rect
                className="day-count"
                data-alert={(d.strength ?? 0) >= 1 || undefined}
                x={x(i) + 0.1}
                width="0.8"
                y={y(d.count)}
                height={HEIGHT - y(d.count)}
              />
            )}
          </g>
        ))}
        <line className="day-ground" x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
      {first && last && (
        <figcaption className="faint small">
          <CivilText date={first.day} />
          <CivilText date={last.day} />
        </figcaption>
      )}
    </figure>
  )
}
