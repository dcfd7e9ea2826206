// A chapter of its own: hours are written down, sent back, mended, approved and corrected, and the five figures are read.
import type { Street } from './street.ts'
import type { Teller } from './teller.ts'
import { today } from './vote.ts'

/** The grid worker writes down, a team leader looks, the secretary corrects. */
export async function hours(t: Teller, { worker }: Street): Promise<void> {
  const { id: leader } = await t.does('secretary', 'people.registerPerson', { name: '陈海明' })
  await t.does('secretary', 'people.appoint', { person: leader, since: '2026-11-01', kind: 'team_leader', organisationKind: 'team', organisation: '理发队' })
  await t.enter('hours leader', leader)
  const { id: project } = await t.does('secretary', 'hours.addProject', { name: '周三义剪', class: 'volunteer', since: '2026-01-01' })
  const sheet = { project, date: today(t, -1), from: '09:00', until: '11:00', content: '给老人剪头发', served: 6, people: [{ person: worker, minutes: 90 }] }
  const { id } = await t.does('worker', 'hours.record', sheet)
  await t.does('hours leader', 'hours.refuse', { id, why: '他 10 点才到' })
  await t.does('worker', 'hours.amend', { id, ...sheet, people: [{ person: worker, minutes: 60 }] })
  await t.asks('hours leader', 'hours.waiting')
  await t.does('hours leader', 'hours.approve', { id })
  const { correction } = await t.does('worker', 'hours.askCorrection', { id, minutes: 70, why: '收拾东西又用了 10 分钟' })
  await t.does('secretary', 'hours.answerCorrection', { id: correction, granted: 'yes' })
  await t.asks('worker', 'hours.own')
  await t.asks('', 'hours.figures', { from: '2026-01-01' })
  await t.asks('', 'hours.projects')
  await t.does('secretary', 'hours.setStars', { hours: [100, 300, 600, 1000, 1500] })
  await t.does('secretary', 'hours.endProject', { id: project })
}
