import { useLocale } from '../locale/locale.tsx'

/** A number in the reader's numerals, kept whole. */
export function Num({ value, digits = 0 }: { readonly value: number; readonly digits?: number }) {
  const { tag } = useLocale()
  return (
    <bdi className="num">
      {new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      )}
    </bdi>
  )
}
