// From the draft to the open urn, with every notice hung and every co-owned home settled.
import { recodePhoto } from '#kit/photos.ts'
import {
  announceDecision, draftDecision, freezeRoll, openDecision, paperCode, putQuestion, recordPosting, type Posted,
} from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { photoOf } from '#test/pictures.ts'
import { act, COMMUNITY, day, type Estate, type Ground } from './estate.ts'

/** A voter as the roll has him. */
export interface Voter {
  readonly number: number
  readonly person: number
  readonly area: number
  readonly code: string
}

export interface Vote {
  readonly id: number
  readonly opens: Temporal.Instant
  readonly closes: Temporal.Instant
  readonly voters: ReadonlyMap<number, Voter>
}

/** How long before the opening everything begins. */
export const BEFORE = { hours: 24 * 26 }
const LASTS = { hours: 24 * 10 }

/** Takes it there; the ground's time must be `BEFORE` the moment of opening, and is that moment afterwards. */
export async function opened(ground: Ground, estate: Estate): Promise<Vote> {
  const { chair } = estate
  const opens = ground.time.now.add(BEFORE).round('minute')
  const { id } = await act(ground, draftDecision, chair, { estate: estate.id, title: '选聘物业公司，更新水泵', about: '两件事一起表决。' })
  await act(ground, putQuestion, chair, { id, position: 1, item: 'manager', text: '同意续聘现在的物业公司吗？' })
  await act(ground, putQuestion, chair, { id, position: 2, item: 'fund_use', text: '同意用维修资金换水泵吗？' })
  await nameVoters(ground, id)
  await act(ground, freezeRoll, chair, { id, asOf: day(ground.time.now), objectionsUntil: day(ground.time.now.add({ hours: 48 })) })
  await hang(ground, estate, id, 'roll')
  ground.time.now = ground.time.now.add({ hours: 24 * 4 })
  await act(ground, announceDecision, chair, { id, opens: clock(opens), closes: clock(opens.add(LASTS)) })
  for (const what of ['notice', 'committee'] as const) await hang(ground, estate, id, what)
  ground.time.now = opens
  await act(ground, openDecision, passerBy(COMMUNITY.id), { id })
  return { id, opens, closes: opens.add(LASTS), voters: await votersOf(ground, id) }
}

/** As people write a moment in a form. */
export function clock(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(COMMUNITY.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

// Of co-owners the one who came first is named, as they would on paper.
async function nameVoters({ owner, time }: Ground, id: number): Promise<void> {
  await owner.query(`insert into decision_settlement (community_id, decision_id, home_id, kind, person_id, reason, settled_by, settled_at)
    select 1, $1, home_id, 'named', min(person_id), '推选书', min(person_id), $2 from tie where community_id = 1 and kind = 'owner' group by home_id having count(*) > 1`,
  [id, time.now.toString()])
}

async function hang(ground: Ground, { chair, buildings, id: estate }: Estate, id: number, what: Posted): Promise<void> {
  const photo = await recodePhoto(await photoOf('darkgreen'), 'proof.jpg')
  for (const place of what === 'committee' ? [estate] : buildings) await act(ground, recordPosting, chair, { id, what, place, at: clock(ground.time.now), photo })
}

async function votersOf({ owner, house }: Ground, id: number): Promise<Map<number, Voter>> {
  const { rows } = await owner.query<Record<'number' | 'person_id' | 'area', string>>('select number, person_id, area from decision_voter where decision_id = $1', [id])
  return new Map(rows.map(row => {
    const number = Number(row.number)
    return [Number(row.person_id), { number, person: Number(row.person_id), area: Number(row.area), code: paperCode(house.means.secrets, { community: COMMUNITY.id, id }, number) }]
  }))
}
