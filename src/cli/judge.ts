import type { Problem } from '../core/problem.ts'
import type { StateBoard } from '../core/view/board.ts'
import { provisionView } from '../core/view/provision-view.ts'
import { stateBoard } from '../core/view/state-board.ts'
import { notFound } from '../server/problem-status.ts'
import { questionOf } from '../server/question.ts'
import { boardText } from './board-text.ts'
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
import { provisionText } from './provision-text.ts'

/** `hudna judge`: the state of the accord, or one provision with its derivation. */
export const JUDGE: Command = {
  name: 'judge',
  usage:
    '[--as-of DATE] [--known-at DATE] [--reading R] [--explain PROVISION] [--accord ID] [--data DIR] [--json]',
  summary: { en: 'say whether the accord holds, and why', ar: 'بيان حال الالتزام بالاتفاق، ولماذا' },
  options: {
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    reading: { type: 'string' },
    explain: { type: 'string' },
    accord: { type: 'string' },
    ...DATA_OPTION,
    json: { type: 'boolean' },
  },
  optionWords: {
    'as-of': { en: 'as of when in the world; now', ar: 'الحال كما كان في هذا التاريخ؛ الآن' },
    'known-at': {
      en: 'counting only what could be known by then; now',
      ar: 'بما كان يمكن العلم به حتى ذلك الحين؛ الآن',
    },
    reading: { en: 'under whose reading of the text; default', ar: 'وفق أي قراءة للنص؛ default' },
    explain: { en: 'one provision, with derivation and evidence', ar: 'بند واحد مع التعليل والأدلة' },
    accord: { en: 'which accord; idlib', ar: 'أي اتفاق؛ idlib' },
    ...DATA_WORDS,
    json: { en: 'as JSON', ar: 'بصيغة JSON' },
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  if (args.positionals.length)
    throw new UsageFault({
      en: `'${args.positionals[0]}' belongs to no option.`,
      ar: `«${args.positionals[0]}» لا يتبع أي خيار.`,
    })
  const id = textOption(args, 'accord') ?? 'idlib'
  const explained = textOption(args, 'explain')
  await using place = await deskFrom(id, args, t)
  const question = questionOf(
    place.desk,
    {
      asOf: textOption(args, 'as-of'),
      knownAt: textOption(args, 'known-at'),
      reading: textOption(args, 'reading'),
    },
    Math.floor(t.clock() / 1000),
  )
  if (!question.ok) throw new InputFault([asOptions(question.error)])
  const { accord, state, asOf, reading } = question.value
  if (explained !== undefined) {
    const view = provisionView(accord, state, explained, {
      asOf,
      ...(args.values.reading !== undefined && { reading }),
    })
    if (!view)
      throw new InputFault([
        {
          ...notFound('provision', explained),
          where: { field: '--explain' },
          expected: `one of ${accord.provisions.map(p => p.id).join(', ')}`,
        },
      ])
    t.out(args.values.json ? `${JSON.stringify(view)}\n` : provisionText(view, accord, t.locale))
    return EXIT.ok
  }
  const board: StateBoard = stateBoard(accord, [...state.evidence.values()], {
    asOf,
    reading,
    entries: state.head.seq,
  })
  t.out(args.values.json ? `${JSON.stringify(board)}\n` : boardText(board, t.locale))
  return EXIT.ok
}

/** The server's parameter names as this command's options. */
function asOptions(p: Problem): Problem {
  const option =
    p.where?.field === 'asOf'
      ? '--as-of'
      : p.where?.field === 'knownAt'
        ? '--known-at'
        : `--${p.where?.field}`
  return { ...p, where: { field: option } }
}
