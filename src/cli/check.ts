import { sentenceOf } from '../core/problem.ts'
import { checkFiles } from '../server/check-files.ts'
import { type Arguments, type Command, EXIT, type Terminal, UsageFault } from './command.ts'

/** `hudna check`: everything wrong with an accord's files. */
export const CHECK: Command = {
  name: 'check',
  usage: 'FILE|FOLDER… [--json]',
  summary: {
    en: 'check accord files: schema, names, contradictions',
    ar: 'فحص ملفات الاتفاق: البنية والأسماء والتناقضات',
  },
  options: { json: { type: 'boolean' } },
  optionWords: {
    json: { en: 'one JSON object a file, one a line', ar: 'كائن JSON لكل ملف، في سطر لكل منها' },
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  if (!args.positionals.length)
    throw new UsageFault({ en: 'Which accord shall be checked?', ar: 'أي اتفاق يُفحص؟' })
  let faulty = false
  for (const path of args.positionals) {
    const { accord, problems } = await checkFiles(path)
    const errors = problems.filter(p => p.severity === 'error').length
    faulty ||= errors > 0
    if (args.values.json) {
      t.out(`${JSON.stringify({ file: path, ok: errors === 0, accord: accord?.id ?? null, problems })}\n`)
      continue
    }
    for (const p of problems)
      t.out(
        `${p.severity === 'warning' ? (t.locale === 'ar' ? 'تنبيه: ' : 'warning: ') : ''}${sentenceOf(p)}\n`,
      )
    const warnings = problems.length - errors
    t.out(
      t.locale === 'ar'
        ? `${path}: الأخطاء ${errors}، التنبيهات ${warnings}\n`
        : `${path}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}\n`,
    )
  }
  return faulty ? EXIT.input : EXIT.ok
}
