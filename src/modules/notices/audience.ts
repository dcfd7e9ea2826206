// Who is meant by the raiser, the followers, the workers … of a matter: each is one question for person ids.
import type { Expression } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { Audience, Facts } from '#modules/notices/occasions.ts'
import type { Beyond } from '#modules/notices/occasions-beyond.ts'
import { holdersOf, type PostKind } from '#modules/people/public.ts'

/** Who hears of what is raised: those who go and look, and those who are responsible for them. */
const WORKERS: readonly PostKind[] = ['grid_worker', 'property_staff']
const LEADERS: readonly PostKind[] = ['grid_leader', 'property_manager']
const MODERATORS = holdersOf('moderate')

/** What must be known of the matter and the entry. */
export interface About {
  readonly matter: Awaited<ReturnType<typeof mattersTold>>[number]
  readonly facts: Facts
  /** Who did it: never told. On whose behalf likewise. */
  readonly doers: readonly (number | null)[]
  /** The date there, such as 2026-11-22. */
  readonly today: string
}

/** The matters, as far as telling needs them. */
export async function mattersTold(db: Reader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('matter')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .select(['matter.id', 'matter.step', 'matter.withdrawn_at', 'matter.private', 'matter.standing', 'matter.raiser_id', 'matter.lead_id',
      'matter.lead_organisation_id', 'matter.place_id', 'place.kind as place_kind', 'place.estate_id', 'place.building_id', 'place.entrance_id'])
    .where('matter.community_id', '=', db.community).where('matter.id', 'in', ids).execute()
}

/** Everybody who is to be told, once: without the doers, the erased, and those who do not want to hear of this matter. */
export async function audienceOf(db: Reader, to: readonly Audience[], about: About): Promise<number[]> {
  const meant = to.flatMap(kind => isOfMatter(kind) ? [AUDIENCES[kind](db, about)] : [])
  const ids = meant.flatMap(part => part.ids).filter(id => id !== null)
  const known = db.selectFrom('person').select(eb => eb.ref('person.id').$castTo<number | null>().as('id'))
    .where('person.community_id', '=', db.community).where('person.id', 'in', [0, ...ids])
  let everybody = known
  for (const question of meant.flatMap(part => part.also)) everybody = everybody.union(question)
  const doers = about.doers.filter(id => id !== null)
  const found = await db.selectFrom(everybody.as('meant'))
    .innerJoin('person', join => join.on('person.community_id', '=', db.community).onRef('person.id', '=', 'meant.id'))
    .select('person.id').where('person.erased_at', 'is', null)
    .where('person.id', 'not in', [0, ...doers])
    .where(eb => eb.not(eb.exists(eb.selectFrom('notice_mute').select('notice_mute.person_id')
      .where('notice_mute.community_id', '=', db.community).where('notice_mute.matter_id', '=', about.matter.id)
      .whereRef('notice_mute.person_id', '=', 'person.id'))))
    .orderBy('person.id').execute()
  return found.map(person => person.id)
}

/** Some by their ids, some by a question. */
interface Meant {
  ids: readonly (number | null)[]
  also: readonly Expression<{ id: number | null }>[]
}

function isOfMatter(kind: Audience): kind is OfMatter {
  return Object.hasOwn(AUDIENCES, kind)
}

type OfMatter = Exclude<Audience, 'channels' | Beyond>

