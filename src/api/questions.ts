// The questions that programs may ask, by name.
import { z } from 'zod'
import { check } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { board, extrasOf, isInside, KINDS, matterById, notHere, trailOf } from '#modules/matters/public.ts'
import { inboxOf, noticeWords } from '#modules/notices/public.ts'
import { heldAbout, peopleNamed, postsHeld, type Actor } from '#modules/people/public.ts'
import { rightText } from '#text/people.ts'
import { buildings, estates, placeByCode, placeById, placesIn } from '#modules/places/public.ts'

const id = z.coerce.number().int().positive()
const steps = ['raise', 'discuss', 'decide', 'coordinate', 'do', 'show', 'rate', 'close'] as const

/** A question with its input as a query string. */
export interface Question {
  readonly name: string
  readonly input: z.ZodType
  ask(db: Reader, actor: Actor, query: unknown): Promise<unknown>
}

function question<Schema extends z.ZodType>(
  name: string, input: Schema, ask: (db: Reader, actor: Actor, asked: z.output<Schema>) => Promise<unknown>,
): Question {
  return { name, input, ask: (db, actor, query) => ask(db, actor, check(input, query)) }
}

const boardQuery = z.object({
  estate: id.optional(), building: id.optional(), place: id.optional(), step: z.enum(steps).optional(), words: z.string().max(100).optional(),
})

/** In the order of the modules. `community` in the query is read by the door. */
export const QUESTIONS: readonly Question[] = [
  question('places.estates', z.object({}), db => estates(db)),
  question('places.buildings', z.object({ estate: id }), (db, _actor, { estate }) => buildings(db, estate)),
  question('places.in', z.object({ place: id }), (db, _actor, { place }) => placesIn(db, place)),
  question('places.show', z.object({ id }), (db, _actor, asked) => placeById(db, asked.id)),
  question('places.byCode', z.object({ code: z.string().max(20) }), (db, _actor, { code }) => placeByCode(db, code)),
  question('people.posts', z.object({ on: z.iso.date() }), (db, _actor, { on }) => postsHeld(db, on)),
  question('people.named', z.object({ name: z.string().min(1).max(40) }), async (db, actor, { name }) =>
    (await peopleNamed(db, actor, 'see roster', name)).map(({ phone_sealed: _phone, document_sealed: _document, ...person }) => person)),
  question('people.held', z.object({}), async (db, actor) => {
    if (actor.personId === null) throw new Refused(lang => rightText(lang).signIn)
    return heldAbout(db, actor.personId)
  }),
  question('matters.board', boardQuery, (db, actor, filter) => board(db, actor, filter)),
  question('matters.extras', z.object({ id }), async (db, actor, asked) => {
    const { rules, withdrawn_at } = await matterById(db, actor, asked.id)
    if (withdrawn_at) throw notHere()
    return extrasOf(db, actor, asked.id, isInside(actor, rules))
  }),
  question('matters.kinds', z.object({}), async () => KINDS),
  question('matters.show', z.object({ id }), async (db, actor, asked) => {
    const { raiser_id: _raiser, raiser_name, entered_by: _worker, rules, method_source: _source, ...matter } = await matterById(db, actor, asked.id)
    const { notes, photos } = await trailOf(db, asked.id, isInside(actor, rules))
    const gone = matter.withdrawn_at !== null
    return { ...matter, raiser: matter.name_shown ? raiser_name : null, photos: gone ? [] : photos, notes: gone ? [] : notes }
  }),
  question('notices.inbox', z.object({}), async (db, actor) => {
    if (actor.personId === null) throw new Refused(lang => rightText(lang).signIn)
    return (await inboxOf(db, actor.personId)).map(notice => ({
      id: notice.id, matter: notice.matter_id, action: notice.action, urgency: notice.urgency, at: notice.at.toString(),
      readAt: notice.read_at?.toString() ?? null, muted: notice.muted, zh: noticeWords('zh', notice, actor), en: noticeWords('en', notice, actor),
    }))
  }),
]

const byName = new Map(QUESTIONS.map(asked => [asked.name, asked]))

/** The question of this name, or undefined. */
export function questionNamed(name: string): Question | undefined {
  return byName.get(name)
}
