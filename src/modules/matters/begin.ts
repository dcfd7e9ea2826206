// A matter begins: raised by somebody, or split off from another one. Its track is proposed and its clocks start.
import type { Channel } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { searchVector } from '#kit/search.ts'
import { calendarOf, keepTime, type ClockCommand } from '#modules/clocks/public.ts'
import { lessonsOf } from '#modules/matters/lessons.ts'
import { likenessOf } from '#modules/matters/likeness.ts'
import { clocksToBegin } from '#modules/matters/time.ts'
import { methodIn, methodToBegin, tracksOf } from '#modules/methods/public.ts'
import { openCase, standingFor, wordsOf, type Cause } from '#modules/moderation/public.ts'
import { buildingOf, estateOf, type Place } from '#modules/places/public.ts'
import { propose, type Category } from '#modules/router/public.ts'
import type { Kind } from '#modules/matters/matter.ts'

/** What a matter begins with. `private`: its words are for those inside whatever its track. */
export interface Beginning {
  place: Place
  kind: Kind
  /** What whoever raised it says that it is about; without it, what the router proposes. */
  category?: Category
  text: string
  urgent: boolean
  channel: Channel
  raiser: number | null
  enteredBy: number | null
  nameShown: boolean
  phoneSealed: string | null
  private: boolean
  /** Where it comes from outside, whether so often that somebody is to look first; then its words are looked at, too. */
  often?: Promise<boolean>
}

/** Writes the matter under the method in force; answers its id and what its journal entry must hold: track, category and clock commands. */
export async function begin(db: Writer, given: Beginning, now: Temporal.Instant) {
  const { place, kind, text, urgent } = given
  // One packet for all that does not depend on the others.
  const [begun, lessons, calendar, list, often] = await Promise.all([methodToBegin(db, now), lessonsOf(db), calendarOf(db), given.often && wordsOf(db), given.often])
  const method = methodIn(begun.source)
  const proposal = propose({ text, kind, placeKind: place.kind, urgent }, lessons)
  const track = tracksOf(method).find(known => known === proposal.track) ?? tracksOf(method)[0] ?? proposal.track
  // Neighbours against each other are nobody else's business, even before a worker has looked, and whatever tracks the method has.
  const isPrivate = given.private || proposal.track === 'mediation'
  const proposed = proposal.categories[0]?.category ?? null
  const category = given.category ?? proposed
  // Only what everybody would read is read for words.
  const causes: Cause[] = [...often ? ['often' as const] : [], ...list && !isPrivate && place.kind !== 'home' ? list(text) : []]
  const standing = standingFor(causes)
  const { id } = await db.insertInto('matter').values({
    community_id: db.community,
    place_id: place.id,
    estate_id: estateOf(place),
    building_id: buildingOf(place),
    method_id: begun.id,
    kind, text, urgent, track, category,
    proposed_track: proposal.track,
    proposed_category: proposed,
    private: isPrivate, standing,
    search: searchVector(`${place.label} ${text}`),
    likeness: likenessOf(db.community, text),
    channel: given.channel,
    raiser_id: given.raiser,
    entered_by: given.enteredBy,
    name_shown: given.nameShown,
    phone_sealed: given.phoneSealed,
    raised_at: now.toString(),
    step_since: now.toString(),
  }).returning('id').executeTakeFirstOrThrow()
  const timed = { method, track, urgent, step: 'raise', paused_at: null, lead_id: null, place } as const
  // What nobody works on yet has all its time when it is let through.
  const clocks: ClockCommand[] = await keepTime(db, `matters/${id}`, now, standing === 'held' ? [] : clocksToBegin(calendar, timed, now))
  if (causes.length > 0) await openCase(db, { matter: id, kind: 'matter', thing: id, causes, author: given.raiser }, now)
  return { id, isPrivate, standing, facts: { track, category, clocks, ...standing === 'held' && { held: true }, ...causes.length > 0 && { causes } } }
}
