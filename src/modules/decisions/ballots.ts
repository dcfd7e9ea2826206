// 票账: one ledger for every channel. A ballot is put in and never changed; the last one of a voter before the close counts.
import type { BallotChannel } from '#db/tables.ts'
import type { Reader, Writer } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { sealed } from '#modules/decisions/ledger.ts'
import type { Choices } from '#modules/decisions/choices.ts'
import { notHere, type Decision, type Question } from '#modules/decisions/decision.ts'
import type { Rules } from '#modules/law/public.ts'
import { decisionText } from '#text/decisions.ts'

/** A vote as far as a ballot must know it. */
export interface Urn {
  readonly id: number
  readonly stage: Decision['stage']
  readonly estate: Decision['estate']
  readonly opens_at: Temporal.Instant | null
  readonly closes_at: Temporal.Instant | null
  /** Sealed under the master key. */
  readonly key: string | null
  readonly rules: Rules | null
  readonly questions: readonly Question[]
  readonly zone: string
}

/** What is put in. */
export interface Act {
  readonly number: number
  readonly channel: BallotChannel
  readonly at: Temporal.Instant
  readonly choices: Choices
  readonly by: number | null
  readonly witness?: number | null
  readonly photo?: string | null
  readonly mandate?: number | null
}

/** Puts a ballot into the ledger; answers its id and its leaf, 64 hex digits. */
export async function putIn(db: Writer, urn: Urn, secrets: Pick<Secrets, 'decrypt'>, act: Act, now: Temporal.Instant): Promise<{ id: number, leaf: string }> {
  if (urn.key === null) throw new Error('a vote that is open has no key')
  const at = act.at.round('millisecond')
  const { sealed: choices, commitment, leaf } = sealed({ community: db.community, id: urn.id }, secrets.decrypt(urn.key), { ...act, at })
  const { id } = await db.insertInto('ballot').values({
    community_id: db.community, decision_id: urn.id, number: act.number, channel: act.channel, cast_at: at.toString(), entered_at: now.toString(),
    choices_sealed: choices, commitment, leaf, cast_by: act.by, witness_id: act.witness ?? null, photo: act.photo ?? null, mandate_id: act.mandate ?? null,
  }).returning('id').executeTakeFirstOrThrow()
  return { id, leaf: leaf.toString('hex') }
}

/**
 * The vote for somebody who puts a ballot in. Many may at once, but not while it is closed: closing waits for them and they for it,
 * so that no ballot comes between the count and the close.
 */
export async function holdUrn(db: Reader, id: number): Promise<void> {
  const found = await db.selectFrom('decision').select('id').where('community_id', '=', db.community).where('id', '=', id)
    .where('stage', '=', 'open').forKeyShare().executeTakeFirst()
  if (!found) await elseNotHere(db, id)
}

async function elseNotHere(db: Reader, id: number): Promise<void> {
  const found = await db.selectFrom('decision').select('id').where('community_id', '=', db.community).where('id', '=', id)
    .where('stage', '<>', 'draft').executeTakeFirst()
  if (!found) throw notHere()
}

/** Why no ballot is taken at this moment, or null. */
export function notVoting({ stage, opens_at, closes_at }: Pick<Urn, 'stage' | 'opens_at' | 'closes_at'>, now: Temporal.Instant): Said | null {
  if (stage === 'open' && closes_at && Temporal.Instant.compare(now, closes_at) < 0) return null
  const over = stage === 'closed' || stage === 'posted' || (stage === 'open' && closes_at)
  if (over) return lang => decisionText(lang).votingOver
  return opens_at ? lang => decisionText(lang).votingNotYet : lang => decisionText(lang).notAnnounced
}
