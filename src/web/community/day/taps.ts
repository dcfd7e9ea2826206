// What one tap does on somebody's way: taking a matter on, saying that one is there, finishing a task.
import { invalid } from '#kit/check.ts'
import type { Answer } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import { acceptMatter, finishTask, replyToMatter } from '#modules/matters/public.ts'
import { bulkText, dayText } from '#text/queue.ts'
import { typed, type Sent } from '#web/visit.ts'
import { keyOf } from '../queue/once.ts'

interface Tap {
  /** What is said afterwards. */
  readonly said: Said
  readonly send: (sent: Sent, value: string, requestKey?: string) => Promise<Answer>
}

/** By the names of their buttons; the value is the matter's number, for a task the matter's and its own. */
export const TAPS = {
  accept: { said: lang => dayText(lang).doneAccept, send: (sent, id, requestKey) => sent.act(acceptMatter, { id }, { requestKey }) },
  arrived: {
    said: lang => dayText(lang).doneArrived,
    send: (sent, id, requestKey) => sent.act(replyToMatter, { id, text: dayText(sent.lang).arrivedWords }, { requestKey }),
  },
  finish: {
    said: lang => dayText(lang).doneTask,
    send: (sent, value, requestKey) => {
      const [id, task] = value.split('-')
      return sent.act(finishTask, { id, task }, { requestKey })
    },
  },
} as const satisfies Record<string, Tap>

export type TapName = keyof typeof TAPS

/** Does what was tapped and answers its name. Throws Invalid when nothing was. */
export async function tap(sent: Sent): Promise<TapName> {
  const name = Object.keys(TAPS).find((one): one is TapName => typed(sent.form, one) !== '')
  if (!name) throw invalid([{ field: 'act', reason: lang => bulkText(lang).pickAct }])
  const value = typed(sent.form, name)
  await TAPS[name].send(sent, value, keyOf(typed(sent.form, 'requestKey'), name, { value }))
  return name
}
