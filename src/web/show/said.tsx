import type { ReactNode } from 'react'
import type { Words } from '../../core/words.ts'
import { useLocale, useSaid } from '../locale/locale.tsx'

/**
 * Latin words, codes, numbers with separators, and sums of them ("6.6 km ≤ 10 km", "15-20 km"): they must
 * stay whole, and in their own order, inside Arabic.
 */
const TOKEN = '[A-Za-zÀ-ſ0-9٠-٩](?:[\\wÀ-ſ٠-٩.,:/°%+–٫-]*[\\wÀ-ſ٠-٩%°])?'
const FOREIGN_TO_ARABIC = new RegExp(`${TOKEN}(?: (?:[≤≥<>=×+–-] )?${TOKEN})*`, 'g')
const FOREIGN_TO_LATIN = /[\u0600-\u06ff](?:[\u0600-\u06ff\s«»]*[\u0600-\u06ff])?/g

/**
 * Text in the reader's language with what is foreign in it isolated: codes, ranges, addresses and Latin
 * names inside Arabic, Arabic names inside English. Plain numbers need no help and get none.
 */
export function isolate(text: string, language: 'ar' | 'en'): ReactNode {
  const foreign = language === 'ar' ? FOREIGN_TO_ARABIC : FOREIGN_TO_LATIN
  const parts: ReactNode[] = []
  let done = 0
  for (const m of text.matchAll(foreign)) {
    if (/^[\d٠-٩]+$/.test(m[0])) continue
    parts.push(text.slice(done, m.index))
    parts.push(
      language === 'ar' ? (
        <bdi key={m.index} dir="ltr">
          {m[0]}
        </bdi>
      ) : (
        <bdi key={m.index} lang="ar">
          {m[0]}
        </bdi>
      ),
    )
    done = m.index + m[0].length
  }
  if (!parts.length) return text
  parts.push(text.slice(done))
  return parts
}

/** A pair of sentences from the core, or a text already in the reader's language, shown safely in either direction. */
export function Said({ words }: { readonly words: Words | string }) {
  const { language } = useLocale()
  const said = useSaid()
  const text = typeof words === 'string' ? said({ en: words, ar: words }) : said(words)
  return <>{isolate(text, language)}</>
}

/** A text in a language of its own (a quotation, a title): its direction is found from its letters. */
export function Foreign({
  text,
  language,
}: {
  readonly text: string
  readonly language?: string | undefined
}) {
  return (
    <bdi dir="auto" lang={language ?? (/[\u0600-\u06ff]/.test(text) ? 'ar' : undefined)}>
      {text}
    </bdi>
  )
}

/** A code, id or coordinate: left to right, never broken or converted. */
export function Code({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className="code" translate="no">
      {children}
    </bdi>
  )
}
