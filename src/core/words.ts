/** The same words in the product's two first languages; neither is a translation of the other. */
export type Words = { readonly en: string; readonly ar: string }

export type Locale = 'en' | 'ar'
