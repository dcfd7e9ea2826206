// 查账: whether the rows of a vote are what was recorded. The journal holds a hash of each since the moment in which it came in, and the journal is sealed.
import type { Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { announcementNow } from '#modules/decisions/announcement.ts'
import { leafFor, ledgerOf, opened, type Ballot } from '#modules/decisions/counted.ts'
import { publishedOf, resultOf } from '#modules/decisions/published.ts'
import type { Decision } from '#modules/decisions/decision.ts'
import { leafOf, rootOver } from '#modules/decisions/ledger.ts'
import { deliveriesOf, postingsOf, type Proof } from '#modules/decisions/proof-leaves.ts'
import { rollLines, rootOfRoll } from '#modules/decisions/roll-tree.ts'

/** Something that is not as it was recorded; `id` is its row's, or 0 for what is one. */
export interface Damage {
  readonly what: 'ballot' | 'delivery' | 'posting' | 'roll' | 'times' | 'announcement' | 'counted' | 'result'
  readonly how: 'changed' | 'dropped' | 'added'
  readonly id: number
}

interface Recorded {
  readonly ballots: ReadonlyMap<number, string>
  readonly deliveries: ReadonlyMap<number, string>
  readonly postings: ReadonlyMap<number, string>
  readonly announced: { roll?: string, announcement?: string, opens?: string, closes?: string }
  readonly closed: { counted?: string, result?: string } | null
}

/** Everything that differs; nothing where all is whole. */
export async function auditDecision(db: Reader, secrets: Pick<Secrets, 'decrypt'>, decision: Decision): Promise<Damage[]> {
  if (decision.announced_at === null) return []
  const recorded = await recordedOf(db, decision.id)
  return [
    ...await announcementDamage(db, decision, recorded),
    ...await resultDamage(db, decision, recorded),
    ...compared('ballot', recorded.ballots, ballotsNow(db.community, secrets, decision, await ledgerOf(db, decision.id))),
    ...compared('delivery', recorded.deliveries, leavesOf(await deliveriesOf(db, decision.id))),
    ...compared('posting', recorded.postings, leavesOf(await postingsOf(db, decision.id))),
  ]
}

async function recordedOf(db: Reader, id: number): Promise<Recorded> {
  const acts = await db.selectFrom('journal').select(['action', 'facts']).where('community_id', '=', db.community)
    .where('subject', '=', `decisions/${id}`).orderBy('id').execute()
  const leaves = (field: string) => new Map(acts.flatMap(({ facts }) => {
    const [thing, leaf] = [fact(facts, field), fact(facts, 'leaf')]
    return typeof thing === 'number' && typeof leaf === 'string' ? [[thing, leaf] as const] : []
  }))
  const said = (action: string) => {
    const facts = acts.findLast(act => act.action === action)?.facts
    return (field: string) => {
      const value = fact(facts, field)
      return typeof value === 'string' ? value : undefined
    }
  }
  const [announced, closed] = [said('decisions.announce'), said('decisions.close')]
  return {
    ballots: leaves('ballot'), deliveries: leaves('delivery'), postings: leaves('posting'),
    announced: { roll: announced('roll'), announcement: announced('announcement'), opens: announced('opens'), closes: announced('closes') },
    closed: closed('counted') === undefined ? null : { counted: closed('counted'), result: closed('result') },
  }
}

function fact(facts: unknown, field: string): unknown {
  return typeof facts === 'object' && facts !== null ? Object.entries(facts).find(([name]) => name === field)?.[1] : undefined
}

async function announcementDamage(db: Reader, decision: Decision, { announced }: Recorded): Promise<Damage[]> {
  const root = rootOfRoll({ community: db.community, id: decision.id }, await rollLines(db, decision.id))
  const announcement = await announcementNow(db, decision, announced.roll ?? '')
  return [
    ...changed('roll', root === announced.roll && decision.roll_root?.toString('hex') === root),
    ...changed('times', decision.opens_at?.toString() === announced.opens && decision.closes_at?.toString() === announced.closes),
    ...changed('announcement', announcement !== null && leafOf(announcement).toString('hex') === announced.announcement),
  ]
}

async function resultDamage(db: Reader, { id, stage }: Decision, { closed }: Recorded): Promise<Damage[]> {
  const isClosed = stage === 'closed' || stage === 'posted'
  if (!closed || !isClosed) return changed('result', isClosed === (closed !== null))
  return [
    ...changed('counted', rootOver((await publishedOf(db, id)).map(row => leafOf(row))) === closed.counted),
    ...changed('result', leafOf(await resultOf(db, id)).toString('hex') === closed.result),
  ]
}

function changed(what: Damage['what'], isWhole: boolean): Damage[] {
  return isWhole ? [] : [{ what, how: 'changed', id: 0 }]
}

// A ballot that does not open, or not to its own leaf, has the leaf of nothing.
function ballotsNow(community: number, secrets: Pick<Secrets, 'decrypt'>, { id, key_sealed, secret, stage }: Decision, ballots: readonly Ballot[]): Map<number, string> {
  const key = key_sealed === null ? null : secrets.decrypt(key_sealed)
  if (key === null) {
    // The key of a secret vote is destroyed at the close: from then on what is published of a ballot is compared, not what it says.
    if (!secret || stage === 'open') return new Map()
    return new Map(ballots.map(ballot => [ballot.id, leafFor({ community, id }, ballot).equals(ballot.leaf) ? ballot.leaf.toString('hex') : '']))
  }
  return new Map(ballots.map(ballot => [ballot.id, opened({ community, id }, key, ballot)?.leaf.toString('hex') ?? '']))
}

function leavesOf(proofs: readonly Proof[]): Map<number, string> {
  return new Map(proofs.map(({ id, leaf }) => [id, leaf.toString('hex')]))
}

function compared(what: Damage['what'], recorded: ReadonlyMap<number, string>, now: ReadonlyMap<number, string>): Damage[] {
  const found = [...recorded].filter(([id, leaf]) => now.get(id) !== leaf).map(([id]): Damage => ({ what, how: now.has(id) ? 'changed' : 'dropped', id }))
  return [...found, ...[...now.keys()].filter(id => !recorded.has(id)).map((id): Damage => ({ what, how: 'added', id }))]
}
