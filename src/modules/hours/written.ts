// What was typed of a serving as what is kept of it: times on the community's clock, everybody's minutes.
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Written } from '#modules/hours/fields.ts'
import type { projectRules } from '#modules/hours/find.ts'
import { lasted, type NewServing } from '#modules/hours/serving.ts'
import { countedTwice, type Twice } from '#modules/hours/twice.ts'
import { whoServed, wrong } from '#modules/hours/who.ts'
import { hoursText, projectText } from '#text/hours.ts'

/** How far back something may be written down: "in time", Ministry Order 67. */
const OLDEST = { days: 366 }

type Checked = Pick<NewServing, 'project' | 'placeId' | 'served' | 'began' | 'ended' | 'people' | 'content' | 'quality'>

/** Throws Invalid, field by field. */
export async function checked(db: Reader, input: Written, project: Awaited<ReturnType<typeof projectRules>>, now: Temporal.Instant): Promise<Checked> {
  const zone = await zoneOf(db)
  const { began, ended } = times(input, zone)
  if (Temporal.Instant.compare(ended, now) > 0) throw at('until', lang => hoursText(lang).notYet)
  const oldest = now.toZonedDateTimeISO(zone).toPlainDate().subtract(OLDEST).toString()
  if (input.date < oldest) throw at('date', lang => hoursText(lang).tooOld)
  if (input.date < project.since || (project.until !== null && input.date > project.until)) throw at('date', lang => hoursText(lang).notThen)
  await placeThere(db, input.place)
  const people = await everybody(db, input, began, ended)
  return { project: project.id, placeId: input.place, served: input.served, began, ended, people, content: input.content, quality: input.quality }
}

/** That somebody's time counts already, and for what. */
export function twiceSaid({ person, project, key, began_at, time_zone, id }: Twice): Said {
  const when = began_at.toZonedDateTimeISO(time_zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
  return lang => hoursText(lang).twice(person ?? '', projectName(lang, { key, name: project }), when, id)
}

/** A project's name; those that every community has by itself are said in the reader's language. */
export function projectName(lang: 'zh' | 'en', { key, name }: { key: string | null, name: string }): string {
  return isOwn(key) ? projectText(lang)[key] : name
}

function isOwn(key: string | null): key is keyof typeof projectText.pairs {
  return key !== null && Object.hasOwn(projectText.pairs, key)
}

async function zoneOf(db: Reader): Promise<string> {
  const { time_zone } = await db.selectFrom('community').select('time_zone').where('id', '=', db.community).executeTakeFirstOrThrow()
  return time_zone
}

// Until six in the morning, after from ten at night, is the next day.
function times({ date, from, until }: Written, zone: string) {
  if (from === until) throw at('until', lang => hoursText(lang).noTime)
  const day = Temporal.PlainDate.from(date)
  const moment = (of: Temporal.PlainDate, time: string) => of.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  return { began: moment(day, from), ended: moment(until < from ? day.add({ days: 1 }) : day, until) }
}

async function everybody(db: Reader, input: Written, began: Temporal.Instant, ended: Temporal.Instant) {
  const whole = lasted(began, ended)
  const named = await whoServed(db, input.people)
  if (named.some(({ minutes }) => minutes !== null && minutes > whole)) throw wrong(lang => hoursText(lang).longerThan(whole))
  const people = named.map(({ person, minutes }) => ({ person, minutes: minutes ?? whole }))
  const twice = await countedTwice(db, people.filter(({ minutes }) => minutes > 0).map(({ person }) => ({ person, began, ended })))
  if (twice) throw wrong(twiceSaid(twice))
  return people
}

async function placeThere(db: Reader, id: number | null): Promise<void> {
  if (id === null) return
  const found = await db.selectFrom('place').select('id').where('community_id', '=', db.community).where('id', '=', id)
    .where('kind', '<>', 'home').executeTakeFirst()
  if (!found) throw at('place', lang => hoursText(lang).placeWrong)
}

function at(field: string, reason: Said) {
  return invalid([{ field, reason }])
}
