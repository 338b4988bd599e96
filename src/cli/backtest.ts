import { ChanceTable } from '../core/warning/chance/chance-table.ts'
import {
  type BacktestRow,
  bestWithin,
  type Method,
  scoreMethod,
  type TestSeries,
} from '../core/warning/score/backtest.ts'
import { DEFAULT_BUDGET, ownMethods } from '../core/warning/score/own-methods.ts'
import { YARDSTICKS } from '../core/warning/yardsticks/methods.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  InputFault,
  type Terminal,
  textOption,
  UsageFault,
} from './command.ts'
import { readSeriesFolder } from './series-folder.ts'

/** One seed for every back-test, so that two runs print the same figures. */
export const BACKTEST_SEED = 2024
/** Real breakdowns are rare and calm zones many: nobody bears more than one false alert in five years there. */
const REAL_BUDGET = 0.2

/** `hudna backtest`: how early each detector warns on series with known breakdowns, at a budget of false alerts. */
export const BACKTEST: Command = {
  name: 'backtest',
  usage: '[FOLDER] [--budget N] [--all] [--json]',
  summary: {
    en: 'score the detectors on series with known breakdowns',
    ar: 'اختبار كواشف الإنذار على سلاسل معلومة الانهيارات',
  },
  options: { budget: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  optionWords: {
    budget: { en: 'false alerts a zone and year; 1', ar: 'عدد الإنذارات الكاذبة لكل منطقة في السنة؛ 1' },
    all: { en: 'slow methods too', ar: 'مع الطرائق البطيئة' },
    json: { en: 'as JSON', ar: 'بصيغة JSON' },
  },
  run,
}

/** All rows for a folder of series: each set, each method at its best threshold, Hudna also as shipped. */
export function backtestRows(
  sets: { readonly injected: readonly TestSeries[]; readonly real: readonly TestSeries[] },
  o: { readonly budget: number; readonly slow: boolean },
): BacktestRow[] {
  const own = ownMethods(new ChanceTable({ seed: BACKTEST_SEED }))
  const methods: Method[] = [...own, ...YARDSTICKS.filter(y => o.slow || !y.slow)]
  const kinds = [...new Set(sets.injected.map(s => s.id.replace(/^inj_/, '').split('_')[0]!))]
  const named: [string, readonly TestSeries[], number][] = [
    ['injected', sets.injected, o.budget],
    ...(kinds.length > 1
      ? kinds.map(
          k =>
            [`injected ${k}`, sets.injected.filter(s => s.id.startsWith(`inj_${k}_`)), o.budget] as [
              string,
              TestSeries[],
              number,
            ],
        )
      : []),
    ['real', sets.real, Math.min(o.budget, REAL_BUDGET)],
  ]
  return named
    .filter(([, series]) => series.length)
    .flatMap(([set, series, budget]) => [
      { ...scoreMethod(set, series, own[0]!, DEFAULT_BUDGET), method: 'hudna, as shipped' },
      ...methods
        .map(m => bestWithin(set, series, m, budget))
        .sort(
          (a, b) =>
            Number(b.withinBudget) - Number(a.withinBudget) ||
            b.score.shareWithin6Days - a.score.shareWithin6Days ||
            Math.min(a.score.medianDelayDays, 1e9) - Math.min(b.score.medianDelayDays, 1e9),
        ),
    ])
}

/** The rows as a table for people; figures only, so one text serves both languages but for its heads. */
export function backtestText(rows: readonly BacktestRow[], locale: Terminal['locale']): string {
  const heads =
    locale === 'ar'
      ? [
          'المجموعة',
          'الطريقة',
          'العتبة',
          'كاذبة/سنة',
          'وسيط الأيام',
          '≤6 أيام',
          'الأبطأ',
          'فائتة',
          'نسبة أيام الإنذار',
        ]
      : [
          'set',
          'method',
          'threshold',
          'false/year',
          'median days',
          'within 6',
          'slowest',
          'missed',
          'days in alarm',
        ]
  const lines = rows.map(r => {
    const s = r.score
    return [
      r.set,
      r.method + (r.withinBudget ? '' : ' (over budget)'),
      `${r.threshold}`,
      s.falseAlertsPerZoneYear.toFixed(3),
      daysText(s.medianDelayDays),
      percent(s.shareWithin6Days),
      daysText(s.latestDelayDays),
      `${s.missed}/${s.breakdowns}`,
      `${(100 * s.alarmDayShare).toFixed(2)} %`,
    ]
  })
  const widths = heads.map((h, i) => Math.max(h.length, ...lines.map(l => l[i]!.length)))
  const line = (cells: readonly string[]) =>
    cells.map((c, i) => (i < 2 ? c.padEnd(widths[i]!) : c.padStart(widths[i]!))).join('  ')
  const out = [line(heads)]
  let set = ''
  for (const [i, cells] of lines.entries()) {
    if (cells[0] !== set) out.push('')
    set = cells[0]!
    out.push(line(cells).trimEnd())
    if (rows[i]!.method === 'hudna, as shipped')
      for (const f of rows[i]!.byFactor)
        out.push(
          `    × ${f.factor}: ${daysText(f.score.medianDelayDays)} / ${percent(f.score.shareWithin6Days)} / ${f.score.missed} of ${f.score.breakdowns} missed`,
        )
  }
  return `${out.join('\n')}\n`
}

const daysText = (d: number) => (d === Infinity ? '-' : `${d}`)
const percent = (x: number) => `${(100 * x).toFixed(1)} %`

async function run(args: Arguments, t: Terminal) {
  const [folder = '../shared/series', ...more] = args.positionals
  if (more.length) throw new UsageFault({ en: 'Give one folder of series.', ar: 'أعطِ مجلد سلاسل واحداً.' })
  const budget = Number(textOption(args, 'budget') ?? DEFAULT_BUDGET)
  if (!(budget > 0 && budget <= 52))
    throw new UsageFault({
      en: `--budget: '${textOption(args, 'budget')}' is no number of alerts a year between 0 and 52.`,
      ar: `--budget: القيمة '${textOption(args, 'budget')}' ليست عدداً من الإنذارات في السنة بين 0 و52.`,
    })
  const sets = readSeriesFolder(folder)
  if (!sets)
    throw new InputFault([
      {
        code: 'no-series',
        severity: 'error',
        message: 'no test series here',
        where: { file: `${folder}/daily/series_meta.json` },
        expected: 'a folder laid out as docs/warning.md says',
      },
    ])
  const rows = backtestRows(sets, { budget, slow: args.values.all === true })
  t.out(args.values.json ? `${JSON.stringify(rows.map(jsonOf), null, 1)}\n` : backtestText(rows, t.locale))
  return EXIT.ok
}

/** JSON has no Infinity: a delay that never ended is null. */
const finite = (x: number) => (Number.isFinite(x) ? x : null)

function jsonOf(row: BacktestRow) {
  const plain = (s: BacktestRow['score']) => ({
    ...s,
    medianDelayDays: finite(s.medianDelayDays),
    latestDelayDays: finite(s.latestDelayDays),
  })
  return {
    ...row,
    score: plain(row.score),
    byFactor: row.byFactor.map(f => ({ ...f, score: plain(f.score) })),
  }
}
