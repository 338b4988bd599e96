// How many articles of 3,300 characters the reader reads in a second on one core, stage by stage and whole,
// against a plain regular expression over the same words (baseline) and chrono-node where it is installed.
import { cleanParagraphs } from '../src/reader/clean/clean.ts'
import { splitParagraphs } from '../src/reader/clean/paragraphs.ts'
import { CopyClusters } from '../src/reader/copies/cluster.ts'
import { SIZE } from '../src/reader/copies/fingerprint.ts'
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
  )

// Clusters: half fresh fingerprints, half copies of one in ten places changed.
const PRINTS = 1_000_000
let seed = 1
const random = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed
}
function prints(count: number, each: (print: Uint32Array) => void): number {
  const fresh: Uint32Array[] = []
  let spent = 0
  for (let i = 0; i < count; i++) {
    const copy = i % 2 === 1
    const print = copy ? fresh[random() % fresh.length]!.slice() : Uint32Array.from({ length: SIZE }, random)
    if (copy) for (let k = 0; k < 12; k++) print[random() % SIZE] = random()
    else if (fresh.length < 20_000) fresh.push(print)
    const start = process.cpuUsage()
    each(print)
    const used = process.cpuUsage(start)
    spent += used.user + used.system
  }
  return spent / 1e6
}
if (process.argv.includes('--copies')) {
  const clusters = new CopyClusters()
  const ours = prints(PRINTS, print => clusters.add(print))
  // What LSH packages for JavaScript do: a map from each band, joined as text, to its members.
  const bands = Array.from({ length: 16 }, () => new Map<string, number[]>())
  let n = 0
  const theirs = prints(PRINTS / 10, print => {
    for (let band = 0; band < 16; band++) {
      const key = print.subarray(band * 8, band * 8 + 8).join('.')
      const members = bands[band]!.get(key)
      if (members) members.push(n)
      else bands[band]!.set(key, [n])
    }
    n++
  })
  rows.push({
    name: '1,000,000 fingerprints clustered',
    value: Number(ours.toFixed(1)),
    unit: 's',
    baseline: Number((theirs * 10).toFixed(1)),
    baselineName: 'bands joined to text in maps, as LSH packages do; 100,000 times ten, memory for no more',
    ratio: Number(((theirs * 10) / ours).toFixed(2)),
  })
}

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
