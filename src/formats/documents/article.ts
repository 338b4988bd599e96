import type { Problem } from '../../core/problem.ts'

/** What a document gives the reader: plain paragraphs (one a line) and what it says of itself. */
export type Article = {
  readonly title?: string
  readonly outlet?: string
  readonly url?: string
  /** As the document's own data say it, 'YYYY-MM-DD' or an instant; never taken from a file's date. */
  readonly publishedAt?: string
  readonly language?: string
  readonly text: string
}

export const problemOf = (code: string, message: string, file: string, expected: string): Problem => ({
  code,
  message,
  where: { file },
  expected,
  severity: 'error',
})

/** 'YYYY-MM-DD' or an instant with its zone from the date forms of HTML metadata, feeds and mail; else undefined. */
export function isoFrom(text: string | null | undefined): string | undefined {
  const iso =
    /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      text ?? '',
    )
  if (iso)
    return iso[2] && iso[3] ? `${iso[1]}T${iso[2]}${iso[3].replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}` : iso[1]
  // RFC 5322, as mail and RSS write: "Wed, 28 Nov 2018 14:05:00 +0300".
  const mail =
    /(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(\d{4})(?:\s+(\d{2}):(\d{2})(?::\d{2})?\s*(Z|GMT|UTC?|[+-]\d{4})?)?/i.exec(
      text ?? '',
    )
  if (!mail) return undefined
  const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(mail[2]!.toLowerCase()) / 3 + 1
  const day = `${mail[3]}-${String(month).padStart(2, '0')}-${mail[1]!.padStart(2, '0')}`
  if (!mail[4] || !mail[6]) return day
  const zone = /^[+-]/.test(mail[6]) ? `${mail[6].slice(0, 3)}:${mail[6].slice(3)}` : 'Z'
  return `${day}T${mail[4]}:${mail[5]}${zone}`
}
