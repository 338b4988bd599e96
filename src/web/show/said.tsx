import type { ReactNode } from 'react'
import type { Locale, Words } from '../../core/words.ts'
import { stretchesOf } from '../locale/isolate.ts'
import { useLocale, useSaid } from '../locale/locale.tsx'

/** Text in the reader's language with what is foreign in it isolated from its direction. */
export function isolate(text: string, language: Locale): ReactNode {
  return stretchesOf(text, language).map(s =>
    !s.foreign ? (
      s.text
    ) : language === 'ar' ? (
      <bdi key={s.at} dir="ltr">
        {s.text}
      </bdi>
    ) : (
      <bdi key={s.at} lang="ar">
        {s.text}
      </bdi>
    ),
  )
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
