// What every tale of a vote needs: proofs that it hangs, co-owners who named one of them, and ballots by phone and at the door.
import type { Reader } from '#kit/db.ts'
import { castAtDoor, castBallot, recordDelivery, recordPosting, settleHome, type Choices, type Posted } from '#modules/decisions/public.ts'
import { buildings } from '#modules/places/public.ts'
import type { Teller } from './teller.ts'

/** A vote: the label of its estate, and who of the cast keeps it. */
export interface Kept {
  id: number
  estate: string
  keeper: 'committeeChair' | 'secretary'
}

/** It hangs in every building, each with its photo. */
export async function posted(teller: Teller, { id, estate, keeper }: Kept, what: Posted, daysAgo: number): Promise<void> {
  const { by, place, date, look } = teller
  const hand = await by(keeper)
  for (const building of await look(db => buildings(db, place(estate)))) {
    await hand.does(recordPosting, { id, what, place: building.id, at: `${date(daysAgo)}T10:30`, photo: await hand.proof('door') })
  }
}

/** Of every home with several owners, the one whom they named on paper. */
export async function settled({ by, look, place }: Teller, { id, estate, keeper }: Kept): Promise<void> {
  const hand = await by(keeper)
  const shared = await look(db => ties(db, place(estate))
    .select(eb => ['tie.home_id', eb.fn.min('tie.person_id').as('person')]).groupBy('tie.home_id')
    .having(eb => eb.fn.count('tie.person_id').distinct(), '>', 1).orderBy('tie.home_id').execute())
  for (const { home_id, person } of shared) await hand.does(settleHome, { id, home: home_id, kind: 'named', person, reason: '共有人签了推选书' })
}

/** So many owners of an estate, from all over the roster. */
export async function ownersOf({ look, place, date }: Teller, estate: string, count: number): Promise<number[]> {
  const rows = await look(db => ties(db, place(estate)).select('tie.person_id').distinct().where('tie.since', '<=', date(90))
    .orderBy('tie.person_id').execute())
  const step = Math.max(1, Math.floor(rows.length / count))
  return rows.filter((_, i) => i % step === 0).slice(0, count).map(({ person_id }) => person_id)
}

// Who owns a home there now.
function ties(db: Reader, estate: number) {
  return db.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .where('tie.community_id', '=', db.community).where('place.estate_id', '=', estate)
    .where('tie.kind', '=', 'owner').where('tie.until', 'is', null)
}

interface Evening {
  day: number
  /** The percentage of the roll. */
  until: number
  choices: (number: number) => Choices
}

/** Everybody up to a percentage of the roll who has not voted yet: most by phone, every ninth at the door. */
export async function vote({ look, by, person, date }: Teller, { id, keeper }: Kept, { day, until, choices }: Evening): Promise<void> {
  const rest = await look(db => db.selectFrom('decision_voter')
    .leftJoin('ballot', join => join.onRef('ballot.community_id', '=', 'decision_voter.community_id')
      .onRef('ballot.decision_id', '=', 'decision_voter.decision_id').onRef('ballot.number', '=', 'decision_voter.number'))
    .select(['decision_voter.number', 'decision_voter.person_id']).where('decision_voter.community_id', '=', db.community)
    .where('decision_voter.decision_id', '=', id).where('ballot.id', 'is', null).orderBy('decision_voter.number').execute())
  const hand = await by(keeper)
  const witness = (await by('gridWorker')).actor.personId
  for (const { number, person_id } of rest.filter(voter => mixed(voter.number) < until)) {
    if (number % 9 !== 0) await person(person_id).does(castBallot, { id, choices: choices(number) })
    else {
      await hand.does(recordDelivery, { id, number, how: 'in_hand', receivedBy: 'owner', at: `${date(day)}T19:00` })
      await hand.does(castAtDoor, { id, number, choices: choices(number), witness, photo: await hand.proof('door') })
    }
  }
}

/** A number from 0 to 99 that is always the same for this one and looks like none for its neighbour. */
export function mixed(number: number): number {
  return (number * 2_654_435_761 % 4_294_967_296) % 100
}
