// The matter that an act is about: found among what the actor may see, locked until the act is done.
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import type { Matter, MatterUnderMethod } from '#modules/matters/matter.ts'
import { everyMatter, notHere, visibleTo } from '#modules/matters/visible.ts'
import { methodIn, methodInForce } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** The columns that the rules look at; with `visibleTo` in front. */
export function ruled(query: ReturnType<typeof visibleTo>) {
  return query
    .select(['matter.id', 'matter.step', 'matter.track', 'matter.urgent', 'matter.raiser_id', 'matter.raised_at', 'matter.withdrawn_at', 'matter.merged_into', 'matter.standing', 'matter.private', 'matter.entered_by',
      'matter.lead_id', 'matter.lead_organisation_id', 'matter.accepted_at', 'matter.paused_at', 'matter.pause_reason', 'matter.step_since', 'matter.waits_for_resident', 'matter.method_id',
      'place.id as place_id', 'place.kind as place_kind', 'place.name', 'place.label', 'place.code', 'place.parent_id', 'place.estate_id', 'place.building_id', 'place.entrance_id'])
    .select(eb => [
      jsonArrayFrom(eb.selectFrom('matter_handler').select(['matter_handler.person_id', 'matter_handler.organisation_id'])
        .whereRef('matter_handler.community_id', '=', 'matter.community_id').whereRef('matter_handler.matter_id', '=', 'matter.id')
        .where('matter_handler.ended_at', 'is', null)).as('handlers'),
      eb.selectFrom('method').select('method.source')
        .whereRef('method.community_id', '=', 'matter.community_id').whereRef('method.id', '=', 'matter.method_id').as('method_source'),
    ])
}

type Ruled = Awaited<ReturnType<ReturnType<typeof ruled>['executeTakeFirstOrThrow']>>

/** A row of `ruled` as the rules see it. */
export function asMatter(found: Ruled): Matter {
  const { place_id, place_kind, name, label, code, parent_id, estate_id, building_id, entrance_id, method_source: _, method_id: __, ...matter } = found
  return { ...matter, place: { id: place_id, kind: place_kind, name, label, code, parent_id, estate_id, building_id, entrance_id } }
}

/** The matter, locked, for what the clock does of itself: whoever could see it. Throws NotFound. */
export async function matterByClock(db: Reader, id: number): Promise<MatterUnderMethod> {
  return underMethod(db, await lockedIn(() => everyMatter(db), id))
}

/** The matter, locked. Throws NotFound. */
export async function matterToChange(db: Reader, actor: Actor, id: number, hasReceipt = false): Promise<Matter> {
  return asMatter(await locked(db, actor, id, hasReceipt))
}

/** The matter, locked, with the method under which it goes. Throws NotFound. */
export async function matterToMove(db: Reader, actor: Actor, id: number, hasReceipt = false): Promise<MatterUnderMethod> {
  return underMethod(db, await locked(db, actor, id, hasReceipt))
}

async function underMethod(db: Reader, found: Ruled): Promise<MatterUnderMethod> {
  return { ...asMatter(found), method: methodIn(found.method_source ?? (await methodInForce(db)).source) }
}

function locked(db: Reader, actor: Actor, id: number, hasReceipt: boolean): Promise<Ruled> {
  return lockedIn(() => visibleTo(db, actor, hasReceipt ? id : null), id)
}

async function lockedIn(matters: () => ReturnType<typeof everyMatter>, id: number): Promise<Ruled> {
  const visible = () => matters().where('matter.id', '=', id)
  // First the lock, then the look: what stands beside the matter is read as it is once nobody else holds it.
  await visible().select('matter.id').forUpdate('matter').execute()
  const found = await ruled(visible()).executeTakeFirst()
  if (!found) throw notHere()
  return found
}
