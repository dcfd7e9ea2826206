// 提一件事: from a scanned code or from anywhere, with or without an account.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { MOST_PHOTOS, PHOTO_TOKEN } from '#modules/matters/add-photo.ts'
import { attach } from '#modules/matters/attach.ts'
import { begin } from '#modules/matters/begin.ts'
import { KINDS, receiptSubject } from '#modules/matters/matter.ts'
import { raiseTurn } from '#modules/moderation/public.ts'
import { lacks, phoneNumber, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { CATEGORIES } from '#modules/router/public.ts'
import { kindText, matterText } from '#text/matters.ts'

const choices = Object.fromEntries(KINDS.map(kind => [kind, (lang: 'zh' | 'en') => kindText(lang)[kind]]))

export const raiseInput = z.strictObject({
  place: z.coerce.number().int().positive().meta({ label: lang => matterText(lang).place, wrong: lang => matterText(lang).placeWrong }),
  kind: z.enum(KINDS).meta({ label: lang => matterText(lang).kind, wrong: lang => matterText(lang).kindWrong, control: 'pick', choices }),
  text: z.string().trim().min(4).max(2000).meta({
    label: lang => matterText(lang).text, hint: lang => matterText(lang).textHint, wrong: lang => matterText(lang).textWrong, control: 'textarea',
  }),
  category: z.enum(CATEGORIES).optional().meta({ label: lang => matterText(lang).category, control: 'hidden' }),
  urgent: z.boolean().default(false).meta({ label: lang => matterText(lang).urgent, hint: lang => matterText(lang).urgentHint, control: 'tick' }),
  photos: z.array(z.string().regex(PHOTO_TOKEN)).max(MOST_PHOTOS).default([]).meta({ label: lang => matterText(lang).photos }),
  phone: phoneNumber.default('').meta({
    label: lang => matterText(lang).phone, hint: lang => matterText(lang).phoneHint, wrong: lang => matterText(lang).phoneWrong,
    control: 'tel', autocomplete: 'tel',
  }),
  sharePhone: z.boolean().default(false).meta({ label: lang => matterText(lang).sharePhone, hint: lang => matterText(lang).sharePhoneHint, control: 'tick' }),
  nameShown: z.boolean().default(false).meta({ label: lang => matterText(lang).nameShown, hint: lang => matterText(lang).nameShownHint, control: 'tick' }),
  channel: z.enum(['page', 'phone', 'paper', 'api']).default('page').meta({ control: 'hidden' }),
})

/** Anybody may raise; only a worker may enter one for a caller or from paper. With a mandate the principal is the one who raises. */
export const raiseMatter = action({
  name: 'matters.raise',
  summary: lang => matterText(lang).summaryRaise,
  forOthers: true,
  input: raiseInput,
  subject: async (db, input, _actor: Actor) => ({ place: await placeById(db, input.place), forAnother: input.channel === 'phone' || input.channel === 'paper' }),
  refuse: (actor, { place, forAnother }) => forAnother ? lacks(actor, 'enter for others', place) : null,
  run: async (db, { actor, onBehalfOf, input, subject: { place, forAnother }, secrets, limits, from, now }) => {
    if (input.phone && !input.sharePhone) throw invalid([{ field: 'sharePhone', reason: lang => matterText(lang).sharePhoneWrong }])
    const raiser = onBehalfOf ?? (forAnother ? null : actor.personId)
    const { id, standing, facts } = await begin(db, {
      place, raiser, kind: input.kind, category: input.category, text: input.text, urgent: input.urgent, channel: input.channel,
      enteredBy: raiser === actor.personId ? null : actor.personId,
      nameShown: input.nameShown && raiser !== null,
      phoneSealed: input.phone ? secrets.encrypt(input.phone) : null,
      private: false,
      often: raiseTurn(db, { limits, from, now }, actor, place),
    }, now)
    await attach(db, secrets, { matter: id, tokens: input.photos, moment: 'before', by: actor.personId })
    return {
      subject: `matters/${id}`,
      answer: { id, receipt: secrets.receipt(receiptSubject(db.community, id)), ...standing === 'held' && { held: true } },
      facts: { place: place.id, kind: input.kind, urgent: input.urgent, channel: input.channel, photos: input.photos.length, ...facts },
    }
  },
})
