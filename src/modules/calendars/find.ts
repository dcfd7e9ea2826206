// The happening that an act is about, locked; and what a new or changed one is tied to.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { dayList, type Dates } from '#modules/calendars/happening.ts'
import { ruleFor, type Repeat } from '#modules/calendars/rules.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterById } from '#modules/matters/public.ts'
import { estates } from '#modules/places/public.ts'
import { happeningText } from '#text/happenings.ts'

const COLUMNS = ['id', 'organisation_id', 'begins_on', 'minute', 'minutes', 'rule', 'except_on', 'also_on'] as const

/** One that is not cancelled, locked. Throws NotFound. */
export async function happeningToChange(db: Reader, id: number) {
  const found = await db.selectFrom('happening').select(COLUMNS)
    .where('community_id', '=', db.community).where('id', '=', id).where('cancelled_at', 'is', null).forUpdate().executeTakeFirst()
  if (!found) throw noHappening()
  return { ...found, except_on: dayList.parse(found.except_on), also_on: dayList.parse(found.also_on) }
}

/** There is no such happening any more. */
export function noHappening(): NotFound {
  return new NotFound(lang => happeningText(lang).gone)
}

interface Written {
  on: string
  from: number | null
  minutes: number
  repeat: Repeat
  until: string | null
  estate: number | null
  matter: number | null
}

/** When it happens, by what was written. */
export async function datesWritten(db: Reader, { on, from, minutes, repeat, until }: Written): Promise<Pick<Dates,
  'begins_on' | 'minute' | 'minutes' | 'rule'>> {
  if (until !== null && until < on) throw invalid([{ field: 'until', reason: lang => happeningText(lang).untilWrong }])
  const { time_zone: zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  const rule = ruleFor(repeat, Temporal.PlainDate.from(on), until, { zone, wholeDay: from === null })
  return { begins_on: on, minute: from, minutes, rule }
}

/** Whether the estate is one of ours and the matter an activity that the actor sees. Throws Invalid. */
export async function checkTied(db: Reader, actor: Actor, { estate, matter }: Written): Promise<void> {
  if (estate !== null && !(await estates(db)).some(one =>
    one.id === estate)) throw invalid([{ field: 'estate', reason: lang => happeningText(lang).estateWrong }])
  if (matter === null) return
  const found = await matterById(db, actor, matter).catch(problem => {
    if (problem instanceof NotFound) return null
    throw problem
  })
  if (found?.track !== 'activity') throw invalid([{ field: 'matter', reason: lang => happeningText(lang).matterWrong }])
}
