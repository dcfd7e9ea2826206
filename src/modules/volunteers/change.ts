// 我的安排: when and where somebody has time, how often he wants to be asked, and until when he is away.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { maybeWords, say } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'
import { fitToShow } from '#modules/volunteers/written.ts'

const SPAN = /^([1-7]) (\d\d):(\d\d)-(\d\d):(\d\d)$/u

/** A time of the week such as 6 08:00-12:00: Saturday morning. */
const time = z.string().regex(SPAN).transform((text, context) => {
  const [weekday = 0, h1 = 0, m1 = 0, h2 = 0, m2 = 0] = (SPAN.exec(text) ?? []).slice(1).map(Number)
  const span = { weekday, from: h1 * 60 + m1, until: h2 * 60 + m2 }
  if (m1 < 60 && m2 < 60 && span.from < span.until && span.until <= 1440) return span
  context.addIssue({ code: 'custom', message: 'no time of a day' })
  return z.NEVER
})

export const changeVolunteerInput = z.strictObject({
  about: maybeWords(say('about'), { hint: say('aboutHint') }),
  mostAWeek: z.coerce.number().int().min(0).max(50).default(5).meta({ label: say('mostAWeek'), hint: say('mostAWeekHint'), wrong: say('mostAWeekWrong') }),
  awayUntil: z.union([z.literal('').transform(() => null), z.iso.date()]).nullable().default(null)
    .meta({ label: say('awayUntil'), hint: say('awayUntilHint'), wrong: say('dayWrong'), control: 'date' }),
  times: z.array(time).max(42).default([]).meta({ label: say('times'), hint: say('timesHint'), wrong: say('timesWrong') }),
  places: z.array(z.coerce.number().int().positive()).max(100).default([]).meta({ label: say('places'), hint: say('placesHint'), wrong: say('placesWrong') }),
})

/** Writes all of it anew, for oneself. */
export const changeVolunteer = action({
  name: 'volunteers.change',
  summary: say('summaryChange'),
  input: changeVolunteerInput,
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, input }) => {
    const id = volunteer?.id ?? 0
    await fitToShow(db, { about: input.about })
    await db.updateTable('volunteer').set({ about: input.about, most_a_week: input.mostAWeek, away_until: input.awayUntil })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    await writeTimes(db, id, input.times)
    await writePlaces(db, id, input.places)
    const { mostAWeek, awayUntil, times, places } = input
    return { subject: `volunteers/${id}`, answer: { id }, facts: { mostAWeek, awayUntil, times: times.length, places: places.length } }
  },
})

async function writeTimes(db: Writer, id: number, times: readonly { weekday: number, from: number, until: number }[]): Promise<void> {
  await db.deleteFrom('volunteer_time').where('community_id', '=', db.community).where('volunteer_id', '=', id).execute()
  if (times.length === 0) return
  await db.insertInto('volunteer_time').values(times.map(({ weekday, from, until }) => (
    { community_id: db.community, volunteer_id: id, weekday, from_minute: from, until_minute: until }
  ))).onConflict(twice => twice.doNothing()).execute()
}

async function writePlaces(db: Writer, id: number, places: readonly number[]): Promise<void> {
  await db.deleteFrom('volunteer_place').where('community_id', '=', db.community).where('volunteer_id', '=', id).execute()
  const wanted = [...new Set(places)]
  if (wanted.length === 0) return
  const there = await db.selectFrom('place').select('id').where('community_id', '=', db.community).where('id', 'in', wanted)
    .where('kind', 'in', ['estate', 'building', 'entrance']).execute()
  if (there.length !== wanted.length) throw invalid([{ field: 'places', reason: say('placesWrong') }])
  await db.insertInto('volunteer_place').values(there.map(place => ({ community_id: db.community, volunteer_id: id, place_id: place.id }))).execute()
}
