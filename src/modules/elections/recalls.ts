// Recalls as acts find them, and whether enough people back one.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { backing } from '#modules/elections/backing.ts'
import { seatsTaken } from '#modules/elections/committee.ts'
import type { Election } from '#modules/elections/election.ts'
import { say } from '#modules/elections/fields.ts'
import { mayDemand, reaches, shareIn, type Rules, type Weight } from '#modules/law/public.ts'

/** A recall in this election that is not at the vote yet, with its member. Throws NotFound. */
export async function recallIn(db: Reader, election: number, id: number) {
  const found = await db.selectFrom('recall')
    .innerJoin('election_member', join => join.onRef('election_member.community_id', '=', 'recall.community_id').onRef('election_member.id', '=', 'recall.member_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'election_member.community_id').onRef('person.id', '=', 'election_member.person_id'))
    .select(['recall.id', 'recall.reason', 'person.name']).where('recall.community_id', '=', db.community).where('election_member.election_id', '=', election)
    .where('recall.id', '=', id).where('recall.decision_id', 'is', null).where('election_member.until', 'is', null).executeTakeFirst()
  if (!found) throw new NotFound(say('noRecall'))
  return found
}

/** Who backs it, of the committee and of the owners, and whether either is enough (指导规则 43). */
export interface RecallBacking {
  readonly members: number
  readonly of: number
  readonly owners: Weight
  readonly total: Weight
  readonly enough: boolean
}

/** Counts it. */
export async function recallBacking(db: Reader, { estate }: Election, recall: number, { rules, today }: { rules: Rules, today: string }): Promise<RecallBacking> {
  const backers = (await db.selectFrom('recall_backer').select('person_id').where('community_id', '=', db.community).where('recall_id', '=', recall).execute()).map(({ person_id }) => person_id)
  const committee = await seatsTaken(db, estate.id).execute()
  const members = committee.filter(({ person }) => backers.includes(person)).length
  const { asking, total } = await backing(db, estate.id, backers, today)
  const ofMembers = reaches({ heads: members, area: members }, { heads: committee.length, area: committee.length }, shareIn(rules, 'recall_request_members').value)
  return { members, of: committee.length, owners: asking, total, enough: ofMembers || mayDemand(rules, 'recall_request_owners', asking, total) }
}
