import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Locale, Words } from '../../core/words.ts'
import { tagOf } from './dates.ts'
import { inNumerals, type Numerals } from './numerals.ts'
import type { Count } from './plural.ts'

export type Theme = 'system' | 'light' | 'dark'

/** The reader's own choices; they live in the browser, not in the address. */
export type Preferences = { readonly language: Locale; readonly numerals: Numerals; readonly theme: Theme }

type LocaleValue = Preferences & {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly change: (next: Partial<Preferences>) => void
}

const KEY = 'hudna.preferences'
const LocaleContext = createContext<LocaleValue | undefined>(undefined)

function stored(): Preferences {
  const fallback: Preferences = {
    language: navigator.languages.some(l => l.startsWith('ar')) ? 'ar' : 'en',
    numerals: 'latn',
    theme: 'system',
  }
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
    return {
      language: kept.language === 'ar' || kept.language === 'en' ? kept.language : fallback.language,
      numerals: kept.numerals === 'arab' ? 'arab' : 'latn',
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    }
  } catch {
    // Storage may be blocked or hold what an older page wrote; the defaults are always right.
    return fallback
  }
}

/** Puts language, direction and theme on <html> and gives them to everything below. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [preferences, set] = useState(stored)
  const { language, numerals, theme } = preferences
  const dir = language === 'ar' ? 'rtl' : 'ltr'

  useLayoutEffect(() => {
    const html = document.documentElement
    html.lang = language
    html.dir = dir
    if (theme === 'system') delete html.dataset.theme
    else html.dataset.theme = theme
    try {
      localStorage.setItem(KEY, JSON.stringify(preferences))
    } catch {
      // Blocked storage costs only that the choice is forgotten on reload.
    }
  }, [preferences, language, dir, theme])

  const value = useMemo<LocaleValue>(
    () => ({
      ...preferences,
      tag: tagOf(language, numerals),
      dir,
      change: next => set(now => ({ ...now, ...next })),
    }),
    [preferences, language, numerals, dir],
  )
  return (
    <LocaleContext value={value}>
      <I18nProvider locale={value.tag}>{children}</I18nProvider>
    </LocaleContext>
  )
}

export function useLocale(): LocaleValue {
  const value = use(LocaleContext)
  if (!value) throw new Error('useLocale outside LocaleProvider')
  return value
}

/** Picks the reader's language out of a pair of dictionaries with the same keys. */
export function useWords<T>(pair: { readonly en: T; readonly ar: T }): T {
  return pair[useLocale().language]
}

/** The reader's side of a pair of sentences that came from the core, digits in the chosen numerals. */
export function useSaid(): (words: Words) => string {
  const { language, numerals } = useLocale()
  return words => inNumerals(words[language], language === 'ar' ? numerals : 'latn')
}

/** Writes numbers in the reader's numerals, ready for the plural forms. */
export function useCount(): (n: number) => Count {
  const { tag } = useLocale()
  return useMemo(() => {
    const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
    return n => ({ n, text: format.format(n) })
  }, [tag])
}
