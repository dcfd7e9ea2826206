// The questions about conversations; all start from what the actor may see.
import { sql, type NotNull } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { mayNotModerate } from '#modules/opinions/conversation.ts'
import { drawnShape } from '#modules/opinions/drawn.ts'
import { conversationsSeen, notHere } from '#modules/opinions/find.ts'
import type { Actor } from '#modules/people/public.ts'

const SHOWN = 50

/** The newest first; with how many statements and voters each has. */
export async function conversationsListed(db: Reader, actor: Actor, asked: { before?: number | null, limit?: number } = {}) {
  const { before = null, limit = SHOWN } = asked
  return counted(db, actor).$if(before !== null, older => older.where('conversation.id', '<', before ?? 0))
    .orderBy('conversation.id', 'desc').limit(limit).execute()
}

/** One conversation with its newest map, null while there is none. Throws NotFound. */
export async function conversationById(db: Reader, actor: Actor, id: number) {
  const { map, ...found } = await counted(db, actor)
    .leftJoin('conversation_map as drawn', join => join.onRef('drawn.community_id', '=', 'conversation.community_id')
      .onRef('drawn.conversation_id', '=', 'conversation.id'))
    .select(['drawn.map', 'drawn.made_at', 'drawn.voters as map_voters', 'drawn.votes as map_votes'])
    .where('conversation.id', '=', id).executeTakeFirstOrThrow(notHere)
  return { ...found, map: map === null ? null : drawnShape.parse(map) }
}

export type ConversationShown = Awaited<ReturnType<typeof conversationById>>

function counted(db: Reader, actor: Actor) {
  return conversationsSeen(db, actor)
    .select(['conversation.id', 'conversation.matter_id', 'conversation.question', 'conversation.about', 'conversation.opened_by',
      'conversation.opened_at', 'conversation.closes_at', 'conversation.ended_at'])
    .select(eb => [
      eb.selectFrom('conversation_statement as statement').select(count => count.fn.countAll<number>().as('n'))
        .whereRef('statement.community_id', '=', 'conversation.community_id').whereRef('statement.conversation_id', '=', 'conversation.id')
        .where('statement.standing', '=', 'accepted').as('statements'),
      eb.selectFrom('conversation_voter as voter').select(count => count.fn.countAll<number>().as('n'))
        .whereRef('voter.community_id', '=', 'conversation.community_id').whereRef('voter.conversation_id', '=', 'conversation.id')
        .as('voters'),
    ]).$narrowType<{ statements: NotNull, voters: NotNull }>()
}

/** Which statements: those behind `after`, or only these. */
export interface StatementsAsked {
  readonly after?: number | null
  readonly limit?: number
  readonly only?: readonly number[]
}

/** The statements that are voted on, with what the actor said of each. */
export async function statementsShown(db: Reader, actor: Actor, conversation: number, asked: StatementsAsked = {}) {
  const { after = null, limit = SHOWN, only } = asked
  return withOwn(db, actor, conversation).$if(after !== null, later => later.where('statement.id', '>', after ?? 0))
    .$if(only !== undefined, some => some.where('statement.id', 'in', [0, ...only ?? []]))
    .orderBy('statement.id').limit(limit).execute()
}

/** The next statement for the actor, in an order of his own so that none is always last; undefined when all are answered. */
export async function nextStatement(db: Reader, actor: Actor, conversation: number) {
  return withOwn(db, actor, conversation).where('vote.opinion', 'is', null)
    .select(sql<number>`(select count(*) from conversation_vote cast_already where cast_already.community_id = ${db.community}
      and cast_already.conversation_id = ${conversation} and cast_already.mark = voter.mark)`.as('answered'))
    .orderBy(sql`md5(${String(actor.personId)} || ' ' || statement.id)`).limit(1).executeTakeFirst()
}

function withOwn(db: Reader, actor: Actor, conversation: number) {
  return db.selectFrom('conversation_statement as statement')
    .leftJoin('conversation_voter as voter', join => join.onRef('voter.community_id', '=', 'statement.community_id')
      .onRef('voter.conversation_id', '=', 'statement.conversation_id').on('voter.person_id', '=', actor.personId ?? 0))
    .leftJoin('conversation_vote as vote', join => join.onRef('vote.community_id', '=', 'voter.community_id')
      .onRef('vote.conversation_id', '=', 'voter.conversation_id').onRef('vote.mark', '=', 'voter.mark')
      .onRef('vote.statement_id', '=', 'statement.id'))
    .select(['statement.id', 'statement.text', 'vote.opinion'])
    .where('statement.community_id', '=', db.community).where('statement.conversation_id', '=', conversation)
    .where('statement.standing', '=', 'accepted')
    .where('statement.conversation_id', 'in', conversationsSeen(db, actor).select('conversation.id'))
}

/** The actor's own statements with what became of them; for moderators also what waits, without whose it is. */
export async function statementsBehind(db: Reader, actor: Actor, conversation: number) {
  const judges = mayNotModerate(actor) === null
  return db.selectFrom('conversation_statement as statement')
    .select(['statement.id', 'statement.text', 'statement.standing', 'statement.reason', 'statement.words'])
    .select(eb => eb.fn.coalesce(eb('statement.author_id', '=', actor.personId ?? 0).$castTo<boolean>(), sql<boolean>`false`).as('mine'))
    .where('statement.community_id', '=', db.community).where('statement.conversation_id', '=', conversation)
    .where('statement.conversation_id', 'in', conversationsSeen(db, actor).select('conversation.id'))
    .where(eb => eb.or([eb('statement.author_id', '=', actor.personId ?? 0), ...judges ? [eb('statement.standing', '=', 'waiting')] : []]))
    .orderBy('statement.id').limit(SHOWN * 2).execute()
}
