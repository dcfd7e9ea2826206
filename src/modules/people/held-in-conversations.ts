// What is held about a person in conversations: statements of his own, and while one is open what he said of each statement.
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. */
export function heldInConversations(eb: ExpressionBuilder<DB, 'person'>) {
  return [
    jsonArrayFrom(eb.selectFrom('conversation_statement').select(['conversation_statement.conversation_id', 'conversation_statement.text',
      'conversation_statement.standing', 'conversation_statement.reason', 'conversation_statement.words', told('conversation_statement.added_at').as('at')])
      .whereRef('conversation_statement.community_id', '=', 'person.community_id').whereRef('conversation_statement.author_id', '=', 'person.id')
      .orderBy('conversation_statement.id')).as('statements'),
    jsonArrayFrom(eb.selectFrom('conversation_voter').innerJoin('conversation_vote', join => join
      .onRef('conversation_vote.community_id', '=', 'conversation_voter.community_id')
      .onRef('conversation_vote.conversation_id', '=', 'conversation_voter.conversation_id').onRef('conversation_vote.mark', '=', 'conversation_voter.mark'))
      .select(['conversation_vote.conversation_id', 'conversation_vote.statement_id', 'conversation_vote.opinion'])
      .whereRef('conversation_voter.community_id', '=', 'person.community_id').whereRef('conversation_voter.person_id', '=', 'person.id')
      .orderBy('conversation_vote.statement_id')).as('opinions'),
    jsonArrayFrom(eb.selectFrom('conversation').select(['conversation.question', told('conversation.opened_at').as('at')])
      .whereRef('conversation.community_id', '=', 'person.community_id').whereRef('conversation.opened_by', '=', 'person.id')
      .orderBy('conversation.id')).as('conversations'),
    jsonArrayFrom(eb.selectFrom('conversation_statement').select(['conversation_statement.conversation_id', 'conversation_statement.standing',
      told('conversation_statement.judged_at').as('at')])
      .whereRef('conversation_statement.community_id', '=', 'person.community_id').whereRef('conversation_statement.judged_by', '=', 'person.id')
      .orderBy('conversation_statement.id')).as('statements_judged'),
  ] as const
}
