// Volunteers for tests of activities, and activities for a browser to look at.
import { addActivityPost, openPatrol, planActivity, signUp } from '#modules/activities/public.ts'
import { joinVolunteers } from '#modules/volunteers/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'
import type { Village } from '#test/village.ts'

/** Registers somebody as a grown-up volunteer. */
export async function joined(here: Pick<TestHouse, 'act'>, who: Actor): Promise<void> {
  await here.act(joinVolunteers, who, {})
}

/** Writes an accident insurance down, as its recording would. */
export async function insuredAt({ owner }: Pick<TestHouse, 'owner'>, person: number | null, since = '2026-01-01', until = '2027-12-31'): Promise<void> {
  await owner.query(`insert into volunteer_policy (community_id, volunteer_id, insurer, number_sealed, number_end, since, until, recorded_by, recorded_at)
    select community_id, id, '平安', 'x', '0001', $2, $3, person_id, now() from volunteer where person_id = $1`, [person, since, until])
}

/** A market with posts of every kind, one of them taken, and a patrol; answers where they lie. */
export async function activitiesToLookAt(here: Village): Promise<{ market: string, patrol: string }> {
  const { secretary, resident, neighbour } = here.people
  const place = here.community.place('榕荫里')
  const on = here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 1 }).toString()
  const { id } = await here.act(planActivity, secretary, { name: '集市', about: '带水杯', place, meeting: '南门', on, from: '9:00', until: '12:00', leaflets: ['refund'] })
  const { post } = await here.act(addActivityPost, secretary, { id, name: '秩序', number: 1 })
  await here.act(addActivityPost, secretary, { id, name: '搭棚', number: 3, risky: true, skill: 'carrying' })
  await joined(here, resident)
  await here.act(signUp, resident, { id, post })
  const patrol = await here.act(openPatrol, secretary, { level: 'yellow', squad: neighbour.posts[0]?.organisation_id, estates: [place], meeting: '警务室' })
  return { market: `/shicheng/activities/${id}`, patrol: `/shicheng/activities/${patrol.id}` }
}
