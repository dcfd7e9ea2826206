// Orders for tests: something on the menu, volunteers who can do it, an order.
import { acceptOrder, makeItem, placeOrder } from '#modules/orders/public.ts'
import { actorOf, type Actor } from '#modules/people/public.ts'
import { joinVolunteers, offerSkill, type Skill } from '#modules/volunteers/public.ts'
import type { Village } from '#test/village.ts'

/** Something that the secretary puts on the menu; small repairs, where nothing else is said. Answers its number. */
export async function onMenu(here: Village, more: object = {}): Promise<number> {
  const { id } = await here.act(makeItem, here.people.secretary, {
    class: 'volunteer', kind: 'service', name: '修小家电', about: '看看电视、风扇哪里坏了，能修就修', notDone: '不修燃气灶', skills: ['appliance_repair'], minutes: 60, ...more,
  })
  return id
}

/** Joins the volunteers with these skills. */
export async function volunteers(here: Village, who: Actor, ...skills: Skill[]): Promise<Actor> {
  await here.act(joinVolunteers, who, {})
  for (const skill of skills) await here.act(offerSkill, who, { skill })
  return who
}

/** An order of somebody for his own home: tomorrow at ten. */
export async function ordered(here: Village, who: Actor, item: number, more: object = {}): Promise<number> {
  const { id } = await here.act(placeOrder, who, { item, place: who.homes[0]?.id ?? 0, words: '电视打不开了', on: dayAhead(here, 1), at: '10:00', ...more })
  return id
}

/** The date so many days ahead. */
export function dayAhead(here: Village, days: number): string {
  return here.time.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString()
}

/** A moment on the clock there, so many days after another. */
export function momentAfter(begin: Temporal.Instant, days: number, time: string): Temporal.Instant {
  const day = begin.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days })
  return day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: time.padStart(5, '0') }).toInstant()
}

/** A moment on the clock there, so many days ahead. */
export function momentAhead(here: Village, days: number, time: string): Temporal.Instant {
  return Temporal.PlainDate.from(dayAhead(here, days)).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: time }).toInstant()
}

/** An item, an order that somebody took, and a visit that waits for a consent, for pages to be looked at. */
export async function ordersToLookAt(here: Village): Promise<{ item: number, order: number, visit: number }> {
  const { resident, neighbour } = here.people
  await volunteers(here, neighbour, 'appliance_repair')
  const item = await onMenu(here)
  await onMenu(here, { name: '换开关插座', skills: ['electrics'] })
  const order = await ordered(here, resident, item)
  await here.act(acceptOrder, neighbour, { id: order, date: (await datesOf(here, order))[0]?.id })
  const visits = await onMenu(here, { name: '看望老人', kind: 'visit', skills: [] })
  const visit = await ordered(here, resident, visits, { place: here.community.place('榕荫里 1号楼 1单元 302'), named: '黄玉珠', repeat: 'weekly', words: '每星期去坐坐' })
  return { item, order, visit }
}

/** The dates of an order as the database has them, in order. */
export async function datesOf(here: Village, order: number) {
  const { rows } = await here.owner.query<{ id: string, state: string, person_id: string | null, begins_at: Temporal.Instant }>(
    'select id, state, person_id, begins_at from order_date where order_id = $1 order by begins_at', [order])
  return rows.map(row => ({ ...row, id: Number(row.id), person_id: row.person_id === null ? null : Number(row.person_id) }))
}

/** People of the village with a home, besides the cast: as actors. */
export async function neighbours(here: Village, count: number): Promise<Actor[]> {
  const cast = Object.values(here.people).map(one => one.personId)
  const { rows } = await here.owner.query<{ id: string }>(`select distinct person.id from person join tie on tie.person_id = person.id and tie.community_id = person.community_id
    where person.community_id = 1 and tie.until is null and person.id <> all($1) order by person.id limit $2`, [cast, count])
  return here.house.database.look(here.community.id, db => Promise.all(rows.map(({ id }) => actorOf(db, Number(id), dayAhead(here, 0)))))
}
