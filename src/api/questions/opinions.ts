// What programs may ask about conversations: statements, the opinion map, and in the end the table of votes for recounting.
import { z } from 'zod'
import {
  checkPublished, conversationById, conversationsListed, drawnShape, statementsShown, votesListed,
} from '#modules/opinions/public.ts'
import { apiOpinionText } from '#text/api-opinions.ts'
import { list, question, type Question } from './question.ts'
import { count, id, idAsked, instant, maybeId, maybeInstant, text, told } from './shapes.ts'

// Says what a field is, for the document.
function said<Type extends z.ZodType>(type: Type, words: keyof typeof apiOpinionText.pairs): Type {
  return type.meta({ label: lang => apiOpinionText(lang)[words] })
}

const conversation = {
  id, matter: maybeId, question: said(text, 'question'), about: said(text, 'about'), openedAt: instant, closesAt: instant, endedAt: maybeInstant,
  statements: said(count, 'statementCount'), voters: said(count, 'voters'),
}
const opinion = z.int().min(-1).max(1)

export const OPINIONS: readonly Question[] = [
  list({
    name: 'opinions.list', input: {}, item: z.strictObject(conversation),
    ask: async (db, actor, _asked, { after, limit }) =>
      (await conversationsListed(db, actor, { before: after, limit: limit + 1 })).map(answered),
  }),
  question({
    name: 'opinions.show', input: { id: idAsked },
    output: z.strictObject({
      ...conversation, madeAt: said(maybeInstant, 'madeAt'), madeFromVoters: said(count.nullable(), 'madeFromVoters'),
      madeFromVotes: said(count.nullable(), 'madeFromVotes'), opinionMap: said(drawnShape.nullable(), 'opinionMap'),
    }),
    ask: async (db, actor, asked) => {
      const found = await conversationById(db, actor, asked.id)
      return {
        ...answered(found), madeAt: told(found.made_at), madeFromVoters: found.map_voters, madeFromVotes: found.map_votes, opinionMap: found.map,
      }
    },
  }),
  list({
    name: 'opinions.statements', input: { id: idAsked }, item: z.strictObject({ id, text, opinion: said(opinion.nullable(), 'own') }),
    ask: async (db, actor, asked, { after, limit }) => {
      await conversationById(db, actor, asked.id)
      return statementsShown(db, actor, asked.id, { after, limit: limit + 1 })
    },
  }),
  list({
    name: 'opinions.votes', input: { id: idAsked },
    item: z.strictObject({
      id: said(id, 'mark'), votes: said(z.array(z.strictObject({ statement: said(id, 'statement'), opinion: said(opinion, 'opinion') })), 'votes'),
    }),
    ask: async (db, actor, asked, { after, limit }) => {
      await checkPublished(db, actor, asked.id)
      return votesListed(db, asked.id, { after, limit: limit + 1 })
    },
  }),
]

function answered(one: Omit<Awaited<ReturnType<typeof conversationsListed>>[number], 'opened_by'>) {
  return {
    id: one.id, matter: one.matter_id, question: one.question, about: one.about, openedAt: one.opened_at.toString(),
    closesAt: one.closes_at.toString(), endedAt: told(one.ended_at), statements: one.statements, voters: one.voters,
  }
}
