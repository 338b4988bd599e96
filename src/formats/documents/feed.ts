import { SaxesParser } from 'saxes'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Article, isoFrom, problemOf } from './article.ts'
import { readHtml } from './html.ts'

const MOST_ITEMS = 2_000

/**
 * Articles of an RSS 2.0, RSS 1.0 or Atom feed, in its order. The feed's own text is taken; the linked
 * page is not fetched here. At most 2,000 items: a feed that never ends is cut and said to be.
 */
export function readFeed(
  xml: string,
  file = 'feed.xml',
): Result<{ readonly articles: readonly Article[]; readonly cut: boolean }, Problem> {
  const articles: Article[] = []
  const path: string[] = []
  let outlet = ''
  let item: Record<string, string> | undefined
  let cut = false
  let trouble: string | undefined
  const parser = new SaxesParser()
  parser.on('error', e => {
    trouble ??= e.message
  })
  parser.on('opentag', tag => {
    path.push(tag.name)
    if (tag.name === 'item' || tag.name === 'entry') item = {}
    const href = tag.attributes.href
    if (
      item &&
      tag.name === 'link' &&
      typeof href === 'string' &&
      (tag.attributes.rel ?? 'alternate') === 'alternate'
    )
      item.link = href
  })
  const text = (t: string) => {
    const name = path.at(-1)!
    if (item) item[name] = (item[name] ?? '') + t
    else if (name === 'title' && outlet.length < 500) outlet += t
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', tag => {
    path.pop()
    if ((tag.name === 'item' || tag.name === 'entry') && item) {
      if (articles.length < MOST_ITEMS) articles.push(articleOf(item, outlet.trim()))
      else cut = true
      item = undefined
    }
  })
  try {
    for (let at = 0; at < xml.length && !cut && !trouble; at += 65_536)
      parser.write(xml.slice(at, at + 65_536))
    if (!cut && !trouble) parser.close()
  } catch (e) {
    trouble ??= (e as Error).message
  }
  // What stood whole before the fault is kept.
  if (!articles.length)
    return fail(
      problemOf(
        'bad-feed',
        trouble ? `the feed cannot be read (${trouble.trim()})` : 'the feed holds no item',
        file,
        'an RSS or Atom feed',
      ),
    )
  return ok({ articles, cut: cut || trouble !== undefined })
}

function articleOf(item: Readonly<Record<string, string>>, outlet: string): Article {
  const html = item['content:encoded'] ?? item.content ?? item.description ?? item.summary ?? ''
  const body = /<[a-z][^>]*>/i.test(html) ? readHtml(`<html><body>${html}</body></html>`) : undefined
  const publishedAt = isoFrom(item.pubDate ?? item.published ?? item.updated ?? item['dc:date'])
  const url = item.link?.trim()
  const title = item.title?.trim()
  const text = (body?.ok ? body.value.text : body ? '' : html.trim()) || title || ''
  return {
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(url && /^https?:/.test(url) && { url }),
    ...(publishedAt && { publishedAt }),
    text,
  }
}
