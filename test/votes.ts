// Votes of the owners to be looked at: one that is open, an election that was counted, and one whose roll is posted.
import { castBallot, closeDecision, objectToDecision, recordDelivery } from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { clockText, drafted, frozen, opened } from '#test/voting.ts'
import type { Village } from '#test/village.ts'

/** Lays them and sets the clock back; answers their numbers. */
export async function votesToLookAt(here: Village): Promise<{ open: number, elected: number, counted: number, rolled: number }> {
  const before = here.time.now
  const counted = await opened(here)
  await answered(here, counted.id, i => ({ 1: i % 6 === 0 ? 'no' : 'yes' }))
  await here.act(recordDelivery, here.people.committeeChair, { id: counted.id, number: 50, how: 'in_hand', receivedBy: 'owner', at: clockText(here.time.now) })
  await closed(here, counted)
  const elected = await opened(here, { item: 'committee', seats: 2, candidates: ['林秀英', '黄国栋', '陈海生'], secret: true })
  await answered(here, elected.id, i => ({ 1: i % 3 === 0 ? [1, 3] : [1, 2] }))
  await closed(here, elected)
  const rolled = await drafted(here)
  await frozen(here, rolled)
  await here.act(objectToDecision, here.people.resident, { id: rolled, about: 'roll', text: '我家面积少写了两平方' })
  const open = await opened(here)
  await answered(here, open.id, () => ({ 1: 'yes' }), 20)
  here.time.now = before
  return { open: open.id, elected: elected.id, counted: counted.id, rolled }
}

async function answered(here: Village, id: number, choices: (i: number) => object, many = 46): Promise<void> {
  const { rows } = await here.owner.query<{ person: number | null }>('select person_id::int as person from decision_voter where decision_id = $1 order by number limit $2', [id, many])
  for (const [i, { person }] of rows.entries()) if (person !== null) await here.act(castBallot, { ...here.people.resident, personId: person }, { id, choices: choices(i) })
}

async function closed(here: Village, { id, closes }: { id: number, closes: Temporal.Instant }): Promise<void> {
  here.time.now = closes
  await here.act(closeDecision, passerBy(1), { id })
}
