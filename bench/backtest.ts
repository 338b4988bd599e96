// `npm run backtest`: the quality of the warnings by the rules of ../shared/series, against R's methods.
// Takes the options of `hudna backtest`; --json prints rows.
import { parseArgs } from 'node:util'
import { BACKTEST } from '../src/cli/backtest.ts'
import { InputFault, UsageFault } from '../src/cli/command.ts'
import { sentenceOf } from '../src/core/problem.ts'

const { values, positionals } = parseArgs({ options: BACKTEST.options, allowPositionals: true })
const terminal = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  locale: 'en' as const,
  env: process.env,
  clock: Date.now,
}
try {
  process.exitCode = await BACKTEST.run({ values, positionals }, terminal)
} catch (fault) {
  if (fault instanceof UsageFault) process.stderr.write(`${fault.words.en}\n`)
  else if (fault instanceof InputFault) process.stderr.write(`${fault.problems.map(sentenceOf).join('\n')}\n`)
  else throw fault
  process.exitCode = 1
}
