// 定星级标准: the secretary keeps the community's own table; every version stays.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { say } from '#modules/hours/fields.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { hoursText } from '#text/hours.ts'

const listed = z.union([
  z.string().transform(text => text.split(/[^\d]+/u).filter(part => part !== '').map(Number)), z.array(z.coerce.number().int()),
]).pipe(z.array(z.int().min(1).max(100_000)).length(5))

export const setStarsInput = z.strictObject({ hours: listed.meta({ label: say('starHours'), hint: say('starHoursHint'), wrong: say('starHoursWrong') }) })

/** Makes a new version of the table. Throws Invalid. */
export const setStars = action({
  name: 'hours.setStars',
  summary: say('summarySetStars'),
  input: setStarsInput,
  subject: async (_db, input, _actor: Actor) => input,
  refuse: actor => lacks(actor, 'set stars', null),
  run: async (db, { input: { hours }, actor, now }) => {
    if (hours.some((each, i) => i > 0 && each <= (hours[i - 1] ?? 0))) throw invalid([{ field: 'hours', reason: lang => hoursText(lang).starHoursWrong }])
    const { id } = await db.insertInto('star_table').values({ community_id: db.community, hours, made_by: actor.personId ?? 0, made_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: 'hours/stars', answer: { id }, facts: { hours } }
  },
})
