// One staircase with everything that somebody might want to lay hands on: matters in every state, and what hangs on them.
import {
  addHomes, addPhoto, addTask, askResident, attachPhotos, closeMatter, hereSubject, pauseMatter, raiseMatter, setPrivate, spend, startPoll,
} from '#modules/matters/public.ts'
import { appoint, invite, recordMandate, registerPerson, type Actor } from '#modules/people/public.ts'
import { addThing, moveIn } from '#modules/roster/public.ts'
import type { TestHouse } from '#test/database.ts'
import { lookedAt } from './looked-at.ts'
import { layCouncils } from './councilled.ts'
import { layConversations } from './conversed.ts'
import { layElections } from './elected.ts'
import { layActivities } from './helped.ts'
import { layDuty } from './dutied.ts'
import { layHours } from './served.ts'
import { layCalls } from './called.ts'
import { layErrands } from './erranded.ts'
import { layOrders } from './ordered.ts'
import { layPolls } from './polled.ts'
import { layPlans } from './planned.ts'
import { resident } from './people.ts'
import { layVolunteers } from './volunteered.ts'
import { layVotes } from './voted.ts'

/** Where it lies and who acts there. */
export interface Ground {
  community: number
  slug: string
  /** The printed code of the estate. */
  code: string
  estate: number
  building: number
  entrance: number
  homes: readonly { id: number, label: string }[]
  secretary: Actor
  /** Who raised every matter here. */
  raiser: Actor
  /** Who was asked to take every matter here on. */
  lead: Actor
}

export type Spot = Awaited<ReturnType<typeof laySpot>>

/** Lays it. What cannot be reached by an act within this minute is written by the owner of the database. */
export async function laySpot(here: TestHouse, ground: Ground) {
  const { secretary } = ground
  const fresh = await atWork(here, ground)
  const others = await standing(here, ground)
  const inHome = await shielded(here, ground)
  const entry = async (id: number) => {
    const { rows } = await here.owner.query(`select id from journal where action = 'matters.raise' and subject = $1`, [`matters/${id}`])
    return Number(rows[0]?.id)
  }
  return {
    ...ground, ...fresh, ...others, ...inHome,
    // Where their raising stands in the journal.
    entry: await entry(fresh.fresh), entryAtHome: await entry(inHome.atHome),
    here: here.house.means.secrets.receipt(hereSubject(ground.community, others.joined)),
    ...await people(here, ground),
    ...await reported(here, ground),
    ...await layCouncils(here, ground),
    ...await layPolls(here, ground),
    ...await layOrders(here, ground),
    ...await layVotes(here, ground),
    ...await layElections(here, ground),
    ...await layVolunteers(here, ground),
    ...await layDuty(here, ground),
    ...await layHours(here, ground),
    ...await layCalls(here, ground),
    ...await layErrands(here, ground),
    ...await layActivities(here, ground),
    ...await layPlans(here, ground),
    ...await layConversations(here, ground),
    thing: (await here.act(addThing, secretary, { place: ground.entrance, name: '电梯' })).id,
  }
}

async function raise(here: TestHouse, { raiser, entrance, homes }: Ground, text: string, place = entrance): Promise<number> {
  // The name of the estate tells whose words they are.
  const words = `${text}，在${homes[0]?.label.split(' ')[0]}`
  return (await here.act(raiseMatter, raiser, { place, kind: 'broken', text: words, phone: resident('rai').phone, sharePhone: true })).id
}

// A matter that was just raised and offered to `lead`, with one of everything that can hang on it.
async function atWork(here: TestHouse, ground: Ground) {
  const { secretary, lead, community, homes } = ground
  const fresh = await raise(here, ground, '楼道的灯不亮了，晚上看不见')
  await here.owner.query(`update matter set lead_id = $1, track = 'hazard', category = 'power' where id = $2`, [lead.personId, fresh])
  const handler = await here.owner.query<{ id: number }>(`insert into matter_handler (community_id, matter_id, person_id, asked_by, asked_at)
    values ($1, $2, $3, $4, now()) returning id::int`, [community, fresh, lead.personId, secretary.personId])
  await here.act(addTask, secretary, { id: fresh, title: '量一量灯座', person: lead.personId })
  await here.act(addHomes, secretary, { id: fresh, places: [homes[0]?.id] })
  await here.act(spend, secretary, { id: fresh, yuan: '12', what: '灯泡', paidFrom: 'property_fee' })
  const photo = await photoFor(here, secretary, fresh, 'public')
  const { token } = await kept(here, secretary, `later ${fresh}`)
  const other = await raise(here, ground, '单元门关不上，风一吹就响')
  const one = async (table: string) => Number((await here.owner.query(`select id from ${table} where matter_id = $1`, [fresh])).rows[0]?.id)
  return { fresh, other, photo, token, handler: handler.rows[0]?.id ?? 0, task: await one('matter_task'), cost: await one('matter_cost') }
}

