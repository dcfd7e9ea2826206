// 紧急查看: somebody without the right over a home sees at once whom to ring there; everybody concerned learns of it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader, type Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/actor.ts'
import { localDay } from '#modules/people/local-day.ts'
import { mayNotOpen, openedAs, OPEN_FOR, REASONS } from '#modules/people/opening.ts'
import { placeById } from '#modules/places/public.ts'
import { openingText, reasonText } from '#text/break-glass.ts'

/** A sentence of one's own, kept out of the journal. */
const sentence = z.string().trim().min(4).max(200)

export const breakGlassInput = z.strictObject({
  home: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  reason: z.enum(REASONS).meta({
    label: lang => openingText(lang).reason, wrong: lang => openingText(lang).reasonWrong, control: 'pick',
    choices: Object.fromEntries(REASONS.map(reason => [reason, (lang: 'zh' | 'en') => reasonText(lang)[reason]])),
  }),
  words: sentence.meta({
    label: lang => openingText(lang).words, hint: lang => openingText(lang).wordsHint, wrong: lang => openingText(lang).wordsWrong,
  }),
})

/** Opens one home for half an hour. Answers the opening's number; the phones are asked afterwards, by `contactsOf`. */
export const breakGlass = action({
  name: 'people.breakGlass',
  summary: lang => openingText(lang).summary,
  input: breakGlassInput,
  subject: async (db, input, actor: Actor, { now }) => ({ home: await homeById(db, input.home), today: await openedToday(db, actor, now) }),
  refuse: mayNotOpen,
  run: async (db, { actor, input, now, subject: { home } }) => {
    const { id } = await db.insertInto('home_opening').values({
      community_id: db.community, home_id: home.id, opened_by: actor.personId ?? 0, opened_as: openedAs(actor), reason: input.reason, words: input.words,
      opened_at: now.toString(), ends_at: now.add(OPEN_FOR).toString(),
    }).returning('id').executeTakeFirstOrThrow()
    const shown = await peopleOfHome(db, home.id, await localDay(db, now))
    await keepShown(db, id, shown)
    return { subject: `openings/${id}`, answer: { id }, facts: { home: home.id, reason: input.reason, people: shown } }
  },
})

/** The home with this number. Throws NotFound for another kind of place. */
export async function homeById(db: Reader, id: number) {
  const place = await placeById(db, id)
  if (place.kind !== 'home') throw new NotFound(lang => openingText(lang).notHome)
  return place
}

// Whoever opens is locked, so that two at once count each other.
async function openedToday(db: Reader, actor: Actor, now: Temporal.Instant): Promise<number> {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', actor.personId ?? 0).forNoKeyUpdate().execute()
  const { count } = await db.selectFrom('home_opening').select(all => all.fn.countAll<number>().as('count'))
    .where('community_id', '=', db.community).where('opened_by', '=', actor.personId ?? 0).where('opened_at', '>', at(now.subtract({ hours: 24 })))
    .executeTakeFirstOrThrow()
  return count
}

async function peopleOfHome(db: Reader, home: number, today: string): Promise<number[]> {
  const rows = await db.selectFrom('tie')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
    .select('tie.person_id').distinct().where('tie.community_id', '=', db.community).where('tie.home_id', '=', home).where('tie.since', '<=', today)
    .where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', today)])).where('person.erased_at', 'is', null)
    .orderBy('tie.person_id').execute()
  return rows.map(row => row.person_id)
}

async function keepShown(db: Writer, opening: number, people: readonly number[]): Promise<void> {
  if (people.length === 0) return
  await db.insertInto('home_opening_person').values(people.map(person => ({ community_id: db.community, opening_id: opening, person_id: person }))).execute()
}
