import { writeFile } from 'node:fs/promises'
import { problemOfFile } from '../server/file-problem.ts'
import { EXPORT_FORMATS } from '../server/routes/export.ts'
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

/** `hudna export`: the incidents that a filter lets through, as a file or on standard output. */
export const EXPORT: Command = {
  name: 'export',
  usage:
    '[--format csv|xlsx|geojson|acled|hxl|ftm] [--for people|programs] [--filter KEY=VALUE]… [--as-of DATE] [--known-at DATE] [--out FILE] [--accord ID] [--data DIR]',
  summary: { en: 'write incidents as a table or map', ar: 'كتابة الحوادث جدولاً أو خريطة' },
  options: {
    format: { type: 'string' },
    for: { type: 'string' },
    filter: { type: 'string', multiple: true },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    out: { type: 'string' },
    accord: { type: 'string' },
    ...DATA_OPTION,
  },
  optionWords: {
    format: { en: 'which form; csv', ar: 'أي صيغة؛ csv' },
    for: {
      en: 'people (byte-order mark, no live formulas) or programs; programs',
      ar: 'people للأشخاص أو programs للبرامج؛ programs',
    },
    filter: {
      en: 'as in the page’s address: type=shelling, zone=dmz, from=2019-01-01; may be repeated',
      ar: 'كما في عنوان الصفحة: type=shelling أو zone=dmz أو from=2019-01-01، ويجوز تكراره',
    },
    'as-of': { en: 'as of when in the world; now', ar: 'كما في هذا التاريخ؛ الآن' },
    'known-at': {
      en: 'counting only what could be known by then; now',
      ar: 'بما كان يمكن العلم به حتى ذلك الحين؛ الآن',
    },
    out: { en: 'file to write; standard output', ar: 'ملف يُكتب؛ وإلا فالخرج المعتاد' },
    accord: { en: 'which accord; idlib', ar: 'أي اتفاق؛ idlib' },
    ...DATA_WORDS,
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  const format = textOption(args, 'format') ?? 'csv'
  if (!EXPORT_FORMATS.some(f => f === format))
    throw new UsageFault({
      en: `No format '${format}'; one of ${EXPORT_FORMATS.join(', ')}.`,
      ar: `لا صيغة باسم ${format}.`,
    })
  const out = textOption(args, 'out')
  if (format === 'xlsx' && out === undefined)
    throw new UsageFault({ en: 'A workbook needs --out FILE.', ar: 'المصنّف يحتاج --out FILE.' })
  const query = new URLSearchParams({ format, for: textOption(args, 'for') ?? 'programs', lang: t.locale })
  const asOf = textOption(args, 'as-of')
  const knownAt = textOption(args, 'known-at')
  if (asOf !== undefined) query.set('asOf', asOf)
  if (knownAt !== undefined) query.set('knownAt', knownAt)
  const filters = args.values.filter
  for (const filter of Array.isArray(filters) ? filters : []) {
    const [key, ...value] = String(filter).split('=')
    if (!key || !value.length)
      throw new UsageFault({
        en: `'${filter}' is no filter; KEY=VALUE.`,
        ar: `«${filter}» ليس تصفية؛ KEY=VALUE.`,
      })
    query.set(key, value.join('='))
  }
  await using api = await apiFrom(args, t)
  const bytes = await api.file(
    `/accords/${encodeURIComponent(textOption(args, 'accord') ?? 'idlib')}/export?${query}`,
  )
  if (out === undefined) t.out(Buffer.from(bytes).toString('utf8'))
  else
    await writeFile(out, bytes).catch((error: unknown) => {
      throw new InputFault([problemOfFile(error, out)])
    })
  return EXIT.ok
}
