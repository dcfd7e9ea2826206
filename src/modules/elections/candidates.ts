// Candidates as acts find them: one by its number, and those who qualify.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { CONDITIONS } from '#modules/elections/election.ts'
import { say } from '#modules/elections/fields.ts'

/** A candidate of this election. Throws NotFound. */
export async function candidateIn(db: Reader, election: number, id: number) {
  const found = await db.selectFrom('election_candidate').select(['id', 'person_id as person', 'agreed_at', 'withdrawn_at'])
    .where('community_id', '=', db.community).where('election_id', '=', election).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound(say('noCandidate'))
  return found
}

/** Those who agreed, did not withdraw and meet every condition, with their names; by the strokes of the name, as such lists are written. */
export async function qualified(db: Reader, election: number) {
  const rows = await db.selectFrom('election_candidate as candidate')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'candidate.community_id').onRef('person.id', '=', 'candidate.person_id'))
    .select(['candidate.id', 'candidate.person_id as person', 'person.name', 'candidate.about'])
    .where('candidate.community_id', '=', db.community).where('candidate.election_id', '=', election)
    .where('candidate.agreed_at', 'is not', null).where('candidate.withdrawn_at', 'is', null).where('person.erased_at', 'is', null)
    .where(sql<number>`(select count(*) from election_check met where met.community_id = candidate.community_id and met.candidate_id = candidate.id and met.met)`, '=', CONDITIONS.length)
    .orderBy('candidate.id').execute()
  return rows.toSorted((a, b) => strokes.compare(a.name, b.name))
}

const strokes = new Intl.Collator('zh-u-co-stroke')
