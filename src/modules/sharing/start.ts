// 开始商量分摊: what is to be paid, and by the homes of which entrance, building or estate.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { doer, homesWithin } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { chunks, estateOf, placeById } from '#modules/places/public.ts'
import { amountFields, matterId } from '#modules/sharing/fields.ts'
import { sharingToChange } from '#modules/sharing/find.ts'
import { mayNot } from '#modules/sharing/sharing.ts'
import { sharingActText } from '#text/sharing.ts'

export const startSharingInput = z.strictObject({
  id: matterId,
  place: z.coerce.number().int().positive().meta({ label: lang => sharingActText(lang).place, wrong: lang => sharingActText(lang).placeWrong }),
  ...amountFields,
})

/** Begins to weigh; the homes are those of the place as the roster has them now. One at a time in a matter. */
export const startSharing = action({
  name: 'sharing.start',
  summary: lang => sharingActText(lang).summaryStart,
  input: startSharingInput,
  subject: (db, input, actor: Actor) => sharingToChange(db, actor, input.id),
  refuse: mayNot.start,
  run: async (db, { subject: { matter }, input, actor, now }) => {
    const wrong = invalid([{ field: 'place', reason: lang => sharingActText(lang).placeWrong }])
    const place = await placeById(db, input.place)
    if (estateOf(place) !== estateOf(matter.place)) throw wrong
    const homes = await homesWithin(db, [place.id])
    if (homes.length < 2) throw wrong
    const { id: sharing } = await db.insertInto('sharing').values({
      community_id: db.community, matter_id: matter.id, place_id: place.id, what: input.what, cents: input.yuan, monthly: input.monthly, floors: input.floors,
      table_open: input.tableOpen, started_by: doer(actor), started_at: now.toString(), changed_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    for (const some of chunks(homes)) {
      await db.insertInto('sharing_home').values(some.map(home => ({ community_id: db.community, sharing_id: sharing, home_id: home.id }))).execute()
    }
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id, sharing, homes: homes.length },
      facts: { sharing, place: place.id, homes: homes.length, cents: input.yuan, monthly: input.monthly, tableOpen: input.tableOpen },
    }
  },
})
