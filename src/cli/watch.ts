import { docketOf } from '../core/view/docket-of.ts'
import { ChanceTable } from '../core/warning/chance/chance-table.ts'
import { Thresholds } from '../core/warning/detect/thresholds.ts'
import { planScan } from '../core/warning/scan/plan.ts'
import { clustersOf, observedCylinders } from '../core/warning/scan/scan.ts'
import { DEFAULT_BUDGET } from '../core/warning/score/own-methods.ts'
import { dateOfDay } from '../core/warning/series/daily-series.ts'
import { type Signal, signalsOf } from '../core/warning/signal.ts'
import { type AccordWatch, scanEventsOf, watchAccord } from '../core/warning/watch-accord.ts'
import { questionOf } from '../server/question.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  InputFault,
  type Terminal,
  textOption,
  UsageFault,
} from './command.ts'
import { DATA_OPTION, DATA_WORDS, deskFrom } from './data-folder.ts'
import { scanOnThreads } from './scan-threads.ts'
import { inLocale, isolated, wrapped } from './terminal.ts'

/** One seed everywhere, so that the same ledger gives the same thresholds on every machine. */
export const WATCH_SEED = 2024
const RECENT_DAYS = 30
const SCAN = { maxDays: 14, maxRadius: 30_000, replicates: 999, threads: 2 }
/** A cluster less remarkable than this is not shown: one a quarter by chance. */
const CLUSTER_A_YEAR = 4

