// The help desk of an election: questions with their answers. One statement.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'

export type QuestionAtDesk = Awaited<ReturnType<typeof questionsOf>>[number]

/** Questions, those written beforehand first. Who asked is told to nobody; what waits or is not shown, only to its author and those `inside`. */
export async function questionsOf(db: Reader, actor: Actor, election: number, inside: boolean) {
  const own = sql<boolean>`coalesce(election_question.person_id = ${actor.personId}, false)`
  return db.selectFrom('election_question').select(['id', 'text', 'answer', 'standing', 'at', own.as('own'), sql<boolean>`election_question.person_id is null`.as('common')])
    .where('community_id', '=', db.community).where('election_id', '=', election)
    .$if(!inside, some => some.where(eb => eb.or([eb('standing', '=', 'shown'), own])))
    .orderBy(sql`election_question.person_id is not null`).orderBy('id', 'desc').execute()
}
