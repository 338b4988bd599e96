import { readStatements } from '../../src/reader/attribution/statements.ts'
import { readMentions } from '../../src/reader/mentions/mentions.ts'
import type { Case } from './case.ts'
import type { Item } from './score.ts'

type Read = { expected: readonly Item[]; found: readonly Item[] }

type Statement = {
  readonly speaker: string | null
  readonly role: string | null
  readonly via: readonly string[]
  readonly kind: string
  readonly conditional_on?: string
  readonly target?: string
  readonly medium?: string
  readonly anonymous?: boolean
}

function statementItem(s: Statement): Item {
  const exact = [
    s.speaker ?? '—',
    s.role ?? '',
    s.via.join('<'),
    s.kind,
    s.conditional_on ?? '',
    s.target ?? '',
    s.medium ?? '',
    s.anonymous ? 'anonymous' : '',
  ].join('|')
  // The value alone is who says it: speaker, kind and chain have their own aspects below.
  return { exact, value: s.speaker ?? '—', shown: exact }
}

/** Statements expected and found; `value` compares the speaker alone. */
export function attributionItems(c: Case): Read {
  return {
    expected: (c.expected.statements as Statement[]).map(statementItem),
    found: readStatements(c.text!, { lang: c.lang }).map(statementItem),
  }
}

/** The same by one aspect of a statement; a statement that was not found is a miss in each. */
export const attributionAspects: Readonly<Record<string, (c: Case) => Read>> = Object.fromEntries(
  (['speaker', 'kind', 'via'] as const).map(aspect => {
    const item = (s: Statement): Item => {
      const said = aspect === 'via' ? s.via.join('<') : (s[aspect] ?? '—')
      return { exact: said, value: said, shown: said }
    }
    return [
      aspect,
      (c: Case): Read => ({
        expected: (c.expected.statements as Statement[]).map(item),
        found: readStatements(c.text!, { lang: c.lang }).map(item),
      }),
    ]
  }),
)

type Named = { readonly surface: string; readonly canonical: string }

const named =
  (of: string) =>
  (m: Named): Item => ({
    exact: `${of} ${m.surface} = ${m.canonical}`,
    value: `${of} ${m.canonical}`,
    shown: `${of} ${m.surface} = ${m.canonical}`,
  })

/** Places and actors expected and found; `value` compares the canonical name alone. */
export function mentionItems(c: Case): Read {
  const e = c.expected as { places: Named[]; actors: Named[] }
  const found = readMentions(c.text!, { lang: c.lang })
  return {
    expected: [...e.places.map(named('place')), ...e.actors.map(named('actor'))],
    found: [...found.places.map(named('place')), ...found.actors.map(named('actor'))],
  }
}
