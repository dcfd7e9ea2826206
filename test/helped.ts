// Somebody who helped in every way, for the story in which she goes: a volunteer with papers, on duty, with hours, orders, an errand and a post.
import { recodePhoto } from '#kit/photos.ts'
import { addActivityPost, planActivity, signUp } from '#modules/activities/public.ts'
import { makeCall } from '#modules/calls/public.ts'
import { writeNote } from '#modules/duty/public.ts'
import { addProject, approveHours, askCorrection, recordHours } from '#modules/hours/public.ts'
import { acceptOrder, placeOrder } from '#modules/orders/public.ts'
import { actorOf, appoint, endPost, passerBy, type Actor } from '#modules/people/public.ts'
import * as v from '#modules/volunteers/public.ts'
import { doctorsAtNight } from '#test/duty.ts'
import { datesOf, dayAhead, onMenu, ordered, volunteers } from '#test/ordering.ts'
import { photoOf } from '#test/pictures.ts'
import type { Village } from '#test/village.ts'

/** What 周晓晴 writes of herself, to whomever: here, and in the story. */
export const OWN = ['会做家乡菜', '周末不忙', '灶台阀门也懂', '电工证八八六六', '上门做饭陪聊', '培训其实是三小时', '三单元的灯一闪一闪', '那天多待了半小时', '风扇不转了', '帮拿一个快递', '六点给您送到', '钥匙断在锁里', '13700007777']

/** What others write to her or beside her, likewise. */
export const OTHERS = ['给老人剪头发', '电视打不开了', '买一把青菜', '我顺路带上来', '门打不开', '玉珠奶奶想理发', '玉珠奶奶进不了门']

/** All that she did, on the first day; her post is over at its end. Answers what the story looks at: her order, the one that she took, and what she entered for 黄玉珠. */
export async function helpedEverywhere(here: Village) {
  const { tenant: me, secretary, resident, neighbour, doctor } = here.people
  await asVolunteer(here)
  const { leader, team, put, turnOf } = await doctorsAtNight(here)
  await here.act(v.takeIn, secretary, { id: team, person: me.personId })
  await put(me, dayAhead(here, 0), { from: '8:00', until: '20:00' })
  await put(me, dayAhead(here, 3))
  await here.act(writeNote, await today(here, me), { id: await turnOf(me, dayAhead(here, 0)), text: '三单元的灯一闪一闪' })
  const { id: project } = await here.act(addProject, secretary, { name: '周三义剪', team, since: '2026-01-01' })
  const { id: serving } = await here.act(recordHours, secretary, {
    project, date: dayAhead(here, -1), from: '14:00', until: '16:00', content: '给老人剪头发', served: 12, people: '周晓晴\n陈海生 90',
  })
  await here.act(approveHours, leader, { id: serving })
  await here.act(askCorrection, me, { id: serving, minutes: 110, why: '那天多待了半小时' })
  const item = await onMenu(here)
  await volunteers(here, neighbour, 'appliance_repair')
  const order = await ordered(here, me, item, { words: '风扇不转了', place: here.community.place('榕荫里 1号楼 1单元 902'), on: dayAhead(here, 2) })
  await here.act(acceptOrder, neighbour, { id: order, date: (await datesOf(here, order))[0]?.id })
  const promised = await ordered(here, resident, item, { on: dayAhead(here, 3) })
  await here.act(acceptOrder, me, { id: promised, date: (await datesOf(here, promised))[0]?.id })
  const { id: market } = await here.act(planActivity, secretary, { name: '集市', place: here.community.place('榕荫里'), meeting: '南门', on: dayAhead(here, 5), from: '9:00', until: '12:00' })
  const { post } = await here.act(addActivityPost, secretary, { id: market, name: '秩序', number: 1 })
  await here.act(signUp, me, { id: market, post })
  await here.act(signUp, await joined(here, resident), { id: market, post })
  const entered = await workedADay(here, item)
  await here.act(v.letGo, await today(here, me), { id: team, person: me.personId })
  await joined(here, doctor)
  return { order, promised, entered }
}

async function asVolunteer(here: Village): Promise<void> {
  const { tenant: me, secretary } = here.people
  const { id } = await here.act(v.joinVolunteers, me, {})
  await here.act(v.changeVolunteer, me, { about: '会做家乡菜，周末不忙' })
  await here.act(v.offerSkill, me, { skill: 'appliance_repair', note: '灶台阀门也懂' })
  const { qualification } = await here.act(v.addQualification, me, { kind: 'electrician', number: '电工证八八六六', photo: await recodePhoto(await photoOf('white'), 'p.jpg') })
  await here.act(v.checkQualification, secretary, { id: qualification, yes: true })
  await here.act(v.recordInsurance, secretary, { id, insurer: '人保财险', number: 'PICC-2026-0001', since: '2026-11-01', until: '2027-10-31' })
  const { credit } = await here.act(v.enterCredit, secretary, { id, kind: 'training', what: '心肺复苏', on: '2026-11-15', minutes: 240, by: '红十字会' })
  await here.act(v.askCorrection, me, { id: credit, words: '培训其实是三小时' })
  await here.act(v.makeCard, me, { offers: '上门做饭陪聊', hours: '周末' })
  const { rows: [card] } = await here.owner.query<{ code: string }>('select code from contact_card')
  await here.act(v.askCallBack, passerBy(1), { code: card?.code, phone: '13600006666' })
}

// For a day she answered the phone, and wrote down for 黄玉珠 what that one asked for.
async function workedADay(here: Village, item: number) {
  const { tenant: me, secretary } = here.people
  const { id: post } = await here.act(appoint, secretary, { person: me.personId, kind: 'grid_worker', organisationKind: 'grid', organisation: '第一网格', since: dayAhead(here, 0) })
  const worker = await today(here, me)
  const home = here.community.place('榕荫里 1号楼 1单元 302')
  const order = await here.act(placeOrder, worker, { item, place: home, entered: true, words: '玉珠奶奶想理发', on: dayAhead(here, 3), at: '15:00' })
  const { id } = await here.act(makeCall, worker, { need: 'locked_out', channel: 'phone', place: home, phone: '13500005555', text: '玉珠奶奶进不了门', hours: '24' })
  await here.act(endPost, secretary, { post, until: dayAhead(here, 0) })
  return { order: order.id, call: id }
}

async function joined(here: Village, who: Actor): Promise<Actor> {
  await here.act(v.joinVolunteers, who, {})
  return who
}

/** Somebody as he is today, with the posts that he holds. */
export function today(here: Village, who: Actor): Promise<Actor> {
  return here.house.database.look(1, db => actorOf(db, who.personId ?? 0, dayAhead(here, 0)))
}
