// 设议事会: a council for the community, an estate, a building or a grid, with its rhythm.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { givesDates } from '#modules/councils/cadence.ts'
import { mayNotFound } from '#modules/councils/council.ts'
import { personThere } from '#modules/councils/find.ts'
import { clock, maybe, maybeId, whenAndWhere } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'

/** What is written of a council. */
export const councilFields = {
  name: z.string().trim().min(2).max(40).meta({ label: lang => councilText(lang).name, hint: lang => councilText(lang).nameHint, wrong: lang => councilText(lang).nameWrong }),
  about: z.string().trim().max(500).default('').meta({ label: lang => councilText(lang).about, control: 'textarea' }),
  room: whenAndWhere.room,
  place: maybeId.meta({ label: lang => councilText(lang).covers, wrong: lang => councilText(lang).coversWrong }),
  grid: maybeId.meta({ label: lang => councilText(lang).coversGrid, wrong: lang => councilText(lang).coversWrong }),
  on: z.iso.date().meta({ label: lang => councilText(lang).firstOn, wrong: lang => sessionText(lang).onWrong, control: 'date' }),
  from: clock.meta({ label: lang => sessionText(lang).from, hint: lang => sessionText(lang).fromHint, wrong: lang => sessionText(lang).fromWrong }),
  minutes: whenAndWhere.minutes,
  rule: maybe(z.string().trim().max(200)).meta({ label: lang => councilText(lang).rule, wrong: lang => councilText(lang).ruleWrong }),
  quorum: z.coerce.number().int().min(1).max(100).default(50).meta({ label: lang => councilText(lang).quorum, wrong: lang => councilText(lang).quorumWrong }),
  homes: z.coerce.number().int().min(1).max(1000).default(10).meta({ label: lang => councilText(lang).homes, hint: lang => councilText(lang).homesHint, wrong: lang => councilText(lang).homesWrong }),
}

export const foundInput = z.strictObject(councilFields)

/** Founds it; whoever does is in charge of it. */
export const foundCouncil = action({
  name: 'councils.found',
  summary: lang => councilText(lang).summaryFound,
  input: foundInput,
  subject: (db, input, _actor: Actor) => placesCovered(db, input),
  refuse: mayNotFound,
  run: async (db, { actor, input, now }) => {
    const by = actor.personId ?? 0
    const { id } = await db.insertInto('council').values({
      community_id: db.community, ...await councilWritten(db, input), convener_id: by, made_by: by, made_at: now.toString(), cadence_since: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `councils/${id}`, answer: { id }, facts: { place: input.place, grid: input.grid, rule: input.rule } }
  },
})

type Written = z.output<typeof foundInput>

/** The columns of what was written. Throws Invalid for a rule that gives no dates. */
export async function councilWritten(db: Reader, { place, grid, on, from, homes, ...same }: Written) {
  const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const columns = { ...same, place_id: place, grid_id: grid, begins_on: on, minute: from, topic_homes: homes }
  if (same.rule !== null && !givesDates(columns, zone)) throw invalid([{ field: 'rule', reason: lang => councilText(lang).ruleWrong }])
  return columns
}

/** The places that such a council covers, null for the whole community. Throws Invalid for a place or grid that is not there. */
export async function placesCovered(db: Reader, { place, grid }: Pick<Written, 'place' | 'grid'>): Promise<number[] | null> {
  const wrong = (field: string) => invalid([{ field, reason: lang => councilText(lang).coversWrong }])
  if (place !== null && grid !== null) throw wrong('grid')
  if (grid !== null) {
    const rows = await db.selectFrom('grid').leftJoin('grid_place', join => join.onRef('grid_place.community_id', '=', 'grid.community_id').onRef('grid_place.grid_id', '=', 'grid.id'))
      .select('grid_place.place_id').where('grid.community_id', '=', db.community).where('grid.id', '=', grid).execute()
    if (rows.length === 0) throw wrong('grid')
    return rows.flatMap(row => row.place_id ?? [])
  }
  if (place === null) return null
  const found = await db.selectFrom('place').select('id').where('community_id', '=', db.community).where('id', '=', place)
    .where('kind', 'in', ['estate', 'building']).executeTakeFirst()
  if (!found) throw wrong('place')
  return [found.id]
}

/** The person in charge of it from now on. */
export const convenerField = z.coerce.number().int().positive().optional().meta({ label: lang => councilText(lang).convener, wrong: lang => councilText(lang).whomWrong })

/** Whoever is named, or the one who was. Throws Invalid. */
export async function convenerFrom(db: Reader, asked: number | undefined, before: number): Promise<number> {
  return asked === undefined || asked === before ? before : personThere(db, asked, 'convener')
}
