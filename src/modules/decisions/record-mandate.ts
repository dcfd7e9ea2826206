// 书面委托: a voter lets an agent vote for him, as his paper says. What it says is bound; the agent can hand it in or not, never change it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Urn } from '#modules/decisions/ballots.ts'
import { mayNotCollect, urnToCollect } from '#modules/decisions/cast-at-door.ts'
import { choices, soundChoices } from '#modules/decisions/choices.ts'
import { decisionId, photo, voterNumber } from '#modules/decisions/fields.ts'
import { known } from '#modules/decisions/known.ts'
import { sealChoices } from '#modules/decisions/ledger.ts'
import { numberIn } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const recordBallotMandateInput = z.strictObject({
  id: decisionId,
  number: voterNumber,
  agent: z.coerce.number().int().positive().meta({ label: lang => decisionText(lang).agent, hint: lang => decisionText(lang).agentHint, wrong: lang => decisionText(lang).agentWrong }),
  choices,
  photo,
})

/** Records a mandate in place of an earlier one of the same voter. */
export const recordBallotMandate = action({
  name: 'decisions.recordMandate',
  summary: lang => decisionText(lang).summaryMandate,
  input: recordBallotMandateInput,
  subject: (db, input, _actor: Actor) => urnToCollect(db, input),
  refuse: mayNotCollect,
  run: async (db, { subject: { urn }, input, actor, secrets, files, now }) => {
    await known(db, input.agent, 'agent')
    await withinLimit(db, urn, input)
    const said = soundChoices(urn.questions, input.choices)
    const picture = await files.save(db.community, input.photo.bytes, 'jpg')
    await db.updateTable('ballot_mandate').set({ ended_at: now.toString() }).where('community_id', '=', db.community)
      .where('decision_id', '=', urn.id).where('number', '=', input.number).where('ended_at', 'is', null).execute()
    const { id } = await db.insertInto('ballot_mandate').values({
      community_id: db.community, decision_id: urn.id, number: input.number, agent_id: input.agent, photo: picture,
      choices_sealed: sealChoices({ community: db.community, id: urn.id }, secrets.decrypt(urn.key ?? ''), input.number, { nonce: '', choices: said }),
      recorded_by: actor.personId ?? 0, recorded_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `decisions/${urn.id}`, answer: { id: urn.id, mandate: id }, facts: { mandate: id, number: input.number, agent: input.agent, photo: picture } }
  },
})

// Some rules let an agent hold one mandate only (the pack says how many). The agent's row is locked, so that two papers at once are counted.
async function withinLimit(db: Reader, { id, rules }: Urn, { agent, number }: { agent: number, number: number }): Promise<void> {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', agent).forUpdate().execute()
  const { held } = await db.selectFrom('ballot_mandate').select(eb => eb.fn.countAll<number>().as('held')).where('community_id', '=', db.community)
    .where('decision_id', '=', id).where('agent_id', '=', agent).where('number', '<>', number).where('ended_at', 'is', null).executeTakeFirstOrThrow()
  const most = rules === null ? null : numberIn(rules, 'mandates_per_agent')?.value ?? null
  if (most !== null && held + 1 > most) throw invalid([{ field: 'agent', reason: lang => decisionText(lang).tooManyMandates(most) }])
}
