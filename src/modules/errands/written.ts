// What an ask and an offer have in common when they are written: where, when, how often, and which words somebody looks at first.
import type { ErrandSide, Standing } from '#db/tables.ts'
import type { Means } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { LONGEST, MOST_OPEN, SHORTEST } from '#modules/errands/errand.ts'
import { standingFor, takeTurn, wordsOf, type Cause } from '#modules/moderation/public.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { estateOf, placeById, type Place } from '#modules/places/public.ts'
import { errandText, writeText } from '#text/errands.ts'

interface Written {
  readonly text: string
  readonly from: string | null
  readonly until: string
}

/** Where it is: as chosen, or the actor's own first home. A home is given by whoever lives there or by a worker alone. Throws Invalid. */
export async function placeMeant(db: Reader, actor: Actor, chosen: number | null): Promise<Place> {
  const id = chosen ?? actor.homes[0]?.id
  if (id === undefined) throw invalid([{ field: 'place', reason: lang => writeText(lang).placeWrong }])
  const place = await placeById(db, id)
  const strange = place.kind === 'home' && !actor.homes.some(home => home.id === id) && lacks(actor, 'enter for others', place) !== null
  if (strange) throw invalid([{ field: 'place', reason: lang => writeText(lang).notYourHome }])
  return place
}

/** The columns that both sides have. Throws Invalid, Refused and TooOften. */
export async function writtenDown(db: Reader, means: Pick<Means, 'limits' | 'from' | 'now'>, actor: Actor,
  written: Written & { side: ErrandSide, kind: string, place: Place }): Promise<{ columns: Columns, causes: Cause[] }> {
  await checkRoom(db, actor)
  const { from, until } = await spanOf(db, written, means.now)
  await takeTurn(db, means, actor, 'suggest')
  const causes = (await wordsOf(db))(written.text)
  return {
    causes,
    columns: {
      community_id: db.community, side: written.side, kind: written.kind, text: written.text, place_id: written.place.id, estate_id: estateOf(written.place),
      by_id: actor.personId, standing: standingFor(causes), made_at: means.now.toString(), from_at: from.toString(), until_at: until.toString(),
    },
  }
}

interface Columns {
  community_id: number, side: ErrandSide, kind: string, text: string, place_id: number, estate_id: number, by_id: number | null, standing: Standing
  made_at: string, from_at: string, until_at: string
}

async function checkRoom(db: Reader, actor: Actor): Promise<void> {
  const { open } = await db.selectFrom('errand').select(count => count.fn.countAll<number>().as('open'))
    .where('community_id', '=', db.community).where('by_id', '=', actor.personId ?? 0).where('ended_at', 'is', null).executeTakeFirstOrThrow()
  if (open >= MOST_OPEN) throw new Refused(lang => errandText(lang).tooMany(MOST_OPEN))
}

// Whoever names no beginning, or one that is past, means from now on.
async function spanOf(db: Reader, { from, until }: Written, now: Temporal.Instant) {
  const { time_zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const end = instantOf(until, time_zone, 'until')
  const chosen = from === null ? now : instantOf(from, time_zone, 'from')
  const begin = Temporal.Instant.compare(chosen, now) < 0 ? now : chosen
  const early = Temporal.Instant.compare(end, now.add(SHORTEST)) < 0
  if (early || Temporal.Instant.compare(end, now.add(LONGEST)) > 0) throw invalid([{ field: 'until', reason: lang => writeText(lang).untilWrong }])
  if (Temporal.Instant.compare(begin, end) >= 0) throw invalid([{ field: 'from', reason: lang => writeText(lang).fromWrong }])
  return { from: begin, until: end }
}

function instantOf(local: string, zone: string, field: string): Temporal.Instant {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
  } catch {
    throw invalid([{ field, reason: lang => writeText(lang).momentWrong }])
  }
}
