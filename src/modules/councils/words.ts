// The fields that many acts of councils have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { KINDS, PARTIES } from '#modules/councils/council.ts'
import { councilText, kindText, partyText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'

type Choices = Readonly<Record<string, Said>>

/** The number of what an act is about. */
export const which = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** A choice that may be left open. */
export const maybe = <Value extends z.ZodType>(value: Value) => z.union([z.literal('').transform(() => null), value]).nullable().default(null)

/** A number of somebody or something that may be left open. */
export const maybeId = maybe(z.coerce.number().int().positive())

/** 9:00, 9：30 or 14:05 in minutes since midnight. */
export const clock = z.string().trim().regex(/^(?:[01]?\d|2[0-3])[:：][0-5]\d$/u).transform(text => {
  const [hour = 0, minute = 0] = text.split(/[:：]/u).map(Number)
  return hour * 60 + minute
})

/** A day with its hour, how long, and where. */
export const whenAndWhere = {
  on: z.iso.date().meta({ label: lang => sessionText(lang).on, wrong: lang => sessionText(lang).onWrong, control: 'date' }),
  from: clock.meta({ label: lang => sessionText(lang).from, hint: lang => sessionText(lang).fromHint, wrong: lang => sessionText(lang).fromWrong }),
  minutes: z.coerce.number().int().min(5).max(1440).default(90).meta({ label: lang => sessionText(lang).minutes, wrong: lang => sessionText(lang).minutesWrong }),
  room: z.string().trim().min(2).max(60).meta({ label: lang => councilText(lang).room, hint: lang => councilText(lang).roomHint, wrong: lang => councilText(lang).roomWrong }),
  place: maybeId.meta({ label: lang => sessionText(lang).place, wrong: lang => sessionText(lang).placeWrong }),
}

/** For which party. */
export const party = z.enum(PARTIES).meta({
  label: lang => councilText(lang).party, wrong: lang => councilText(lang).partyWrong, control: 'pick',
  choices: Object.fromEntries(PARTIES.map(one => [one, lang => partyText(lang)[one]])) as Choices,
})

/** What a session is for. */
export const kind = z.enum(KINDS).meta({
  label: lang => councilText(lang).kind, wrong: lang => councilText(lang).kindWrong, control: 'pick',
  choices: Object.fromEntries(KINDS.map(one => [one, lang => kindText(lang)[one]])) as Choices,
})

/** A person, or an organisation: one of the two. */
export const somebody = {
  person: z.coerce.number().int().positive().optional().meta({ label: lang => councilText(lang).person, wrong: lang => councilText(lang).whomWrong }),
  organisation: z.coerce.number().int().positive().optional().meta({ label: lang => councilText(lang).organisation, wrong: lang => councilText(lang).whomWrong }),
}

/** What somebody wrote, so many characters at most. */
export function said(label: Said, { least = 2, most = 1000, hint }: { least?: number, most?: number, hint?: Said } = {}) {
  return z.string().trim().min(least).max(most).meta({ label, ...hint && { hint }, wrong: lang => sessionText(lang).wordsWrong, control: 'textarea' })
}
