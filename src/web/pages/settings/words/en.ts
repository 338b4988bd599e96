import { type Count, englishCount as count } from '../../../locale/plural.ts'

export const en = {
  title: 'Settings',
  reading: 'How the page is shown',
  readingNote: 'Kept in this browser only.',
  language: 'Language',
  numerals: 'Digits in Arabic',
  numeralsNote: 'One system at a time. Codes and addresses keep their own.',
  theme: 'Theme',
  system: 'As the device',
  light: 'Light',
  dark: 'Dark',
  about: 'About this house',
  version: 'Version',
  accords: 'Accords',
  entries: (n: Count) => count(n, { one: '# entry in the ledger', other: '# entries in the ledger' }),
  api: 'The API, described for programs',
  verify: 'Check the chain of hashes',
  whole: (n: Count) => `Whole: ${count(n, { one: '# entry', other: '# entries' })} checked.`,
  broken: 'The ledger is broken. Do not add anything; restore a backup with npx hudna restore.',
}
