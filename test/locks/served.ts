// Hours of one staircase that somebody may lay hands on: waiting, approved, and asked to be corrected; all of what the raiser served.
import { addProject, approveHours, askCorrection, recordServing } from '#modules/hours/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'
import type { Trial } from './samples.ts'

/** Lays them. */
export async function layHours(here: TestHouse, { community, estate, secretary, raiser }: { community: number, estate: number, secretary: Actor, raiser: Actor }) {
  const { id: hoursProject } = await here.act(addProject, secretary, { name: `陪老人看病${estate}`, since: '2026-01-01' })
  const serve = (day: number) => here.house.database.change(community, async db => {
    const began = Temporal.Instant.from(`2026-11-${day}T01:00:00Z`)
    return recordServing(db, {
      project: hoursProject, about: null, placeId: null, served: 1, proof: 'checked', began, ended: began.add({ hours: 1 }), recordedBy: null, now: here.time.now,
      people: [{ person: raiser.personId ?? 0, minutes: 60 }],
    })
  })
  const [hoursWaiting, hoursCounted, toCorrect] = [await serve(10), await serve(11), await serve(12)]
  for (const id of [hoursCounted, toCorrect]) await here.act(approveHours, secretary, { id })
  const { correction } = await here.act(askCorrection, raiser, { id: toCorrect, minutes: 30, why: '只待了半小时' })
  const { rows: [team] } = await here.owner.query<{ id: number }>(`select id::integer from organisation where community_id = $1 and kind = 'team' limit 1`, [community])
  return { hoursProject, hoursWaiting, hoursCounted, hoursCorrection: Number(correction), aTeam: team?.id ?? 0 }
}

const sheet = ({ at }: Trial) => ({ project: at.hoursProject, date: '2026-11-19', from: '10:00', until: '11:00', content: '陪老人看病', served: 1, people: [{ person: at.worker }] })
/** The team that this one leads, or some other one. */
export const ownTeam = ({ at, who }: Trial) => who.posts.find(post => post.kind === 'team_leader')?.organisation_id ?? at.aTeam

/** One good input for each act. */
export const HOURS_SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'hours.record': sheet,
  'hours.amend': trial => ({ id: trial.at.hoursWaiting, ...sheet(trial) }),
  'hours.approve': ({ at }) => ({ id: at.hoursWaiting }),
  'hours.refuse': ({ at }) => ({ id: at.hoursWaiting, why: '时间不对' }),
  'hours.askCorrection': ({ at }) => ({ id: at.hoursCounted, person: at.raiser.personId, minutes: 30, why: '只待了半小时' }),
  'hours.answerCorrection': ({ at }) => ({ id: at.hoursCorrection, granted: 'yes' }),
  'hours.addProject': () => ({ name: '给大家理发' }),
  'hours.addProject (of a team)': trial => ({ name: '给大家理发', team: ownTeam(trial) }),
  'hours.endProject': ({ at }) => ({ id: at.hoursProject }),
  'hours.setStars': () => ({ hours: [1, 2, 3, 4, 5] }),
}

const here = (path: string) => () => `/shicheng${path}`

/** The pages. */
export const HOURS_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  '/:community/hours': here('/hours'),
  '/:community/hours/approve': here('/hours/approve'),
  '/:community/hours/record': here('/hours/record'),
  '/:community/hours/record (to amend)': ({ at }) => `/shicheng/hours/record?serving=${at.hoursWaiting}`,
  '/:community/hours/projects': here('/hours/projects'),
  '/:community/servings/:id': ({ at }) => `/shicheng/servings/${at.hoursWaiting}`,
  '/:community/me/hours': here('/me/hours'),
  '/:community/me/hours/record': here('/me/hours/record'),
  '/:community/me/hours/record.csv': here('/me/hours/record.csv'),
  '/:community/me/hours/record.xlsx': here('/me/hours/record.xlsx'),
}
