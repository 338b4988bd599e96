import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Accord } from '../core/accord/model.ts'
import type { Problem } from '../core/problem.ts'
import type { Report } from '../core/report/report.ts'
import type { StateBoard } from '../core/view/board.ts'
import type { ReportReview } from '../core/view/inbox.ts'
import { nameOf, summaryOf } from '../core/view/record-summary.ts'
import type { Locale, Words } from '../core/words.ts'
import type { Decided } from '../server/decide.ts'
import { problemOfFile } from '../server/file-problem.ts'
import { type Api, apiFrom } from './api.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  InputFault,
  type Terminal,
  textOption,
  UsageFault,
} from './command.ts'
import { DATA_OPTION, DATA_WORDS } from './data-folder.ts'
import { readingText } from './reading-text.ts'
import { finished, inLocale, isolated } from './terminal.ts'

/** `hudna accept`: hands a report in and accepts what it says, the Inbox's walk in a terminal. */
export const ACCEPT: Command = {
  name: 'accept',
  usage: 'FILE [--published DATE] [--all | --only ID,ID…] [--as-of DATE] [--accord ID] [--data DIR] [--json]',
  summary: { en: 'hand in a report and accept what it says', ar: 'إيداع تقرير وقبول ما جاء فيه' },
  options: {
    published: { type: 'string' },
    all: { type: 'boolean' },
    only: { type: 'string' },
    'as-of': { type: 'string' },
    accord: { type: 'string' },
    ...DATA_OPTION,
    json: { type: 'boolean' },
  },
  optionWords: {
    published: { en: 'day the report was published', ar: 'يوم نشر التقرير' },
    all: { en: 'accept every proposal that makes a record', ar: 'قبول كل مقترح يُنشئ سجلاً' },
    only: {
      en: 'accept these proposals; their ids as read prints them',
      ar: 'قبول هذه المقترحات فقط، بمعرّفاتها كما يعرضها read',
    },
    'as-of': {
      en: 'show which verdicts changed as of this day; the day of publication',
      ar: 'عرض ما تغيّر من الأحكام كما في هذا التاريخ؛ يوم النشر',
    },
    accord: { en: 'which accord; idlib', ar: 'أي اتفاق؛ idlib' },
    ...DATA_WORDS,
    json: { en: 'as JSON', ar: 'بصيغة JSON' },
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  const [file, ...more] = args.positionals
  if (file === undefined || more.length)
    throw new UsageFault({ en: 'Give one report file.', ar: 'أعطِ ملف تقرير واحداً.' })
  if (args.values.all && args.values.only)
    throw new UsageFault({ en: 'Give --all or --only, not both.', ar: 'أعطِ --all أو --only، لا كليهما.' })
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new InputFault([problemOfFile(error, file)])
  })
  await using api = await apiFrom(args, t)
  const base = `/accords/${encodeURIComponent(textOption(args, 'accord') ?? 'idlib')}`
  try {
    const { report, same } = await handIn(api, base, {
      file,
      bytes,
      publishedAt: textOption(args, 'published'),
    })
    const review = await api.get<ReportReview>(`${base}/reports/${report.id}`)
    const chosen = args.values.all ? review.open.map(p => p.id) : idsIn(textOption(args, 'only'))
    const asOf = textOption(args, 'as-of') ?? report.publishedAt
    const done = await accept(api, base, report.id, chosen, asOf)
    const open = review.open.length - done.decided.length
    if (args.values.json) {
      t.out(`${JSON.stringify({ report, same, ...done, asOf: asOf ?? null, open })}\n`)
      return EXIT.ok
    }
    if (same) t.err(`${SAME[t.locale]}\n`)
    if (!chosen.length) {
      t.out(readingText(file, review.reading, t.locale))
      t.err(`${(review.open.length ? NOTHING_CHOSEN : NOTHING_OPEN)[t.locale]}\n`)
      return EXIT.ok
    }
    const { accord } = await api.get<{ readonly accord: Accord }>(base)
    t.out(acceptedText(done, accord, asOf, t.locale))
    if (done.decided[0]?.receivedFrom === 'now') t.err(`${UNDATED[t.locale]}\n`)
    return EXIT.ok
  } catch (fault) {
    throw fault instanceof InputFault ? new InputFault(fault.problems.map(p => asOptions(p, file))) : fault
  }
}

