/** Words for showing statements, wherever they appear. */
const en = {
  unnamed: 'Unnamed speaker',
  claimedException: 'claims an exception',
  open: 'Open record',
  via: 'by way of',
}
const ar: typeof en = {
  unnamed: 'متحدث لم يُسمَّ',
  claimedException: 'يدّعي استثناءً',
  open: 'افتح السجل',
  via: 'نقلاً عن',
}
export const statementWords = { en, ar }
