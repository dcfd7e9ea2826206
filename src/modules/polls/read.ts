// The questions about polls; all start from what the actor may see.
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { visibleTo } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { mayNotAsk } from '#modules/polls/may-not.ts'
import { askText } from '#text/ballots.ts'

/** Polls of the neighbourhood; one that belongs to a matter only for those who may see that. */
export function pollsSeen(db: Reader, actor: Actor) {
  return db.selectFrom('poll').where('poll.community_id', '=', db.community)
    .where(eb => eb.or([
      eb('poll.matter_id', 'is', null),
      eb('poll.matter_id', 'in', visibleTo(db, actor).where('matter.withdrawn_at', 'is', null).select('matter.id')),
    ]))
}

const COLUMNS = ['poll.id', 'poll.matter_id', 'poll.place_id', 'poll.grid_id', 'poll.question', 'poll.about', 'poll.rule', 'poll.unit',
  'poll.ties', 'poll.secret', 'poll.hidden', 'poll.most', 'poll.seats', 'poll.top', 'poll.quorum', 'poll.asked', 'poll.commitment',
    'poll.opened_by',
  'poll.opens_at', 'poll.closes_at', 'poll.ended_at', 'poll.called_off_why'] as const

const SHOWN = 100

interface PollsWanted {
  matter?: number | null
  /** Below this number. */
  before?: number | null
  limit?: number
}

/** The newest first; `matter`: those of a matter alone. */
export async function pollsListed(db: Reader, actor: Actor, { matter = null, before = null, limit = SHOWN }: PollsWanted = {}) {
  return described(pollsSeen(db, actor))
    .$if(matter !== null, some => some.where('poll.matter_id', '=', matter))
    .$if(before !== null, older => older.where('poll.id', '<', before ?? 0))
    .orderBy('poll.id', 'desc').limit(limit).execute()
}

/** One poll with its options and how many ballots were taken. Throws NotFound. */
export async function pollById(db: Reader, actor: Actor, id: number) {
  return described(pollsSeen(db, actor)).where('poll.id', '=', id).executeTakeFirstOrThrow(noPoll)
}

export type PollShown = Awaited<ReturnType<typeof pollById>>

function described(polls: ReturnType<typeof pollsSeen>) {
  return polls
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'poll.community_id').onRef('place.id', '=', 'poll.place_id'))
    .leftJoin('grid', join => join.onRef('grid.community_id', '=', 'poll.community_id').onRef('grid.id', '=', 'poll.grid_id'))
    .select(COLUMNS).select(sql<string | null>`coalesce(place.label, grid.name)`.as('where'))
    .select(eb => [
      jsonArrayFrom(eb.selectFrom('poll_option').select('poll_option.name')
        .whereRef('poll_option.community_id', '=', 'poll.community_id').whereRef('poll_option.poll_id', '=', 'poll.id')
        .orderBy('poll_option.position')).as('options'),
      // Counted anew only until it stands in the result.
      eb.fn.coalesce(
        eb.selectFrom('poll_result').select('poll_result.taken')
          .whereRef('poll_result.community_id', '=', 'poll.community_id').whereRef('poll_result.poll_id', '=', 'poll.id'),
        eb.selectFrom('poll_voter').select(count => count.fn.countAll<number>().as('n'))
          .whereRef('poll_voter.community_id', '=', 'poll.community_id').whereRef('poll_voter.poll_id', '=', 'poll.id')
          .where('poll_voter.taken', '=', true),
      ).as('taken'),
    ])
}

/** The estates, buildings and entrances whose people the actor may ask: those of his posts, or (without the entrances) all. */
export async function areasToAsk(db: Reader, actor: Actor) {
  const own = actor.posts.filter(post => mayNotAsk({ ...actor, posts: [post] }) === null)
  const everywhere = own.some(post => post.places === null)
  const places = [0, ...own.flatMap(post => post.places ?? [])]
  return db.selectFrom('place').select(['id', 'kind', 'label']).where('community_id', '=', db.community)
    .where('kind', 'in', everywhere ? ['estate', 'building'] : ['estate', 'building', 'entrance'])
    .$if(!everywhere, some => some.where(eb => eb.or([
      eb('id', 'in', places), eb('estate_id', 'in', places), eb('building_id', 'in', places),
    ])))
    // An estate before its buildings, a building before its entrances.
    .orderBy(sql`coalesce(estate_id, id)`).orderBy(sql`coalesce(building_id, case when kind = 'building' then id else 0 end)`)
    .orderBy('kind').orderBy('position').limit(1000).execute()
}

const marks = z.array(z.int().nonnegative())

/** What is on the ballots of an open poll that may be looked at meanwhile, and how often. */
export async function ballotsSoFar(db: Reader, pollId: number) {
  const rows = await db.selectFrom('poll_ballot').select(['poll_ballot.marks', count => count.fn.countAll<number>().as('times')])
    .where('community_id', '=', db.community).where('poll_id', '=', pollId).groupBy('poll_ballot.marks').execute()
  return rows.map(row => ({ marks: marks.parse(row.marks), times: row.times }))
}

/** Who chose what, in an open poll: people by name (null: erased), homes by label. For those asked, and whoever opened it. */
export async function signedBallots(db: Reader, pollId: number) {
  const rows = await db.selectFrom('poll_ballot')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'poll_ballot.community_id')
      .onRef('person.id', '=', 'poll_ballot.person_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'poll_ballot.community_id')
      .onRef('place.id', '=', 'poll_ballot.home_id'))
    .select(['poll_ballot.marks', sql<string | null>`coalesce(place.label, person.name)`.as('who')])
    .where('poll_ballot.community_id', '=', db.community).where('poll_ballot.poll_id', '=', pollId)
    .orderBy('place.position').orderBy('who').limit(2000).execute()
  return rows.map(row => ({ ...row, marks: marks.parse(row.marks) }))
}

/** There is no such poll for this actor. */
export function noPoll(): NotFound {
  return new NotFound(lang => askText(lang).notHere)
}
