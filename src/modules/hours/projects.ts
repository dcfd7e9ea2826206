// 服务项目: what is served again and again. Some every community has by itself.
import type { ProjectClass } from '#db/tables.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { localDay } from '#modules/people/public.ts'
import { hoursText, projectText } from '#text/hours.ts'

/** Those that every community has by itself, with their class. */
export const OWN_PROJECTS = {
  calls: 'volunteer', errands: 'volunteer', visits: 'volunteer', activities: 'volunteer', patrols: 'volunteer',
} as const satisfies Record<string, ProjectClass>
export type OwnProject = keyof typeof OWN_PROJECTS

/** The three classes of the menu: 行政、志愿、社会. */
export const CLASSES = ['administration', 'volunteer', 'social'] as const satisfies readonly ProjectClass[]

/** The id of a project that every community has by itself; made when it is first used, once, whoever comes at the same moment. */
export async function projectNamed(db: Writer, key: OwnProject, now: Temporal.Instant): Promise<number> {
  const there = await idOf(db, key)
  if (there !== undefined) return there
  await db.insertInto('project').values({
    community_id: db.community, key, class: OWN_PROJECTS[key], name: projectText('zh')[key], since: await localDay(db, now),
  }).onConflict(same => same.columns(['community_id', 'key']).doNothing()).execute()
  return await idOf(db, key) ?? Promise.reject(noProject())
}

async function idOf(db: Reader, key: OwnProject): Promise<number | undefined> {
  const found = await db.selectFrom('project').select('id').where('community_id', '=', db.community).where('key', '=', key).executeTakeFirst()
  return found?.id
}

/** There is no such project here. */
export function noProject(): NotFound {
  return new NotFound(lang => hoursText(lang).noProject)
}
