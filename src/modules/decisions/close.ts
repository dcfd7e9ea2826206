// 开箱计票: at its time by the clock. First everything is held against what was recorded, then counted, then the roots of all of it are written down.
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { auditDecision, type Damage } from '#modules/decisions/audit.ts'
import { announcementNow } from '#modules/decisions/announcement.ts'
import { lastOfEach, ledgerOf, opened, type Read } from '#modules/decisions/counted.ts'
import { decisionByClock, type Decision } from '#modules/decisions/decision.ts'
import { leafOf, markOf, rootOver, type Vote } from '#modules/decisions/ledger.ts'
import { deliveriesOf, postingsOf } from '#modules/decisions/proof-leaves.ts'
import type { Counted } from '#modules/decisions/published.ts'
import { tally, type Result, type Voter } from '#modules/decisions/tally.ts'
import type { Actor } from '#modules/people/public.ts'
import { chunks } from '#modules/places/public.ts'
import { decisionText } from '#text/decisions.ts'

/** Done by the clock, never by a person; refused while anything is not what was recorded. */
export const closeDecision = action({
  name: 'decisions.close',
  summary: lang => decisionText(lang).summaryClose,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: async (db, input, _actor: Actor, { secrets }) => {
    const decision = await decisionByClock(db, input.id)
    return { decision, damages: decision.stage === 'open' ? await auditDecision(db, secrets, decision) : [] }
  },
  refuse: (_actor, { decision, damages }, now) => notDue(decision, now) ?? damaged(damages),
  run: async (db, { subject: { decision }, secrets, now }) => {
    const vote = { community: db.community, id: decision.id }
    const { ballots, last, marks } = await openUrn(db, vote, secrets, decision)
    const { roll, delivered } = await rollNow(db, decision.id)
    const result = tally({
      rules: rulesOf(decision), questions: decision.questions, roll, delivered,
      ballots: new Map([...last].map(([number, { opened: { choices } }]) => [number, choices])),
    })
    const counted = countedRows(decision, last, marks, new Map(roll.map(({ number, area }) => [number, area])))
    await writeDown(db, decision, result, counted, now)
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id }, facts: {
      ...await whatStood(db, decision), ledger: rootOver(ballots.map(({ leaf }) => leaf)), ballots: ballots.length,
      counted: rootOver(counted.map(row => leafOf(row))), result: leafOf(result).toString('hex'),
    } }
  },
})

// Everything besides the ballots that the count follows from, by its roots: whoever has the entry of the journal can check all of it.
async function whatStood(db: Reader, decision: Decision) {
  const roll = decision.roll_root?.toString('hex') ?? ''
  const [deliveries, postings] = [await deliveriesOf(db, decision.id), await postingsOf(db, decision.id)]
  return {
    roll, announcement: leafOf(await announcementNow(db, decision, roll)).toString('hex'),
    deliveries: rootOver(deliveries.map(({ leaf }) => leaf)), delivered: deliveries.length,
    postings: rootOver(postings.map(({ leaf }) => leaf)), posted: postings.length,
  }
}

function notDue({ stage, closes_at }: Decision, now: Temporal.Instant): Said | null {
  return stage === 'open' && closes_at !== null && Temporal.Instant.compare(closes_at, now) <= 0 ? null : lang => decisionText(lang).notDue
}

function damaged(damages: readonly Damage[]): Said | null {
  return damages.length === 0 ? null : lang => decisionText(lang).damaged(damages.length)
}

function rulesOf({ rules }: Decision) {
  if (!rules) throw new Error('a vote was opened without rules')
  return rules
}

async function openUrn(db: Reader, vote: Vote, secrets: Pick<Secrets, 'decrypt'>, { key_sealed, secret }: Decision) {
  const key = secrets.decrypt(key_sealed ?? '')
  const ballots = (await ledgerOf(db, vote.id)).map(ballot => {
    const read = opened(vote, key, ballot)
    // The audit of the same transaction has opened every one.
    if (!read) throw new Error(`ballot ${ballot.id} does not open`)
    return read
  })
  return { ballots, last: lastOfEach(ballots), marks: (leaf: Uint8Array) => markOf(leaf, secret ? key : null) }
}

async function rollNow(db: Reader, id: number): Promise<{ roll: Voter[], delivered: Set<number> }> {
  const roll = await db.selectFrom('decision_voter').select(['number', 'area']).where('community_id', '=', db.community).where('decision_id', '=', id)
    .orderBy('number').execute()
  const delivered = await db.selectFrom('decision_delivery').select('number').distinct().where('community_id', '=', db.community).where('decision_id', '=', id)
    .where('received_by', 'in', ['owner', 'authorised']).execute()
  return { roll, delivered: new Set(delivered.map(({ number }) => number)) }
}

// By their marks: of a secret vote the order must not tell who came when.
function countedRows({ secret }: Decision, last: ReadonlyMap<number, Read>, mark: (leaf: Uint8Array) => string, areas: ReadonlyMap<number, number>): Counted[] {
  return [...last.values()].map(({ leaf, number, channel, opened: { nonce, choices } }) => ({
    mark: mark(leaf), choices, ...secret ? { number: null, channel: null, area: null, nonce: null } : { number, channel, area: areas.get(number) ?? 0, nonce },
  })).toSorted((a, b) => a.mark < b.mark ? -1 : 1)
}

async function writeDown(db: Writer, { id, secret }: Decision, result: Result, counted: readonly Counted[], now: Temporal.Instant): Promise<void> {
  for (const some of chunks(counted)) {
    await db.insertInto('ballot_counted').values(some.map(({ choices, ...row }) => ({
      ...row, community_id: db.community, decision_id: id, choices: canonicalize(choices) ?? '',
    }))).execute()
  }
  await db.updateTable('decision').set({ stage: 'closed', closed_at: now.toString(), result: JSON.stringify(result), damaged_at: null, ...secret && { key_sealed: null } })
    .where('community_id', '=', db.community).where('id', '=', id).execute()
}
