import type { Block, Run } from '../brief.ts'
import { counted, NOUNS } from '../counted.ts'
import type { BriefMaterial } from '../material.ts'
import { inPeriod } from './say.ts'

/** Every source of the period's incidents and statements with the grade we gave it and its address. */
export function sourcesSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const sources = new Map<string, { grades: Set<string>; urls: Set<string>; uses: number }>()
  const add = (name: string, grade: string | undefined, url: string | undefined) => {
    const s = sources.get(name) ?? { grades: new Set(), urls: new Set(), uses: 0 }
    s.uses++
    if (grade) s.grades.add(grade)
    if (url) s.urls.add(url)
    sources.set(name, s)
  }
  for (const i of m.incidents)
    if (inPeriod(m, i.when))
      for (const c of i.claims) add(c.source, `${c.grade.reliability}${c.grade.credibility}`, c.url)
  for (const s of m.statements)
    if (inPeriod(m, s.when)) {
      const outlet = s.provenance?.outlet ?? s.chain.at(-1)?.name
      if (outlet) add(outlet, s.grade && `${s.grade.reliability}${s.grade.credibility}`, s.provenance?.url)
    }
  if (!sources.size)
    return [
      { kind: 'sentence', runs: [{ text: ar ? 'لا مصادر لهذه الفترة.' : 'No source for this period.' }] },
    ]
  return [
    {
      kind: 'sentence',
      runs: [
        {
          text: ar
            ? `${counted(sources.size, NOUNS.source, 'ar')}، وبجانب كل منها تقديره (الموثوقية A–F والمصداقية 1–6).`
            : `${counted(sources.size, NOUNS.source, 'en')}, each with its grade (reliability A–F, credibility 1–6).`,
        },
      ],
    },
    {
      kind: 'list',
      items: [...sources]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, s]): Run[] => [
          { text: name, strong: true },
          { text: ` ${[...s.grades].toSorted().join(', ')} ` },
          ...[...s.urls].toSorted().map((url, i): Run => ({ text: `[${i + 1}]`, url })),
        ]),
    },
  ]
}
