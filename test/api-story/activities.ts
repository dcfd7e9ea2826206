// A chapter: a market with posts, from the plan to the hours; and a patrol in a storm.
import { digitsNow } from '#modules/activities/public.ts'
import { joined, insuredAt } from '#test/activities.ts'
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** The secretary plans, the resident and the neighbour help. */
export async function activities(t: Teller, here: Street): Promise<void> {
  for (const who of ['resident', 'neighbour']) await joined(t, await t.actor(who))
  const now = t.house.clock().toZonedDateTimeISO('Asia/Shanghai')
  const on = now.toPlainDate().add({ days: 1 }).toString()
  const { id } = await t.does('secretary', 'activities.plan', { name: '反诈集市', about: '发宣传单', meeting: '南门', on, from: '9:00', until: '12:00', leaflets: ['police_call'] })
  const { post } = await t.does('secretary', 'activities.addPost', { id, name: '发宣传单', number: 1 })
  await t.does('resident', 'activities.signUp', { id, post })
  await t.does('neighbour', 'activities.signUp', { id, post })
  await t.does('neighbour', 'activities.signOff', { id, post })
  await t.does('secretary', 'activities.changePost', { id, post, number: 2 })
  await t.does('neighbour', 'activities.signUp', { id, post })
  await t.does('secretary', 'activities.move', { id, on, from: '9:30' })
  await t.asks('', 'activities.list', { limit: '2' })
  await t.asks('resident', 'activities.show', { id: String(id) })
  await served(t, { id, post, neighbour: here.neighbour, on })
  const { id: off } = await t.does('secretary', 'activities.plan', { name: '包粽子', meeting: '居委会', on: now.toPlainDate().add({ days: 9 }).toString(), from: '9:00', until: '12:00' })
  await t.does('secretary', 'activities.callOff', { id: off, why: '台风要来' })
  await stormy(t, here)
}

const digits = (t: Teller, id: number) => digitsNow(t.house.means.secrets.receipt, { community: 1, activity: id, now: t.house.clock() })

// The resident by the digits on the screen; the neighbour has no phone with him and forgets to check out.
async function served(t: Teller, { id, post, neighbour, on }: { id: number, post: unknown, neighbour: number, on: string }): Promise<void> {
  t.later(t.time.now.until(Temporal.ZonedDateTime.from(`${on}T09:10[Asia/Shanghai]`).toInstant()))
  await t.does('resident', 'activities.checkIn', { id, code: digits(t, id) })
  await t.does('secretary', 'activities.markPresence', { id, post, person: neighbour, what: 'came' })
  t.later({ hours: 4 })
  await t.does('resident', 'activities.checkOut', { id, code: digits(t, id) })
  await t.does('secretary', 'activities.confirmTime', { id, post, person: neighbour, minutes: 90 })
  await t.does('secretary', 'activities.close', { id, reached: [{ post, people: 60 }] })
}

async function stormy(t: Teller, { neighbour, homes: [home] }: Street): Promise<void> {
  const { id: membership } = await t.does('secretary', 'people.appoint', {
    person: neighbour, since: '2026-11-01', kind: 'volunteer', organisationKind: 'team', organisation: '安全护卫队',
  })
  const { rows: [found] } = await t.owner.query<{ squad: number, estate: number }>(`select post.organisation_id::int as squad, place.estate_id::int as estate
    from post, place where post.id = $1 and place.id = $2`, [membership, home])
  await insuredAt(t, neighbour)
  const { id, post } = await t.does('secretary', 'activities.openPatrol', { level: 'orange', squad: found?.squad, estates: [found?.estate], meeting: '警务室' })
  await t.does('neighbour', 'activities.signUp', { id, post, riskRead: true })
  await t.does('neighbour', 'activities.checkIn', { id, code: digits(t, id) })
  const { rows: [point] } = await t.owner.query<{ id: number }>('select id::int from patrol_point where activity_id = $1 order by id limit 1', [id])
  await t.does('neighbour', 'activities.checkPoint', { id, point: point?.id, finding: 'ok' })
  // He erases himself at the end of the story, and nobody does with a post.
  await t.does('secretary', 'people.endPost', { post: membership, until: t.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().subtract({ days: 1 }).toString() })
}
