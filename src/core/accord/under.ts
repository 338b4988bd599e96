import type { Accord, AccordDocument, Provision } from './model.ts'

/**
 * A provision as one reading has it: its patch laid over it, and of its exceptions only those that this
 * reading finds in the text. Undefined where the reading does not find the clause at all.
 */
export function underReading(provision: Provision, reading: string): Provision | undefined {
  if (provision.readings && !provision.readings.includes(reading)) return undefined
  const patch = provision.under?.[reading]
  const { under: _under, exceptions: base, ...rest } = provision
  const exceptions = (patch?.exceptions ?? base)?.filter(x => x.reading === reading)
  return {
    ...rest,
    ...patch,
    ...(exceptions?.length ? { exceptions } : { exceptions: undefined }),
  } as Provision
}

/** All provisions that exist under a reading, as it has them, in the accord's order. */
export function provisionsUnder(accord: Accord, reading: string): readonly Provision[] {
  return accord.provisions.flatMap(p => underReading(p, reading) ?? [])
}

/** The starts of a document that a reading takes: the one it names, else every one that is claimed. */
export function startsUnder(
  accord: Accord,
  document: AccordDocument,
  reading: string,
): AccordDocument['starts'] {
  const named = accord.readings.find(r => r.id === reading)?.starts?.[document.id]
  return named === undefined ? document.starts : document.starts.filter(s => s.id === named)
}
