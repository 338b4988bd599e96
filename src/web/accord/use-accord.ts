import type { Accord } from '../../core/accord/model.ts'
import type { Words } from '../../core/words.ts'
import type { AccordAnswer } from '../data/answers.ts'
import { api } from '../data/paths.ts'
import { useResource } from '../data/resource.ts'

/** The accord's text; read once and shared by all that need names, zone of time, readings. */
export function useAccord(accord: string): Accord | undefined {
  return useResource<AccordAnswer>(api.accord(accord)).data?.accord
}

/** A party's name; its id while the accord is on its way or does not name it. */
export function partyName(accord: Accord | undefined, id: string): Words {
  return accord?.parties.find(p => p.id === id)?.name ?? { en: id, ar: id }
}
