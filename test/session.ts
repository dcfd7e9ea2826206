// A session that goes on, for tests that look at its pages.
import { addTopic, arriveAtSession, askSession, askToSpeak, convene, foundCouncil, inviteToSession, keepMinutes, openSession, sessionHereSubject } from '#modules/councils/public.ts'
import type { Village } from '#test/village.ts'

/** Opens one with a topic, minutes, a guest, a speaker, an idea and a question; answers its address. */
export async function aSession({ act, house, people: { secretary, resident, tenant } }: Pick<Village, 'act' | 'house' | 'people'>): Promise<string> {
  const when = { on: '2026-11-21', from: '19:30', minutes: 90, room: '党群服务中心二楼' }
  const { id: council } = await act(foundCouncil, secretary, { ...when, name: '民情议事厅', about: '院子里的事', rule: 'FREQ=MONTHLY;BYDAY=3SA', quorum: 50, homes: 3 })
  const { id } = await act(convene, secretary, { id: council, kind: 'action_plan', title: '架空层怎么用', ...when })
  await act(inviteToSession, secretary, { id, party: 'residents', person: resident.personId })
  await act(openSession, secretary, { id })
  await act(arriveAtSession, resident, { id, code: house.means.secrets.receipt(sessionHereSubject(1, id)) })
  const { topic } = await act(addTopic, secretary, { id, title: '架空层放什么' })
  await act(keepMinutes, secretary, { id, topic, version: 0, text: '先清杂物', decision: '改成活动室' })
  await act(askToSpeak, resident, { id })
  await act(askToSpeak, tenant, { id, list: 'stage', about: '放两张乒乓球台' })
  await act(askSession, tenant, { id, text: '晚上几点关门' })
  return `/shicheng/sessions/${id}`
}
