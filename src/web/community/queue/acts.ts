// What can be done to many matters at once: the actions that are done to one, one after another.
import type { z } from 'zod'
import type { Action, Answer } from '#kit/action.ts'
import { check, invalid } from '#kit/check.ts'
import { Invalid, Problem } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Form } from '#kit/uploads.ts'
import { acceptMatter, addTask, filledIn, handOnMatter, replyToMatter, routeMatter, setUrgent } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { bulkText } from '#text/queue.ts'
import { templatesText } from '#text/work-more.ts'
import { typed, type Sent } from '#web/visit.ts'
import { keyOf } from './once.ts'

/** How it went with one matter: null when it was done, or why not. */
export interface Outcome {
  id: number
  problem: Said | null
}

interface BulkAct {
  readonly title: Said
  /** Throws Invalid when what is typed once for all is wrong; then nothing is done. */
  readonly checkOnce: (form: Form) => void
  readonly send: (sent: Sent, id: number) => Promise<Answer>
}

function bulk<Schema extends z.ZodType, Subject, A extends Answer>(
  title: Said, action: Action<Actor, Schema, Subject, A>, inputOf: (sent: Pick<Sent, 'form' | 'lang'>, id: number) => object, typedOnce: boolean,
): BulkAct {
  return {
    title,
    checkOnce: form => void (typedOnce && check(action.input, inputOf({ form, lang: 'zh' }, 1))),
    send: async (sent, id) => {
      const input = inputOf(sent, id)
      return sent.act(action, input, { requestKey: keyOf(typed(sent.form, 'requestKey'), action.name, input) })
    },
  }
}

/** By the value of their buttons. */
export const BULK = {
  accept: bulk(lang => bulkText(lang).accept, acceptMatter, (_sent, id) => ({ id }), false),
  urgent: bulk(lang => bulkText(lang).urgent, setUrgent, (_sent, id) => ({ id, urgent: true }), false),
  confirm: bulk(lang => bulkText(lang).confirm, routeMatter, ({ form }, id) => ({ id, ...proposalIn(form, id) }), false),
  handOn: bulk(lang => bulkText(lang).handOn, handOnMatter, ({ form }, id) => ({ id, organisation: organisationIn(form), note: typed(form, 'note') }), true),
  reply: bulk(lang => bulkText(lang).reply, replyToMatter, (sent, id) => ({ id, text: replyIn(sent, id) }), true),
  task: bulk(lang => bulkText(lang).task, addTask, ({ form }, id) => (
    { id, title: typed(form, 'title'), organisation: typed(form, 'owner') || undefined, due: typed(form, 'due') }), true),
} as const satisfies Record<string, BulkAct>

export type BulkName = keyof typeof BULK

/** The act that a form asks for, or null. */
export function actIn(form: Form): BulkName | null {
  const name = typed(form, 'act')
  return Object.hasOwn(BULK, name) ? name as BulkName : null
}

/** Does it to each, one after another. Throws Invalid when nothing could be right; what is refused for one matter stops none of the others. */
export async function doToEach(sent: Sent, name: BulkName, ids: readonly number[]): Promise<Outcome[]> {
  BULK[name].checkOnce(sent.form)
  const outcomes: Outcome[] = []
  for (const id of ids) outcomes.push({ id, problem: await BULK[name].send(sent, id).then(() => null, whyNot) })
  return outcomes
}

function whyNot(problem: unknown): Said {
  if (!(problem instanceof Problem)) throw problem
  return problem instanceof Invalid ? problem.problems[0]?.reason ?? problem.reason : problem.reason
}

/** What a row says of its matter for acts that need it: the proposal that the worker saw, and the place. */
export function aboutOf(matter: { track: string | null, category: string | null, label: string }): string {
  return [matter.track ?? '', matter.category ?? '', matter.label].join('|')
}

function aboutIn(form: Form, id: number) {
  const [track = '', category = '', place = ''] = typed(form, `about-${id}`).split('|')
  return { track, category, place }
}

function proposalIn(form: Form, id: number): { track: string, category: string } {
  const { track, category } = aboutIn(form, id)
  if (track === '' || category === '') throw invalid([{ field: 'track', reason: lang => bulkText(lang).noProposal }])
  return { track, category }
}

function organisationIn(form: Form): string {
  const organisation = typed(form, 'organisation')
  if (organisation === '') throw invalid([{ field: 'organisation', reason: lang => bulkText(lang).noOrganisation }])
  return organisation
}

// Own words, or saved ones with the name, the place and the number of each matter. Said to everybody, so nobody is named.
function replyIn({ form, lang }: Pick<Sent, 'form' | 'lang'>, id: number): string {
  const words = typed(form, 'text').trim() || typed(form, 'template')
  return filledIn(words, { name: templatesText(lang).neighbour, place: aboutIn(form, id).place, id })
}
