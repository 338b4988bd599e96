import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { readZip } from './archive.ts'
import { type Article, isoFrom, problemOf } from './article.ts'

/** Paragraphs of a Word document (WordprocessingML): text, tabs and breaks; deleted text of tracked changes is left out. */
export function readDocx(bytes: Uint8Array, file = 'report.docx'): Result<Article, Problem> {
  const zip = readZip(bytes, file)
  if (!zip.ok) return zip
  const part = zip.value.get('word/document.xml')
  if (!part)
    return fail(
      problemOf('no-document', 'there is no word/document.xml inside', file, 'a Word document (.docx)'),
    )
  const xml = new TextDecoder().decode(part)
  const paragraphs = [...xml.matchAll(/<w:p[ >/][\s\S]*?(?:<\/w:p>|\/>(?=\s*<w:(?:p|sectPr|tbl)))/g)]
    .map(p => paragraphText(p[0]))
    .filter(t => t.trim() !== '')
  if (!paragraphs.length)
    return fail(problemOf('no-text', 'the document has no text', file, 'a Word document with text'))
  const core = zip.value.get('docProps/core.xml')
  const meta = core ? new TextDecoder().decode(core) : ''
  const title = unescaped(/<dc:title>([^<]*)</.exec(meta)?.[1] ?? '').trim()
  const publishedAt = isoFrom(/<dcterms:issued[^>]*>([^<]*)</.exec(meta)?.[1])
  return ok({ ...(title && { title }), ...(publishedAt && { publishedAt }), text: paragraphs.join('\n') })
}

function paragraphText(xml: string): string {
  const kept = xml.replace(/<w:del [\s\S]*?<\/w:del>/g, '')
  let out = ''
  for (const m of kept.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\b[^>]*\/>/g))
    out += m[2] ? (m[2] === 'tab' ? '\t' : '\n') : unescaped(m[1]!)
  return out
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot|apos));/gi,
    (_, dec?: string, hex?: string, name?: string) =>
      name
        ? ENTITIES[name.toLowerCase()]!
        : String.fromCodePoint(Math.min(0x10ffff, dec ? Number(dec) : Number.parseInt(hex!, 16))),
  )