async function photoFor(here: TestHouse, by: Actor, id: number, name: string): Promise<string> {
  const { token, thumbnail } = await kept(here, by, `${name} ${id}`)
  await here.act(attachPhotos, by, { id, moment: 'before', photos: [token] })
  return String(thumbnail)
}

async function kept(here: TestHouse, by: Actor, name: string) {
  const picture = (bytes: string) => ({ bytes: Buffer.from(bytes), width: 4, height: 3 })
  const photo = { ...picture(name), type: 'image/jpeg' as const, extension: 'jpg' as const, thumbnail: picture(`small ${name}`) }
  return here.act(addPhoto, by, { photo })
}

// Matters that stand elsewhere on their way.
async function standing(here: TestHouse, ground: Ground) {
  const { secretary } = ground
  const set = (id: number, values: string) => here.owner.query(`update matter set ${values} where id = $1`, [id])
  const paused = await raise(here, ground, '水表井盖松了，等配件')
  await here.act(pauseMatter, secretary, { id: paused, note: '等配件' })
  const asked = await raise(here, ground, '有一层的窗关不上')
  await here.act(askResident, secretary, { id: asked, text: '是哪一层' })
  const rating = await raise(here, ground, '楼梯扶手松了')
  await set(rating, `step = 'rate', track = 'hazard'`)
  const closed = await raise(here, ground, '单元门口的砖松了两块')
  await here.act(closeMatter, secretary, { id: closed, note: '不归我们修' })
  await here.owner.query('insert into matter_check values ($1, $2, now())', [ground.community, closed])
  const polled = await raise(here, ground, '一楼想放一个书架，大家看行不行')
  const poll = await here.act(startPoll, secretary, { id: polled, question: '放一个书架，好不好', place: ground.entrance })
  const found = await here.owner.query('select id from matter_poll where matter_id = $1', [polled])
  const activities = { activity: 0, joined: 0, came: 0 }
  for (const name of Object.keys(activities) as (keyof typeof activities)[]) {
    activities[name] = await raise(here, ground, '周六一起种花')
    await set(activities[name], `track = 'activity'`)
  }
  return { paused, asked, rating, closed, polled, poll: poll.id && Number(found.rows[0].id), ...activities }
}

// What only those inside may see: a matter in a home, and one that is kept from everybody else.
async function shielded(here: TestHouse, ground: Ground) {
  const { secretary, homes, lead } = ground
  const atHome = await raise(here, ground, '家里水管漏了一地', homes[2]?.id)
  const photoAtHome = await photoFor(here, secretary, atHome, 'home')
  const inside = await raise(here, ground, '邻居之间的事，请帮忙说说')
  await here.act(setPrivate, secretary, { id: inside, private: true, text: '邻居之间的事', privateText: '不能外传的话' })
  await here.owner.query('update matter set lead_id = $1 where id = any($2)', [lead.personId, [atHome, inside]])
  const closedAtHome = await raise(here, ground, '家里水表走得快', homes[2]?.id)
  await here.act(closeMatter, secretary, { id: closedAtHome, note: '表是准的' })
  return { atHome, photoAtHome, inside, closedAtHome }
}

async function reported(here: TestHouse, ground: Ground) {
  const matters = {
    reported: await raise(here, ground, '信箱的锁坏了一把'), toChange: await raise(here, ground, '花坛边有人丢烟头'), hidden: await raise(here, ground, '门口的地砖裂了一块'),
  }
  return { ...matters, ...await lookedAt(here, { reader: ground.lead, secretary: ground.secretary }, matters) }
}

async function people(here: TestHouse, { secretary, estate, homes, community, lead }: Ground) {
  const home = homes[1]
  const number = String(home?.id).padStart(7, '0')
  const person = await here.act(moveIn, secretary, {
    home: home?.id, name: `甄居${number}`, phone: `1381${number}`, document: `E9${number}`, tie: 'family', since: '2026-01-01',
  })
  const agent = await here.act(registerPerson, secretary, { name: `代办${home?.id}` })
  const worker = await here.act(registerPerson, secretary, { name: `志愿${home?.id}` })
  const post = await here.act(appoint, secretary, {
    person: worker.id, kind: 'volunteer', organisationKind: 'team', organisation: '文明队', place: estate, grid: '', since: '2026-01-01',
  })
  const mandate = await here.act(recordMandate, secretary, { principal: person.person, agent: agent.id, evidence: 'in_person', until: '' })
  const invitation = await here.act(invite, secretary, { home: home?.id })
  const { rows: [opened] } = await here.owner.query<{ id: number }>(`
    insert into home_opening (community_id, home_id, opened_by, opened_as, reason, opened_at, ends_at)
    values ($1, $2, $3, 'volunteer_doctor', 'life', '2026-11-20T00:45Z', '2026-11-20T01:15Z') returning id::int`, [community, home?.id, lead.personId])
  return {
    opening: opened?.id ?? 0, person: Number(person.person), personName: `甄居${number}`, tie: Number(person.id), agent: agent.id,
    worker: worker.id, post: post.id, mandate: mandate.id, invitation: invitation.id,
  }
}
