import type { Locale } from '../core/words.ts'
import type { Command } from './command.ts'
import { inLocale, isolated } from './terminal.ts'

const HEAD = {
  en: 'hudna: watch over a ceasefire with evidence, clause by clause and party by party',
  ar: 'هدنة: مراقبة وقف إطلاق النار بالأدلة، بنداً بنداً وطرفاً طرفاً',
}
const USAGE = { en: 'Usage', ar: 'الاستعمال' }
const COMMANDS_WORD = { en: 'Commands', ar: 'الأوامر' }
const OPTIONS = { en: 'Options', ar: 'الخيارات' }
const MORE = {
  en: 'More: hudna COMMAND --help; docs/cli.md',
  ar: 'للمزيد: hudna COMMAND --help، والصفحة docs/cli.md',
}
const LANG = {
  en: 'language of the output, en or ar; else from the environment',
  ar: 'لغة المخرجات: en أو ar، وإلا فمن إعدادات البيئة',
}

/** All commands, a line each. */
export function overview(commands: readonly Command[], locale: Locale): string {
  const lines = commands.map(
    c => `  ${isolatedIn(`hudna ${c.name}`.padEnd(16), locale)} ${inLocale(c.summary, locale)}`,
  )
  return `${HEAD[locale]}\n\n${COMMANDS_WORD[locale]}:\n${lines.join('\n')}\n\n${inLocale(MORE, locale)}\n`
}

/** One command: usage and every option. */
export function commandHelp(c: Command, locale: Locale): string {
  const names = [...Object.keys(c.options), 'lang']
  const lines = names.map(name => {
    const option = c.options[name]
    const flag = option?.type === 'boolean' ? `--${name}` : `--${name} …`
    const words = name === 'lang' ? LANG : (c.optionWords[name] ?? { en: '', ar: '' })
    return `  ${isolatedIn(flag.padEnd(16), locale)} ${inLocale(words, locale)}`
  })
  const usage = isolatedIn(`hudna ${c.name} ${c.usage}`.trim(), locale)
  return `${inLocale(c.summary, locale)}\n\n${USAGE[locale]}: ${usage}\n\n${OPTIONS[locale]}:\n${lines.join('\n')}\n`
}

function isolatedIn(text: string, locale: Locale): string {
  return locale === 'ar' ? isolated(text) : text
}
