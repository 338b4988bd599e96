import { writeFile } from 'node:fs/promises'
import type { ReleaseLevel } from '../core/brief/brief.ts'
import { briefOf } from '../core/brief/brief-of.ts'
import { briefPeriod } from '../core/brief/brief-period.ts'
import { BRIEF_FORMATS, briefFileName, renderBrief } from '../server/brief/render-brief.ts'
import { questionOf } from '../server/question.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  InputFault,
  type Terminal,
  textOption,
  UsageFault,
} from './command.ts'
import { DATA_OPTION, DATA_WORDS, deskFrom } from './data-folder.ts'

const LEVELS: readonly ReleaseLevel[] = ['internal', 'parties', 'public']

/** `hudna brief`: the brief of a period, to a file or the terminal. */
export const BRIEF: Command = {
  name: 'brief',
  usage:
    '--period FROM/TO [--lang ar|en] [--format md|html|docx|pdf|json] [--level internal|parties|public] [--known-at DATE] [--reading R] [--out FILE] [--accord ID] [--data DIR]',
  summary: { en: 'compose the brief of a period', ar: 'إعداد إحاطة عن فترة' },
  options: {
    period: { type: 'string' },
    lang: { type: 'string' },
    format: { type: 'string' },
    level: { type: 'string' },
    'known-at': { type: 'string' },
    reading: { type: 'string' },
    out: { type: 'string' },
    accord: { type: 'string' },
    ...DATA_OPTION,
  },
  optionWords: {
    period: {
      en: 'the days it speaks of: 2018-11-26/2018-12-02, a day or a month',
      ar: 'أيام الإحاطة: 2018-11-26/2018-12-02 أو يوم أو شهر',
    },
    lang: { en: 'ar or en; the terminal’s own', ar: 'ar أو en؛ لغة الطرفية' },
    format: { en: 'md, html, docx, pdf or json; md', ar: 'md أو html أو docx أو pdf أو json؛ md' },
    level: {
      en: 'how far it may go: internal, parties, public; internal',
      ar: 'مستوى النشر: internal أو parties أو public؛ internal',
    },
    'known-at': {
      en: 'counting only what could be known by then; now',
      ar: 'بما كان يمكن العلم به حتى ذلك الحين؛ الآن',
    },
    reading: { en: 'under whose reading of the text; default', ar: 'وفق أي قراءة للنص؛ default' },
    out: {
      en: 'the file to write; docx and pdf have a name of their own without it',
      ar: 'الملف الذي يُكتب؛ ولـ docx وpdf اسم تلقائي من دونه',
    },
    accord: { en: 'which accord; idlib', ar: 'أي اتفاق؛ idlib' },
    ...DATA_WORDS,
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  const asked = textOption(args, 'period')
  if (asked === undefined)
    throw new UsageFault({ en: 'A brief needs its --period.', ar: 'لا بد للإحاطة من ‎--period.' })
  const format = oneOf(textOption(args, 'format') ?? 'md', BRIEF_FORMATS, '--format')
  const level = oneOf(textOption(args, 'level') ?? 'internal', LEVELS, '--level')
  const locale = oneOf(textOption(args, 'lang') ?? t.locale, ['ar', 'en'] as const, '--lang')
  await using place = await deskFrom(textOption(args, 'accord') ?? 'idlib', args, t)
  const period = briefPeriod(asked, place.desk.accord.tz, '--period')
  if (!period.ok) throw new InputFault([period.error])
  const question = questionOf(
    place.desk,
    { knownAt: textOption(args, 'known-at'), reading: textOption(args, 'reading') },
    Math.floor(t.clock() / 1000),
  )
  if (!question.ok) throw new InputFault([question.error])
  const { accord, state, asOf, reading } = question.value
  const brief = briefOf(accord, state, { period: period.value, k: asOf.k, reading, locale, level })
  const rendered = await renderBrief(brief, format, {})
  if (!rendered.ok) throw new InputFault([rendered.error])
  const binary = format === 'docx' || format === 'pdf'
  const file = textOption(args, 'out') ?? (binary ? briefFileName(brief, format) : undefined)
  if (file === undefined) t.out(new TextDecoder().decode(rendered.value))
  else {
    await writeFile(file, rendered.value)
    t.err(locale === 'ar' ? `كُتبت الإحاطة في ${file}\n` : `Wrote ${file}\n`)
  }
  return EXIT.ok
}

function oneOf<T extends string>(value: string, all: readonly T[], option: string): T {
  if ((all as readonly string[]).includes(value)) return value as T
  throw new UsageFault({
    en: `'${value}' is no ${option}; expected ${all.join(', ')}.`,
    ar: `«${value}» ليس قيمة لـ ${option}؛ المتوقع ${all.join('، ')}.`,
  })
}
