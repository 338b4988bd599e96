import type { Accord } from '../core/accord/model.ts'
import type { Explanation, ExplanationNode } from '../core/compliance/verdict.ts'
import type { ProvisionView } from '../core/view/board.ts'
import { nameOf } from '../core/view/record-summary.ts'
import { VERDICT_WORDS } from '../core/view/verdict-words.ts'
import type { Locale, Words } from '../core/words.ts'
import { finished, inLocale, isolated, isolatedRuns, wrapped } from './terminal.ts'

const FOR: Words = { en: 'because', ar: 'لأن' }
const AGAINST: Words = { en: 'against it', ar: 'في مقابل ذلك' }
const MISSING: Words = { en: 'what is missing', ar: 'ما ينقص' }
const SETTLES: Words = { en: 'What would settle it', ar: 'ما الذي يحسمه' }
const EVIDENCE: Words = { en: 'Records', ar: 'السجلات' }

/** One provision for a terminal: its words, then verdict, derivation and evidence for each bearer and reading. */
export function provisionText(v: ProvisionView, accord: Accord, locale: Locale): string {
  const say = (w: Words) => inLocale(w, locale)
  const points = v.document.points.length ? ` ${isolated(v.document.points.join(', '))}` : ''
  const lines = [
    `${isolated(v.provision)}  ${say(v.title)}`,
    `${say(v.document.title)}${points}`,
    '',
    wrapped(isolatedRuns(v.words[locale], locale), ''),
  ]
  for (const d of v.disputes) {
    lines.push('', `${locale === 'ar' ? 'موضع خلاف' : 'In dispute'}: ${say(d.phrase)}`)
    for (const p of d.positions) lines.push(`  ${say(nameOf(p.by, accord))}: ${say(p.says)}`)
  }
  for (const { verdict, explanation } of v.verdicts) {
    const reading = accord.readings.find(r => r.id === verdict.reading)?.name
    const bearers = verdict.bearer.map(b => say(nameOf(b, accord))).join(' + ')
    lines.push(
      '',
      `■ ${bearers} · ${reading ? say(reading) : isolated(verdict.reading)}: ${say(VERDICT_WORDS[verdict.verdict])}`,
    )
    if (verdict.because[locale]) lines.push(wrapped(isolatedRuns(verdict.because[locale], locale), '  '))
    lines.push(...tree(explanation, '  ', say))
    if (verdict.settles.length) {
      lines.push(`  ${say(SETTLES)}:`)
      for (const s of verdict.settles) lines.push(`    ${say(s.what)} → ${say(VERDICT_WORDS[s.to])}`)
    }
  }
  const records = Object.values(v.records)
  if (records.length) {
    lines.push('', `${say(EVIDENCE)}:`)
    for (const r of records) {
      const url = 'provenance' in r.record.record ? r.record.record.provenance?.url : undefined
      lines.push(`  ${isolated(r.id)}  ${say(r.summary)}${url ? `\n      ${isolated(url)}` : ''}`)
    }
  }
  return finished(`${lines.join('\n')}\n`, locale)
}

function tree(e: Explanation, indent: string, say: (w: Words) => string): string[] {
  const lines = [`${indent}${say(e.words)}`]
  for (const [word, nodes] of [
    [FOR, e.because],
    [AGAINST, e.against],
    [MISSING, e.missing],
  ] as const) {
    if (!nodes.length) continue
    lines.push(`${indent}  ${say(word)}:`)
    for (const n of nodes) lines.push(...branch(n, `${indent}    `, say))
  }
  return lines
}

function branch(n: ExplanationNode, indent: string, say: (w: Words) => string): string[] {
  if (n.leaf === undefined) return tree(n, indent, say)
  const name = n.leaf === 'record' ? ` [${isolated(n.record)}]` : ''
  return [`${indent}${say(n.words)}${name}`]
}
