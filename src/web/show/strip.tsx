import type { VerdictInterval } from '../../core/compliance/verdict.ts'
import { useLocale } from '../locale/locale.tsx'
import { type Domain, piecesOf, ticksOf } from './strip.ts'
import './strip.css'

/** Worse stands higher: the height says it where colour cannot. */
const HEIGHT = { broken: 12, doubt: 8, open: 3, unknown: 4, kept: 4, aside: 2 } as const

type Props = {
  readonly intervals: readonly VerdictInterval[]
  readonly domain: Domain
  readonly label?: string
}

/**
 * A verdict through time. Drawn left to right and mirrored whole in Arabic, so that time runs the way
 * the line is read. Without a label it is decoration beside a badge that opens the same in words.
 */
export function Strip({ intervals, domain, label }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: labelled by aria-label, or hidden as decoration
    <svg
      className="strip"
      viewBox="0 0 1000 12"
      preserveAspectRatio="none"
      direction="ltr"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <rect className="strip-ground" x="0" y="11" width="1000" height="1" />
      {piecesOf(intervals, domain).map(p => (
        <rect
          key={p.at}
          data-standing={p.standing}
          className="strip-piece"
          x={p.at * 1000}
          width={p.length * 1000}
          y={12 - HEIGHT[p.standing]}
          height={HEIGHT[p.standing]}
        />
      ))}
    </svg>
  )
}

/** The years under (or over) a column of strips. */
export function StripAxis({ domain }: { readonly domain: Domain }) {
  const { tag } = useLocale()
  const ticks = ticksOf(domain)
  const year = new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' })
  return (
    <span className="strip-axis" aria-hidden="true">
      {ticks
        .filter(t => t.at < 0.82)
        .map(t => (
          <span key={t.at} style={{ insetInlineStart: `${t.at * 100}%` }}>
            {(t.month === 0 ? year : month).format(Date.UTC(t.year, t.month, 15))}
          </span>
        ))}
    </span>
  )
}
