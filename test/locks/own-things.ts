// What everybody has of his own: agreements, views of the queue, a place in an activity, a key for a program.
import { createHash } from 'node:crypto'
import { draftsOf } from '#kit/drafts.ts'
import type { TestHouse } from '#test/database.ts'
import { photoOf } from '#test/pictures.ts'
import type { Column } from './people.ts'
import type { Actor } from '#modules/people/public.ts'
import type { Spot } from './spot.ts'

/** What somebody has of his own, by its number. */
export interface OwnThings {
  view: number
  /** The key of a program, as its owner names it. */
  token: string
  /** A photo, as programs send it; and the token of the same, kept from a form that had something to mend. */
  picture: string
  photo: string
}

/** Gives everybody who can have them one of each; whoever has not signed in tries those of the first. */
export async function giveOwnThings(
  here: TestHouse, people: Record<Column, Actor>, spots: readonly Pick<Spot, 'community' | 'joined' | 'came' | 'asked'>[],
): Promise<Record<Column, OwnThings>> {
  const all: [string, OwnThings][] = []
  const picture = (await photoOf('darkgreen')).toString('base64')
  for (const [column, { community, personId }] of Object.entries(people)) {
    const photo = await draftsOf(here.house.means, { community, personId }).keep(picture)
    if (personId === null) {
      all.push([column, { view: 1, token: '0'.repeat(12), picture, photo }])
      continue
    }
    await here.owner.query(`insert into consent (community_id, person_id, purpose, wording, given_at) values ($1, $2, 'share_phone', 'share_phone_1', now())`,
      [community, personId])
    for (const spot of spots.filter(one => one.community === community)) {
      await here.owner.query(`insert into matter_joiner (community_id, matter_id, person_id, joined_at, arrived_at)
        values ($1, $2, $3, '2026-11-20', null), ($1, $4, $3, '2026-11-20', '2026-11-20T00:00:00Z')`, [community, spot.joined, personId, spot.came])
    }
    const { rows } = await here.owner.query<{ id: number }>(
      `insert into saved_filter (community_id, person_id, name, query) values ($1, $2, 'mine', '') returning id::int`, [community, personId])
    const hash = createHash('sha256').update(column).digest('hex')
    await here.owner.query(`insert into api_token (community_id, person_id, name, token_hash, made_at, ends_at) values ($1, $2, 'mine', $3, now(), '2027-01-01')`,
      [community, personId, hash])
    all.push([column, { view: rows[0]?.id ?? 0, token: hash.slice(0, 12), picture, photo }])
  }
  return Object.fromEntries(all) as Record<Column, OwnThings>
}
