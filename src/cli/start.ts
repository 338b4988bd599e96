import { once } from 'node:events'
import { buildApp } from '../server/app.ts'
import { VERSION, WEB_DIR } from '../server/installed.ts'
import { problem } from '../server/problem-status.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  InputFault,
  type Terminal,
  textOption,
  UsageFault,
} from './command.ts'
import { DATA_OPTION, DATA_WORDS, dataFolder, houseFrom } from './data-folder.ts'
import { noteAddress } from './running-server.ts'
import { isolated } from './terminal.ts'

const PORT = 4711
const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** `hudna start`: server and page until stopped. */
export const START: Command = {
  name: 'start',
  usage: '[--port N] [--host ADDRESS] [--data DIR]',
  summary: { en: 'start the server and the page on this machine', ar: 'تشغيل الخادم والصفحة على هذا الجهاز' },
  options: { port: { type: 'string' }, host: { type: 'string' }, ...DATA_OPTION },
  optionWords: {
    port: { en: `port; ${PORT}, or the next free one`, ar: `المنفذ؛ ${PORT} أو أول منفذ متاح بعده` },
    host: { en: 'address to listen on; 127.0.0.1', ar: 'العنوان الذي يستمع إليه الخادم؛ 127.0.0.1' },
    ...DATA_WORDS,
  },
  run,
}

async function run(args: Arguments, t: Terminal) {
  const host = textOption(args, 'host') ?? '127.0.0.1'
  const asked = portOf(textOption(args, 'port'))
  const house = await houseFrom(args, t)
  const onLoopback = LOOPBACK.includes(host)
  const app = await buildApp({
    house,
    webDir: WEB_DIR,
    version: VERSION,
    clock: t.clock,
    ...(onLoopback && { hosts: ['127.0.0.1', 'localhost', '[::1]'] }),
    log: line => t.err(`${line}\n`),
  })
  const stopped = stopSignal()
  const port = await listen(app, host, asked)
  if (port === undefined) {
    await app.close()
    await house.close()
    throw new InputFault([
      problem('port-in-use', `port ${asked} is in use by another program`, {
        field: '--port',
        expected: 'another port, or none to take a free one',
      }),
    ])
  }
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/`
  if (!onLoopback)
    t.err(
      t.locale === 'ar'
        ? 'تنبيه: كل من يصل إلى هذا العنوان يستطيع أن يقرأ كل شيء وأن يغيّره؛ لا حسابات بعد.\n'
        : 'Warning: whoever reaches this address can read and change everything; there are no accounts yet.\n',
    )
  t.out(t.locale === 'ar' ? `هدنة جاهزة: ${isolated(address)}\n` : `Hudna is ready: ${address}\n`)
  const forget = t.env.DATABASE_URL ? () => {} : noteAddress(dataFolder(args, t).path, address)
  await stopped
  forget()
  t.err(t.locale === 'ar' ? 'إغلاق …\n' : 'Closing …\n')
  await app.close()
  await house.close()
  return EXIT.ok
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UsageFault({
    en: `--port: '${text}' is no port; expected 0 to 65535.`,
    ar: `--port: «${text}» ليس رقم منفذ؛ المتوقع من 0 إلى 65535.`,
  })
}

/** Listens on the port asked for, or on the first free one from the usual; undefined when that one is taken. */
async function listen(
  app: Awaited<ReturnType<typeof buildApp>>,
  host: string,
  asked: number | undefined,
): Promise<number | undefined> {
  const candidates = asked === undefined ? [PORT, PORT + 1, PORT + 2, PORT + 3, 0] : [asked]
  for (const port of candidates) {
    try {
      await app.listen({ host, port })
      const at = app.server.address()
      return typeof at === 'object' && at ? at.port : port
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== 'EADDRINUSE') throw error
    }
  }
  return undefined
}

async function stopSignal(): Promise<void> {
  const waiting = new AbortController()
  await Promise.race(
    ['SIGINT', 'SIGTERM', 'SIGHUP'].map(s => once(process, s, { signal: waiting.signal }).catch(() => {})),
  )
  waiting.abort()
}
