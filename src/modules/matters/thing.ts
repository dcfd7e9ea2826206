// One thing of a matter that can be looked at: the matter itself, a note, a photo, or the words of a rating.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Moderated, Standing } from '#db/tables.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { matterById } from '#modules/matters/read.ts'
import type { Actor } from '#modules/people/public.ts'
import { reportText } from '#text/moderation-author.ts'

const KINDS = ['matter', 'note', 'photo', 'rating'] as const satisfies readonly Moderated[]

/** The fields that name it. */
export const thingFields = {
  thing: z.enum(KINDS).default('matter').meta({ control: 'hidden' }),
  of: z.coerce.number().int().nonnegative().default(0).meta({ control: 'hidden' }),
}

export interface Thing {
  kind: Moderated
  id: number
  /** Null for a photo. */
  text: string | null
  author_id: number | null
  standing: Standing
  /** Whether it is the actor's own, by account or receipt. */
  own: boolean
}

/** The thing of this matter that is named, as far as it is shown or the actor's own. Throws NotFound. */
export async function thingOf(db: Reader, actor: Actor, matter: Matter, asked: { thing: Moderated, of: number }, hasReceipt = false): Promise<Thing> {
  const found = await FIND[asked.thing](db, matter, asked.of)
  const raised = hasReceipt || (actor.personId !== null && actor.personId === matter.raiser_id)
  const own = found !== undefined && (found.by_raiser ? raised : found.author_id !== null && found.author_id === actor.personId)
  if (!found || (asked.thing !== 'matter' && found.standing !== 'shown' && !own)) throw new NotFound(lang => reportText(lang).noSuch)
  const { id, text, author_id, standing } = found
  return { kind: asked.thing, id, text, author_id, standing, own }
}

interface Found extends Omit<Thing, 'kind' | 'own'> {
  by_raiser: boolean
}

const FIND: Readonly<Record<Moderated, (db: Reader, matter: Matter, id: number) => Promise<Found | undefined>>> = {
  matter: (db, matter) => db.selectFrom('matter').select(eb => ['id', 'text', 'raiser_id as author_id', 'standing', eb.val(true).as('by_raiser')])
    .where('community_id', '=', db.community).where('id', '=', matter.id).executeTakeFirst(),
  note: (db, matter, id) => db.selectFrom('matter_note')
    .select(['id', 'text', 'person_id as author_id', 'standing', sql<boolean>`kind = 'answer' and person_id is null`.as('by_raiser')])
    .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('id', '=', id).where('kind', '<>', 'inside').executeTakeFirst(),
  photo: (db, matter, id) => db.selectFrom('matter_photo')
    .select(eb => ['id', eb.val<string | null>(null).as('text'), 'added_by as author_id', 'standing', sql<boolean>`added_by is null`.as('by_raiser')])
    .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('id', '=', id).executeTakeFirst(),
  rating: (db, matter, id) => db.selectFrom('matter_rating')
    .select(['id', 'text', 'person_id as author_id', 'standing', sql<boolean>`person_id is null`.as('by_raiser')])
    .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('id', '=', id).executeTakeFirst(),
}

/** What the actor wrote there, for the form in which he writes it anew. Throws NotFound where it is not his own. */
export async function ownWords(db: Reader, actor: Actor, asked: { id: number, thing: string, of: string }, hasReceipt: boolean): Promise<string> {
  const { rules } = await matterById(db, actor, asked.id, hasReceipt)
  const named = z.object(thingFields).safeParse(asked)
  const thing = named.success ? await thingOf(db, actor, rules, named.data, hasReceipt) : null
  if (!thing?.own) throw new NotFound(lang => reportText(lang).noSuch)
  return thing.text ?? ''
}

const TABLE = { matter: 'matter', note: 'matter_note', photo: 'matter_photo', rating: 'matter_rating' } as const satisfies Record<Moderated, string>

/** Lets a thing stand otherwise. */
export async function setStanding(db: Writer, { kind, id }: Pick<Thing, 'kind' | 'id'>, standing: Standing): Promise<void> {
  await db.updateTable(TABLE[kind]).set({ standing }).where('community_id', '=', db.community).where('id', '=', id).execute()
}
