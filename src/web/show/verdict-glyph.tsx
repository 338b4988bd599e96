import type { VerdictName } from '../../core/compliance/verdict.ts'

/** Shapes tell verdicts apart without colour: round = in order, lozenge = in doubt, square = broken. */
const SHAPES: Readonly<Record<VerdictName | 'HOLDING_UNOBSERVED', string>> = {
  HOLDING: 'disc-check',
  HOLDING_UNOBSERVED: 'ring-dashed',
  PERMITTED: 'disc-arrow',
  ALLEGED: 'lozenge-hollow',
  DISPUTED: 'lozenge-split',
  POSSIBLE: 'lozenge-full',
  BREACHED: 'square-cross',
  DORMANT: 'bar',
  SUSPENDED: 'pause',
  DISCHARGED: 'ring-slash',
  PENDING: 'clock',
  CLAIMED: 'lozenge-hollow',
  CONTESTED: 'lozenge-split',
  POSSIBLY: 'lozenge-full',
  PARTIAL: 'square-half',
  LATE: 'disc-clock',
  FULFILLED: 'disc-check',
  OVERDUE: 'square-mark',
  UNVERIFIED: 'ring-question',
  EXERCISED: 'disc-check',
  UNUSED: 'bar',
  EXCEEDED: 'square-mark',
  NOT_IN_FORCE: 'dot',
  NOT_JUDGED: 'dot',
}

/** The mark of a verdict, 14 px, in the colour of its surroundings. Decoration: the word stands beside it. */
export function VerdictGlyph({
  verdict,
  unobserved = false,
}: {
  readonly verdict: VerdictName
  readonly unobserved?: boolean
}) {
  const shape = SHAPES[verdict === 'HOLDING' && unobserved ? 'HOLDING_UNOBSERVED' : verdict]
  return (
    <svg className="glyph" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {drawing(shape)}
    </svg>
  )
}

const cut = {
  className: 'glyph-cut',
  fill: 'none',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const line = { stroke: 'currentColor', fill: 'none', strokeWidth: 1.6 } as const
const solid = { fill: 'currentColor' } as const

function drawing(shape: string) {
  switch (shape) {
    case 'disc-check':
      return (
        <>
          <circle cx="7" cy="7" r="6.2" {...solid} />
          <path d="M4.2 7.2 6.2 9.2 9.9 5" {...cut} />
        </>
      )
    case 'ring-dashed':
      return <circle cx="7" cy="7" r="5.4" {...line} strokeDasharray="2.1 1.7" />
    case 'disc-arrow':
      return (
        <>
          <circle cx="7" cy="7" r="6.2" {...solid} />
          <path d="M9.8 7H4.4m2-2.2L4.2 7l2.2 2.2" {...cut} />
        </>
      )
    case 'lozenge-hollow':
      return <path d="M7 1.3 12.7 7 7 12.7 1.3 7Z" {...line} />
    case 'lozenge-split':
      return (
        <>
          <path d="M7 1.3 12.7 7 7 12.7 1.3 7Z" {...line} />
          <path d="M7 1v12L1 7Z" {...solid} />
        </>
      )
    case 'lozenge-full':
      return <path d="M7 .6 13.4 7 7 13.4.6 7Z" {...solid} />
    case 'square-cross':
      return (
        <>
          <rect x="1" y="1" width="12" height="12" rx="1.5" {...solid} />
          <path d="m4.6 4.6 4.8 4.8m0-4.8L4.6 9.4" {...cut} />
        </>
      )
    case 'square-half':
      return (
        <>
          <rect x="1.8" y="1.8" width="10.4" height="10.4" rx="1" {...line} />
          <path d="M2 7h10v5H2Z" {...solid} />
        </>
      )
    case 'square-mark':
      return (
        <>
          <rect x="1" y="1" width="12" height="12" rx="1.5" {...solid} />
          <path d="M7 3.6v4.2M7 10.4v.01" {...cut} />
        </>
      )
    case 'clock':
      return (
        <>
          <circle cx="7" cy="7" r="5.4" {...line} />
          <path d="M7 4v3.2h2.4" {...line} strokeLinecap="round" />
        </>
      )
    case 'disc-clock':
      return (
        <>
          <circle cx="7" cy="7" r="6.2" {...solid} />
          <path d="M7 3.8v3.4h2.6" {...cut} />
        </>
      )
    case 'ring-question':
      return (
        <>
          <circle cx="7" cy="7" r="5.4" {...line} strokeDasharray="2.1 1.7" />
          <path
            d="M5.6 5.7a1.45 1.45 0 1 1 2 1.4c-.4.2-.6.5-.6.9M7 9.9v.01"
            {...line}
            strokeWidth="1.3"
            strokeLinecap="round"
          />
        </>
      )
    case 'ring-slash':
      return (
        <>
          <circle cx="7" cy="7" r="5.4" {...line} />
          <path d="m3.4 10.6 7.2-7.2" {...line} />
        </>
      )
    case 'pause':
      return <path d="M4.6 3v8M9.4 3v8" {...line} strokeWidth="2.2" strokeLinecap="round" />
    case 'bar':
      return <path d="M3 7h8" {...line} strokeWidth="2" strokeLinecap="round" />
    default:
      return <circle cx="7" cy="7" r="2" {...solid} />
  }
}
