// 100,000 mutated report files through decoding and the whole reader: none may throw, none may hang.
// Baseline: the same files, only decoded and split into lines.
import { decodeBytes } from '../src/reader/encoding/decode-bytes.ts'
import { readReport } from '../src/reader/read.ts'
import { articles } from './reader/articles.ts'

const FILES = Number(process.argv.find(a => /^\d+$/.test(a)) ?? 100_000)
const seeds = articles(40).map(text => Buffer.from(text.slice(0, 1200)))
let state = 20_200_305
const random = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

/** Pieces that have broken readers before: controls, lone surrogates' bytes, brackets, long digits. */
const NASTY = [
  '\u202e',
  '\u0000',
  '((((((((',
  '99/99/9999',
  '٩٩٩٩٩٩٩٩٩٩٩٩٩',
  'بين بين بين ',
  '«««',
  '1,2,3,4,5,',
  '\ufeff',
  'ـــــــــ',
  '-'.repeat(50),
].map(s => Buffer.from(s))

/** One file: a piece of an article with bytes flipped, cut, doubled, or something nasty put in. */
function mutated(): Buffer {
  let bytes = Buffer.from(seeds[random(seeds.length)]!)
  for (let n = random(8) + 1; n > 0; n--) {
    const at = random(bytes.length || 1)
    const kind = random(5)
    if (kind === 0) bytes[at] = random(256)
    else if (kind === 1) bytes = bytes.subarray(0, at) as Buffer<ArrayBuffer>
    else if (kind === 2)
      bytes = Buffer.concat([bytes.subarray(0, at), NASTY[random(NASTY.length)]!, bytes.subarray(at)])
    else if (kind === 3)
      bytes = Buffer.concat([bytes, bytes.subarray(0, at)]).subarray(0, 4000) as Buffer<ArrayBuffer>
    else bytes = Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)])
  }
  return bytes
}

const LANGS = ['ar', 'en', 'ru', 'tr', 'fr', undefined]
let [thrown, refused, slowest] = [0, 0, 0]
let [ours, baseline] = [0, 0]
const millis = (since: NodeJS.CpuUsage) => {
  const used = process.cpuUsage(since)
  return (used.user + used.system) / 1000
}
for (let i = 0; i < FILES; i++) {
  const bytes = mutated()
  const plain = process.cpuUsage()
  new TextDecoder().decode(bytes).split('\n')
  baseline += millis(plain)
  const start = process.cpuUsage()
  try {
    const decoded = decodeBytes(bytes)
    if (!decoded.ok) refused++
    else {
      const lang = LANGS[i % LANGS.length]
      readReport({ text: decoded.value.text, publishedAt: '2021-11-12', ...(lang ? { lang } : {}) })
    }
  } catch (error) {
    if (thrown++ < 3) console.error(error)
  }
  const took = millis(start)
  ours += took
  slowest = Math.max(slowest, took)
}
const rows = [
  { name: 'mutated files that threw', value: thrown, unit: `of ${FILES}` },
  { name: 'refused as no text', value: refused, unit: 'files' },
  { name: 'slowest file', value: Number(slowest.toFixed(1)), unit: 'ms' },
  {
    name: 'a file on average',
    value: Number((ours / FILES).toFixed(2)),
    unit: 'ms',
    baseline: Number((baseline / FILES).toFixed(3)),
    baselineName: 'decoded and split only',
    ratio: Number((baseline / ours).toFixed(3)),
  },
]
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
else
  for (const r of rows)
    console.log(
      `${r.name}: ${r.value} ${r.unit}${'baseline' in r ? `; baseline ${r.baseline} ${r.unit} (${r.baselineName}); ratio ${r.ratio}` : ''}`,
    )
process.exitCode = thrown > 0 ? 1 : 0
