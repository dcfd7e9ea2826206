// 牵涉的住户: the households that a matter touches, by building, by entrance or one by one (S0-31: 200 without title deeds).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { doer } from '#modules/matters/doer.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { within } from '#modules/matters/visible.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { chunks } from '#modules/places/public.ts'
import { homesText } from '#text/work-more.ts'

export const addHomesInput = z.strictObject({
  id: matterId,
  places: z.array(z.coerce.number().int().positive()).min(1).max(500).meta({ label: lang => homesText(lang).which, wrong: lang => homesText(lang).whichWrong }),
})

/** Lists the homes of these places, each once. */
export const addHomes = action({
  name: 'matters.addHomes',
  summary: lang => homesText(lang).summaryAdd,
  input: addHomesInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const homes = await homesWithin(db, input.places)
    if (homes.length === 0) throw invalid([{ field: 'places', reason: lang => homesText(lang).whichWrong }])
    for (const some of chunks(homes)) {
      await db.insertInto('matter_home').values(some.map(home => ({
        community_id: db.community, matter_id: matter.id, home_id: home.id, added_by: doer(actor), added_at: now.toString(),
      }))).onConflict(there => there.doNothing()).execute()
    }
    return { subject: `matters/${matter.id}`, answer: { id: matter.id, homes: homes.length }, facts: { homes: homes.length } }
  },
})

/** The homes that these places are or hold. */
export async function homesWithin(db: Reader, places: readonly number[]): Promise<{ id: number }[]> {
  return db.selectFrom('place').innerJoin('home', join => join.onRef('home.community_id', '=', 'place.community_id').onRef('home.place_id', '=', 'place.id'))
    .select('place.id').where('place.community_id', '=', db.community)
    .where(eb => eb.or(within(places).map(([column, ids]) => eb(column, 'in', ids)))).execute()
}
