// 罢免交业主投票: once a third of the members or a fifth of the owners back it, the owners decide.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { check } from '#kit/check.ts'
import { Refused } from '#kit/errors.ts'
import { decisionById, draftDecision, draftInput, putQuestion, putQuestionInput } from '#modules/decisions/public.ts'
import { mayNot } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange, lawNow } from '#modules/elections/find.ts'
import { recallBacking, recallIn } from '#modules/elections/recalls.ts'
import type { Actor } from '#modules/people/public.ts'
import { electionText } from '#text/elections.ts'

/** Makes the vote; its grounds stand in what it is about. */
export const voteOnRecall = action({
  name: 'elections.voteRecall',
  summary: say('summaryVoteRecall'),
  input: z.strictObject({ id: which, recall: which }),
  subject: async (db, input, _actor: Actor) => {
    const election = await electionToChange(db, input.id)
    return { election, recall: await recallIn(db, election.id, input.recall) }
  },
  refuse: (actor, { election }) => mayNot.leave(actor, election),
  run: async (db, scene) => {
    const { subject: { election, recall }, actor, now } = scene
    const { members, of, owners, total, enough } = await recallBacking(db, election, recall.id, await lawNow(db, election.estate.id, now))
    if (!enough) throw new Refused(lang => electionText(lang).recallFew(`${members}/${of}, ${owners.heads}/${total.heads}`))
    const t = electionText('zh')
    const input = check(draftInput, { estate: election.estate.id, title: t.recallTitle(recall.name), about: recall.reason, extraordinary: 'true' })
    const { answer: { id: decision } } = await draftDecision.run(db, { ...scene, subject: { estate: election.estate }, input })
    const question = check(putQuestionInput, { id: decision, position: 1, item: 'committee', text: t.askRecall(recall.name) })
    await putQuestion.run(db, { ...scene, subject: await decisionById(db, actor, decision), input: question })
    await db.updateTable('recall').set({ decision_id: decision }).where('community_id', '=', db.community).where('id', '=', recall.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id, decision }, facts: { recall: recall.id, decision, members, heads: owners.heads } }
  },
})
