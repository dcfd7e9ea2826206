// 请回电: whoever holds a card leaves his number; only its volunteer can read it, and he hears of it at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Means } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound, TooOften } from '#kit/errors.ts'
import type { Rate } from '#kit/limits.ts'
import { phoneNumber, type Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'
import { volunteerText } from '#text/volunteers.ts'

const DAY = 24 * 3600

/** By one caller (his account or his network address), and for one card. */
const CALLER: Rate = { times: 5, seconds: DAY }
const CARD: Rate = { times: 20, seconds: DAY }

export const askCallBackInput = z.strictObject({
  code: z.string().trim().toUpperCase().max(40).meta({ label: say('cardCode'), control: 'hidden' }),
  phone: phoneNumber.meta({ label: say('phone'), hint: say('phoneHint'), wrong: say('phoneWrong'), control: 'tel', autocomplete: 'tel' }),
})

/** Asks. Throws TooOften, and NotFound for a code that is no more. */
export const askCallBack = action({
  name: 'volunteers.askCallBack',
  summary: say('summaryCallBack'),
  input: askCallBackInput,
  subject: (db, input, _actor: Actor) => openCard(db, input.code),
  refuse: () => null,
  run: async (db, { subject: card, input, actor, secrets, limits, from, now }) => {
    if (input.phone === '') throw invalid([{ field: 'phone', reason: say('phoneWrong') }])
    if (from !== undefined) await takeTurn({ limits, now }, [[`${db.community} callback ${actor.personId ?? from}`, CALLER], [`${db.community} card ${card.id}`, CARD]])
    const { id } = await db.insertInto('call_back').values({
      community_id: db.community, card_id: card.id, person_id: actor.personId, phone_sealed: secrets.encrypt(input.phone), asked_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `volunteers/${card.volunteer_id}`, answer: { id: card.volunteer_id, callBack: id }, facts: { callBack: id, person: card.person_id } }
  },
})

async function openCard(db: Reader, code: string) {
  return db.selectFrom('contact_card')
    .innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'contact_card.community_id').onRef('volunteer.id', '=', 'contact_card.volunteer_id'))
    .select(['contact_card.id', 'contact_card.volunteer_id', 'volunteer.person_id']).where('contact_card.community_id', '=', db.community)
    .where('contact_card.code', '=', code).where('contact_card.ended_at', 'is', null).where('volunteer.left_at', 'is', null).forShare('contact_card')
    .executeTakeFirstOrThrow(() => new NotFound(say('cardEnded')))
}

async function takeTurn({ limits, now }: Pick<Means, 'limits' | 'now'>, turns: readonly (readonly [string, Rate])[]): Promise<void> {
  for (const [about, rate] of turns) {
    const { allowed, wait } = await limits.take(about, rate, now)
    if (!allowed) throw new TooOften(lang => volunteerText(lang).tooOften(Math.ceil(wait / 60)), wait)
  }
}
