import { parseArgs } from 'node:util'
import { sentenceOf } from '../core/problem.ts'
import type { Locale } from '../core/words.ts'
import { type Command, EXIT, type ExitCode, InputFault, type Terminal, UsageFault } from './command.ts'
import { COMMANDS } from './commands.ts'
import { commandHelp, overview } from './help.ts'
import { localeFrom } from './terminal.ts'

/** Faults of a store that mean what it holds can no longer be trusted whole. */
const BROKEN: readonly string[] = ['journal-damaged', 'blob-damaged', 'broken']

/** Runs one command line; never throws for a person's mistake. */
export async function main(argv: readonly string[], terminal: Omit<Terminal, 'locale'>): Promise<ExitCode> {
  const [name, ...rest] = argv
  const locale = localeFrom(langFlag(argv), terminal.env)
  const t: Terminal = { ...terminal, locale }
  const command = COMMANDS.find(c => c.name === name)
  if (!command) {
    const isHelp =
      name === undefined || name === '--help' || name === '-h' || name === 'help' || name.startsWith('--lang')
    if (!isHelp) {
      t.err(locale === 'ar' ? `لا أمر بهذا الاسم: ${name}\n` : `No command '${name}'.\n`)
      t.err(overview(COMMANDS, locale))
      return EXIT.usage
    }
    const asked = name === 'help' ? COMMANDS.find(c => c.name === rest[0]) : undefined
    t.out(asked ? commandHelp(asked, locale) : overview(COMMANDS, locale))
    return EXIT.ok
  }
  return runCommand(command, rest, t)
}

async function runCommand(command: Command, rest: readonly string[], t: Terminal): Promise<ExitCode> {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { ...command.options, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    if (values.help) {
      t.out(commandHelp(command, t.locale))
      return EXIT.ok
    }
    return await command.run({ values, positionals }, t)
  } catch (fault) {
    if (fault instanceof InputFault) {
      for (const p of fault.problems) t.err(`${sentenceOf(p)}\n`)
      return fault.problems.some(p => BROKEN.includes(p.code)) ? EXIT.ledgerBroken : EXIT.input
    }
    const words = fault instanceof UsageFault ? fault.words : parseFault(fault)
    if (!words) throw fault
    t.err(`${words[t.locale]}\n\n${commandHelp(command, t.locale)}`)
    return EXIT.usage
  }
}

/** What node:util says about a wrong option; undefined for any other error, which is a bug of ours. */
function parseFault(fault: unknown): Record<Locale, string> | undefined {
  const code = (fault as { code?: unknown }).code
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) return undefined
  const message = (fault as Error).message.split('. To specify')[0]!
  return { en: `${message}.`, ar: `خيار غير صحيح: ${message}` }
}

function langFlag(argv: readonly string[]): string | undefined {
  const at = argv.findIndex(a => a === '--lang' || a.startsWith('--lang='))
  if (at < 0) return undefined
  return argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1]
}

// Run as a program, not when a test imports it.
if (process.argv[1] && import.meta.filename === process.argv[1]) {
  process.exitCode = await main(process.argv.slice(2), {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    env: process.env,
    clock: Date.now,
  })
}
