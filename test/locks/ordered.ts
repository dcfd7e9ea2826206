// Orders of one staircase in every state in which somebody may lay hands on them: asked by `raiser`, served by `lead`.
import { acceptOrder, agreeToVisits, makeItem, placeOrder } from '#modules/orders/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { joinVolunteers } from '#modules/volunteers/public.ts'
import type { TestHouse } from '#test/database.ts'

interface Ground {
  community: number
  secretary: Actor
  raiser: Actor
  lead: Actor
}

const ITEM = { name: '修小家电', about: '看看哪里坏了，能修就修', skills: [], minutes: 60, meantFor: 'everybody', mostADay: 100 }

/** Lays them; each on a day of its own. What needs another hour is written by the owner of the database. */
export async function layOrders(here: TestHouse, { community, secretary, raiser, lead }: Ground) {
  await here.act(joinVolunteers, lead, {})
  const { id: item } = await here.act(makeItem, secretary, ITEM)
  const { id: visit } = await here.act(makeItem, secretary, { ...ITEM, kind: 'visit', name: '看望老人' })
  const place = raiser.homes[0]?.id
  const laid = async (day: number, state: string | null, more = '') => {
    const { id } = await here.act(placeOrder, raiser, { item, place, words: '电视打不开了', on: `2026-11-${day}`, at: '10:00' })
    const { rows } = await here.owner.query<{ id: number }>('select id::int from order_date where community_id = $1 and order_id = $2', [community, id])
    const date = rows[0]?.id ?? 0
    if (state !== null) await here.act(acceptOrder, lead, { id, date })
    if (state !== null && state !== 'taken') await here.owner.query(`update order_date set state = $2${more} where community_id = $3 and id = $1`, [date, state, community])
    return { id, date }
  }
  const began = `, began_at = '2026-11-20T01:00:00Z'`
  const finished = `${began}, finished_at = '2026-11-20T01:30:00Z'`
  const orders = {
    open: await laid(22, null), taken: await laid(23, 'taken'), soon: await laid(24, 'taken', ''), begun: await laid(25, 'begun', began), served: await laid(26, 'served', finished),
    rated: await laid(27, 'confirmed', `${finished}, rating = '话', rating_standing = 'held', stars = 3`), held: await laid(28, 'held', `, person_id = null, held_until = '2026-11-21'`),
  }
  await here.owner.query(`update order_date set begins_at = '2026-11-20T01:00:00Z', ends_at = '2026-11-20T02:00:00Z' where community_id = $1 and id = $2`, [community, orders.soon.date])
  const asked = async () => (await here.act(placeOrder, lead, { item: visit, place, named: raiser.name, on: '2026-11-29', at: '9:00', repeat: 'weekly' })).id
  const [toAgree, agreed] = [await asked(), await asked()]
  await here.act(agreeToVisits, raiser, { id: agreed, share: 'words' })
  return { item, visit, orders, toAgree, agreed }
}
