// Votes of the owners of one estate in every state in which somebody may lay hands on them.
import {
  announceDecision, decisionById, draftDecision, freezeRoll, objectToDecision, paperCode, putQuestion, recordBallotMandate, recordPosting, tally,
} from '#modules/decisions/public.ts'
import type { Actor } from '#modules/people/public.ts'
import type { TestHouse } from '#test/database.ts'

interface Ground {
  community: number
  estate: number
  building: number
  homes: readonly { id: number }[]
  secretary: Actor
  raiser: Actor
  lead: Actor
}

const QUESTION = { position: 1, item: 'other', text: '门口装不装感应灯' } as const
const TIMES = { opens: '2026-12-08T08:00', closes: '2026-12-20T20:00' }

/** Lays a draft, a posted roll with an objection, one to be announced, one that takes ballots, and one that was counted. */
export async function layVotes(here: TestHouse, ground: Ground) {
  const { community, estate, homes, secretary, raiser } = ground
  await here.owner.query(`update home set area = 9000, area_source = 'registered' where community_id = $1 and place_id = any($2)`, [community, homes.map(({ id }) => id)])
  const draft = async () => {
    const { id } = await here.act(draftDecision, secretary, { estate, title: '门口装感应灯', about: '花公共收益三千元' })
    await here.act(putQuestion, secretary, { id, ...QUESTION })
    return id
  }
  const frozen = async () => {
    const id = await draft()
    await here.act(freezeRoll, secretary, { id, asOf: '2026-11-20', objectionsUntil: '2026-11-25' })
    return id
  }
  const rolled = await frozen()
  const { objection } = await here.act(objectToDecision, raiser, { id: rolled, about: 'roll', text: '面积少写了' })
  const ready = await frozen()
  await set(here, ready, `objections_until = '2026-11-19'`)
  return { drafting: await draft(), rolled, ballotObjection: Number(objection), ready, ...await announced(here, ground, frozen) }
}

async function announced(here: TestHouse, ground: Ground, frozen: () => Promise<number>) {
  const { community, building, secretary, lead } = ground
  const photo = { bytes: Buffer.from('proof'), width: 4, height: 3, type: 'image/jpeg', extension: 'jpg', thumbnail: { bytes: Buffer.from('small'), width: 2, height: 1 } } as const
  const [balloting, tallied] = [await frozen(), await frozen()]
  for (const id of [balloting, tallied]) {
    await set(here, id, `objections_until = '2026-11-19'`)
    await here.act(announceDecision, secretary, { id, ...TIMES })
  }
  await set(here, balloting, `stage = 'open', opens_at = '2026-11-10', closes_at = '2026-12-20'`)
  await here.act(recordPosting, secretary, { id: balloting, what: 'notice', place: building, at: '2026-11-20T08:00', photo })
  const { mandate } = await here.act(recordBallotMandate, secretary, { id: balloting, number: 2, agent: lead.personId, choices: { 1: 'no' }, photo })
  const { rules, questions } = await here.house.database.look(community, db => decisionById(db, secretary, tallied))
  if (!rules) throw new Error('announced without rules')
  const result = tally({ rules, questions, roll: [{ number: 1, area: 9000 }], ballots: new Map(), delivered: new Set() })
  await here.owner.query(`update decision set stage = 'closed', opens_at = '2026-11-01', closes_at = '2026-11-10', closed_at = '2026-11-10', result = $2 where id = $1`,
    [tallied, JSON.stringify(result)])
  await here.act(recordPosting, secretary, { id: tallied, what: 'result', place: building, at: '2026-11-19T08:00', photo })
  const { rows: [proof] } = await here.owner.query<{ photo: string }>('select photo from decision_posting where decision_id = $1', [balloting])
  return { balloting, tallied, ballotMandate: Number(mandate), proof: proof?.photo ?? '', paper: paperCode(here.house.means.secrets, { community, id: balloting }, 1) }
}

async function set(here: TestHouse, id: number, values: string): Promise<void> {
  await here.owner.query(`update decision set ${values} where id = $1`, [id])
}
