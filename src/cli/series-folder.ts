import { existsSync, readFileSync } from 'node:fs'
import type { TestSeries } from '../core/warning/score/backtest.ts'

export type SeriesSets = { readonly injected: readonly TestSeries[]; readonly real: readonly TestSeries[] }

const DAY = 86_400_000
const SURGE_DAYS_EXCUSED = 21

/**
 * Reads a folder laid out as ../shared/series (daily/daily_counts.csv, injected_daily_counts.csv,
 * series_meta.json, injected_breakdowns.json, real_breakdowns.csv), or undefined when it is not there.
 */
export function readSeriesFolder(folder: string): SeriesSets | undefined {
  const path = (name: string) => `${folder}/daily/${name}`
  if (!existsSync(path('series_meta.json'))) return undefined
  const text = (name: string) => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '')
  const json = <T>(name: string): T[] => (existsSync(path(name)) ? JSON.parse(text(name)) : [])
  const meta = new Map(
    json<{ series_id: string; start: string; days: number }>('series_meta.json').map(m => [m.series_id, m]),
  )
  const dayIn = (id: string, date: string) => (Date.parse(date) - Date.parse(meta.get(id)!.start)) / DAY
  const countsOf = (file: string) => {
    const out = new Map<string, number[]>()
    for (const [id, date, count] of rows(text(file))) {
      const base = id!.replace(/^inj_/, '')
      if (!out.has(id!)) out.set(id!, new Array<number>(meta.get(base)!.days).fill(0))
      out.get(id!)![dayIn(base, date!)]! += Number(count)
    }
    return out
  }

  type Added = { series_id: string; onset_index0: number; duration_days: number; factor: number }
  const added = Map.groupBy(json<Added>('injected_breakdowns.json'), b => b.series_id)
  const injected = [...countsOf('injected_daily_counts.csv')].map(([id, counts]): TestSeries => {
    const breakdowns = added.get(id) ?? []
    return {
      id,
      firstDay: Date.parse(meta.get(id.replace(/^inj_/, ''))!.start) / DAY,
      counts,
      factors: breakdowns.map(b => b.factor),
      truth: {
        days: counts.length,
        breakdowns: breakdowns.map(b => ({
          onset: b.onset_index0,
          detectWithin: b.duration_days,
          excuse: b.duration_days + SURGE_DAYS_EXCUSED,
        })),
      },
    }
  })

  const daily = countsOf('daily_counts.csv')
  const known = Map.groupBy(rows(text('real_breakdowns.csv')), r => r[0]!)
  const real = [...known].map(([id, breakdowns]): TestSeries => {
    const onsets = breakdowns.map(b => ({ from: dayIn(id, b[1]!), onset: dayIn(id, b[2]!) }))
    const counts = daily.get(id)!
    return {
      id,
      firstDay: Date.parse(meta.get(id)!.start) / DAY,
      counts,
      factors: [],
      truth: {
        days: counts.length,
        breakdowns: onsets.map(o => ({ onset: o.onset, detectWithin: 30, excuse: 0 })),
        calm: onsets.map(o => [o.from, o.onset] as const),
      },
    }
  })
  return { injected, real }
}

/** Fields of a CSV without quotes before the last field, header dropped. */
const rows = (csv: string): string[][] =>
  csv
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map(line => line.split(','))
