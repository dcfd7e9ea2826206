// Who may order an item. Pure.
import type { Said } from '#kit/phrase.ts'
import { say } from '#modules/orders/fields.ts'
import type { Item } from '#modules/orders/item.ts'
import { lacks, signedOut, type Actor } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'

/** What is ordered, where, and whether a worker enters it for somebody. Without a place: whether he may at all. */
export interface Ordering {
  readonly item: Pick<Item, 'kind' | 'meant_for' | 'retired_at'>
  readonly place?: Pick<Place, 'id' | 'estate_id' | 'building_id' | 'entrance_id' | 'parent_id'>
  readonly entered: boolean
}

/** Why the actor may not order it, or null. */
export function mayNotOrder(actor: Actor, { item, place, entered }: Ordering): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (item.retired_at !== null) return say('retired')
  if (item.kind === 'dispute') return say('toMediation')
  if (entered) return place ? lacks(actor, 'enter for others', place) : null
  if (item.meant_for === 'entered') return say('onlyEntered')
  if (item.meant_for === 'living' && actor.homes.length === 0 && actor.mayActFor.length === 0) return say('onlyLiving')
  return null
}
