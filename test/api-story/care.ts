// What is looked at before it appears, what is taken down, and the dates of the neighbourhood.
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'

/** Somebody reports, the secretary judges, the author answers. */
export async function moderated(t: Teller, here: Street): Promise<void> {
  const raise = (text: string) => t.does('resident', 'matters.raise', { place: here.entrance, kind: 'other', text })
  const reported = async (text: string) => {
    const { id } = await raise(text)
    await t.does('neighbour', 'matters.report', { id, reason: 'insult', words: '说得太难听' })
    return { id, one: await latestCase(t) }
  }
  const first = await reported('门口的快递柜谁弄坏的，没良心')
  await t.does('secretary', 'matters.askChange', { id: first.one, words: '请把骂人的话去掉' })
  await t.does('resident', 'matters.change', { id: first.id, text: '门口的快递柜坏了' })
  await t.does('secretary', 'matters.hide', { id: await latestCase(t), reason: 'insult' })
  await t.does('resident', 'matters.appeal', { id: first.id, words: '已经改了，请再看看' })
  await t.does('secretary', 'matters.release', { id: (await reported('电动车又停在门厅里')).one })
  await t.does('secretary', 'matters.makePrivate', { id: (await reported('一楼的花盆又挡路了')).one })
  const { id: word } = await t.does('secretary', 'moderation.addWord', { word: '没良心', kind: 'insult' })
  await t.does('secretary', 'moderation.endWord', { id: word })
}

// The moderator's page shows it; programs are told of no case yet.
async function latestCase(t: Teller): Promise<number> {
  const { rows: [row] } = await t.owner.query<{ id: string }>('select max(id) as id from moderation_case where community_id = 1')
  return Number(row?.id)
}

/** A weekly date, changed and called off; and one from a calendar file. */
export async function dates(t: Teller): Promise<void> {
  const tea = { title: '周三茶话会', place: '党群服务中心', on: '2026-11-25', from: '15:00', minutes: 90, repeat: 'weekly' }
  const { id } = await t.does('secretary', 'calendars.add', tea)
  await t.does('secretary', 'calendars.change', { id, ...tea, from: '15:30' })
  await t.does('secretary', 'calendars.callOff', { id, on: '2026-12-02' })
  await t.does('secretary', 'calendars.import', { dates: [{
    uid: 'clinic@example.com', title: '义诊', about: '', place: '一楼大厅', begins_on: '2026-12-05', minute: 540, minutes: 120, rule: null,
    except_on: [], also_on: [], cancelled: false,
  }] })
}
