import { type Block, type Brief, EDITOR_NOTE, type Run } from './brief.ts'
import { type Links, linkOf } from './links.ts'

/**
 * The brief as one self-contained page: no script, no outside request, readable on screen, in print and
 * by screen readers. Digits, codes and Latin words inside Arabic stand in <bdi>, so that they stay whole.
 * @param css further rules, for fonts that the printing process brings along.
 */
export function briefToHtml(b: Brief, links: Links, css = ''): string {
  const dir = b.locale === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${b.locale}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isolated(b.title)}</title><style>${css}${CSS}</style></head>
<body><main>
<header><h1>${isolated(b.title)}</h1><dl>${b.header.map(([k, v]) => `<div><dt>${isolated(k)}</dt><dd>${isolated(v)}</dd></div>`).join('')}</dl></header>
${b.sections.map(s => `<section id="${s.id}"><h2>${isolated(s.title)}</h2>${s.blocks.map(x => blockHtml(x, b, links)).join('\n')}</section>`).join('\n')}
</main></body></html>
`
}

function blockHtml(block: Block, b: Brief, links: Links): string {
  const say = (runs: readonly Run[]) => runs.map(r => runHtml(r, b, links)).join('')
  switch (block.kind) {
    case 'sentence':
      return `<p>${say(block.runs)}</p>`
    case 'note':
      return `<aside><strong>${isolated(EDITOR_NOTE[b.locale])}:</strong> ${say(block.runs)}</aside>`
    case 'list':
      return `<ul>${block.items.map(i => `<li>${say(i)}</li>`).join('')}</ul>`
    case 'table':
      return `<table><thead><tr>${block.columns.map(c => `<th scope="col">${isolated(c)}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map(r => `<tr>${r.map(c => `<td>${say(c)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`
  }
}

function runHtml(r: Run, b: Brief, links: Links): string {
  const inner = r.strong ? `<strong>${isolated(r.text)}</strong>` : isolated(r.text)
  const href = linkOf(r, b, links)
  return href ? `<a href="${escaped(href)}">${inner}</a>` : inner
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Runs of digits and Latin letters, with what joins them ("2018-11-28", "15–20", "S/2018/852", "M5"). */
const WHOLE = /[0-9A-Za-z][0-9A-Za-z.,:/+°%–-]*[0-9A-Za-z%]|[0-9A-Za-z]/g

function isolated(text: string): string {
  let out = ''
  let at = 0
  for (const m of text.matchAll(WHOLE)) {
    out += `${escaped(text.slice(at, m.index))}<bdi>${escaped(m[0])}</bdi>`
    at = m.index + m[0].length
  }
  return out + escaped(text.slice(at))
}

const CSS = `
:root{color-scheme:light}
body{margin:0;font:11pt/1.6 "IBM Plex Sans Arabic","Noto Sans Arabic",system-ui,sans-serif;color:#1b2430;background:#fff}
main{max-width:52rem;margin-inline:auto;padding:2rem 1.5rem}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .75rem}
h2{font-size:1.05rem;margin:1.6rem 0 .4rem;padding-block-end:.2rem;border-block-end:1px solid #c9d1da;break-after:avoid}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.15rem 1.5rem;margin:0;font-size:.9rem}
dl div{display:flex;gap:.5rem}dt{color:#5a6675;white-space:nowrap}dt::after{content:":"}dd{margin:0}
p{margin:.4rem 0}aside{margin:.5rem 0;padding:.4rem .7rem;background:#f3f1e7;border-inline-start:3px solid #b59a3c}ul{margin:.4rem 0;padding-inline-start:1.2rem}li{margin:.2rem 0}
table{border-collapse:collapse;inline-size:100%;margin:.5rem 0;font-size:.88rem}
th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border-block-end:1px solid #e2e7ec}
th{color:#5a6675;font-weight:600;border-block-end:1.5px solid #9aa6b2}
tr{break-inside:avoid}a{color:#0b5a8a;text-decoration-thickness:1px;text-underline-offset:2px}
@page{size:A4;margin:18mm 16mm}
@media print{main{max-width:none;padding:0}body{font-size:10pt}}
`
