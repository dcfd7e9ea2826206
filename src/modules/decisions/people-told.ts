// Who is to hear of what happens in a vote: questions for person ids, for notices.
import type { Reader } from '#kit/db.ts'
import { holdersOf } from '#modules/people/public.ts'

/** voters: on the roll. waiting: those of them who have not voted. voter: the one whose ballot or mandate somebody entered. objector: of `facts.objection`. keepers: of the vote. */
export const TOLD_OF_VOTES = ['voters', 'waiting', 'voter', 'objector', 'keepers'] as const
export type ToldOfVotes = (typeof TOLD_OF_VOTES)[number]

/** What must be known of the journal entry: decisions/12, its facts, the date there. */
export interface About {
  readonly subject: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly today: string
}

/** The people meant, as a question for their ids. */
export function peopleToldOfVote(db: Reader, to: ToldOfVotes, { subject, facts, today }: About) {
  const id = Number(/^decisions\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  const people = db.selectFrom('person').select('person.id').where('person.community_id', '=', db.community)
  if (to === 'keepers') {
    return people.where('person.id', 'in', db.selectFrom('decision')
      .innerJoin('post', join => join.onRef('post.community_id', '=', 'decision.community_id').onRef('post.organisation_id', '=', 'decision.organisation_id'))
      .select('post.person_id').where('decision.community_id', '=', db.community).where('decision.id', '=', id)
      .where('post.kind', 'in', holdersOf('keep decision')).where('post.since', '<=', today)
      .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)])))
  }
  if (to === 'objector') {
    return people.where('person.id', 'in', db.selectFrom('decision_objection').select('decision_objection.person_id')
      .where('decision_objection.community_id', '=', db.community).where('decision_objection.id', '=', numberIn(facts, 'objection')))
  }
  const voters = db.selectFrom('decision_voter').select(eb => eb.ref('decision_voter.person_id').$notNull().as('id')).where('decision_voter.community_id', '=', db.community)
    .where('decision_voter.decision_id', '=', id).where('decision_voter.person_id', 'is not', null)
    .$if(to === 'voter', one => one.where('decision_voter.number', '=', numberIn(facts, 'number')))
    .$if(to === 'waiting', some => some.where(eb => eb.not(eb.exists(eb.selectFrom('ballot').select('ballot.id')
      .where('ballot.community_id', '=', db.community).where('ballot.decision_id', '=', id).whereRef('ballot.number', '=', 'decision_voter.number')))))
  return people.where('person.id', 'in', voters)
}

function numberIn(facts: About['facts'], name: string): number {
  const value = facts[name]
  return typeof value === 'number' ? value : 0
}
