import { sentenceOf } from '../../../core/problem.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate } from '../../data/resource.ts'
import { toast } from '../../show/toast.tsx'

export type Written = { readonly seq: number }

/**
 * Sends a change, refreshes what is on screen and offers to take it back.
 *
 * @returns the sentence of what was wrong; undefined when it is done.
 */
export async function act(
  accord: string,
  path: string,
  body: unknown,
  { done, undo, undone, offline }: { done: string; undo: string; undone: string; offline: string },
): Promise<string | undefined> {
  try {
    const { seq } = await post<Written>(path, body)
    invalidate(api.accord(accord))
    toast(done, {
      name: undo,
      do: () => {
        void post(api.undo(accord), { seq }).then(() => {
          invalidate(api.accord(accord))
          toast(undone)
        })
      },
    })
    return undefined
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return error.problem ? sentenceOf(error.problem) : offline
  }
}
