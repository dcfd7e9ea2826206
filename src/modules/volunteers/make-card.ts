// 联系卡: a volunteer says what he offers and when; the card is printed with a code that he can end at any time.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { say, words } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'
import { fitToShow } from '#modules/volunteers/written.ts'

export const makeCardInput = z.strictObject({
  offers: words(say('offers'), { most: 60, hint: say('offersHint') }), hours: words(say('cardHours'), { most: 60, hint: say('cardHoursHint') }),
})

// Read aloud over the phone and typed in: no I, L, O, U. 50 bits.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** Makes it; the card before it ends with its code. Only adults. */
export const makeCard = action({
  name: 'volunteers.makeCard',
  summary: say('summaryCard'),
  input: makeCardInput,
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: (actor, volunteer) => mayNotAsVolunteer(actor, volunteer) ?? (volunteer && volunteer.age !== 'adult' ? say('adultsOnly') : null),
  run: async (db, { subject: volunteer, input: { offers, hours }, now }) => {
    await fitToShow(db, { offers, hours })
    const owner = volunteer?.id ?? 0
    await db.updateTable('contact_card').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('volunteer_id', '=', owner)
      .where('ended_at', 'is', null).execute()
    const code = Array.from(randomBytes(LENGTH), byte => ALPHABET.charAt(byte & 31)).join('')
    const { id } = await db.insertInto('contact_card').values({ community_id: db.community, volunteer_id: owner, code, offers, hours, made_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `volunteers/${owner}`, answer: { id: owner, card: id }, facts: { card: id } }
  },
})
