// 求: somebody wants a small thing done, until when; what fits it on somebody's way is told to him, and a worker may enter one from a chat.
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { Conflict } from '#kit/errors.ts'
import { nextAt } from '#modules/errands/errand.ts'
import { askInput } from '#modules/errands/fields.ts'
import { errandsSeen, noErrand } from '#modules/errands/find.ts'
import { placeMeant, writtenDown } from '#modules/errands/written.ts'
import { lacks, signedOut, type Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Asks. An ask that takes up an offer is taken by whoever offered it, as long as there is room. Throws Invalid, Refused, TooOften and Conflict. */
export const askErrand = action({
  name: 'errands.ask',
  summary: lang => errandText(lang).summaryAsk,
  input: askInput,
  subject: async (db, input, actor: Actor) => ({
    place: actor.personId === null ? null : await placeMeant(db, actor, input.place), forAnother: input.askedFor !== '',
    offer: input.offer === null ? null : await offerToTakeUp(db, actor, input.offer),
  }),
  refuse: (actor, { place, forAnother }) => signedOut(actor) ?? (forAnother ? lacks(actor, 'enter for others', place) : null),
  run: async (db, { subject: { place, offer }, input, actor, limits, from, now }) => {
    if (place === null) throw new Error('a rule let a passer-by ask')
    const { columns, causes } = await writtenDown(db, { limits, from, now }, actor, { ...input, side: 'ask', place })
    const takenBy = offer === null || causes.length > 0 ? null : await roomIn(db, offer, actor, now)
    const until_at = Temporal.Instant.from(columns.until_at)
    const next_at = nextAt({ side: 'ask', made_at: now, until_at, taken_by: takenBy, reach: 0, standing: columns.standing, ended_at: null })
    const { id } = await db.insertInto('errand').values({
      ...columns, next_at, channel: input.channel, in_return: input.inReturn, asked_for: input.askedFor || null,
      ...takenBy !== null && { offer_id: offer?.id ?? null, taken_by: takenBy, taken_at: now.toString() },
    }).returning('id').executeTakeFirstOrThrow()
    const held = causes.length > 0
    return {
      subject: `errands/${id}`, answer: { id, ...held && { held } },
      facts: { kind: input.kind, ...held && { held, causes }, ...takenBy !== null && { to: 'takenAlong', offer: offer?.id ?? null, person: takenBy } },
    }
  },
})

// Locked: the last place in a bag goes to one.
async function offerToTakeUp(db: Reader, actor: Actor, id: number) {
  return errandsSeen(db, actor).select(['errand.id', 'errand.by_id', 'errand.room', 'errand.until_at', 'errand.ended_at'])
    .where('errand.id', '=', id).where('errand.side', '=', 'offer').where('errand.standing', '=', 'shown')
    .forUpdate('errand').executeTakeFirstOrThrow(noErrand)
}

type Offer = Awaited<ReturnType<typeof offerToTakeUp>>

async function roomIn(db: Writer, offer: Offer, actor: Actor, now: Temporal.Instant): Promise<number | null> {
  const { along } = await db.selectFrom('errand').select(count => count.fn.countAll<number>().as('along'))
    .where('community_id', '=', db.community).where('offer_id', '=', offer.id).where('taken_by', 'is not', null).executeTakeFirstOrThrow()
  const past = offer.ended_at !== null || Temporal.Instant.compare(offer.until_at, now) <= 0
  if (past || along >= (offer.room ?? 0)) throw new Conflict(lang => errandText(lang).noRoom)
  if (offer.by_id === actor.personId) throw new Conflict(lang => errandText(lang).own)
  return offer.by_id
}
