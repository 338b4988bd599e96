import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Reject } from '../formats/tables/reject.ts'
import { problemOfFile } from '../server/file-problem.ts'
import { MAX_IMPORT_BYTES } from '../server/import/import-form.ts'
import { problem } from '../server/problem-status.ts'
import { apiFrom } from './api.ts'
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
import { isolated } from './terminal.ts'

const FORMATS = ['auto', 'acled', 'ucdp-ged', 'hxl', 'table']
/** Faulty rows printed; --json gives them all. */
const SHOWN = 20

/** `hudna import`: a table of events, dry or in one step. */
export const IMPORT: Command = {
  name: 'import',
  usage:
    'FILE --origin NAME [--format auto|acled|ucdp-ged|hxl|table] [--mapping JSON] [--dry-run] [--complete] [--accord ID] [--data DIR] [--json]',
  summary: { en: 'bring in a table of events', ar: 'استيراد جدول أحداث' },
  options: {
    origin: { type: 'string' },
    format: { type: 'string' },
    mapping: { type: 'string' },
    'dry-run': { type: 'boolean' },
    complete: { type: 'boolean' },
    accord: { type: 'string' },
    ...DATA_OPTION,
    json: { type: 'boolean' },
  },
  optionWords: {
    origin: {
      en: 'name of the source; the same name finds the same rows again',
      ar: 'اسم المصدر؛ الاسم نفسه يجد الصفوف نفسها',
    },
    format: { en: 'whose columns these are; auto', ar: 'لمن هذه الأعمدة؛ auto' },
    mapping: { en: 'which column holds what, as JSON', ar: 'أي عمود يحمل ماذا، بصيغة JSON' },
    'dry-run': { en: 'say what would be done, and write nothing', ar: 'بيان ما سيُفعل دون كتابة شيء' },
    complete: {
      en: 'the file is the whole source: what is missing was deleted there',
      ar: 'الملف هو كل المصدر: الغائب محذوف فيه',
    },
    accord: { en: 'which accord; idlib', ar: 'أي اتفاق؛ idlib' },
    ...DATA_WORDS,
    json: { en: 'as JSON', ar: 'بصيغة JSON' },
  },
  run,
}

type Answer = {
  readonly questions?: readonly {
    readonly about: string
    readonly choices: readonly { readonly value: string; readonly samples: readonly string[] }[]
  }[]
  readonly count?: { readonly read: number; readonly kept: number; readonly rejected: number }
  readonly plan?: Readonly<Record<'added' | 'corrected' | 'same' | 'leftAlone' | 'gone', number>>
  readonly rejected?: readonly Reject[]
}

async function run(args: Arguments, t: Terminal) {
  const [file, ...more] = args.positionals
  const origin = textOption(args, 'origin')
  if (file === undefined || more.length || origin === undefined)
    throw new UsageFault({ en: 'Give one file, and --origin.', ar: 'أعطِ ملفاً واحداً، و--origin.' })
  const format = textOption(args, 'format') ?? 'auto'
  if (!FORMATS.includes(format))
    throw new UsageFault({
      en: `No format '${format}'; one of ${FORMATS.join(', ')}.`,
      ar: `لا صيغة باسم ${format}.`,
    })
  const bytes = await bytesOf(file)
  const form = new FormData()
  form.set('origin', origin)
  form.set('format', format)
  form.set('complete', String(args.values.complete === true))
  form.set('dryRun', String(args.values['dry-run'] === true))
  const mapping = textOption(args, 'mapping')
  if (mapping !== undefined) form.set('mapping', mapping)
  form.set('file', new Blob([bytes]), basename(file))
  await using api = await apiFrom(args, t)
  const base = `/accords/${encodeURIComponent(textOption(args, 'accord') ?? 'idlib')}`
  const answer = await api.post<Answer>(`${base}/import`, form)
  if (args.values.json) t.out(`${JSON.stringify(answer)}\n`)
  else t.out(answerText(answer, args.values['dry-run'] === true, t))
  return answer.questions ? EXIT.input : EXIT.ok
}

/** The file's bytes; one that would not fit is refused before it is read, with the way out. */
async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size } = await stat(file)
    if (size > MAX_IMPORT_BYTES)
      throw new InputFault([
        problem('too-large', `the file has ${Math.round(size / 1_048_576)} MB`, {
          file,
          expected: `at most ${MAX_IMPORT_BYTES / 1_048_576} MB; split it by year and import the parts under one --origin`,
        }),
      ])
    return Uint8Array.from(await buffer(createReadStream(file)))
  } catch (error) {
    if (error instanceof InputFault) throw error
    throw new InputFault([problemOfFile(error, file)])
  }
}

function answerText(a: Answer, dry: boolean, t: Terminal): string {
  const ar = t.locale === 'ar'
  const lines: string[] = []
  if (a.questions) {
    lines.push(
      ar
        ? 'يترك الجدول أسئلة؛ أجب عنها بالخيار --mapping:'
        : 'The table leaves questions; answer them with --mapping:',
    )
    for (const q of a.questions) {
      lines.push(`  ${isolated(q.about)}`)
      for (const c of q.choices) lines.push(`    ${isolated(c.value)}: ${c.samples.map(isolated).join(', ')}`)
    }
    return `${lines.join('\n')}\n`
  }
  const { read, kept, rejected } = a.count!
  const p = a.plan!
  lines.push(
    ar
      ? `قُرئ من الصفوف ${isolated(read)}، أُخذ ${isolated(kept)} ولم يؤخذ ${isolated(rejected)}.`
      : `${read} rows read: ${kept} kept, ${rejected} not taken.`,
    ar
      ? `${dry ? 'سيكون' : 'صار'}: جديد ${isolated(p.added)}، تصحيح ${isolated(p.corrected)}، مسجّل من قبل ${isolated(p.same)}، متروك ${isolated(p.leftAlone)}، مسحوب ${isolated(p.gone)}.`
      : `${dry ? 'Would be' : 'Done'}: ${p.added} new, ${p.corrected} corrected, ${p.same} on record already, ${p.leftAlone} left alone, ${p.gone} gone from the source.`,
  )
  for (const r of (a.rejected ?? []).slice(0, SHOWN))
    lines.push(
      ar
        ? `  الصف ${isolated(r.row)}، العمود ${isolated(r.column)}: ${isolated(`'${r.value}' ${r.reason}; expected ${r.expected}`)}`
        : `  row ${r.row}, column ${r.column}: '${r.value}' ${r.reason}; expected ${r.expected}`,
    )
  const left = (a.rejected ?? []).length - SHOWN
  if (left > 0) lines.push(ar ? `  وغيرها ${isolated(left)}` : `  and ${left} more`)
  return `${lines.join('\n')}\n`
}
