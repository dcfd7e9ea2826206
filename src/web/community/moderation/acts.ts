// What can be done to all cases that are ticked: the judgements, one after another, each written down on its own.
import type { z } from 'zod'
import type { Action, Answer } from '#kit/action.ts'
import { check } from '#kit/check.ts'
import { Invalid, Problem } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Form } from '#kit/uploads.ts'
import { askChange, hideCase, makePrivate, releaseCase } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'
import { typed, type Sent } from '#web/visit.ts'
import { keyOf } from '../queue/once.ts'

/** How it went with one case: null when it was done, or why not. */
export interface Outcome {
  id: number
  problem: Said | null
}

interface Judging {
  readonly title: Said
  /** Throws Invalid when what is typed once for all is wrong; then nothing is done. */
  readonly checkOnce: (form: Form) => void
  readonly send: (sent: Sent, id: number) => Promise<Answer>
}

function judging<Schema extends z.ZodType, Subject, A extends Answer>(title: Said, action: Action<Actor, Schema, Subject, A>, inputOf: (form: Form) => object): Judging {
  return {
    title,
    checkOnce: form => void check(action.input, { id: 1, ...inputOf(form) }),
    send: (sent, id) => {
      const input = { id, ...inputOf(sent.form) }
      return sent.act(action, input, { requestKey: keyOf(typed(sent.form, 'requestKey'), action.name, input) })
    },
  }
}

/** By the value of their buttons; the first is what the key “a” does in every queue. */
export const JUDGINGS = {
  accept: judging(lang => moderationText(lang).release, releaseCase, () => ({})),
  private: judging(lang => moderationText(lang).makePrivate, makePrivate, () => ({})),
  reply: judging(lang => moderationText(lang).askChange, askChange, form => ({ words: typed(form, 'change') })),
  hide: judging(lang => moderationText(lang).hide, hideCase, form => ({ reason: typed(form, 'reason'), words: typed(form, 'words') })),
} as const satisfies Record<string, Judging>

export type JudgingName = keyof typeof JUDGINGS

/** The judgement that a form asks for, or null. */
export function judgingIn(form: Form): JudgingName | null {
  const name = typed(form, 'act')
  return Object.hasOwn(JUDGINGS, name) ? name as JudgingName : null
}

/** Judges each. Throws Invalid when nothing could be right; what is refused for one case stops none of the others. */
export async function judgeEach(sent: Sent, name: JudgingName, ids: readonly number[]): Promise<Outcome[]> {
  JUDGINGS[name].checkOnce(sent.form)
  const outcomes: Outcome[] = []
  for (const id of ids) outcomes.push({ id, problem: await JUDGINGS[name].send(sent, id).then(() => null, whyNot) })
  return outcomes
}

function whyNot(problem: unknown): Said {
  if (!(problem instanceof Problem)) throw problem
  return problem instanceof Invalid ? problem.problems[0]?.reason ?? problem.reason : problem.reason
}
