import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Article, isoFrom, problemOf } from './article.ts'

/** A page of news is a few hundred levels deep at most; parsers recurse, so deeper ones are refused unread. */
const DEEPEST = 2_000
const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BLOCKQUOTE',
  'TR',
  'SECTION',
  'ARTICLE',
  'FIGCAPTION',
  'PRE',
  'DD',
  'DT',
])

/** The charset a page declares in its first kilobyte, if it does. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
}

/**
 * The article of a news page: Readability's choice of the main text, one paragraph a line, with title,
 * outlet, address and publication date where the page's metadata (Open Graph, schema.org, <time>) say them.
 * Where Readability finds no article the whole body's text is given: nothing is lost, the cleaner decides.
 */
export function readHtml(html: string, file = 'page.html'): Result<Article, Problem> {
  if (depthOf(html) > DEEPEST)
    return fail(
      problemOf(
        'html-too-deep',
        `the page is nested more than ${DEEPEST} levels deep`,
        file,
        'a page as browsers save it',
      ),
    )
  const { document } = parseHTML(html)
  const meta = (...names: string[]) => {
    for (const n of names) {
      const value = document
        .querySelector(`meta[property="${n}"],meta[name="${n}"],meta[itemprop="${n}"]`)
        ?.getAttribute('content')
      if (value?.trim()) return value.trim()
    }
    return undefined
  }
  const publishedAt =
    isoFrom(
      meta('article:published_time', 'datePublished', 'pubdate', 'date', 'DC.date', 'dcterms.created'),
    ) ??
    isoFrom(/"datePublished"\s*:\s*"([^"]+)"/.exec(html)?.[1]) ??
    isoFrom(
      document
        .querySelector('article time[datetime], time[pubdate], time[datetime]')
        ?.getAttribute('datetime'),
    )
  const title = meta('og:title') ?? document.querySelector('title')?.textContent?.trim()
  const outlet = meta('og:site_name', 'application-name')
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')
  const language = document.documentElement?.getAttribute('lang')?.slice(0, 2).toLowerCase()
  for (const e of document.querySelectorAll('script,style,noscript,template')) e.remove()
  const whole = document.body ? textOf(document.body) : ''
  const article = document.body
    ? new Readability(document as unknown as Document, { charThreshold: 200 }).parse()
    : null
  const main = article?.content
    ? textOf(parseHTML(`<html><body>${article.content}</body></html>`).document.body)
    : ''
  const text = main || whole
  if (text.trim() === '')
    return fail(problemOf('no-text', 'the page has no text', file, 'a page with an article'))
  return ok({
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(url && /^https?:/.test(url) && { url }),
    ...(publishedAt && { publishedAt }),
    ...(language && { language }),
    text,
  })
}

function depthOf(html: string): number {
  let depth = 0
  let most = 0
  for (const m of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)) {
    if (m[1]) depth = Math.max(0, depth - 1)
    else if (
      !m[3] &&
      !/^(br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|p|li|td|tr|th|option|dd|dt)$/i.test(
        m[2]!,
      )
    )
      depth++
    if (depth > most) most = depth
  }
  return most
}

type NodeLike = {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<NodeLike>
}

/** Text with a line break where a browser would break a block. Walks without recursion. */
function textOf(root: unknown): string {
  const out: string[] = []
  const stack: (NodeLike | '\n')[] = [root as NodeLike]
  while (stack.length) {
    const node = stack.pop()!
    if (node === '\n') out.push('\n')
    else if (node.nodeType === 3) out.push((node.textContent ?? '').replace(/\s+/g, ' '))
    else if (node.nodeName === 'BR') out.push('\n')
    else {
      const block = BLOCKS.has(node.nodeName)
      if (block) stack.push('\n')
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!)
      if (block) out.push('\n')
    }
  }
  return out
    .join('')
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .trim()
}
