import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Article, problemOf } from './article.ts'

const MOST_PAGES = 500

/** Text of a PDF, page by page, a line a line of the page. A scan without a text layer is said to be one. */
export async function readPdf(bytes: Uint8Array, file = 'report.pdf'): Promise<Result<Article, Problem>> {
  try {
    const pdf = await getDocumentProxy(bytes.slice())
    if (pdf.numPages > MOST_PAGES)
      return fail(
        problemOf(
          'too-long',
          `the PDF has ${pdf.numPages} pages`,
          file,
          `at most ${MOST_PAGES} pages; split it`,
        ),
      )
    const { text } = await extractText(pdf, { mergePages: false })
    const joined = text
      .map(t => t.trim())
      .join('\n')
      .normalize('NFKC')
    if (joined.trim() === '')
      return fail(
        problemOf(
          'no-text',
          'the PDF holds pictures and no text',
          file,
          'a PDF with a text layer; run OCR on a scan first',
        ),
      )
    const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }))
    const title = typeof info?.Title === 'string' ? info.Title.trim() : ''
    return ok({ ...(title && { title }), text: joined })
  } catch (e) {
    return fail(
      problemOf(
        'bad-pdf',
        `the PDF cannot be opened (${(e as Error).message.slice(0, 120)})`,
        file,
        'an unbroken PDF without a password',
      ),
    )
  }
}