const AUDIENCES: Readonly<Record<OfMatter, (db: Reader, about: About) => Meant>> = {
  raiser: (_db, { matter }) => ({ ids: [matter.raiser_id], also: [] }),
  followers: (db, { matter }) => ({ ids: [], also: matter.private || matter.standing !== 'shown' ? [] : [followersOf(db, matter.id)] }),
  handlers: (db, about) => ({ ids: [about.matter.lead_id], also: [...leadersInstead(db, about), ...coHandlersOf(db, about)] }),
  named: (db, { facts, today }) => {
    const person = numberIn(facts, 'person')
    return { ids: [person], also: person === null ? ofOrganisation(db, numberIn(facts, 'organisation'), today) : [] }
  },
  workers: (db, about) => ({ ids: [], also: [withPosts(db, WORKERS, about)] }),
  moderators: (db, about) => ({ ids: [], also: [withPosts(db, MODERATORS, about)] }),
  leaders: (db, about) => ({ ids: [], also: [withPosts(db, LEADERS, about)] }),
  homes: (db, about) => ({ ids: [], also: about.matter.private || about.matter.standing !== 'shown' || about.matter.place_kind === 'home' ? [] : peopleAt(db, about) }),
}

function numberIn(facts: Facts, name: string): number | null {
  const value = facts[name]
  return typeof value === 'number' ? value : null
}

// A matter that became private is no longer for those who only follow it: see where this is asked.
function followersOf(db: Reader, matterId: number) {
  return db.selectFrom('matter_follower').select('person_id as id').where('community_id', '=', db.community)
    .where('matter_id', '=', matterId)
}

// Nobody in person: the organisation that was asked; nobody at all: those who look after the place.
function leadersInstead(db: Reader, about: About) {
  const { lead_id: lead, lead_organisation_id: organisation } = about.matter
  if (lead !== null) return []
  return organisation === null ? [withPosts(db, WORKERS, about)] : ofOrganisation(db, organisation, about.today)
}

function coHandlersOf(db: Reader, { matter, today }: About) {
  const open = db.selectFrom('matter_handler').where('matter_handler.community_id', '=', db.community)
    .where('matter_handler.matter_id', '=', matter.id).where('matter_handler.ended_at', 'is', null)
  return [
    open.select('matter_handler.person_id as id'),
    openPosts(db, today).select('post.person_id as id').where('post.organisation_id', 'in',
      open.where('matter_handler.person_id', 'is', null).where('matter_handler.organisation_id', 'is not', null)
        .select(eb => eb.ref('matter_handler.organisation_id').$notNull().as('organisation_id'))),
  ]
}

function peopleAt(db: Reader, { facts, today }: About) {
  const place = numberIn(facts, 'place')
  if (place === null) return []
  return [db.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .select('tie.person_id as id').where('tie.community_id', '=', db.community).where('tie.since', '<=', today)
    .where(eb => eb.or([eb('tie.until', 'is', null), eb('tie.until', '>=', today)]))
    .where(eb => eb.or([eb('place.id', '=', place), eb('place.entrance_id', '=', place), eb('place.building_id', '=', place),
      eb('place.estate_id', '=', place)]))]
}

function ofOrganisation(db: Reader, id: number | null, today: string) {
  return id === null ? [] : [openPosts(db, today).where('post.organisation_id', '=', id).select('post.person_id as id')]
}

function withPosts(db: Reader, kinds: readonly PostKind[], { matter, today }: About) {
  const places = [matter.place_id, matter.entrance_id, matter.building_id, matter.estate_id].filter(id => id !== null)
  return openPosts(db, today).select('post.person_id as id').where('post.kind', 'in', kinds)
    .where(eb => eb.or([
      eb('post.place_id', 'in', places),
      eb.and([eb('post.place_id', 'is', null), eb.exists(eb.selectFrom('grid_place').select('grid_place.place_id')
        .where('grid_place.community_id', '=', db.community).whereRef('grid_place.grid_id', '=', 'post.grid_id')
        .where('grid_place.place_id', 'in', places))]),
      eb.and([eb('post.place_id', 'is', null), eb('post.grid_id', 'is', null),
        eb.or([eb('organisation.place_id', 'is', null), eb('organisation.place_id', 'in', places)])]),
    ]))
}

function openPosts(db: Reader, today: string) {
  return db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
      .onRef('organisation.id', '=', 'post.organisation_id'))
    .where('post.community_id', '=', db.community).where('post.since', '<=', today)
    .where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
}
