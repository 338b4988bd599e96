/** Which digits the page shows: 0123 or ٠١٢٣. One system at a time, everywhere but in codes. */
export type Numerals = 'latn' | 'arab'

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩'

/**
 * Rewrites the numbers in a sentence in the chosen numerals. Numbers that belong to a code or an
 * address ("SOC18-6", "S/2018/852", "M4") stay as they are: they are names.
 */
export function inNumerals(text: string, numerals: Numerals): string {
  if (numerals === 'latn') return text.replace(/[٠-٩]/g, d => String(ARABIC_INDIC.indexOf(d)))
  return text.replace(/[A-Za-z0-9][A-Za-z0-9./:_-]*/g, run =>
    /[A-Za-z]/.test(run)
      ? run
      : run.replace(/\d/g, d => ARABIC_INDIC[Number(d)]!).replace(/(?<=[٠-٩])\.(?=[٠-٩])/g, '٫'),
  )
}
