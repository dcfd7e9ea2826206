// What was handed over, for those who may read it: on duty there now or within the hour, its writer, and who keeps the roster.
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '#db/tables.ts'
import { at, type Reader } from '#kit/db.ts'
import { keeps } from '#modules/duty/duty.ts'
import { turnsAbout } from '#modules/duty/read-note.ts'
import type { Actor } from '#modules/people/public.ts'

const SHOWN = 20

/** The newest first, of one `roster` or all; `next`: those that the actor confirms, and only they when it is asked for. */
export async function notesFor(db: Reader, actor: Actor, now: Temporal.Instant, { roster, next = false }: { roster?: number, next?: boolean } = {}) {
  const secretary = actor.posts.some(post => post.kind === 'secretary')
  const led = [0, ...actor.posts.filter(post => keeps({ ...actor, posts: [post] }, { organisation_id: post.organisation_id, part_of: null })).map(post => post.organisation_id)]
  const onDutyIn = () => turnsAbout(db, actor, now)
  const isNext = (eb: ExpressionBuilder<DB, 'duty_turn' | 'duty_note' | 'organisation'>) => eb.and([
    eb('duty_note.read_at', 'is', null), eb('duty_turn.person_id', '<>', actor.personId ?? 0),
    eb.exists(onDutyIn().where('around.organisation_id', '=', eb.ref('organisation.id')).where('about.until_at', '>', eb.ref('duty_turn.until_at'))),
  ])
  return db.selectFrom('duty_note')
    .innerJoin('duty_turn', join => join.onRef('duty_turn.community_id', '=', 'duty_note.community_id')
      .onRef('duty_turn.id', '=', 'duty_note.turn_id'))
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'duty_roster.community_id')
      .onRef('organisation.id', '=', 'duty_roster.organisation_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'duty_turn.community_id')
      .onRef('person.id', '=', 'duty_turn.person_id'))
    .leftJoin('person as reader', join => join.onRef('reader.community_id', '=', 'duty_note.community_id')
      .onRef('reader.id', '=', 'duty_note.read_by'))
    .select(['duty_turn.id as turn', 'duty_roster.name as roster', 'person.name as person', 'duty_turn.until_at', 'duty_note.text', 'duty_note.written_at', 'reader.name as reader', 'duty_note.read_at'])
    .select(eb => isNext(eb).as('next'))
    .where('duty_note.community_id', '=', db.community).where('duty_note.text', '<>', '')
    .where('duty_note.written_at', '>', at(now.subtract({ hours: 24 * 30 })))
    .$if(roster !== undefined, some => some.where('duty_turn.roster_id', '=', roster ?? 0))
    .$if(next, some => some.where(isNext))
    .$if(!secretary, some => some.where(eb => eb.or([
      eb('duty_turn.person_id', '=', actor.personId ?? 0), eb('organisation.id', 'in', led), eb('organisation.part_of', 'in', led),
      eb('organisation.id', 'in', onDutyIn()),
    ])))
    .orderBy('duty_note.written_at', 'desc').limit(SHOWN).execute()
}
