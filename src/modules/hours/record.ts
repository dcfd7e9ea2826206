// 记服务: an organiser writes down what was served, by whom and how long. It counts once another one approved it.
import { action } from '#kit/action.ts'
import { say, servingInput } from '#modules/hours/fields.ts'
import { projectRules } from '#modules/hours/find.ts'
import { mayNotRecord } from '#modules/hours/may-not.ts'
import { checked } from '#modules/hours/written.ts'
import { recordServing } from '#modules/hours/write-down.ts'
import type { Actor } from '#modules/people/public.ts'

/** Writes it down. Throws Invalid. */
export const recordHours = action({
  name: 'hours.record',
  summary: say('summaryRecord'),
  input: servingInput,
  subject: (db, input, _actor: Actor) => projectRules(db, input.project),
  refuse: mayNotRecord,
  run: async (db, { subject: project, input, actor, now }) => {
    const serving = await checked(db, input, project, now)
    const id = await recordServing(db, { ...serving, about: null, proof: 'written', recordedBy: actor.personId, head: actor.personId, now })
    const facts = { project: project.id, served: serving.served, people: serving.people.map(({ person }) => person) }
    return { subject: `servings/${id}`, answer: { id }, facts }
  },
})
