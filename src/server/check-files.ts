import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Accord } from '../core/accord/model.ts'
import type { Problem } from '../core/problem.ts'
import { readAccord } from '../formats/accord-yaml.ts'
import { problemOfFile } from './file-problem.ts'

/** Reads an accord from its folder, or from its file with `zones.geojson` beside it, and says all that is wrong. */
export async function checkFiles(
  path: string,
): Promise<{ readonly accord?: Accord; readonly problems: readonly Problem[] }> {
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  const file = isFolder ? join(path, 'accord.yaml') : path
  const zonesFile = join(dirname(file), 'zones.geojson')
  let accord: string
  try {
    accord = await readFile(file, 'utf8')
  } catch (error) {
    return { problems: [problemOfFile(error, file)] }
  }
  const zones = existsSync(zonesFile) ? await readFile(zonesFile, 'utf8') : undefined
  return readAccord({
    accord,
    ...(zones !== undefined && { zones }),
    names: { accord: file, zones: zonesFile },
  })
}
