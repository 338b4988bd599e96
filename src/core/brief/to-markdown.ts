import { type Block, type Brief, EDITOR_NOTE, type Run } from './brief.ts'
import { type Links, linkOf } from './links.ts'

/** The brief as Markdown; what a sentence rests on becomes a link where `links` gives addresses. */
export function briefToMarkdown(b: Brief, links: Links): string {
  const lines = [`# ${b.title}`, '', ...b.header.map(([k, v]) => `- **${k}:** ${escaped(v)}`), '']
  for (const s of b.sections) {
    lines.push(`## ${s.title}`, '')
    for (const block of s.blocks) lines.push(...blockLines(block, b, links), '')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function blockLines(block: Block, b: Brief, links: Links): string[] {
  const say = (runs: readonly Run[]) => runs.map(r => runText(r, b, links)).join('')
  switch (block.kind) {
    case 'sentence':
      return [say(block.runs)]
    case 'note':
      return [`> **${EDITOR_NOTE[b.locale]}:** ${say(block.runs)}`]
    case 'list':
      return block.items.map(i => `- ${say(i)}`)
    case 'table':
      return [
        `| ${block.columns.join(' | ')} |`,
        `|${block.columns.map(() => '---').join('|')}|`,
        ...block.rows.map(
          r => `| ${r.map(c => say(c).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`,
        ),
      ]
  }
}

function runText(r: Run, b: Brief, links: Links): string {
  const lead = /^\s*/.exec(r.text)![0]
  const tail = /\s*$/.exec(r.text)![0]
  let text = escaped(r.text.trim())
  if (text === '') return r.text
  if (r.strong) text = `**${text}**`
  const href = linkOf(r, b, links)
  return `${lead}${href ? `[${text}](${href})` : text}${tail}`
}

const escaped = (text: string) => text.replace(/([\\*_`[\]<>])/g, '\\$1')
