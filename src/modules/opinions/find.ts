// Which conversations somebody may see, and the one that an act is about.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { visibleTo } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { opinionText } from '#text/opinions.ts'

/** Conversations are open to everybody; one that belongs to a matter only to those who may see that. */
export function conversationsSeen(db: Reader, actor: Actor) {
  return db.selectFrom('conversation').where('conversation.community_id', '=', db.community)
    .where(eb => eb.or([
      eb('conversation.matter_id', 'is', null),
      eb('conversation.matter_id', 'in', visibleTo(db, actor).where('matter.withdrawn_at', 'is', null).select('matter.id')),
    ]))
}

const RULED = ['conversation.id', 'conversation.opened_by', 'conversation.closes_at', 'conversation.ended_at'] as const

/** The conversation; all who speak in it hold it together, and whoever ends it waits for them. Throws NotFound. */
export async function conversationToSpeak(db: Reader, actor: Actor, id: number) {
  return conversationsSeen(db, actor).select(RULED).where('conversation.id', '=', id).forShare('conversation').executeTakeFirstOrThrow(notHere)
}

/** The conversation, held alone. Throws NotFound. */
export async function conversationToEnd(db: Reader, actor: Actor, id: number) {
  return conversationsSeen(db, actor).select(RULED).where('conversation.id', '=', id).forUpdate('conversation').executeTakeFirstOrThrow(notHere)
}

/** The conversation, held alone, for the clock: whoever could see it. Throws NotFound. */
export async function conversationByClock(db: Reader, id: number) {
  return db.selectFrom('conversation').select(RULED).where('conversation.community_id', '=', db.community)
    .where('conversation.id', '=', id).forUpdate('conversation').executeTakeFirstOrThrow(notHere)
}

/** There is no such conversation for this actor. */
export function notHere(): NotFound {
  return new NotFound(lang => opinionText(lang).notHere)
}

/** There is no such statement for this actor. */
export function noStatement(): NotFound {
  return new NotFound(lang => opinionText(lang).noStatement)
}
