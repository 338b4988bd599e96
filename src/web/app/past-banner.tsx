import { civilText } from '../locale/dates.ts'
import { useLocale, useWords } from '../locale/locale.tsx'
import { useAsked } from '../route/router.tsx'
import { isolate } from '../show/said.tsx'
import { shared } from '../words/shared.ts'

/** Says that the page is not about now, so that nobody takes the past for the present. */
export function PastBanner() {
  const w = useWords(shared).header
  const { language, numerals } = useLocale()
  const { asOf, knownAt, ask } = useAsked()
  if (!asOf && !knownAt) return null
  const day = (text: string) => civilText(text, { language, numerals })
  const text = asOf
    ? knownAt
      ? w.pastKnown(day(asOf), day(knownAt))
      : w.past(day(asOf))
    : w.pastKnownOnly(day(knownAt!))
  return (
    <section className="banner banner-past" aria-label={w.asOf}>
      <span>{isolate(text, language)}</span>
      <button
        type="button"
        className="link-button"
        onClick={() => ask({ asOf: undefined, knownAt: undefined })}
      >
        {w.backToNow}
      </button>
    </section>
  )
}
