// 结束服务项目: nothing more is written into it after today; what was served stays.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say, which } from '#modules/hours/fields.ts'
import { projectRules } from '#modules/hours/find.ts'
import { mayNotKeepProject, type Belongs } from '#modules/hours/may-not.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { hoursText } from '#text/hours.ts'

/** Ends it today. */
export const endProject = action({
  name: 'hours.endProject',
  summary: say('summaryEndProject'),
  input: z.strictObject({ id: which }),
  subject: (db, input, _actor: Actor) => projectRules(db, input.id),
  refuse: mayNotEnd,
  run: async (db, { subject: { id }, now }) => {
    await db.updateTable('project').set({ until: await localDay(db, now) }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `projects/${id}`, answer: { id } }
  },
})

/** Why the actor may not end it: what every community has by itself never ends. */
export function mayNotEnd(actor: Actor, project: Belongs & { key: string | null, until: string | null }) {
  if (project.key !== null) return (lang: 'zh' | 'en') => hoursText(lang).everyCommunity
  return mayNotKeepProject(actor, project) ?? (project.until === null ? null : (lang: 'zh' | 'en') => hoursText(lang).endedAlready)
}
