// 交业主投票: the drafts and the candidates become one vote of the owners; its roll, postings, ballots and count are the vote's own.
import { z } from 'zod'
import { action, type Scene } from '#kit/action.ts'
import { check, invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { decisionById, draftDecision, draftInput, putQuestion, putQuestionInput } from '#modules/decisions/public.ts'
import { qualified } from '#modules/elections/candidates.ts'
import { mayNot, type Election } from '#modules/elections/election.ts'
import { say, which } from '#modules/elections/fields.ts'
import { electionToChange, lawNow, noMisfits } from '#modules/elections/find.ts'
import { committeeMisfits, type Rules } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { draftKindText } from '#text/election-words.ts'
import { electionText } from '#text/elections.ts'

export const putToVoteInput = z.strictObject({
  id: which,
  seats: z.coerce.number().int().min(1).max(30).meta({ label: say('seats'), wrong: say('seatsWrong') }),
  months: z.coerce.number().int().min(1).max(120).meta({ label: say('months'), wrong: say('monthsWrong') }),
  secret: z.stringbool().default(false).meta({ label: say('secret'), control: 'tick' }),
})

type Input = z.output<typeof putToVoteInput>
type Standing = Awaited<ReturnType<typeof qualified>>
type Texts = Awaited<ReturnType<typeof newestDrafts>>

/** Makes the vote; anew where the former one was dropped or elected nobody. Refused while anything that the law asks for is missing. */
export const putElectionToVote = action({
  name: 'elections.putToVote',
  summary: say('summaryPutToVote'),
  input: putToVoteInput,
  subject: (db, input, _actor: Actor) => electionToChange(db, input.id),
  refuse: (actor, election) => mayNot.putToVote(actor, election) ?? (election.decision_id !== null && !['dropped', 'closed', 'posted'].includes(election.vote ?? '') ? say('underWay') : null),
  run: async (db, scene) => {
    const { subject: election, input, now } = scene
    const { rules } = await lawNow(db, election.estate.id, now)
    const texts = await newestDrafts(db, election.id)
    const standing = await qualified(db, election.id)
    await ready(db, election, { rules, input, texts, standing })
    const decision = await drafted(db, scene)
    await asked(db, scene, decision, { texts, standing })
    await numbered(db, standing)
    await db.updateTable('election').set({ decision_id: decision, seats: input.seats, term_months: input.months })
      .where('community_id', '=', db.community).where('id', '=', election.id).execute()
    return { subject: `elections/${election.id}`, answer: { id: election.id, decision }, facts: { decision, seats: input.seats, months: input.months, candidates: standing.length } }
  },
})

async function newestDrafts(db: Reader, election: number) {
  return db.selectFrom('election_draft').distinctOn('kind').select(['kind', 'text', 'version']).where('community_id', '=', db.community).where('election_id', '=', election)
    .orderBy('kind').orderBy('version', 'desc').execute()
}

async function ready(db: Reader, election: Election, { rules, input, texts, standing }: { rules: Rules, input: Input, texts: Texts, standing: Standing }): Promise<void> {
  const wrong = (field: string, reason: (lang: 'zh' | 'en') => string) => invalid([{ field, reason }])
  if (election.kind === 'first') {
    if (election.group.length === 0) throw wrong('id', say('noGroup'))
    const missing = (['rules_of_procedure', 'covenant'] as const).find(kind => !texts.some(text => text.kind === kind))
    if (missing) throw wrong('id', lang => electionText(lang).draftMissing(draftKindText(lang)[missing]))
  }
  const { n } = await db.selectFrom('election_objection').select(eb => eb.fn.countAll<number>().as('n'))
    .where('community_id', '=', db.community).where('election_id', '=', election.id).where('answered_at', 'is', null).executeTakeFirstOrThrow()
  if (n > 0) throw wrong('id', lang => electionText(lang).objectionsOpen(n))
  if (standing.length <= input.seats) throw wrong('seats', lang => electionText(lang).moreCandidates(standing.length, input.seats))
  // A by-election fills seats of a committee that is there; how many it has was settled with it.
  if (election.kind !== 'by_election') noMisfits(committeeMisfits(rules, { members: input.seats, homes: await homesOf(db, election.estate.id), months: input.months }), 'seats')
}

async function homesOf(db: Reader, estate: number): Promise<number> {
  const { n } = await db.selectFrom('place').select(eb => eb.fn.countAll<number>().as('n')).where('community_id', '=', db.community)
    .where('estate_id', '=', estate).where('kind', '=', 'home').executeTakeFirstOrThrow()
  return n
}

// The very acts that a person would do one after another, in this transaction; `raisePoint` of the councils does it so, too.
async function drafted(db: Writer, scene: Scene<Actor, Input, Election>): Promise<number> {
  const { subject: { estate, kind }, input: { seats, months, secret } } = scene
  const t = electionText('zh')
  const input = check(draftInput, { estate: estate.id, title: t.voteTitle(estate.name), about: t.voteAbout(seats, months), secret: String(secret), first: String(kind === 'first') })
  return (await draftDecision.run(db, { ...scene, subject: { estate }, input })).answer.id
}

async function asked(db: Writer, scene: Scene<Actor, Input, Election>, decision: number, { texts, standing }: { texts: Texts, standing: Standing }): Promise<void> {
  const t = electionText('zh')
  const { seats } = scene.input
  const questions = [
    ...texts.some(({ kind }) => kind === 'rules_of_procedure') ? [{ item: 'rules_of_procedure', text: t.askRules }] : [],
    ...texts.some(({ kind }) => kind === 'covenant') ? [{ item: 'covenant', text: t.askCovenant }] : [],
    { item: 'committee', text: t.askCommittee(seats), seats, candidates: standing.map(({ name, about }) => ({ name, about })) },
  ]
  for (const [i, question] of questions.entries()) {
    const subject = await decisionById(db, scene.actor, decision)
    await putQuestion.run(db, { ...scene, subject, input: check(putQuestionInput, { id: decision, position: i + 1, ...question }) })
  }
}

async function numbered(db: Writer, standing: Standing): Promise<void> {
  for (const [i, { id }] of standing.entries()) {
    await db.updateTable('election_candidate').set({ number: i + 1 }).where('community_id', '=', db.community).where('id', '=', id).execute()
  }
}