type Handed = { readonly report: Report; readonly same: boolean }
type Done = {
  readonly decided: readonly Decided[]
  readonly changed: StateBoard['changed']
  readonly entries: number
}

/** Hands the report in; one that was here before gets its day of publication when that is new. */
async function handIn(
  api: Api,
  base: string,
  r: { readonly file: string; readonly bytes: Uint8Array; readonly publishedAt: string | undefined },
): Promise<Handed> {
  const form = new FormData()
  if (r.publishedAt !== undefined) form.set('publishedAt', r.publishedAt)
  form.set('file', new Blob([Uint8Array.from(r.bytes)], { type: 'text/plain' }), basename(r.file))
  const { report, same } = await api.post<Handed>(`${base}/reports`, form)
  if (!same || r.publishedAt === undefined || report.publishedAt === r.publishedAt) return { report, same }
  const review = await api.post<ReportReview>(`${base}/reports/${report.id}/published`, {
    publishedAt: r.publishedAt,
  })
  return { report: review.report, same }
}

async function accept(
  api: Api,
  base: string,
  report: string,
  ids: readonly string[],
  asOf: string | undefined,
): Promise<Done> {
  if (!ids.length) {
    const { entries } = await api.get<{ readonly entries: number }>(`${base}/reports`)
    return { decided: [], changed: [], entries }
  }
  const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`
  const decisions = ids.map(proposalId => ({ proposalId, decision: 'accepted' }))
  return await api.post<Done>(`${base}/reports/${report}/decisions${query}`, { decisions })
}

const idsIn = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map(s => s.trim())
    .filter(Boolean)

function acceptedText(
  { decided, changed }: Done,
  accord: Accord,
  asOf: string | undefined,
  locale: Locale,
): string {
  const records = decided.flatMap(d => d.records)
  const lines = [
    locale === 'ar' ? `السجلات المضافة: ${isolated(records.length)}` : `Records entered: ${records.length}`,
  ]
  for (const r of records) lines.push(`  ${isolated(r.record.id)}  ${inLocale(summaryOf(r, accord), locale)}`)
  const when = isolated(asOf ?? (locale === 'ar' ? 'الآن' : 'now'))
  lines.push(`${(changed.length ? CHANGED : UNCHANGED)[locale]} ${when}${changed.length ? ':' : '.'}`)
  for (const c of changed) {
    const bearers = c.bearer.map(b => inLocale(nameOf(b, accord), locale)).join(' + ')
    lines.push(`  ${inLocale(c.words, locale)} (${bearers})`)
  }
  return finished(`${lines.join('\n')}\n`, locale)
}

const SAME: Words = {
  en: 'This very report was handed in before; it was not entered again.',
  ar: 'هذا التقرير مودَع من قبل؛ لم يُكتب من جديد.',
}
const NOTHING_CHOSEN: Words = {
  en: 'Nothing was accepted. Run again with --all, or --only and the ids above.',
  ar: 'لم يُقبل شيء. أعد الأمر مع --all، أو --only مع المعرّفات أعلاه.',
}
const NOTHING_OPEN: Words = { en: 'No proposals are open.', ar: 'لا مقترحات مفتوحة.' }
const UNDATED: Words = {
  en: 'The day of publication is unknown, so these records count as known from now. Set it with --published.',
  ar: 'يوم النشر غير معروف، فتُعدّ هذه السجلات معلومة من الآن. استعمل --published لتحديده.',
}
const CHANGED: Words = { en: 'Verdicts that changed, as of', ar: 'الأحكام التي تغيّرت، كما في' }
const UNCHANGED: Words = { en: 'No verdict changed, as of', ar: 'لم يتغيّر أي حكم، كما في' }

/** The API's field names as this command's options; a fault of the report itself names its file. */
function asOptions(p: Problem, file: string): Problem {
  const option = { publishedAt: '--published', asOf: '--as-of', proposalId: '--only', accord: '--accord' }[
    p.where?.field ?? ''
  ]
  return option === undefined ? { ...p, where: { ...p.where, file } } : { ...p, where: { field: option } }
}
