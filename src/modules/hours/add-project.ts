// 新服务项目: what a team, or the community itself, serves again and again.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { maybe, say } from '#modules/hours/fields.ts'
import { teamRules } from '#modules/hours/find.ts'
import { mayNotKeepProject } from '#modules/hours/may-not.ts'
import { CLASSES } from '#modules/hours/projects.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { classText, hoursText } from '#text/hours.ts'

export const addProjectInput = z.strictObject({
  name: z.string().trim().min(2).max(40).meta({ label: say('name'), hint: say('nameHint'), wrong: say('nameWrong') }),
  class: z.enum(CLASSES).default('volunteer').meta({
    label: say('class'), control: 'pick', choices: Object.fromEntries(CLASSES.map(each => [each, (lang: 'zh' | 'en') => classText(lang)[each]])),
  }),
  team: maybe.meta({ label: say('team'), wrong: say('teamWrong') }),
  since: z.union([z.literal('').transform(() => null), z.iso.date()]).nullable().default(null).meta({
    label: say('since'), hint: say('sinceHint'), wrong: say('dateWrong'), control: 'date',
  }),
})

/** Adds it, from today on or since an earlier day. Throws Invalid where one of that name goes on. */
export const addProject = action({
  name: 'hours.addProject',
  summary: say('summaryAddProject'),
  input: addProjectInput,
  subject: async (db, input, _actor: Actor) => input.team === null ? { organisation_id: null, part_of: null } : teamRules(db, input.team),
  refuse: mayNotKeepProject,
  run: async (db, { input, actor, now }) => {
    const same = await db.selectFrom('project').select('id').where('community_id', '=', db.community).where('name', '=', input.name)
      .where('until', 'is', null).executeTakeFirst()
    if (same) throw invalid([{ field: 'name', reason: lang => hoursText(lang).nameThere }])
    const today = await localDay(db, now)
    const since = input.since ?? today
    if (since > today) throw invalid([{ field: 'since', reason: lang => hoursText(lang).sinceWrong }])
    const { id } = await db.insertInto('project').values({
      community_id: db.community, class: input.class, name: input.name, organisation_id: input.team, made_by: actor.personId, since,
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `projects/${id}`, answer: { id }, facts: { class: input.class, team: input.team } }
  },
})
