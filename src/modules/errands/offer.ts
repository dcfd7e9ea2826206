// 供: somebody goes somewhere or has a hand free, until when, and takes along so many.
import { action } from '#kit/action.ts'
import { nextAt } from '#modules/errands/errand.ts'
import { offerInput } from '#modules/errands/fields.ts'
import { placeMeant, writtenDown } from '#modules/errands/written.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Offers it. Throws Invalid, Refused and TooOften. */
export const offerErrand = action({
  name: 'errands.offer',
  summary: lang => errandText(lang).summaryOffer,
  input: offerInput,
  subject: async (db, input, actor: Actor) => actor.personId === null ? null : placeMeant(db, actor, input.place),
  refuse: actor => signedOut(actor),
  run: async (db, { subject: place, input, actor, limits, from, now }) => {
    if (place === null) throw new Error('a rule let a passer-by offer')
    const { columns, causes } = await writtenDown(db, { limits, from, now }, actor, { ...input, side: 'offer', place })
    const until_at = Temporal.Instant.from(columns.until_at)
    const next_at = nextAt({ side: 'offer', made_at: now, until_at, taken_by: null, reach: 0, standing: columns.standing, ended_at: null })
    const { id } = await db.insertInto('errand').values({ ...columns, next_at, channel: 'page', room: input.room })
      .returning('id').executeTakeFirstOrThrow()
    const held = causes.length > 0
    return { subject: `errands/${id}`, answer: { id, ...held && { held } }, facts: { kind: input.kind, room: input.room, ...held && { held, causes } } }
  },
})
