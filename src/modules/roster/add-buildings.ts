// Set-up by typing, where there is no list: an estate, «1-6号楼», and the homes in them.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { type Actor, lacks } from '#modules/people/public.ts'
import { EMPTY_ROW, rosterRow } from '#modules/roster/roster.ts'
import { settleHomes } from '#modules/roster/settle-homes.ts'
import { buildingsNamed, homesIn, PLAN_LIMITS, settlePlaces, spotsOf } from '#modules/places/public.ts'
import { rosterColumnText, rosterText, rosterWrongText } from '#text/roster.ts'

export const addBuildingsInput = z.strictObject({
  estate: z.string().transform(typed => rosterRow.shape.estate.safeParse(typed).data ?? '').pipe(z.string().min(1))
    .meta({ label: lang => rosterColumnText(lang).estate, wrong: lang => rosterWrongText(lang).estate }),
  buildings: z.string().max(400).transform(buildingsNamed).pipe(z.array(z.string()).min(1)).meta({
    label: lang => rosterText(lang).buildings, hint: lang => rosterText(lang).buildingsHint, wrong: lang => rosterText(lang).buildingsWrong,
  }),
  entrances: z.coerce.number().int().min(0).max(30).meta({ label: lang => rosterText(lang).entrances }),
  floors: z.coerce.number().int().min(1).max(80).meta({ label: lang => rosterText(lang).floors }),
  homesPerFloor: z.coerce.number().int().min(1).max(40).meta({ label: lang => rosterText(lang).homesPerFloor }),
})

/** Makes the homes of these buildings; those that are there stay as they are. */
export const addBuildings = action({
  name: 'roster.addBuildings',
  summary: lang => rosterText(lang).summaryAddBuildings,
  input: addBuildingsInput,
  subject: (db, _input, _actor: Actor) => db.selectFrom('community').select('id').where('id', '=', db.community).forNoKeyUpdate()
    .executeTakeFirstOrThrow(),
  refuse: actor => lacks(actor, 'import roster', null),
  run: async (db, { input }) => {
    if (homesIn(input) > PLAN_LIMITS.homes) {
      throw invalid([{ field: 'buildings', reason: lang => rosterText(lang).tooManyHomes(PLAN_LIMITS.homes) }])
    }
    const rows = spotsOf(input).map(spot => ({ ...EMPTY_ROW, ...spot }))
    const places = await settlePlaces(db, rows)
    const homes = await settleHomes(db, rows, places)
    const estate = places.idOf({ estate: input.estate, building: '', entrance: '', home: '' }) ?? 0
    return { subject: `places/${estate}`, answer: { id: estate, places: places.added.size, homes: homes.added },
      facts: { buildings: input.buildings.length, homes: homes.added } }
  },
})
