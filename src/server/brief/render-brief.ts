import type { Brief } from '../../core/brief/brief.ts'
import type { Links } from '../../core/brief/links.ts'
import { briefToHtml } from '../../core/brief/to-html.ts'
import { briefToMarkdown } from '../../core/brief/to-markdown.ts'
import { canonicalJson } from '../../core/ledger/canonical.ts'
import type { Problem } from '../../core/problem.ts'
import { ok, type Result } from '../../core/result.ts'

export const BRIEF_FORMATS = ['json', 'html', 'md', 'docx', 'pdf'] as const
export type BriefFormat = (typeof BRIEF_FORMATS)[number]

export const BRIEF_MEDIA: Readonly<Record<BriefFormat, string>> = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** The brief's bytes in a format. PDF takes about two seconds: a browser is started for it. */
export async function renderBrief(
  b: Brief,
  format: BriefFormat,
  links: Links,
): Promise<Result<Uint8Array, Problem>> {
  const bytes = (text: string) => ok(new TextEncoder().encode(text))
  switch (format) {
    case 'json':
      return bytes(`${canonicalJson(b)}\n`)
    case 'html':
      return bytes(briefToHtml(b, links))
    case 'md':
      return bytes(briefToMarkdown(b, links))
    case 'docx': {
      const { briefToDocx } = await import('../../formats/briefs/brief-docx.ts')
      return ok(await briefToDocx(b, links))
    }
    case 'pdf': {
      const { fontCss, printPdf } = await import('./print-pdf.ts')
      return printPdf(briefToHtml(b, links, await fontCss()))
    }
  }
}

/** 'idlib-2018-11-26-2018-12-02-ar.pdf' */
export const briefFileName = (b: Brief, format: BriefFormat): string =>
  `${b.accord}-${b.period.from}-${b.period.to}-${b.locale}.${format}`
