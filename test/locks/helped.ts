// Activities of one staircase in every state that somebody may act on: to come, going on, over, and a patrol.
import { digitsNow } from '#modules/activities/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { joined, insuredAt } from '#test/activities.ts'
import type { TestHouse } from '#test/database.ts'
import type { Form } from './form.ts'
import type { Trial } from './samples.ts'

interface Ground {
  community: number
  estate: number
  secretary: Actor
  raiser: Actor
}

/** Lays them, written by the owner of the database: `raiser` helps everywhere, at hours that do not overlap. */
export async function layActivities(here: TestHouse, ground: Ground) {
  const { community, estate, secretary, raiser } = ground
  await joined(here, raiser)
  await insuredAt(here, raiser.personId)
  const one = async (sql: string, values: unknown[]) => Number((await here.owner.query(sql, values)).rows[0]?.id)
  const { project, squad } = await around(one, community)
  const activity = async (from: number, minutes: number, more: { level?: string, arrived?: boolean, helper?: boolean }) => {
    const [begins, ends] = [from, from + minutes].map(ahead => here.time.now.add({ minutes: ahead }).toString())
    const id = await one(`insert into activity (community_id, kind, level, project_id, organisation_id, name, about, place_id, meeting, begins_at, ends_at, made_by, made_at, changed_at)
      values ($1, $2, $3, $4, $5, '集市', '', $6, '南门', $7, $8, $9, $7, $7) returning id`,
    [community, more.level ? 'patrol' : 'activity', more.level ?? null, project, more.level ? squad : secretary.posts[0]?.organisation_id, estate, begins, ends, secretary.personId])
    const post = await one(`insert into activity_post (community_id, activity_id, name, number, risky, from_at, until_at)
      values ($1, $2, '秩序', 20, false, $3, $4) returning id`, [community, id, begins, ends])
    if (more.helper !== false) {
      await here.owner.query(`insert into activity_helper (community_id, post_id, person_id, from_at, until_at, waiting, signed_at, arrived_at)
        values ($1, $2, $3, $4, $5, false, $4, $6)`, [community, post, raiser.personId, begins, ends, more.arrived ? begins : null])
    }
    return { id, post }
  }
  const [fair, coming] = [await activity(3000, 60, { helper: false }), await activity(30, 240, {})]
  const [there, over] = [await activity(-300, 120, { arrived: true }), await activity(-900, 60, { helper: false })]
  const patrol = await activity(-30, 55, { level: 'orange', arrived: true })
  const point = await one(`insert into patrol_point (community_id, activity_id, hazard, place_id) values ($1, $2, 'drains', $3) returning id`, [community, patrol.id, estate])
  const code = (id: number) => digitsNow(here.house.means.secrets.receipt, { community, activity: id, now: here.time.now })
  return {
    fair, fairComing: { ...coming, code: code(coming.id) }, fairThere: { ...there, code: code(there.id) }, fairOver: over, patrol: { ...patrol, point, squad },
    fairHelper: raiser.personId,
  }
}

async function around(one: (sql: string, values: unknown[]) => Promise<number>, community: number) {
  return {
    project: await one(`insert into project (community_id, class, name, since) values ($1, 'volunteer', '集市', '2026-01-01') returning id`, [community]),
    squad: await one(`insert into organisation (community_id, kind, name) values ($1, 'team', 'squad ' || (select count(*) from organisation)) returning id`, [community]),
  }
}

const FREE = { name: '集市', meeting: '南门', on: '2026-12-20', from: '9:00', until: '12:00' }

