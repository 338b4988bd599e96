import { type Count, englishCount as count } from '../../../locale/plural.ts'

export const en = {
  title: 'Statements',
  lead: 'Who said what, by way of whom; and whether it was done.',
  promises: 'Said against done',
  promisesNote: 'Promises made in statements, judged like provisions.',
  promise: 'Promise',
  by: 'Made by',
  said: 'Said',
  due: 'By',
  verdict: 'Verdict',
  statements: 'Statements',
  all: 'All',
  exceptions: 'Exceptions claimed',
  anySpeaker: 'Any party',
  anyAct: 'Any act',
  party: 'Party',
  act: 'Act',
  search: 'Search the words',
  total: (n: Count) => count(n, { zero: 'no statement', one: '# statement', other: '# statements' }),
  none: 'No statement matches.',
  emptyTitle: 'No statement on record',
  empty:
    'Statements come in with reports: accept one in the Inbox and it stands here with its speaker and its chain.',
  toInbox: 'Open the Inbox',
  eachSide: 'from each side',
}
