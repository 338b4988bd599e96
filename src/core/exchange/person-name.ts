import { nameKey, soundKey } from '../text/arabic.ts'

/** The identifying fields of one list entry. Only in the vault's own processes: browser or command line. */
export type ListedPerson = {
  readonly ref: string
  /** Full name in its original script, as on the list. */
  readonly name: string
  readonly mother?: string
  /** "أبو …" or a nickname. */
  readonly kunya?: string
  readonly birthYear?: number
  readonly place?: string
}

/** One word of a name, in the forms under which it is compared. */
export type NamePart = { readonly key: string; readonly sound: string }

/** A name taken apart: given, father's, grandfather's, family (last), whatever of them stands there. */
export type NameParts = {
  readonly given?: NamePart
  readonly father?: NamePart
  readonly grandfather?: NamePart
  readonly family?: NamePart
  readonly mother?: NamePart
  readonly kunya?: NamePart
}

const part = (word: string): NamePart => ({ key: word, sound: soundKey(word) || word })

/**
 * Takes an Arabic or transliterated full name apart by position: two words are given and family, three
 * add the father's, four the grandfather's; further words before the last are forebears and left out.
 * "Abd" and "Abu" compounds are one word. Latin words of a compound ("Abd al-Rahman") join likewise.
 */
export function partsOf(p: ListedPerson): NameParts {
  const words = wordsOf(p.name)
  const [given, ...rest] = words
  const family = rest.at(-1)
  const middle = rest.slice(0, -1)
  const mother = p.mother ? wordsOf(p.mother)[0] : undefined
  const kunya = p.kunya ? wordsOf(p.kunya)[0] : undefined
  return {
    ...(given && { given: part(given) }),
    ...(middle[0] && { father: part(middle[0]) }),
    ...(middle[1] && { grandfather: part(middle[1]) }),
    ...(family && { family: part(family) }),
    ...(mother && { mother: part(mother) }),
    ...(kunya && { kunya: part(kunya) }),
  }
}

function wordsOf(name: string): string[] {
  const out: string[] = []
  for (const w of nameKey(name).split(' ').filter(Boolean)) {
    const last = out.at(-1)
    if (last === 'abd' || last === 'abdul' || last === 'abdel' || last === 'abu' || last === 'abou')
      out[out.length - 1] = (last === 'abou' ? 'abu' : last.slice(0, 3)) + w
    else out.push(w)
  }
  return out.map(w => w.replace(/^abd(?:ul|el|al)(?=.{3})/, 'abd'))
}
