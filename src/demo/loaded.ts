// A community of the demo once it stands in the database: finds its people by phone and its places by label.
import type { House } from '../house.ts'
import { actorOf, passerBy, phoneNumber, type Actor } from '#modules/people/public.ts'

export interface Loaded {
  id: number
  slug: string
  /** The person of this phone with his homes and posts; a passer-by for null. Throws when nobody has the phone. */
  actor(phone: string | null): Promise<Actor>
  /** The id of the place with this label. Throws when there is none. */
  place(label: string): number
}

/** Looks the community up, once for everybody and everything in it. `today` is the date on which posts and homes count. */
export async function loadedCommunity(house: Pick<House, 'database' | 'means'>, id: number, slug: string, today: string): Promise<Loaded> {
  const { database, means } = house
  const memberships = await database.commons.selectFrom('membership').select(['person_id', 'phone_index'])
    .where('community_id', '=', id).execute()
  const people = new Map(memberships.map(row => [row.phone_index, row.person_id]))
  const places = await database.look(id, db => db.selectFrom('place').select(['id', 'label']).where('community_id', '=', id).execute())
  const idOf = new Map(places.map(place => [place.label, place.id]))
  const known = new Map<string, Promise<Actor>>()

  const lookUp = (phone: string) => {
    const personId = people.get(means.secrets.blindIndex(phoneNumber.parse(phone)))
    if (personId === undefined) throw new Error(`nobody has the phone ${phone} in ${slug}`)
    return database.look(id, db => actorOf(db, personId, today))
  }
  return {
    id, slug,
    async actor(phone) {
      if (phone === null) return passerBy(id)
      const actor = known.get(phone) ?? lookUp(phone)
      known.set(phone, actor)
      return actor
    },
    place(label) {
      const found = idOf.get(label)
      if (found === undefined) throw new Error(`there is no place ${label} in ${slug}`)
      return found
    },
  }
}
