import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { sentenceOf } from '../core/problem.ts'
import { momentOf } from '../core/view/moment.ts'
import { problemOfFile } from '../server/file-problem.ts'
import { packagedAccord } from '../server/packaged-accord.ts'
import { readBytes } from '../server/read-bytes.ts'
import { agendaOfReading } from './agenda-of-reading.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  InputFault,
  type Terminal,
  textOption,
  UsageFault,
} from './command.ts'
import { readingText } from './reading-text.ts'

/** `hudna read`: what a report says, without keeping anything. */
export const READ: Command = {
  name: 'read',
  usage: 'FILE… [--published DATE] [--accord ID] [--json]',
  summary: { en: 'read reports and print what they say', ar: 'قراءة تقارير وعرض ما جاء فيها' },
  options: { published: { type: 'string' }, accord: { type: 'string' }, json: { type: 'boolean' } },
  optionWords: {
    published: { en: 'day the reports were published, YYYY-MM-DD', ar: 'يوم نشر التقارير، بصيغة YYYY-MM-DD' },
    accord: {
      en: 'accord whose actors and places are looked for; idlib',
      ar: 'الاتفاق الذي يُبحث عن أطرافه وأماكنه؛ idlib',
    },
    json: { en: 'one JSON object a file, one a line', ar: 'كائن JSON لكل ملف، في سطر لكل منها' },
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  if (!args.positionals.length) throw new UsageFault({ en: 'Which file shall be read?', ar: 'أي ملف يُقرأ؟' })
  const accord = await packagedAccord(textOption(args, 'accord') ?? 'idlib')
  if (!accord.ok) throw new InputFault(accord.error)
  const publishedAt = textOption(args, 'published')
  const dated =
    publishedAt === undefined ? undefined : momentOf(publishedAt, accord.value.accord.tz, '--published')
  if (dated && !dated.ok) throw new InputFault([dated.error])
  let failed = 0
  for (const file of args.positionals) {
    const bytes = await readFile(file).catch((error: unknown) => problemOfFile(error, file))
    const reading =
      bytes instanceof Uint8Array
        ? await readBytes(bytes, {
            accord: accord.value.accord,
            name: basename(file),
            ...(publishedAt !== undefined && { publishedAt }),
          })
        : ({ ok: false, error: bytes } as const)
    if (!reading.ok) {
      failed++
      t.err(`${sentenceOf({ ...reading.error, where: { ...reading.error.where, file } })}\n`)
      continue
    }
    const { encoding, reading: r } = reading.value
    const agenda = agendaOfReading(r, accord.value.accord)
    if (args.values.json) t.out(`${JSON.stringify({ file, encoding, ...r, agenda })}\n`)
    else t.out(readingText(file, r, t.locale, agenda))
  }
  return failed ? EXIT.input : EXIT.ok
}
