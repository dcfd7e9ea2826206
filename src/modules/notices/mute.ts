// 别再提醒: one matter, in one tap, from the page or from any message, signed in or not.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { stopSubject } from '#modules/notices/choice.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

const id = z.coerce.number().int().positive()

/** Who wants to hear no more of which matter; `key` is what the link in a message carries, '' where the person himself is signed in. */
export const muteInput = z.strictObject({ person: id, matter: id, key: z.string().max(40).default('') })

/** Nothing more about this matter for this person. Twice is once. */
export const muteMatter = action({
  name: 'notices.mute',
  summary: lang => noticeText(lang).summaryMute,
  input: muteInput,
  subject: async (db, input, actor: Actor, { secrets }) => mutable(db, secrets, actor, input),
  refuse: (_actor, { refused }) => refused,
  run: async (db, { input, now }) => {
    await db.insertInto('notice_mute').values({ community_id: db.community, person_id: input.person, matter_id: input.matter,
      at: now.toString() })
      .onConflict(twice => twice.doNothing()).execute()
    return { subject: `matters/${input.matter}`, answer: { id: input.matter }, facts: { person: input.person } }
  },
})

/** Why somebody may not choose for this person, or null: it is himself, or he holds a link that was sent to him. */
export function notForYou(secrets: Secrets, community: number, actor: Actor, asked: { person: number, about: number | 'mail',
  key: string }): Said | null {
  // A link is good by its key alone: who is signed in must not make a wrong one good.
  if (asked.key === '' && actor.personId === asked.person) return null
  return asked.key === secrets.receipt(stopSubject(community, asked.person, asked.about)) ? null : lang => noticePageText(lang).oldLink
}

/** The matter and whether it may be chosen about. Throws NotFound, but only to those who may. */
export async function mutable(db: Reader, secrets: Secrets, actor: Actor, { person, matter, key }: z.output<typeof muteInput>) {
  const refused = notForYou(secrets, db.community, actor, { person, about: matter, key })
  if (refused) return { refused }
  const there = await db.selectFrom('matter').select('id').where('community_id', '=', db.community).where('id', '=', matter)
    .executeTakeFirst()
  if (!there) throw new NotFound(lang => matterText(lang).notHere)
  return { refused }
}
