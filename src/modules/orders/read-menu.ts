// The questions about the menu: everybody may read it. What nobody can serve now is said to be so.
import { sql, type ExpressionBuilder } from 'kysely'
import type { DB, ProjectClass } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { hasSkills } from '#modules/orders/fitting.ts'
import { noItem } from '#modules/orders/find-item.ts'

const SHOWN = 200
const COLUMNS = [
  'menu_item.id', 'menu_item.class', 'menu_item.kind', 'menu_item.name', 'menu_item.about', 'menu_item.not_done', 'menu_item.skills', 'menu_item.minutes', 'menu_item.meant_for',
  'menu_item.most_a_day', 'menu_item.off_hours', 'menu_item.organisation_id', 'menu_item.project_id', 'menu_item.retired_at', 'organisation.name as team',
] as const

/** What is wanted: of a class, with these words, below a number, the retired too. */
export interface MenuWanted {
  readonly today: string
  readonly class?: ProjectClass
  readonly words?: string
  readonly after?: number | null
  readonly limit?: number
}

/** The menu, by class and name. `servable`: whether somebody could serve it now; `stars` and `ratings`: how good, of how many. */
export async function menu(db: Reader, { today, class: of, words = '', after = null, limit = SHOWN }: MenuWanted) {
  return described(db, today).where('menu_item.retired_at', 'is', null)
    .$if(of !== undefined, some => some.where('menu_item.class', '=', of ?? 'volunteer'))
    .$if(words !== '', some => some.where(sql<boolean>`position(lower(${words}) in lower(menu_item.name || ' ' || menu_item.about)) > 0`))
    .$if(after !== null, older => older.where('menu_item.id', '<', after ?? 0))
    .orderBy('menu_item.id', 'desc').limit(limit).execute()
}

/** One item, also a retired one. Throws NotFound. */
export async function menuItem(db: Reader, id: number, today: string) {
  return described(db, today).where('menu_item.id', '=', id).executeTakeFirstOrThrow(noItem)
}

export type MenuItem = Awaited<ReturnType<typeof menuItem>>

/** What was said of an item, the newest first, without whose it is. */
export async function ratingsOf(db: Reader, item: number) {
  return db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .select(['order_date.id', 'order_date.stars', 'order_date.rating', 'order_date.rated_at']).where('order_date.community_id', '=', db.community)
    .where('menu_order.item_id', '=', item).where('order_date.rating', 'is not', null).where('order_date.rating_standing', '=', 'shown')
    .orderBy('order_date.rated_at', 'desc').limit(20).execute()
}

function described(db: Reader, today: string) {
  return db.selectFrom('menu_item')
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'menu_item.community_id').onRef('organisation.id', '=', 'menu_item.organisation_id'))
    .where('menu_item.community_id', '=', db.community).select(COLUMNS)
    .select(eb => [
      eb.or([eb('menu_item.kind', '=', 'dispute'), eb.exists(eb.selectFrom('volunteer').select('volunteer.id').whereRef('volunteer.community_id', '=', 'menu_item.community_id')
        .where('volunteer.left_at', 'is', null).where(sql<boolean>`(volunteer.away_until is null or volunteer.away_until < ${today}::date)`)
        .where(hasSkills(today)))]).as('servable'),
      rated(eb).select(sql<number | null>`avg(order_date.stars)::float8`.as('n')).as('stars'),
      rated(eb).where('order_date.stars', 'is not', null).select(count => count.fn.countAll<number>().as('n')).as('ratings'),
      rated(eb).where('order_date.state', '=', 'confirmed').select(count => count.fn.countAll<number>().as('n')).as('times'),
    ])
}

function rated(eb: ExpressionBuilder<DB, 'menu_item'>) {
  return eb.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .whereRef('order_date.community_id', '=', 'menu_item.community_id').whereRef('menu_order.item_id', '=', 'menu_item.id')
}

/** The teams, and the projects that run, for whoever makes an item. */
export async function teamsAndProjects(db: Reader, today: string) {
  const [teams, projects] = await Promise.all([
    db.selectFrom('organisation').select(['id', 'name']).where('community_id', '=', db.community).where('kind', '=', 'team').orderBy('name').execute(),
    db.selectFrom('project').select(['id', 'name']).where('community_id', '=', db.community)
      .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', today)])).orderBy('name').execute(),
  ])
  return { teams, projects }
}
