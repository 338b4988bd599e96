import { ACCEPT } from './accept.ts'
import { ADOPT } from './adopt.ts'
import { BACKTEST } from './backtest.ts'
import { BACKUP, RESTORE } from './backup.ts'
import { BRIEF } from './brief.ts'
import { CHECK } from './check.ts'
import type { Command } from './command.ts'
import { DOCTOR } from './doctor.ts'
import { EXPORT } from './export.ts'
import { IMPORT } from './import.ts'
import { JUDGE } from './judge.ts'
import { READ } from './read.ts'
import { START } from './start.ts'
import { VERIFY } from './verify.ts'
import { WATCH } from './watch.ts'

/** Every command, in the order of a first visit; docs/cli.md has a heading for each, which a test checks. */
export const COMMANDS: readonly Command[] = [
  START,
  READ,
  ACCEPT,
  JUDGE,
  WATCH,
  BACKTEST,
  BRIEF,
  IMPORT,
  EXPORT,
  CHECK,
  VERIFY,
  BACKUP,
  RESTORE,
  ADOPT,
  DOCTOR,
]