/** One good input for each act. */
export const ACTIVITY_SAMPLES: Readonly<Record<string, (trial: Trial) => object>> = {
  'activities.plan': ({ at }) => ({ ...FREE, place: at.estate }),
  'activities.addPost': ({ at: { fair } }) => ({ id: fair.id, name: '急救', number: 2 }),
  'activities.changePost': ({ at: { fair } }) => ({ id: fair.id, post: fair.post, number: 3 }),
  'activities.move': ({ at: { fair } }) => ({ id: fair.id, on: '2026-12-20', from: '9:00' }),
  'activities.callOff': ({ at: { fair } }) => ({ id: fair.id, why: '下雨' }),
  'activities.signUp': ({ at: { fair } }) => ({ id: fair.id, post: fair.post }),
  'activities.signOff': ({ at: { fairComing } }) => ({ id: fairComing.id, post: fairComing.post }),
  'activities.checkIn': ({ at: { fairComing } }) => ({ id: fairComing.id, code: fairComing.code }),
  'activities.checkOut': ({ at: { fairThere } }) => ({ id: fairThere.id, code: fairThere.code }),
  'activities.markPresence': ({ at: { fairComing, fairHelper } }) => ({ id: fairComing.id, post: fairComing.post, person: fairHelper, what: 'came' }),
  'activities.confirmTime': ({ at: { fairThere, fairHelper } }) => ({ id: fairThere.id, post: fairThere.post, person: fairHelper, minutes: 60 }),
  'activities.close': ({ at: { fairOver } }) => ({ id: fairOver.id, reached: [{ post: fairOver.post, people: 3 }] }),
  'activities.openPatrol': ({ at }) => ({ level: 'blue', squad: at.patrol.squad, estates: [at.estate], meeting: '警务室' }),
  'activities.checkPoint': ({ at: { patrol } }) => ({ id: patrol.id, point: patrol.point, finding: 'ok' }),
}

const one = (path = '') => ({ at }: Trial) => `/shicheng/activities/${at.fair.id}${path}`

/** The pages. */
export const ACTIVITY_PAGES: Readonly<Record<string, (trial: Trial) => string>> = {
  '/:community/activities': () => '/shicheng/activities',
  '/:community/activities/new': () => '/shicheng/activities/new',
  '/:community/activities/patrol': () => '/shicheng/activities/patrol',
  '/:community/activities/leaflets': () => '/shicheng/activities/leaflets',
  '/:community/activities/leaflets/:leaflet': () => '/shicheng/activities/leaflets/refund',
  '/:community/activities/:id': one(),
  '/:community/activities/:id/run': one('/run'),
  '/:community/activities/:id/screen': one('/screen'),
  '/:community/activities/:id/here': one('/here'),
  '/:community/activities/:id/points': ({ at }) => `/shicheng/activities/${at.patrol.id}/points`,
}

function input(act: string, trial: Trial): Record<string, unknown> {
  return { ...ACTIVITY_SAMPLES[`activities.${act}`]?.(trial) }
}

// Lists are the first of what can be ticked; who was reached is a field for each post.
function fields(act: string, trial: Trial): Record<string, string> {
  return Object.fromEntries(Object.entries(input(act, trial)).filter(([name]) => name !== 'id').map(([name, value]): [string, string] => {
    if (name === 'reached') return [`reached-${trial.at.fairOver.post}`, '3']
    return [name, String(Array.isArray(value) ? value[0] : value)]
  }))
}

const DEEDS = ['signUp', 'signOff', 'checkIn', 'checkOut', 'addPost', 'changePost', 'move', 'callOff', 'markPresence', 'confirmTime', 'close']

const form = (act: string, path: Form['path']): Form => ({ act: `activities.${act}`, path, fields: trial => fields(act, trial) })

/** The forms. */
export const ACTIVITY_FORMS: Readonly<Record<string, Form>> = {
  '/:community/activities/new': form('plan', () => '/shicheng/activities/new'),
  '/:community/activities/patrol': { ...form('openPatrol', () => '/shicheng/activities/patrol'), fields: trial => ({ ...fields('openPatrol', trial), hazards: 'drains' }) },
  '/:community/activities/:id/points': form('checkPoint', ({ at }) => `/shicheng/activities/${at.patrol.id}/points`),
  ...Object.fromEntries(DEEDS.map(deed => [`/:community/activities/:id/do/:deed (${deed})`, form(deed, trial => `/shicheng/activities/${String(input(deed, trial)['id'])}/do/${deed}`)])),
}
