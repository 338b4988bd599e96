import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Words } from '../core/words.ts'
import { packagedAccords, VERSION, WEB_DIR } from '../server/installed.ts'
import { openStoreAt } from '../server/open-house.ts'
import { packagedAccord } from '../server/packaged-accord.ts'
import { type Arguments, type Command, EXIT, type Terminal } from './command.ts'
import { DATA_OPTION, DATA_WORDS, dataFolder, holdsStore } from './data-folder.ts'
import { isolated } from './terminal.ts'

/** One thing looked at: `ok` works, `note` is worth knowing, `fault` needs doing something. */
type Finding = {
  readonly name: string
  readonly state: 'ok' | 'note' | 'fault'
  readonly words: Words
  readonly detail?: unknown
}

/** Room an embedded store needs to be comfortable: the database's own files and a day of reports. */
const COMFORT_BYTES = 512 * 1024 * 1024

/** `hudna doctor`: does this installation work, and where is what. */
export const DOCTOR: Command = {
  name: 'doctor',
  usage: '[--data DIR] [--json]',
  summary: { en: 'look whether everything works here', ar: 'فحص سلامة التركيب على هذا الجهاز' },
  options: { ...DATA_OPTION, json: { type: 'boolean' } },
  optionWords: { ...DATA_WORDS, json: { en: 'as JSON', ar: 'بصيغة JSON' } },
  run,
}

async function run(args: Arguments, t: Terminal) {
  const { path } = dataFolder(args, t)
  const findings = [runtime(), page(), ...(await accords()), await disk(path), await store(path, t)]
  const faulty = findings.some(f => f.state === 'fault')
  if (args.values.json) t.out(`${JSON.stringify({ ok: !faulty, version: VERSION, findings })}\n`)
  else
    for (const f of findings) t.out(`${{ ok: '✓', note: '·', fault: '✗' }[f.state]} ${f.words[t.locale]}\n`)
  return faulty ? EXIT.input : EXIT.ok
}

function runtime(): Finding {
  const words = {
    en: `Hudna ${VERSION} on Node ${process.versions.node}`,
    ar: `هدنة ${isolated(VERSION)} على ${isolated(`Node ${process.versions.node}`)}`,
  }
  return {
    name: 'runtime',
    state: 'ok',
    words,
    detail: { node: process.versions.node, platform: process.platform },
  }
}

function page(): Finding {
  const built = existsSync(join(WEB_DIR, 'index.html'))
  return {
    name: 'page',
    state: built ? 'ok' : 'note',
    words: built
      ? { en: 'The page is built.', ar: 'الصفحة مبنية.' }
      : {
          en: 'The page is not built yet; hudna start builds it.',
          ar: 'الصفحة لم تُبنَ بعد؛ يبنيها hudna start.',
        },
  }
}

async function accords(): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const id of packagedAccords()) {
    const opened = await packagedAccord(id)
    findings.push(
      opened.ok
        ? {
            name: `accord ${id}`,
            state: 'ok',
            words: {
              en: `Accord ${id}: ${opened.value.accord.provisions.length} provisions, ${opened.value.records.length} records.`,
              ar: `اتفاق ${isolated(id)}: البنود ${isolated(opened.value.accord.provisions.length)}، السجلات ${isolated(opened.value.records.length)}.`,
            },
          }
        : {
            name: `accord ${id}`,
            state: 'fault',
            words: {
              en: `Accord ${id} has faults; see hudna check accords/${id}.`,
              ar: `في ملفات اتفاق ${isolated(id)} أخطاء؛ انظر ${isolated(`hudna check accords/${id}`)}.`,
            },
            detail: opened.error,
          },
    )
  }
  return findings
}

async function disk(folder: string): Promise<Finding> {
  let at = folder
  while (!existsSync(at)) at = dirname(at)
  const writable = await access(at, constants.W_OK).then(
    () => true,
    () => false,
  )
  const { bavail, bsize } = await statfs(at)
  const free = bavail * bsize
  const mb = Math.floor(free / 1048576)
  if (!writable)
    return {
      name: 'disk',
      state: 'fault',
      words: {
        en: `The data folder ${folder} cannot be written to.`,
        ar: `لا يمكن الكتابة في مجلد البيانات ${isolated(folder)}.`,
      },
    }
  return {
    name: 'disk',
    state: free < COMFORT_BYTES ? 'note' : 'ok',
    words: {
      en: `Data folder ${folder}: ${mb} MB free.`,
      ar: `مجلد البيانات ${isolated(folder)}: المساحة الحرة ${isolated(`${mb} MB`)}.`,
    },
    detail: { folder, freeBytes: free },
  }
}

async function store(folder: string, t: Terminal): Promise<Finding> {
  const url = t.env.DATABASE_URL
  if (!url && !holdsStore(folder))
    return {
      name: 'store',
      state: 'note',
      words: { en: 'No ledger yet; the first start makes one.', ar: 'لا سجل بعد؛ يُنشأ عند أول تشغيل.' },
    }
  const opened = await openStoreAt({ folder, databaseUrl: url })
  if (!opened.ok)
    return {
      name: 'store',
      // A store in use is at work, not ill.
      state: opened.error.code === 'in-use' ? 'note' : 'fault',
      words: { en: opened.error.message, ar: opened.error.message },
      detail: opened.error,
    }
  const facts = await opened.value.facts()
  await opened.value.close()
  const entries = facts.accords.reduce((n, a) => n + a.head.seq, 0)
  return {
    name: 'store',
    state: 'ok',
    words: {
      en: `Ledger (${facts.kind}): ${facts.accords.length} accords, ${entries} entries.`,
      ar: `السجل (${isolated(facts.kind)}): الاتفاقات ${isolated(facts.accords.length)}، المدخلات ${isolated(entries)}.`,
    },
    detail: facts,
  }
}
