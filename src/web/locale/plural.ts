/** A number together with how it is written in the reader's numerals. */
export type Count = { readonly n: number; readonly text: string }

/** The six forms Arabic has; '#' stands for the number. */
export type ArabicForms = Readonly<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>
export type EnglishForms = { readonly zero?: string; readonly one: string; readonly other: string }

const ARABIC = new Intl.PluralRules('ar')
const ENGLISH = new Intl.PluralRules('en')

/** "3 reports": the form that English wants for the number. `zero`, when given, is said for none. */
export function englishCount(count: Count, forms: EnglishForms): string {
  if (count.n === 0 && forms.zero !== undefined) return forms.zero
  return fill(ENGLISH.select(count.n) === 'one' ? forms.one : forms.other, count)
}

/** "٣ تقارير": the form that Arabic wants: none, one, two, 3–10, 11–99, and the rest. */
export function arabicCount(count: Count, forms: ArabicForms): string {
  return fill(forms[ARABIC.select(count.n)], count)
}

const fill = (form: string, count: Count) => form.replace('#', count.text)
