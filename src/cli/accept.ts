import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { LOCAL_USER } from '../core/access/viewer.ts'
import { makesRecord } from '../core/proposal/records-of-draft.ts'
import { summaryOf } from '../core/view/record-summary.ts'
import { withChanges } from '../server/changes.ts'
import { type Decided, decide } from '../server/decide.ts'
import { problemOfFile } from '../server/file-problem.ts'
import { notFound } from '../server/problem-status.ts'
import { questionOf } from '../server/question.ts'
import { receiveReport } from '../server/receive-report.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  InputFault,
  type Terminal,
  textOption,
  UsageFault,
} from './command.ts'
import { DATA_OPTION, DATA_WORDS, houseFrom } from './data-folder.ts'
import { readingText } from './reading-text.ts'
import { inLocale, isolated } from './terminal.ts'

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
      en: 'show which verdicts changed as of this day; now',
      ar: 'عرض ما تغيّر من الأحكام كما في هذا التاريخ؛ الآن',
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
  const id = textOption(args, 'accord') ?? 'idlib'
  const now = Math.floor(t.clock() / 1000)
  const house = await houseFrom(args, t)
  try {
    const desk = house.desk(id)
    if (!desk) throw new InputFault([notFound('accord', id)])
    const question = questionOf(desk, { asOf: textOption(args, 'as-of') }, now)
    if (!question.ok) throw new InputFault([{ ...question.error, where: { field: '--as-of' } }])
    const received = await receiveReport(
      house,
      desk,
      LOCAL_USER,
      { bytes, name: basename(file), mediaType: 'text/plain', publishedAt: textOption(args, 'published') },
      now,
    )
    if (!received.ok)
      throw new InputFault([
        received.error.where?.field === 'publishedAt'
          ? { ...received.error, where: { field: '--published' } }
          : { ...received.error, where: { ...received.error.where, file } },
      ])
    const { report, same } = received.value
    const reading = desk.state.readings.get(report.id)!.reading
    const open = reading.proposals.filter(
      p => makesRecord(p) && !desk.state.decisions.get(report.id)?.has(p.id),
    )
    const only = textOption(args, 'only')
      ?.split(',')
      .map(s => s.trim())
      .filter(Boolean)
    const unknown = only?.find(o => !reading.proposals.some(p => p.id === o))
    if (unknown !== undefined)
      throw new InputFault([{ ...notFound('proposal', unknown), where: { field: '--only' } }])
    const chosen = args.values.all ? open.map(p => p.id) : (only ?? [])

    const done = chosen.length
      ? await withChanges(desk, question.value.asOf, () =>
          decide(
            house,
            desk,
            LOCAL_USER,
            report.id,
            chosen.map(proposalId => ({ proposalId, decision: 'accepted' as const })),
            { now: now * 1000 },
          ),
        )
      : {
          ok: true as const,
          value: { written: [] as readonly Decided[], changed: [], entries: desk.state.head.seq },
        }
    if (!done.ok) throw new InputFault([done.error])
    const { written, changed, entries } = done.value
    if (args.values.json) {
      t.out(
        `${JSON.stringify({ report, same, decided: written, changed, open: open.length - written.length, entries })}\n`,
      )
      return EXIT.ok
    }
    const ar = t.locale === 'ar'
    if (same)
      t.err(
        ar
          ? 'هذا التقرير مودَع من قبل؛ لم يُكتب من جديد.\n'
          : 'This very report was handed in before; it was not entered again.\n',
      )
    if (!chosen.length) {
      t.out(readingText(file, reading, t.locale))
      t.err(
        open.length
          ? ar
            ? `لم يُقبل شيء. أعد الأمر مع --all أو --only.\n`
            : `Nothing was accepted. Run again with --all, or --only and the ids above.\n`
          : ar
            ? 'لا مقترحات مفتوحة.\n'
            : 'No proposals are open.\n',
      )
      return EXIT.ok
    }
    const records = written.flatMap(d => d.records)
    t.out(ar ? `السجلات المضافة: ${isolated(records.length)}\n` : `${records.length} records entered:\n`)
    for (const r of records)
      t.out(`  ${isolated(r.record.id)}  ${inLocale(summaryOf(r, desk.accord), t.locale)}\n`)
    if (written[0]?.receivedFrom === 'now')
      t.err(
        ar
          ? 'تاريخ النشر غير معروف، فتُعدّ هذه السجلات معلومة من الآن. استعمل --published لتحديده.\n'
          : 'The day of publication is unknown, so these records count as known from now. Set it with --published.\n',
      )
    t.out(
      changed.length
        ? ar
          ? 'الأحكام التي تغيّرت:\n'
          : 'Verdicts that changed:\n'
        : ar
          ? 'لم يتغيّر أي حكم.\n'
          : 'No verdict changed.\n',
    )
    for (const c of changed)
      t.out(`  ${inLocale(c.words, t.locale)} (${c.bearer.map(isolated).join(' + ')})\n`)
    return EXIT.ok
  } finally {
    await house.close()
  }
}
