import { sentenceOf } from '../core/problem.ts'
import { HOUSE_VIEWER } from '../server/house.ts'
import { type Arguments, type Command, EXIT, type Terminal } from './command.ts'
import { DATA_OPTION, DATA_WORDS, storeFrom } from './data-folder.ts'
import { isolated } from './terminal.ts'

/** `hudna verify`: is every ledger whole? */
export const VERIFY: Command = {
  name: 'verify',
  usage: '[--data DIR] [--json]',
  summary: { en: 'check that the ledger is whole', ar: 'التحقق من سلامة السجل' },
  options: { ...DATA_OPTION, json: { type: 'boolean' } },
  optionWords: { ...DATA_WORDS, json: { en: 'as JSON', ar: 'بصيغة JSON' } },
  run,
}

async function run(args: Arguments, t: Terminal) {
  const store = await storeFrom(args, t)
  try {
    let broken = false
    for (const { accord, head } of await store.accords(HOUSE_VIEWER)) {
      const { entries, whole, problems } = await store.verify(HOUSE_VIEWER, accord, { bytes: true })
      broken ||= !whole
      if (args.values.json) {
        t.out(
          `${JSON.stringify({ accord, entries, whole, head: { seq: head.seq, hash: head.hash }, problems })}\n`,
        )
        continue
      }
      for (const p of problems) t.out(`${sentenceOf(p)}\n`)
      if (whole)
        t.out(
          t.locale === 'ar'
            ? `${isolated(accord)}: السجل سليم، المدخلات ${isolated(entries)}، والخاتمة ${isolated(head.hash.slice(0, 16))}\n`
            : `${accord}: whole, ${entries} entries, head ${head.hash.slice(0, 16)}\n`,
        )
    }
    return broken ? EXIT.ledgerBroken : EXIT.ok
  } finally {
    await store.close()
  }
}
