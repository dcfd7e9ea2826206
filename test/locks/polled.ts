// Polls of one staircase: one that takes ballots, and one that was counted.
import { passerBy, type Actor } from '#modules/people/public.ts'
import { castBallot, closePoll, openPoll } from '#modules/polls/public.ts'
import type { TestHouse } from '#test/database.ts'

/** Lays both, as asked by `secretary` and answered by `raiser`, who lives there. */
export async function layPolls(here: TestHouse, { community, secretary, raiser, entrance }: { community: number, secretary: Actor,
  raiser: Actor, entrance: number }) {
  const ask = async (more: object) => (await here.act(openPoll, secretary, { question: '门口放不放信箱', place: entrance, closes: '2026-12-01',
    ...more })).id
  const [asking, counted] = [await ask({}), await ask({ rule: 'instant_runoff', options: '红的\n绿的\n蓝的' })]
  const home = raiser.homes[0]?.id
  await here.act(castBallot, raiser, { id: asking, home, marks: [1, 0] })
  await here.act(castBallot, raiser, { id: counted, home, marks: [2, 1, 0] })
  await here.owner.query(`update poll set opens_at = '2026-11-01', closes_at = '2026-11-10' where community_id = $1 and id = $2`,
    [community, counted])
  await here.act(closePoll, passerBy(community), { id: counted })
  return { asking, counted }
}
