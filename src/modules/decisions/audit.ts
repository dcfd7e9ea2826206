// 查账: whether the rows of a vote are what was recorded. The journal holds a hash of each since the moment in which it came in, and the journal is sealed.
import type { Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { ledgerOf, opened, type Ballot } from '#modules/decisions/counted.ts'
import type { Decision } from '#modules/decisions/decision.ts'
import { leafOf } from '#modules/decisions/ledger.ts'
import { deliveryRow, postingRow } from '#modules/decisions/proof-rows.ts'
import { rollLines, rootOfRoll } from '#modules/decisions/roll-tree.ts'

/** Something that is not as it was recorded; `id` is its row's, or 0 for the roll and the times. */
export interface Damage {
  readonly what: 'ballot' | 'delivery' | 'posting' | 'roll' | 'times'
  readonly how: 'changed' | 'dropped' | 'added'
  readonly id: number
}

interface Recorded {
  readonly ballots: ReadonlyMap<number, string>
  readonly deliveries: ReadonlyMap<number, string>
  readonly postings: ReadonlyMap<number, string>
  readonly announced: { roll?: string, opens?: string, closes?: string }
}

/** Everything that differs; nothing where all is whole. */
export async function auditDecision(db: Reader, secrets: Pick<Secrets, 'decrypt'>, decision: Decision): Promise<Damage[]> {
  if (decision.announced_at === null) return []
  const recorded = await recordedOf(db, decision.id)
  return [
    ...await rollDamage(db, decision, recorded),
    ...compared('ballot', recorded.ballots, ballotsNow(db.community, secrets, decision, await ledgerOf(db, decision.id))),
    ...compared('delivery', recorded.deliveries, await deliveriesNow(db, decision.id)),
    ...compared('posting', recorded.postings, await postingsNow(db, decision.id)),
  ]
}

async function recordedOf(db: Reader, id: number): Promise<Recorded> {
  const acts = await db.selectFrom('journal').select(['action', 'facts']).where('community_id', '=', db.community)
    .where('subject', '=', `decisions/${id}`).orderBy('id').execute()
  const leaves = (field: string) => new Map(acts.flatMap(({ facts }) => {
    const [thing, leaf] = [fact(facts, field), fact(facts, 'leaf')]
    return typeof thing === 'number' && typeof leaf === 'string' ? [[thing, leaf] as const] : []
  }))
  const announced = acts.findLast(({ action }) => action === 'decisions.announce')?.facts
  const said = (field: string) => {
    const value = fact(announced, field)
    return typeof value === 'string' ? value : undefined
  }
  return {
    ballots: leaves('ballot'), deliveries: leaves('delivery'), postings: leaves('posting'),
    announced: { roll: said('roll'), opens: said('opens'), closes: said('closes') },
  }
}

function fact(facts: unknown, field: string): unknown {
  return typeof facts === 'object' && facts !== null ? Object.entries(facts).find(([name]) => name === field)?.[1] : undefined
}

async function rollDamage(db: Reader, decision: Decision, { announced }: Recorded): Promise<Damage[]> {
  const root = rootOfRoll({ community: db.community, id: decision.id }, await rollLines(db, decision.id))
  const whole = root === announced.roll && decision.roll_root?.toString('hex') === root
  const inTime = decision.opens_at?.toString() === announced.opens && decision.closes_at?.toString() === announced.closes
  return [
    ...whole ? [] : [{ what: 'roll', how: 'changed', id: 0 } as const],
    ...inTime ? [] : [{ what: 'times', how: 'changed', id: 0 } as const],
  ]
}

// A ballot that does not open, or not to its own leaf, has the leaf of nothing.
function ballotsNow(community: number, secrets: Pick<Secrets, 'decrypt'>, { id, key_sealed, secret, stage }: Decision, ballots: readonly Ballot[]): Map<number, string> {
  const key = key_sealed === null ? null : secrets.decrypt(key_sealed)
  if (key === null) {
    // The key of a secret vote is destroyed at the close: from then on only the leaves can be compared.
    if (!secret || stage === 'open') return new Map()
    return new Map(ballots.map(ballot => [ballot.id, ballot.leaf.toString('hex')]))
  }
  return new Map(ballots.map(ballot => [ballot.id, opened({ community, id }, key, ballot)?.leaf.toString('hex') ?? '']))
}

async function deliveriesNow(db: Reader, id: number): Promise<Map<number, string>> {
  const rows = await db.selectFrom('decision_delivery').select(['id', 'decision_id', 'number', 'how', 'received_by', 'photo', 'delivered_by', 'delivered_at'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).execute()
  return new Map(rows.map(row => [row.id, leafOf(deliveryRow(row)).toString('hex')]))
}

async function postingsNow(db: Reader, id: number): Promise<Map<number, string>> {
  const rows = await db.selectFrom('decision_posting').select(['id', 'decision_id', 'what', 'place_id', 'photo', 'posted_by', 'posted_at'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).execute()
  return new Map(rows.map(row => [row.id, leafOf(postingRow(row)).toString('hex')]))
}

function compared(what: Damage['what'], recorded: ReadonlyMap<number, string>, now: ReadonlyMap<number, string>): Damage[] {
  const found = [...recorded].filter(([id, leaf]) => now.get(id) !== leaf).map(([id]): Damage => ({ what, how: now.has(id) ? 'changed' : 'dropped', id }))
  return [...found, ...[...now.keys()].filter(id => !recorded.has(id)).map((id): Damage => ({ what, how: 'added', id }))]
}
