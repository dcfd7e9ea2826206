// What programs may ask about places and homes.
import { z } from 'zod'
import { Refused } from '#kit/errors.ts'
import { lacks, localDay, type Actor } from '#modules/people/public.ts'
import { homesOf, placeByCode, placeById, placesListed, type Place } from '#modules/places/public.ts'
import { peopleOf, rosterOverview } from '#modules/roster/public.ts'
import { list, question, type Question } from './question.ts'
import { within } from './paging.ts'
import { count, day, id, idAsked, maybeDay, maybeId, maybeText, place, placeKind, placeOf, text } from './shapes.ts'

const tie = z.enum(['owner', 'tenant', 'family'])

export const PLACES: readonly Question[] = [
  list({
    name: 'places.list',
    input: { kind: placeKind.optional(), parent: idAsked.optional(), within: idAsked.optional() },
    item: place,
    ask: async (db, _actor, filter, { after, limit }) => (await placesListed(db, filter, { after, limit: limit + 1 })).map(placeOf),
  }),
  question({ name: 'places.show', input: { id: idAsked }, output: place, ask: async (db, _actor, asked) =>
    placeOf(await placeById(db, asked.id)) }),
  question({
    name: 'places.byCode', input: { code: z.string().min(1).max(20) }, output: place,
    ask: async (db, _actor, { code }) => placeOf(await placeByCode(db, code)),
  }),
  list({
    name: 'roster.homes',
    input: { building: idAsked },
    item: z.strictObject({ id, label: text, entrance: maybeId, floor: z.int().nullable(), area: count.nullable(), areaSource: maybeText }),
    ask: async (db, actor, { building }, window) => {
      mustSeeRoster(actor, await placeById(db, building))
      return within(await homesOf(db, building), window).map(({ id, label, entrance_id, floor, area, area_source }) =>
        ({ id, label, entrance: entrance_id, floor, area, areaSource: area_source }))
    },
  }),
  list({
    name: 'roster.household',
    input: { home: idAsked },
    item: z.strictObject({ id, person: id, name: maybeText, tie, since: day, until: maybeDay }),
    ask: async (db, actor, { home }, window) => within(await peopleOf(db, actor, home), window)
      .map(({ id, person_id, name, kind, since, until }) => ({ id, person: person_id, name, tie: kind, since, until })),
  }),
  list({
    name: 'roster.overview',
    input: {},
    item: z.strictObject({ id, name: text, homes: count, measured: count, area: z.number().nonnegative(), people: count }),
    ask: async (db, actor, _asked, window, { now }) => {
      mustSeeRoster(actor, null)
      return within(await rosterOverview(db, await localDay(db, now)), window)
        .map(({ id, name, homes, measured, area, people }) => ({ id, name, homes, measured, area, people }))
    },
  }),
]

function mustSeeRoster(actor: Actor, over: Place | null): void {
  const reason = lacks(actor, 'see roster', over)
  if (reason) throw new Refused(reason)
}
