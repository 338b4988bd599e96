import { useWords } from '../../locale/locale.tsx'
import { shared } from '../../words/shared.ts'
import { act } from './act.ts'
import { incidentsWords } from './words/words.ts'

/** `act` in the reader's words. */
export function useAct(accord: string): (path: string, body: unknown) => Promise<string | undefined> {
  const w = useWords(incidentsWords)
  const s = useWords(shared)
  return (path, body) =>
    act(accord, path, body, {
      done: w.kept,
      undo: s.common.undo,
      undone: w.undone,
      offline: s.fault.offlineWay,
    })
}
