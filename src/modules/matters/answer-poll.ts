// 答征求意见: one answer for each home, changed as often as wanted until it ends. The journal holds that somebody answered, never what.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { doer } from '#modules/matters/doer.ts'
import { homesAsked } from '#modules/matters/poll.ts'
import { notHere, visibleTo } from '#modules/matters/visible.ts'
import { matterId } from '#modules/matters/words.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'
import { pollText } from '#text/polls.ts'

const ANSWERS = ['yes', 'no'] as const

export const answerPollInput = z.strictObject({
  id: matterId,
  poll: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  home: z.coerce.number().int().positive().meta({ label: lang => pollText(lang).home, wrong: lang => pollText(lang).homeWrong }),
  answer: z.enum(ANSWERS).meta({
    label: lang => pollText(lang).answer, wrong: lang => pollText(lang).answerWrong, control: 'pick',
    choices: Object.fromEntries(ANSWERS.map(answer => [answer, (lang: 'zh' | 'en') => pollText(lang)[answer]])),
  }),
  suggestion: z.string().trim().max(300).default('').meta({
    label: lang => pollText(lang).suggestion, hint: lang => pollText(lang).suggestionHint, control: 'textarea',
  }),
})

/** Answers for a home of the actor's; of several answers from one home the latest counts. */
export const answerPoll = action({
  name: 'matters.answerPoll',
  summary: lang => pollText(lang).summaryAnswer,
  input: answerPollInput,
  // Not locked: a whole estate answers within the same hour, and each home has a row of its own.
  subject: (db, input, actor: Actor) => pollOf(db, actor, input.id, input.poll),
  refuse: mayNotAnswer,
  run: async (db, { subject: poll, input, actor, now }) => {
    if (!homesAsked(actor, poll.place_id).some(home => home.id === input.home)) throw invalid([{ field: 'home', reason: lang => pollText(lang).homeWrong }])
    const said = { person_id: doer(actor), answer: input.answer, suggestion: input.suggestion || null, at: now.toString() }
    await db.insertInto('matter_poll_answer').values({ community_id: db.community, poll_id: poll.id, home_id: input.home, ...said })
      .onConflict(again => again.columns(['community_id', 'poll_id', 'home_id']).doUpdateSet(said)).execute()
    return { subject: `matters/${input.id}`, answer: { id: input.id }, facts: { poll: poll.id } }
  },
})

/** A poll as the rule sees it. */
export interface Asking {
  place_id: number
  closes_at: Temporal.Instant
  /** The matter is over: closed, merged or taken back. */
  over: boolean
}

/** Why the actor may not answer, or null: somebody of a home that was asked, before it ends. */
export function mayNotAnswer(actor: Actor, poll: Asking, now: Temporal.Instant): Said | null {
  if (poll.over) return lang => matterText(lang).closedAlready
  if (Temporal.Instant.compare(now, poll.closes_at) >= 0) return lang => pollText(lang).closed
  return signedOut(actor) ?? (homesAsked(actor, poll.place_id).length > 0 ? null : lang => pollText(lang).notAsked)
}

async function pollOf(db: Reader, actor: Actor, matter: number, poll: number): Promise<Asking & { id: number }> {
  const found = await visibleTo(db, actor)
    .innerJoin('matter_poll', join => join.onRef('matter_poll.community_id', '=', 'matter.community_id').onRef('matter_poll.matter_id', '=', 'matter.id'))
    .select(['matter_poll.id', 'matter_poll.place_id', 'matter_poll.closes_at', 'matter.step', 'matter.withdrawn_at'])
    .where('matter.id', '=', matter).where('matter_poll.id', '=', poll).executeTakeFirst()
  if (!found) throw notHere()
  const { step, withdrawn_at, ...asking } = found
  return { ...asking, over: step === 'close' || withdrawn_at !== null }
}
