// S2-05, S3-35: a market against fraud with posts, check-in and hours; one that is still to come; a squad on patrol in a storm.
import {
  addActivityPost, checkIn, checkOut, checkPoint, closeActivity, confirmTime, digitsNow, markPresence, openPatrol, planActivity, signUp,
} from '#modules/activities/public.ts'
import { joinVolunteers, recordInsurance, volunteerOf } from '#modules/volunteers/public.ts'
import type { Hand, Tale, Teller } from './teller.ts'

const MARKET = { name: '反诈宣传集市', about: '摆三张桌子，发宣传单，帮老人看看手机里有没有骗人的软件。带水杯。', meeting: '南门岗亭旁边', from: '9:00', until: '11:30' }
const HELD = 8
const STORM = 21

/** All three, one after the other. */
export async function* activities(teller: Teller): Tale {
  yield* joined(teller)
  yield* stormy(teller)
  yield* held(teller)
  yield* planned(teller)
}

async function* joined({ at, by, date, look }: Teller): Tale {
  yield at(30, '19:30')
  for (const who of ['resident', 'severalHomes', 'tenant', 'neighbour'] as const) await (await by(who)).does(joinVolunteers, {})
  const { actor: { personId } } = await by('neighbour')
  const volunteer = await look(db => volunteerOf(db, personId ?? 0))
  await (await by('secretary')).does(recordInsurance, { id: volunteer?.id, insurer: '平安产险', number: 'YW20260001', since: date(60), until: date(-300) })
}

// Eight in the evening at an orange warning: four things are all right, a tree is not.
async function* stormy({ at, by, place, secret, look }: Teller): Tale {
  yield at(STORM, '20:05')
  const neighbour = await by('neighbour')
  const { id, post } = await (await by('secretary')).does(openPatrol, {
    level: 'orange', squad: neighbour.actor.posts[0]?.organisation_id, estates: [place('榕荫里')], meeting: '警务室', hours: 3,
  })
  await neighbour.does(signUp, { id, post, riskRead: true })
  yield at(STORM, '20:20')
  await neighbour.does(checkIn, { id, code: digitsAt(neighbour, secret, id, at(STORM, '20:20')) })
  const points = await look(db => db.selectFrom('patrol_point').select(['id', 'hazard']).where('community_id', '=', db.community).where('activity_id', '=', id).orderBy('id').execute())
  for (const [i, { id: point, hazard }] of points.entries()) {
    yield at(STORM, `20:${25 + i * 7}`)
    if (hazard !== 'trees') await neighbour.does(checkPoint, { id, point, finding: 'ok' })
    else await neighbour.does(checkPoint, { id, point, finding: 'problem', note: '2 号楼边上那棵樟树断了一大枝，压在人行道上。', photos: [await neighbour.photo('tree')] })
  }
  yield at(STORM, '21:40')
  await neighbour.does(checkOut, { id, code: digitsAt(neighbour, secret, id, at(STORM, '21:40')) })
  yield at(STORM, '23:20')
  await (await by('secretary')).does(closeActivity, { id, reached: [{ post, people: 0 }] })
}

// Two by the screen, one without a phone, one who forgets to check out, one who does not come.
async function* held({ at, by, date, place, secret }: Teller): Tale {
  yield at(HELD + 6, '10:00')
  const secretary = await by('secretary')
  const { id } = await secretary.does(planActivity, { ...MARKET, place: place('榕荫里'), on: date(HELD), leaflets: ['police_call', 'refund', 'grandchild'] })
  const { post: order } = await secretary.does(addActivityPost, { id, name: '维持秩序', number: 2 })
  const { post: handing } = await secretary.does(addActivityPost, { id, name: '发宣传单', number: 3 })
  yield at(HELD + 4, '20:10')
  const [resident, several, tenant, neighbour] = [await by('resident'), await by('severalHomes'), await by('tenant'), await by('neighbour')]
  await neighbour.does(signUp, { id, post: order })
  for (const who of [resident, several, tenant]) await who.does(signUp, { id, post: handing })
  yield at(HELD, '08:52')
  for (const who of [neighbour, resident]) await who.does(checkIn, { id, code: digitsAt(who, secret, id, at(HELD, '08:52')) })
  yield at(HELD, '09:05')
  await (await by('secretary')).does(markPresence, { id, post: handing, person: several.actor.personId, what: 'came' })
  yield at(HELD, '11:35')
  for (const who of [neighbour, resident]) await who.does(checkOut, { id, code: digitsAt(who, secret, id, at(HELD, '11:35')) })
  yield at(HELD, '14:00')
  const closing = await by('secretary')
  await closing.does(confirmTime, { id, post: handing, person: several.actor.personId, minutes: 120 })
  await closing.does(closeActivity, { id, reached: [{ post: order, people: 0 }, { post: handing, people: 140 }] })
}

async function* planned({ at, by, date, place }: Teller): Tale {
  yield at(2, '09:40')
  const secretary = await by('secretary')
  const { id } = await secretary.does(planActivity, {
    name: '冬至搓丸子', about: '大家一起搓丸子，送到走不动的老人家里。来帮忙的洗好手，戴口罩。', place: place('榕荫里'), meeting: '邻里活动室', on: date(-5), from: '14:00', until: '17:00',
  })
  const { post } = await secretary.does(addActivityPost, { id, name: '搓丸子', number: 6, until: '16:00' })
  await secretary.does(addActivityPost, { id, name: '送上门', number: 4, from: '15:30' })
  yield at(1, '21:00')
  for (const who of ['resident', 'tenant'] as const) await (await by(who)).does(signUp, { id, post })
}

function digitsAt({ actor }: Hand, secret: Teller['secret'], activity: number, now: Temporal.Instant): string {
  return digitsNow(secret, { community: actor.community, activity, now })
}
