// Why somebody may not, in words: not signed in, not his post, or not his place.
import { listed, type Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/actor.ts'
import { holdersOf, holds, holdsPost, type PostKind, type Right } from '#modules/people/post.ts'
import type { lineage } from '#modules/places/public.ts'
import { postText, rightText } from '#text/people.ts'

/** The reason why the actor lacks a right over a place (null: over the whole community), or null when he has it. */
export function lacks(actor: Actor, right: Right, place: Parameters<typeof lineage>[0] | null): Said | null {
  if (actor.personId === null) return lang => rightText(lang).signIn
  if (holds(actor, right, place)) return null
  if (holds(actor, right)) return lang => rightText(lang).elsewhere
  return lang => rightText(lang).only(listed(lang, holdersOf(right).map(post => postText(lang)[post])))
}

/** The reason why the actor holds none of these posts over a place, or null when he does. */
export function lacksPost(actor: Actor, kinds: readonly PostKind[], place: Parameters<typeof lineage>[0]): Said | null {
  if (actor.personId === null) return lang => rightText(lang).signIn
  if (holdsPost(actor, kinds, place)) return null
  if (actor.posts.some(post => kinds.some(kind => kind === post.kind))) return lang => rightText(lang).elsewhere
  return lang => rightText(lang).only(listed(lang, kinds.map(post => postText(lang)[post])))
}

/** The reason why somebody who did not sign in may not, or null. */
export function signedOut(actor: Actor): Said | null {
  return actor.personId === null ? lang => rightText(lang).signIn : null
}
