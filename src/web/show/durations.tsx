import { secondsOf } from '../../core/time/civil.ts'
import { useLocale } from '../locale/locale.tsx'

const UNITS = [
  ['week', 604800],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** 'P7D' as "7 days": the largest unit that measures it whole; the text itself when it is no duration. */
export function DurationText({ duration }: { readonly duration: string }) {
  const { tag } = useLocale()
  const seconds = secondsOf(duration)
  if (seconds === undefined || seconds === 0) return <>{duration}</>
  // Days rather than weeks, hours rather than days where the text says so: PT72H stays 72 hours.
  const wanted = duration.startsWith('PT') ? 'hour' : duration.endsWith('W') ? 'week' : 'day'
  const [unit, size] =
    UNITS.find(([u, s]) => u === wanted && seconds % s === 0) ??
    UNITS.find(([, s]) => seconds % s === 0) ??
    UNITS[3]
  const text = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size)
  return <bdi>{text}</bdi>
}
