// `npm run backtest`: the quality of the warnings by the rules of ../shared/series, against R's methods.
// Takes the options of `hudna backtest`; --json prints rows.
import { parseArgs } from 'node:util'
import { BACKTEST, BACKTEST_SEED } from '../src/cli/backtest.ts'
import { accordBacktestText, backtestAccord, turnsIn } from '../src/cli/backtest-accord.ts'
import { InputFault, UsageFault } from '../src/cli/command.ts'
import { sentenceOf } from '../src/core/problem.ts'
import { packagedDesk } from '../src/server/packaged-accord.ts'

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
  const turns = turnsIn('../shared/series/idlib_reference_dates.csv')
  const desk = await packagedDesk('idlib')
  // With --json one document is printed, the rows; the story of Idlib is for people.
  if (turns.length && desk.ok && !values.json) {
    const period = { from: '2018-09-17', until: '2020-03-15' }
    process.stdout.write(
      `\n${accordBacktestText(backtestAccord(desk.value, turns, { ...period, budget: 1, seed: BACKTEST_SEED }))}`,
    )
  }
} catch (fault) {
  if (fault instanceof UsageFault) process.stderr.write(`${fault.words.en}\n`)
  else if (fault instanceof InputFault) process.stderr.write(`${fault.problems.map(sentenceOf).join('\n')}\n`)
  else throw fault
  process.exitCode = 1
}