/** `hudna watch`: warnings as of a day: alerts with their reason, clusters, and signals beside them. */
export const WATCH: Command = {
  name: 'watch',
  usage:
    '[--as-of DATE] [--known-at DATE] [--budget N] [--days N] [--no-scan] [--accord ID] [--data DIR] [--json]',
  summary: {
    en: 'warn of collapse: alerts, clusters, signals',
    ar: 'الإنذار بالانهيار: إنذارات وتجمعات وإشارات',
  },
  options: {
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    budget: { type: 'string' },
    days: { type: 'string' },
    'no-scan': { type: 'boolean' },
    accord: { type: 'string' },
    ...DATA_OPTION,
    json: { type: 'boolean' },
  },
  optionWords: {
    'as-of': { en: 'as of when in the world; now', ar: 'الحال كما كان في هذا التاريخ؛ الآن' },
    'known-at': {
      en: 'counting only what could be known by then; now',
      ar: 'بما كان يمكن العلم به حتى ذلك الحين؛ الآن',
    },
    budget: { en: 'false alerts a zone and year; 1', ar: 'عدد الإنذارات الكاذبة لكل منطقة في السنة؛ 1' },
    days: { en: 'how many days back to list; 30', ar: 'كم يوماً إلى الوراء؛ 30' },
    'no-scan': { en: 'leave the space-time scan out', ar: 'بلا مسح المكان والزمان' },
    accord: { en: 'which accord; idlib', ar: 'أي اتفاق؛ idlib' },
    ...DATA_WORDS,
    json: { en: 'as JSON', ar: 'بصيغة JSON' },
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  if (args.positionals.length)
    throw new UsageFault({
      en: `'${args.positionals[0]}' belongs to no option.`,
      ar: `«${args.positionals[0]}» لا يتبع أي خيار.`,
    })
  const budget = positive(args, 'budget', DEFAULT_BUDGET)
  const days = positive(args, 'days', RECENT_DAYS)
  await using place = await deskFrom(textOption(args, 'accord') ?? 'idlib', args, t)
  const question = questionOf(
    place.desk,
    { asOf: textOption(args, 'as-of'), knownAt: textOption(args, 'known-at') },
    Math.floor(t.clock() / 1000),
  )
  if (!question.ok) throw new InputFault([question.error])
  const { accord, state, asOf, reading } = question.value
  const docket = docketOf(accord, [...state.evidence.values()], asOf.k, reading)
  const watch = watchAccord(
    accord,
    docket,
    asOf.t,
    new Thresholds(new ChanceTable({ seed: WATCH_SEED }), budget),
  )
  const signals = signalsOf(accord, docket, [...state.statements.values()], asOf.t)
  const since = dateOfDay(watch.until - Math.round(days))
  const clusters = args.values['no-scan'] ? [] : await clustersIn(watch)
  const shown = {
    asOf: dateOfDay(watch.until),
    budget,
    alerts: watch.alerts.filter(a => a.raisedOn > since),
    clusters,
    signals: signals.filter(s => s.day > since),
    findings: watch.findings.filter(f => dateOfDay(f.finding.to) > since),
  }
  t.out(args.values.json ? `${JSON.stringify(shown)}\n` : textOf(shown, t))
  return EXIT.ok
}

function positive(args: Arguments, name: string, otherwise: number): number {
  const text = textOption(args, name)
  const value = text === undefined ? otherwise : Number(text)
  if (!(value > 0 && value <= 10_000))
    throw new UsageFault({
      en: `--${name}: '${text}' is no positive number.`,
      ar: `--${name}: القيمة '${text}' ليست عدداً موجباً.`,
    })
  return value
}

async function clustersIn(watch: AccordWatch) {
  const events = scanEventsOf(watch.occurrences)
  if (events.length < 20) return []
  const plan = planScan(events, { today: watch.until, maxDays: SCAN.maxDays, maxRadius: SCAN.maxRadius })
  const cylinders = observedCylinders(plan)
  if (!cylinders.length) return []
  const shuffled = await scanOnThreads(plan, {
    seed: WATCH_SEED,
    replicates: SCAN.replicates,
    threads: SCAN.threads,
  })
  return clustersOf(cylinders, shuffled).filter(c => c.perYearByChance <= CLUSTER_A_YEAR)
}

type Shown = {
  readonly asOf: string
  readonly budget: number
  readonly alerts: AccordWatch['alerts']
  readonly clusters: Awaited<ReturnType<typeof clustersIn>>
  readonly signals: readonly Signal[]
  readonly findings: AccordWatch['findings']
}

function textOf(s: Shown, t: Terminal): string {
  const ar = t.locale === 'ar'
  const lines = [
    ar
      ? `الإنذارات كما في ${isolated(s.asOf)}، بميزانية ${isolated(s.budget)} من الإنذارات الكاذبة لكل منطقة في السنة`
      : `Warnings as of ${s.asOf}, at a budget of ${s.budget} false alerts a zone and year`,
  ]
  const section = (en: string, arabic: string, rows: readonly string[]) => {
    lines.push('', ar ? arabic : en)
    lines.push(...(rows.length ? rows : [ar ? '  لا شيء' : '  none']))
  }
  section(
    'Alerts',
    'إنذارات',
    s.alerts.map(a => `${isolated(a.raisedOn)}\n${wrapped(inLocale(a.words, t.locale), '    ')}`),
  )
  section(
    'Clusters in space and time',
    'تجمعات في المكان والزمان',
    s.clusters.map(c =>
      ar
        ? `  ${isolated(c.observed)} حوادث في ${isolated(c.days)} أيام ضمن ${isolated((c.radiusMetres / 1000).toFixed(0))} كم، والمتوقع ${isolated(c.expected.toFixed(1))}؛ بالصدفة ${isolated(c.perYearByChance.toFixed(1))} في السنة`
        : `  ${c.observed} events in ${c.days} days within ${(c.radiusMetres / 1000).toFixed(0)} km, expected ${c.expected.toFixed(1)}; ${c.perYearByChance.toFixed(1)} a year by chance`,
    ),
  )
  section(
    'Signals beside the counts',
    'إشارات إلى جانب الأعداد',
    s.signals.map(x => `  ${isolated(x.day)}\n${wrapped(inLocale(x.words, t.locale), '    ')}`),
  )
  if (s.findings.length)
    section(
      'About the data',
      'عن البيانات',
      s.findings.map(f => wrapped(`${isolated(f.series)}: ${inLocale(f.finding.words, t.locale)}`, '  ')),
    )
  return `${lines.join('\n')}\n`
}
