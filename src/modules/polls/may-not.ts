// Who may ask the neighbourhood something, and who may call it off. Pure.
import { listed, type Said } from '#kit/phrase.ts'
import { lacksPost, signedOut, type Actor, type PostKind } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'
import { askText } from '#text/ballots.ts'
import { postText, rightText } from '#text/people.ts'

/** Posts that may ask those whom they look after. */
export const ASKERS: readonly PostKind[] = [
  'secretary', 'grid_leader', 'grid_worker', 'stairwell_head', 'committee_chair', 'committee_member', 'property_manager',
]

/** Where is asked: a place, the places of a grid, or (null) the whole community. */
export type Area = Place | { readonly covers: readonly Place[] } | null

/** Why the actor may not ask the people there, or null. Without an area: whether he may ask anywhere. */
export function mayNotAsk(actor: Actor, area?: Area): Said | null {
  const out = signedOut(actor)
  if (out) return out
  const own = actor.posts.filter(post => ASKERS.some(kind => kind === post.kind))
  if (own.length === 0) return lang => rightText(lang).only(listed(lang, ASKERS.map(post => postText(lang)[post])))
  if (area === undefined) return null
  if (area === null) return own.some(post => post.places === null) ? null : lang => rightText(lang).elsewhere
  const places = 'covers' in area ? area.covers : [area]
  return places.map(place => lacksPost(actor, ASKERS, place)).find(reason => reason !== null) ?? null
}

/** Why the actor may not call this poll off, or null. */
export function mayNotCallOff(actor: Actor, poll: { opened_by: number, ended_at: Temporal.Instant | null, closes_at: Temporal.Instant },
  now: Temporal.Instant): Said | null {
  const out = signedOut(actor)
  if (out) return out
  if (poll.opened_by !== actor.personId && !actor.posts.some(post => post.kind === 'secretary')) return lang => askText(lang).notYours
  return poll.ended_at !== null || Temporal.Instant.compare(now, poll.closes_at) >= 0 ? lang => askText(lang).over : null
}
