import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Case, readCases } from './quality/case.ts'
import { dateItems, quantityItems } from './quality/figures.ts'
import { cleanItems, syndicationItems } from './quality/paragraphs.ts'
import { type Item, scoreOf, type Tally } from './quality/score.ts'
import { attributionAspects, attributionItems, mentionItems } from './quality/statements.ts'

/**
 * Precision and recall of the reader by task and language, over a file of cases of the form of
 * ../shared/reader/cases.jsonl. Every miss is named.
 *
 *   npm run quality -- [FILE…] [--json] [--quiet]
 */
type Reader = (c: Case) => { expected: readonly Item[]; found: readonly Item[] }

const args = process.argv.slice(2)
const json = args.includes('--json')
const quiet = args.includes('--quiet')
const files = args.filter(a => !a.startsWith('--'))
if (!files.length) files.push(fileURLToPath(new URL('../../shared/reader/cases.jsonl', import.meta.url)))

const readers: Record<string, Reader> = {
  date: dateItems,
  quantity: quantityItems,
  clean: cleanItems,
  syndication: syndicationItems,
  attribution: attributionItems,
  mention: mentionItems,
}

const tallies = new Map<string, Tally>()
const misses: string[] = []
const skipped = new Map<string, number>()
for (const file of files) {
  if (!existsSync(file)) {
    console.error(`${file}: no such file; expected a file of cases, one JSON object a line`)
    process.exit(1)
  }
  for (const c of readCases(readFileSync(file, 'utf8'), file)) {
    const reader = readers[c.task]
    if (!reader) {
      skipped.set(c.task, (skipped.get(c.task) ?? 0) + 1)
      continue
    }
    const { expected, found } = reader(c)
    const score = tally(c.task, c.lang, expected, found)
    if (c.task === 'attribution')
      for (const [aspect, read] of Object.entries(attributionAspects)) {
        const one = read(c)
        tally(`attribution.${aspect}`, c.lang, one.expected, one.found)
      }
    if (!score.exact)
      misses.push(
        `${c.id} [${c.task} ${c.lang}] ${c.published_at ? `(${c.published_at}) ` : ''}${c.text ?? c.paragraphs?.join(' ¶ ') ?? `${c.a} || ${c.b}`}\n    expected ${expected.map(e => e.shown).join(' ; ') || '—'}\n    found    ${found.map(e => e.shown).join(' ; ') || '—'}`,
      )
  }
}

/** Adds a case to the counts of its task, by language and in all. */
function tally(task: string, lang: string, expected: readonly Item[], found: readonly Item[]) {
  const score = scoreOf(expected, found)
  for (const key of [`${task} ${lang}`, `${task} all`]) {
    const t = tallies.get(key) ?? {
      cases: 0,
      exact: 0,
      expected: 0,
      found: 0,
      right: 0,
      value: 0,
      spurious: 0,
    }
    tallies.set(key, {
      cases: t.cases + 1,
      exact: t.exact + (score.exact ? 1 : 0),
      expected: t.expected + expected.length,
      found: t.found + found.length,
      right: t.right + score.right,
      value: t.value + score.value,
      spurious: t.spurious + score.spurious,
    })
  }
  return score
}

const percent = (a: number, b: number) => (b === 0 ? '  –  ' : `${((100 * a) / b).toFixed(1)}%`.padStart(6))
const rows = [...tallies].sort(([a], [b]) => a.localeCompare(b))
if (json)
  console.log(
    JSON.stringify(
      { files, tallies: Object.fromEntries(rows), misses, skipped: Object.fromEntries(skipped) },
      null,
      1,
    ),
  )
else {
  console.log('task lang               cases  exact   recall  precision   value recall  value precision')
  for (const [key, t] of rows)
    console.log(
      `${key.padEnd(23)} ${String(t.cases).padStart(5)} ${percent(t.exact, t.cases)}  ${percent(t.right, t.expected)}     ${percent(t.right, t.found)}         ${percent(t.value, t.expected)}           ${percent(t.value, t.found)}`,
    )
  for (const [task, n] of skipped) console.log(`${task}: ${n} cases, no reader for them here`)
  if (!quiet) {
    console.log(misses.length ? `\n${misses.length} misses:` : '\nno miss')
    for (const m of misses) console.log(m)
  }
}
