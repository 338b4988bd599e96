/** English names of the atlas that Unicode's differ from. */
const OTHERWISE: Readonly<Record<string, string>> = {
  Turkey: 'TR',
  Czechia: 'CZ',
  'Dem. Rep. Congo': 'CD',
  Congo: 'CG',
  'Central African Rep.': 'CF',
  'S. Sudan': 'SS',
  'Bosnia and Herz.': 'BA',
  Macedonia: 'MK',
  Palestine: 'PS',
  "Côte d'Ivoire": 'CI',
  'Eq. Guinea': 'GQ',
  'W. Sahara': 'EH',
  'Dominican Rep.': 'DO',
  'United States of America': 'US',
  Myanmar: 'MM',
  Kosovo: 'XK',
}

let codes: Map<string, string> | undefined

/** Country names as Unicode writes them in the reader's language, from the atlas's English ones. */
export function countryName(english: string, language: 'en' | 'ar'): string {
  if (language === 'en') return english
  if (!codes) {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    codes = new Map(Object.entries(OTHERWISE))
    for (let a = 65; a <= 90; a++)
      for (let b = 65; b <= 90; b++) {
        const code = String.fromCharCode(a, b)
        const name = names.of(code)
        if (name !== undefined && !codes.has(name)) codes.set(name, code)
      }
  }
  const code = codes.get(english)
  const name = code && new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code)
  return unbracketed(name || english)
}

/** Brackets inside a right-to-left map label come out facing the wrong way (MapLibre 6.17), so none go in. */
export const unbracketed = (text: string): string =>
  text.replaceAll(/\s*[([{]([^)\]}]*)[)\]}]/g, ' – $1').trim()
