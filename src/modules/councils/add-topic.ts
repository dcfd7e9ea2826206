// 定议题: one point of the agenda, about open matters that belong together or about something else.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { NotFound } from '#kit/errors.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { isPrivate, mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import { matterById, titleOf } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

const MOST_MATTERS = 12

export const addTopicInput = z.strictObject({
  id: which,
  title: z.string().trim().max(100).default('').meta({ label: lang => sessionText(lang).topic, hint: lang => sessionText(lang).topicHint, wrong: lang => sessionText(lang).topicWrong }),
  matters: z.array(z.coerce.number().int().positive()).max(MOST_MATTERS).default([]).meta({ label: lang => sessionText(lang).topicMatters, wrong: lang => sessionText(lang).mattersWrong }),
})

/** Puts it on the agenda. What is private or happens inside a home is spoken of at a mediation only. */
export const addTopic = action({
  name: 'councils.addTopic',
  summary: lang => sessionText(lang).summaryAddTopic,
  input: addTopicInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.invite,
  run: async (db, { subject: session, input: { title, matters: asked }, actor, now }) => {
    const ids = [...new Set(asked)].toSorted((a, b) => a - b)
    const matters = []
    const wrong = (field: string, reason: 'topicWrong' | 'mattersWrong' | 'privateMatter') => invalid([{ field, reason: lang => sessionText(lang)[reason] }])
    for (const id of ids) matters.push(await matterById(db, actor, id).catch(problem => { throw problem instanceof NotFound ? wrong('matters', 'mattersWrong') : problem }))
    if (matters.some(({ rules }) => rules.withdrawn_at || rules.step === 'close')) throw wrong('matters', 'mattersWrong')
    if (!isPrivate(session) && matters.some(({ rules }) => rules.private || rules.standing !== 'shown' || rules.place.kind === 'home')) throw wrong('matters', 'privateMatter')
    const [first] = matters
    const heading = title || (first ? first.title ?? titleOf(first.text) : '')
    if (heading.length < 2) throw wrong('title', 'topicWrong')
    const { n } = await db.selectFrom('session_topic').select(eb => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('n'))
      .where('community_id', '=', db.community).where('session_id', '=', session.id).executeTakeFirstOrThrow()
    const { id: topic } = await db.insertInto('session_topic')
      .values({ community_id: db.community, session_id: session.id, position: n + 1, title: heading, added_at: now.toString() }).returning('id').executeTakeFirstOrThrow()
    if (ids.length > 0) await db.insertInto('session_topic_matter').values(ids.map(matter_id => ({ community_id: db.community, topic_id: topic, matter_id }))).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id, topic }, facts: { topic, matters: ids } }
  },
})
