import type { ParseArgsOptionsConfig } from 'node:util'
import type { Problem } from '../core/problem.ts'
import type { Locale, Words } from '../core/words.ts'

/** Exit codes, documented in docs/cli.md: scripts rely on them. */
export const EXIT = { ok: 0, input: 1, usage: 2, ledgerBroken: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Everything a command may touch, so that tests can run one without a process. */
export type Terminal = {
  /** Data, for people or programs. */
  readonly out: (text: string) => void
  /** Progress and faults. */
  readonly err: (text: string) => void
  readonly locale: Locale
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds UTC. */
  readonly clock: () => number
}

export type Arguments = {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
}

/** One command of `hudna`: its help is data, so that docs and help cannot part. */
export type Command = {
  readonly name: string
  /** After the name: 'FILE… [--published DATE]'. */
  readonly usage: string
  readonly summary: Words
  readonly options: ParseArgsOptionsConfig
  /** What each option means; same keys as `options`. */
  readonly optionWords: Readonly<Record<string, Words>>
  readonly run: (args: Arguments, terminal: Terminal) => Promise<ExitCode>
}

/** A fault in how the command was called; the caller prints it with the usage and ends with 2. */
export class UsageFault extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/** A fault in what the command was given; printed as a sentence, exit code 1. */
export class InputFault extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message ?? 'input fault')
    this.problems = problems
  }
}

/** An option's value as text; undefined when it was not given. */
export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.values[name]
  return typeof value === 'string' ? value : undefined
}
