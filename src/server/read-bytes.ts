import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Article } from '../formats/documents/article.ts'
import { documentKind } from '../formats/documents/document-kind.ts'
import { problem } from './problem-status.ts'
import { MAX_REPORT_BYTES, type ReadBytes } from './reading.ts'

/**
 * Reads a report's bytes: finds out what kind of document and which encoding they are, takes the text out
 * and lets the reader propose. What a document says of itself (outlet, day) holds where nobody said otherwise.
 *
 * The reader and the parsers are loaded when the first report comes: lexicons and a PDF parser would
 * slow down every start, and most commands need neither.
 */
export const readBytes: ReadBytes = async (bytes, context) => {
  if (bytes.length === 0)
    return fail(problem('empty', 'the report is empty', { expected: 'a file with text in it' }))
  if (bytes.length > MAX_REPORT_BYTES)
    return fail(
      problem('too-large', `the report is ${megabytes(bytes.length)} MB`, {
        expected: `at most ${megabytes(MAX_REPORT_BYTES)} MB`,
      }),
    )
  const article = await articleOf(bytes, context.name ?? 'report')
  if (!article.ok) return article
  const { encoding, text, title, outlet, url, publishedAt, warnings } = article.value
  if (!text.trim())
    return fail(problem('empty', 'the report has no text in it', { expected: 'a file with text in it' }))
  const { readReport } = await import('../reader/read.ts')
  const said = context.publishedAt ?? publishedAt
  const reading = readReport(
    {
      text,
      ...(said !== undefined && { publishedAt: said }),
      ...((context.outlet ?? outlet) !== undefined && { outlet: context.outlet ?? outlet }),
      ...((context.url ?? url) !== undefined && { url: context.url ?? url }),
    },
    { accord: context.accord },
  )
  return ok({
    encoding,
    reading: { ...reading, warnings: [...warnings, ...reading.warnings] },
    about: {
      ...(title !== undefined && { title }),
      ...(outlet !== undefined && { outlet }),
      ...(url !== undefined && { url }),
    },
  })
}

type Decoded = Article & { readonly encoding: string; readonly warnings: readonly string[] }

async function articleOf(bytes: Uint8Array, name: string): Promise<Result<Decoded, Problem>> {
  const kind = documentKind(bytes, name)
  switch (kind) {
    case 'text': {
      const { decodeBytes } = await import('../reader/encoding/decode-bytes.ts')
      const decoded = decodeBytes(bytes, name)
      return decoded.ok ? ok({ ...decoded.value, warnings: lost(decoded.value.replaced) }) : decoded
    }
    case 'html': {
      const { decodeBytes } = await import('../reader/encoding/decode-bytes.ts')
      const { declaredCharset, readHtml } = await import('../formats/documents/html.ts')
      const decoded = decodeBytes(bytes, name, declaredCharset(bytes))
      if (!decoded.ok) return decoded
      const { text, encoding, replaced } = decoded.value
      return withEncoding(readHtml(text, name), encoding, lost(replaced))
    }
    case 'pdf': {
      const { readPdf } = await import('../formats/documents/pdf.ts')
      return withEncoding(await readPdf(bytes, name), 'application/pdf')
    }
    case 'docx': {
      const { readDocx } = await import('../formats/documents/docx.ts')
      return withEncoding(readDocx(bytes, name), 'utf-8')
    }
    case 'mail': {
      const { readMail } = await import('../formats/documents/mail.ts')
      return withEncoding(await readMail(bytes, name), 'message/rfc822')
    }
    case 'feed':
    case 'zip':
    case 'csv':
      return fail(
        problem('not-one-report', `this is a ${kind}, not one report`, {
          expected: 'text, HTML, PDF, Word or a mail; hudna import takes tables, feeds and archives',
        }),
      )
  }
}

function withEncoding(
  article: Result<Article, Problem>,
  encoding: string,
  warnings: readonly string[] = [],
): Result<Decoded, Problem> {
  return article.ok ? ok({ ...article.value, encoding, warnings }) : article
}

const lost = (characters: number): readonly string[] =>
  characters ? [`${characters} characters could not be decoded and stand as \ufffd`] : []

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1048576)
}
