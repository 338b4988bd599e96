import { type Count, englishCount as count } from '../../../locale/plural.ts'

export const en = {
  title: 'Is it holding?',
  asOf: 'as of',
  underReading: 'under the reading',
  changed: 'Changed since the day before',
  changedNone: 'No verdict changed.',
  deadlines: 'Deadlines',
  deadlinesNone: 'The accord sets no deadline.',
  passed: 'passed',
  next: 'next',
  matrix: 'Provision by provision',
  provision: 'Provision',
  verdicts: (n: Count) => count(n, { zero: 'no verdict', one: '# verdict', other: '# verdicts' }),
  onlyStanding: (name: string) => `Only: ${name}`,
  differs: 'Read differently',
  differsOnly: 'Where readings part',
  differsUnder: 'Under another reading',
  notJudged: (n: Count) =>
    count(n, {
      one: '# provision that binds nobody to an act',
      other: '# provisions that bind nobody to an act',
    }),
  open: (provision: string, party: string, verdict: string) =>
    `${provision}, ${party}: ${verdict}. Open the evidence`,
  noneLeft: 'No provision matches these filters.',
  clear: 'Show all',
  key: 'How to read it',
  keyStrip:
    'The strip shows the verdict over time; the higher the mark, the worse. It ends at the moment asked.',
  keyUnknown: 'Dashed ring: no breach recorded, but nobody was there to see one.',
  emptyTitle: 'The accord has no provisions yet',
  empty: 'Add provisions to its accord.yaml; each gets a row here, and each party it binds a verdict.',
  from: 'from',
  to: 'to',
  up: 'Up',
  down: 'Down',
  openCell: 'Open the evidence of the row',
  jointly: 'jointly',
}
