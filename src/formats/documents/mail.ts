import PostalMime from 'postal-mime'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Article, isoFrom, problemOf } from './article.ts'
import { readHtml } from './html.ts'

/** The text of a mail file (RFC 5322). The sender's address is left out: a source's name is not for the record. */
export async function readMail(bytes: Uint8Array, file = 'message.eml'): Promise<Result<Article, Problem>> {
  try {
    const mail = await PostalMime.parse(bytes)
    const body = mail.text?.trim()
      ? ok({ text: mail.text.trim() })
      : mail.html
        ? readHtml(mail.html, file)
        : undefined
    if (!body) return fail(problemOf('no-text', 'the message has no text', file, 'a message with text'))
    if (!body.ok) return body
    const publishedAt = isoFrom(mail.date)
    return ok({
      ...(mail.subject && { title: mail.subject }),
      ...(publishedAt && { publishedAt }),
      text: body.value.text,
    })
  } catch (e) {
    return fail(
      problemOf(
        'bad-mail',
        `the message cannot be read (${(e as Error).message})`,
        file,
        'a mail file (.eml)',
      ),
    )
  }
}
