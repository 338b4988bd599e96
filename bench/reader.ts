// How many articles of 3,300 characters the reader reads in a second on one core, stage by stage and whole,
// against a plain regular expression over the same words (baseline) and chrono-node where it is installed.
import { cleanParagraphs } from '../src/reader/clean/clean.ts'
import { splitParagraphs } from '../src/reader/clean/paragraphs.ts'
import { readDates, readDatesIn } from '../src/reader/dates/dates.ts'
import { languageOf } from '../src/reader/language/language-of.ts'
import { DATES } from '../src/reader/lexicons/ar/dates.ts'
import { readQuantitiesIn } from '../src/reader/quantities/quantities.ts'
import { scan } from '../src/reader/text/tokens.ts'
import { articles } from './reader/articles.ts'

const PUBLISHED = '2021-11-12'
const COUNT = 600
const texts = articles(COUNT)

type Row = {
  name: string
  value: number
  unit: string
  baseline?: number
  baselineName?: string
  ratio?: number
}
const rows: Row[] = []

/** Articles a second, after a warm round. */
function rate(read: (text: string) => unknown): number {
  for (const text of texts.slice(0, 150)) read(text)
  // Processor time, not the clock's: other work on the machine must not slow the figure.
  const start = process.cpuUsage()
  for (const text of texts) read(text)
  const used = process.cpuUsage(start)
  return COUNT / ((used.user + used.system) / 1e6)
}

function row(name: string, value: number, baseline?: number, baselineName?: string) {
  rows.push({
    name,
    value: Math.round(value),
    unit: 'articles/s',
    ...(baseline
      ? {
          baseline: Math.round(baseline),
          baselineName: baselineName!,
          ratio: Number((value / baseline).toFixed(2)),
        }
      : {}),
  })
}

/** What a user would write first: one expression of all month and day names, run over the text. */
const words = [...DATES.months, ...DATES.hijriMonths, ...DATES.weekdays].flatMap(w => w.split('|'))
const escaped = words.map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length)
const months = new RegExp(
  `(?:\\d{1,2}\\s+(?:من\\s+)?)?(?:${escaped.join('|')})(?:\\s*/\\s*(?:${escaped.join('|')}))?(?:\\s+\\d{4})?`,
  'g',
)
const regex = rate(text => [...text.matchAll(months)].length)
const NAME = 'one regular expression of month and day names: finds, resolves nothing'

row('tokens', rate(scan))
row(
  'clean',
  rate(text =>
    cleanParagraphs(
      splitParagraphs(text).map(p => p.text),
      'ar',
    ),
  ),
)
row(
  'language, per paragraph',
  rate(text => splitParagraphs(text).map(p => languageOf(p.text))),
)
const dates = rate(text => readDates(text, { lang: 'ar', publishedAt: PUBLISHED }))
row('dates', dates, regex, NAME)
const chrono = await optional('chrono-node')
if (chrono) {
  const parse = (chrono as { parse: (t: string, d: Date) => unknown }).parse
  row(
    'dates',
    dates,
    rate(text => parse(text, new Date(`${PUBLISHED}T12:00Z`))),
    'chrono-node, English: has no Arabic of this kind',
  )
}
row(
  'quantities',
  rate(text => readQuantitiesIn(scan(text), { lang: 'ar', dates: [] })),
)
row(
  'tokens, clean, language, dates, quantities',
  rate(text => {
    const paragraphs = splitParagraphs(text).map(p => p.text)
    const body = cleanParagraphs(paragraphs, 'ar')
      .paragraphs.filter(p => p.kept)
      .map(p => p.cleaned)
      .join('\n')
    languageOf(body)
    const scanned = scan(body)
    const found = readDatesIn(scanned, { lang: 'ar', publishedAt: PUBLISHED })
    return readQuantitiesIn(scanned, { lang: 'ar', dates: found })
  }),
)
const whole = (await optional('../src/reader/read.ts')) as
  | { readReport?: (input: { text: string; publishedAt: string }) => unknown }
  | undefined
if (whole?.readReport)
  row(
    'whole reader',
    rate(text => whole.readReport!({ text, publishedAt: PUBLISHED })),
    regex,
    NAME,
  )

const memory = process.memoryUsage().rss / 2 ** 20
rows.push({ name: 'memory after all', value: Math.round(memory), unit: 'MB' })

async function optional(name: string): Promise<unknown> {
  try {
    return await import(name)
  } catch {
    return undefined
  }
}

if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
else
  for (const r of rows)
    console.log(
      `${r.name}: ${r.value} ${r.unit}${r.baseline ? `; baseline ${r.baseline} ${r.unit} (${r.baselineName}); ratio ${r.ratio}` : ''}`,
    )
