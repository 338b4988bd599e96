import { HOUSE_VIEWER } from '../server/house.ts'
import { openStoreAt } from '../server/open-house.ts'
import { type BackupSummary, backup } from '../store/backup.ts'
import { restore } from '../store/restore.ts'
import { StoreError } from '../store/store-error.ts'
import { type Arguments, type Command, EXIT, InputFault, type Terminal, UsageFault } from './command.ts'
import { DATA_OPTION, DATA_WORDS, dataFolder, storeFrom } from './data-folder.ts'

const options = { ...DATA_OPTION, json: { type: 'boolean' } } as const
const optionWords = { ...DATA_WORDS, json: { en: 'as JSON', ar: 'بصيغة JSON' } }

/** `hudna backup`: every ledger and every report's bytes in one file. */
export const BACKUP: Command = {
  name: 'backup',
  usage: 'FILE [--data DIR] [--json]',
  summary: { en: 'write everything into one file', ar: 'حفظ كل شيء في ملف واحد' },
  options,
  optionWords,
  run: async (args, t) => {
    const file = oneFile(args)
    const store = await storeFrom(args, t)
    try {
      return told(await asInput(() => backup(HOUSE_VIEWER, store, file, progress(t))), file, args, t)
    } finally {
      await store.close()
    }
  },
}

/** `hudna restore`: a backup into a data folder (or PostgreSQL) that holds nothing else of these accords. */
export const RESTORE: Command = {
  name: 'restore',
  usage: 'FILE [--data DIR] [--json]',
  summary: { en: 'bring a backup into a data folder', ar: 'استعادة نسخة محفوظة إلى مجلد بيانات' },
  options,
  optionWords,
  run: async (args, t) => {
    const file = oneFile(args)
    const opened = await openStoreAt({ folder: dataFolder(args, t).path, databaseUrl: t.env.DATABASE_URL })
    if (!opened.ok) throw new InputFault([opened.error])
    try {
      return told(await asInput(() => restore(HOUSE_VIEWER, file, opened.value, progress(t))), file, args, t)
    } finally {
      await opened.value.close()
    }
  },
}

function oneFile(args: Arguments): string {
  const [file, more] = args.positionals
  if (file !== undefined && more === undefined) return file
  throw new UsageFault({ en: 'One FILE is expected.', ar: 'المتوقع ملف واحد FILE.' })
}

const progress = (t: Terminal) => (entries: number) =>
  t.err(t.locale === 'ar' ? `المدخلات: ${entries}\n` : `${entries} entries\n`)

async function asInput<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) throw new InputFault([error.problem])
    throw error
  }
}

function told(s: BackupSummary, file: string, args: Arguments, t: Terminal) {
  if (args.values.json) t.out(`${JSON.stringify({ file, ...s })}\n`)
  else
    for (const { accord, head } of s.ledgers)
      t.out(
        t.locale === 'ar'
          ? `${accord}: المدخلات ${head.seq}، والخاتمة ${head.hash}\n`
          : `${accord}: ${head.seq} entries, head ${head.hash}\n`,
      )
  return EXIT.ok
}
