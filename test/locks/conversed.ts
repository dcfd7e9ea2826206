// Conversations of a community: one that takes votes and has a statement that waits for a look, and one that is over.
import type { Actor } from '#modules/people/public.ts'
import { castOpinion, openConversation, suggestStatement } from '#modules/opinions/public.ts'
import type { TestHouse } from '#test/database.ts'

/** Lays both, as opened by `secretary`; `raiser` added a statement and voted. */
export async function layConversations(here: TestHouse, { community, secretary, raiser }: { community: number, secretary: Actor, raiser: Actor }) {
  const open = async (question: string) => (await here.act(openConversation, secretary, { question, statements: ['多种几棵树', '少停几辆车', '夜市早点收'], until: '2026-12-01' })).id
  const [conversing, conversed] = [await open('这条街五年后什么样'), await open('院子里还缺什么')]
  const { statement: suggested } = await here.act(suggestStatement, raiser, { id: conversing, text: '街角放个工具箱' })
  const { rows } = await here.owner.query(`select min(id) as id from conversation_statement where conversation_id = $1 and standing = 'accepted'`, [conversing])
  const statement = Number(rows[0]?.id)
  await here.act(castOpinion, raiser, { id: conversing, statement, opinion: 'agree' })
  await here.owner.query('update conversation set ended_at = closes_at where community_id = $1 and id = $2', [community, conversed])
  await here.owner.query('insert into conversation_voter (community_id, conversation_id, mark) select $1, $2, n from generate_series(1, 7) n', [community, conversed])
  return { conversing, conversed, suggested, statement }
}
