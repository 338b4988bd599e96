/** One case of a quality file; which fields it has depends on its task. */
export type Case = {
  readonly id: string
  readonly task: string
  readonly lang: 'ar' | 'en' | 'ru' | 'tr' | 'fr'
  readonly published_at?: string
  readonly text?: string
  readonly paragraphs?: readonly string[]
  readonly a?: string
  readonly b?: string
  readonly expected: Readonly<Record<string, unknown>>
}

/** Reads a file of cases, one JSON object a line; exits naming the line that is none. */
export function readCases(text: string, file: string): readonly Case[] {
  const cases: Case[] = []
  text.split('\n').forEach((line, i) => {
    if (!line.trim()) return
    try {
      cases.push(JSON.parse(line) as Case)
    } catch {
      console.error(
        `${file}:${i + 1}: not a JSON object; expected {id, task, lang, text|paragraphs|a,b, expected}`,
      )
      process.exit(1)
    }
  })
  return cases
}
