import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { HOUSE_VIEWER } from '../server/house.ts'
import { packagedAccords } from '../server/installed.ts'
import { adoption, packagedAccord } from '../server/packaged-accord.ts'
import { problem } from '../server/problem-status.ts'
import { type Arguments, type Command, EXIT, InputFault, type Terminal, UsageFault } from './command.ts'
import { DATA_OPTION, DATA_WORDS, houseFrom } from './data-folder.ts'

/** `hudna adopt`: takes one more accord into the ledger, from those that come with Hudna or from a folder. */
export const ADOPT: Command = {
  name: 'adopt',
  usage: 'ACCORD|FOLDER [--data DIR]',
  summary: { en: 'take one more accord in, with its evidence', ar: 'اعتماد اتفاق آخر مع أدلته' },
  options: { ...DATA_OPTION },
  optionWords: { ...DATA_WORDS },
  run,
}

async function run(args: Arguments, t: Terminal) {
  const [named, more] = args.positionals
  if (named === undefined || more !== undefined)
    throw new UsageFault({
      en: `One accord is expected: ${packagedAccords().join(', ')}, or a folder with an accord.yaml.`,
      ar: `المتوقع اتفاق واحد: ${packagedAccords().join('، ')}، أو مجلد فيه accord.yaml.`,
    })
  const folder = existsSync(resolve(named, 'accord.yaml')) ? resolve(named) : undefined
  const packaged = folder ? await packagedAccord(basename(folder), folder) : await packagedAccord(named)
  if (!packaged.ok) throw new InputFault(packaged.error)
  const { accord } = packaged.value
  const house = await houseFrom(args, t)
  try {
    if (house.desk(accord.id))
      throw new InputFault([
        problem('already-adopted', `'${accord.id}' is already here`, {
          field: 'ACCORD',
          expected: 'another accord, or another data folder',
        }),
      ])
    const written = await house.append(accord.id, HOUSE_VIEWER, adoption(packaged.value))
    if (!written.ok) throw new InputFault([written.error])
    t.out(
      t.locale === 'ar'
        ? `اعتُمد ${accord.title.ar}: البنود ${accord.provisions.length}، والأدلة ${packaged.value.records.length}\n`
        : `Adopted ${accord.title.en}: ${accord.provisions.length} provisions, ${packaged.value.records.length} records\n`,
    )
    return EXIT.ok
  } finally {
    await house.close()
  }
}
