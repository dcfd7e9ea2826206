// 录纸票: two people read each voting paper, neither seeing what the other read; once they agree it is in the ledger.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { at, type Writer } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import { notVoting, putIn, type Urn } from '#modules/decisions/ballots.ts'
import { choices, soundChoices, type Choices } from '#modules/decisions/choices.ts'
import { decisionId, instantOf, moment, photo } from '#modules/decisions/fields.ts'
import { openChoices, sealChoices } from '#modules/decisions/ledger.ts'
import { paperNumber } from '#modules/decisions/paper-code.ts'
import { urnToCollect } from '#modules/decisions/cast-at-door.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const readPaperInput = z.strictObject({
  id: decisionId,
  code: z.string().trim().max(40).meta({ label: lang => decisionText(lang).paperCode, hint: lang => decisionText(lang).paperCodeHint, wrong: lang => decisionText(lang).paperCodeWrong }),
  returnedAt: moment(lang => decisionText(lang).returnedAt),
  choices,
  photo: photo.optional(),
})

/** Enters what stands on a paper. Answers whether it is in the ledger, waits for the second reader, or is read differently. */
export const readPaper = action({
  name: 'decisions.readPaper',
  summary: lang => decisionText(lang).summaryPaper,
  input: readPaperInput,
  subject: async (db, input, _actor: Actor, { secrets }) => {
    const number = paperNumber(secrets, { community: db.community, id: input.id }, input.code)
    if (number === null) throw invalid([{ field: 'code', reason: lang => decisionText(lang).paperCodeWrong }])
    return { number, ...await urnToCollect(db, { id: input.id, number }) }
  },
  // Papers that came back in time may be read after the end, until the count.
  refuse: (actor, { urn, home }, now) => lacks(actor, 'collect ballots', home) ?? notReading(urn, now),
  run: async (db, { subject: { urn, number }, input, actor, secrets, files, now }) => {
    const returned = inTime(urn, input.returnedAt, now)
    const said = soundChoices(urn.questions, input.choices, { paper: true })
    const picture = input.photo ? await files.save(db.community, input.photo.bytes, 'jpg') : null
    const reading = { number, at: returned, choices: said, photo: picture, by: actor.personId ?? 0 }
    await alone(db, urn.id, number)
    await keep(db, urn, secrets, reading, now)
    const state = await agreed(db, urn, secrets, reading, now)
    return { subject: `decisions/${urn.id}`, answer: { id: urn.id, state: state.state, ballot: state.ballot }, facts: { number, to: state.state, ballot: state.ballot, leaf: state.leaf } }
  },
})

interface Reading {
  number: number, at: Temporal.Instant, choices: Choices, photo: string | null, by: number
}

function notReading(urn: Urn, now: Temporal.Instant): Said | null {
  return urn.stage === 'open' ? null : notVoting(urn, now) ?? (lang => decisionText(lang).votingOver)
}

function inTime({ zone, opens_at, closes_at }: Urn, text: string, now: Temporal.Instant): Temporal.Instant {
  const returned = instantOf(text, zone)
  const late = closes_at !== null && Temporal.Instant.compare(returned, closes_at) >= 0
  const early = opens_at !== null && Temporal.Instant.compare(returned, opens_at) < 0
  if (late || early || Temporal.Instant.compare(returned, now) > 0) throw invalid([{ field: 'returnedAt', reason: lang => decisionText(lang).returnedAtWrong }])
  return returned
}

// Two people who read the same paper at the same moment come one after the other, so that the second sees the first.
async function alone(db: Writer, id: number, number: number): Promise<void> {
  await db.selectFrom(sql`pg_advisory_xact_lock(${id}::int, ${number}::int)`.as('turn')).select(sql`1`.as('one')).execute()
}

async function keep(db: Writer, urn: Urn, secrets: Pick<Secrets, 'decrypt'>, { number, at: returned, choices, photo, by }: Reading, now: Temporal.Instant): Promise<void> {
  await db.insertInto('paper_reading').values({
    community_id: db.community, decision_id: urn.id, number, returned_at: returned.toString(), photo, read_by: by, read_at: now.toString(),
    choices_sealed: sealChoices({ community: db.community, id: urn.id }, keyOf(urn, secrets), number, { nonce: '', choices }),
  }).execute()
}

// The latest reading of each of two people: the same is one ballot, put in once.
async function agreed(db: Writer, urn: Urn, secrets: Pick<Secrets, 'decrypt'>, own: Reading, now: Temporal.Instant) {
  const others = await db.selectFrom('paper_reading').select(['choices_sealed', 'returned_at', 'read_by', 'photo']).distinctOn('read_by')
    .where('community_id', '=', db.community).where('decision_id', '=', urn.id).where('number', '=', own.number).where('read_by', '<>', own.by)
    .orderBy('read_by').orderBy('id', 'desc').execute()
  const vote = { community: db.community, id: urn.id }
  const said = (sealed: string) => JSON.stringify(openChoices(vote, keyOf(urn, secrets), own.number, sealed)?.choices)
  const same = others.find(other => said(other.choices_sealed) === JSON.stringify(own.choices)
    && Temporal.Instant.compare(other.returned_at, own.at) === 0)
  if (!same) return { state: others.length === 0 ? 'waits' : 'differs', ballot: null, leaf: null }
  const there = await db.selectFrom('ballot').select(['id', 'choices_sealed']).where('community_id', '=', db.community).where('decision_id', '=', urn.id)
    .where('number', '=', own.number).where('channel', '=', 'paper').where('cast_at', '=', at(own.at)).orderBy('id', 'desc').executeTakeFirst()
  if (there && said(there.choices_sealed) === JSON.stringify(own.choices)) return { state: 'counted', ballot: there.id, leaf: null }
  const { id, leaf } = await putIn(db, urn, secrets, { number: own.number, channel: 'paper', at: own.at, choices: own.choices, by: own.by, witness: same.read_by, photo: own.photo ?? same.photo }, now)
  return { state: 'counted', ballot: id, leaf }
}

function keyOf({ key }: Urn, secrets: Pick<Secrets, 'decrypt'>): string {
  if (key === null) throw new Error('a vote that is open has no key')
  return secrets.decrypt(key)
}
