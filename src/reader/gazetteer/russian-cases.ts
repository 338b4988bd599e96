/**
 * The oblique forms of a Russian name, for lookup: genitive, dative, accusative, instrumental and
 * prepositional of its last word, with the adjectives before it in the same case ("Южной Осетии").
 * Over-generates harmlessly (both genders of a soft sign); an indeclinable name (Алеппо) has none.
 *
 * @param name as written, capitals kept.
 */
export function russianForms(name: string): readonly string[] {
  const words = name.split(' ')
  const last = words.at(-1)!
  const before = words.slice(0, -1)
  const nouns = nounForms(last)
  if (!nouns.length) return []
  if (!before.length) return [...new Set(nouns.flat())]
  const forms = new Set<string>()
  nouns.forEach((variants, kase) => {
    const agreed = before.map(w => adjectiveForm(w, kase))
    for (const noun of variants) forms.add([...agreed, noun].join(' '))
  })
  return [...forms]
}

/** Indexed genitive, dative, accusative, instrumental, prepositional; several guesses each. */
function nounForms(word: string): readonly (readonly string[])[] {
  const adjective = ADJECTIVES.find(([ending]) => word.endsWith(ending) && word.length > ending.length + 2)
  if (adjective)
    return adjective[1].map(ending => [word.slice(0, word.length - adjective[0].length) + ending])
  const stem = word.slice(0, -1)
  const end = word.at(-1)!
  if (/[бвгджзклмнпрстфхцчшщ]/.test(end))
    return [[`${word}а`], [`${word}у`], [word], [`${word}ом`, `${word}ем`], [`${word}е`]]
  switch (end) {
    case 'й':
      return [[`${stem}я`], [`${stem}ю`], [word], [`${stem}ем`], [`${stem}е`]]
    case 'ь':
      return [
        [`${stem}я`, `${stem}и`],
        [`${stem}ю`, `${stem}и`],
        [word],
        [`${stem}ем`, `${stem}ью`],
        [`${stem}е`, `${stem}и`],
      ]
    case 'а': {
      const y = /[гкхжшщч]$/.test(stem) ? 'и' : 'ы'
      return [[stem + y], [`${stem}е`], [`${stem}у`], [`${stem}ой`, `${stem}ей`], [`${stem}е`]]
    }
    case 'я':
      return stem.endsWith('и')
        ? [[`${stem}и`], [`${stem}и`], [`${stem}ю`], [`${stem}ей`], [`${stem}и`]]
        : [[`${stem}и`], [`${stem}е`], [`${stem}ю`], [`${stem}ей`], [`${stem}е`]]
    case 'ы':
      return [[stem], [`${stem}ам`], [word], [`${stem}ами`], [`${stem}ах`]]
    case 'е':
      return /[ьъ]$/.test(stem) || stem.endsWith('ж')
        ? [[`${stem}я`, `${stem}а`], [`${stem}ю`, `${stem}у`], [word], [`${stem}ем`], [`${stem}е`]]
        : []
    case 'о':
      // Names in -во, -но (Дебальцево, Широкино) decline in careful prose.
      return /(ов|ев|ин|ын)$/.test(stem)
        ? [[`${stem}а`], [`${stem}у`], [word], [`${stem}ом`], [`${stem}е`]]
        : []
    default:
      return []
  }
}

const ADJECTIVES: readonly (readonly [string, readonly string[]])[] = [
  ['ая', ['ой', 'ой', 'ую', 'ой', 'ой']],
  ['яя', ['ей', 'ей', 'юю', 'ей', 'ей']],
  ['ский', ['ского', 'скому', 'ский', 'ским', 'ском']],
  ['ый', ['ого', 'ому', 'ый', 'ым', 'ом']],
  ['ое', ['ого', 'ому', 'ое', 'ым', 'ом']],
  ['ие', ['их', 'им', 'ие', 'ими', 'их']],
  ['ые', ['ых', 'ым', 'ые', 'ыми', 'ых']],
]

function adjectiveForm(word: string, kase: number): string {
  const found = ADJECTIVES.find(([ending]) => word.endsWith(ending))
  return found ? word.slice(0, word.length - found[0].length) + found[1][kase]! : word
}
