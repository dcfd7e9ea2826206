// The sealed file of a matter, for whoever may see the matter.
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { dossierContent, type DossierContent } from '#modules/matters/dossier.ts'
import { notHere, visibleTo } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/** Words by their marks, as long as nobody erased them. */
export type Words = ReadonlyMap<string, { readonly salt: string, readonly text: string }>

export interface Dossier {
  readonly number: string
  /** The sealed bytes, as text. */
  readonly sealed: string
  readonly hash: string
  readonly content: DossierContent
  readonly words: Words
  /** Photos that are still there, by their hashes. */
  readonly photos: ReadonlySet<string>
  /** Only for whoever handles it and its raiser. */
  readonly isPrivate: boolean
  /** The matter that was made of this one since, if the actor may see it. */
  readonly later: number | null
}

/** The file of a matter; `hasReceipt` as for the matter. Throws NotFound when the actor may not see the matter, or it has none. One statement. */
export async function dossierOf(db: Reader, actor: Actor, id: number, hasReceipt = false): Promise<Dossier> {
  const found = await visibleTo(db, actor, hasReceipt ? id : null)
    .innerJoin('matter_dossier', join => join.onRef('matter_dossier.community_id', '=', 'matter.community_id')
      .onRef('matter_dossier.matter_id', '=', 'matter.id'))
    .select(['matter_dossier.number', 'matter_dossier.content', 'matter_dossier.hash', 'matter.private', 'matter.standing', 'place.kind as place_kind'])
    .select(eb => [
      // The private part stays with those inside, and so does its salt.
      jsonArrayFrom(eb.selectFrom('matter_dossier_word').select(['mark', 'salt', 'text'])
        .where('matter_dossier_word.community_id', '=', db.community)
        .whereRef('matter_dossier_word.matter_id', '=', 'matter.id').where('text', 'is not', null)
        .where(word => word.not(takenDown(word))).orderBy('mark')).as('words'),
      jsonArrayFrom(eb.selectFrom('matter_photo').select('file').where('matter_photo.community_id', '=', db.community)
        .whereRef('matter_photo.matter_id', '=', 'matter.id').where('matter_photo.standing', '=', 'shown')).as('photos'),
      visibleTo(db, actor).clearSelect().select('matter.id').where('matter.reopened_from', '=', id).where('matter.withdrawn_at', 'is', null)
        .orderBy('matter.id', 'desc').limit(1).as('later'),
    ])
    .where('matter.id', '=', id).where('matter.withdrawn_at', 'is', null).executeTakeFirst()
  if (!found) throw notHere()
  return {
    number: found.number, sealed: found.content, hash: found.hash, content: dossierContent.parse(JSON.parse(found.content)),
    words: new Map(found.words.flatMap(({ mark, salt, text }) => text === null ? [] : [[mark, { salt, text }]])),
    photos: new Set(found.photos.map(({ file }) => file)), later: found.later,
    isPrivate: found.private || found.standing !== 'shown' || found.place_kind === 'home',
  }
}

// What was taken down after the file was sealed leaves its mark, and comes back with its words when an appeal says so.
function takenDown(word: ExpressionBuilder<DB, 'matter_dossier_word'>) {
  return word.or((['matter_note', 'matter_rating'] as const).map(table => word.exists(word.selectFrom(table).select(`${table}.id`)
    .whereRef(`${table}.community_id`, '=', 'matter_dossier_word.community_id').whereRef(`${table}.matter_id`, '=', 'matter_dossier_word.matter_id')
    .whereRef(`${table}.text`, '=', 'matter_dossier_word.text').where(`${table}.standing`, '<>', 'shown'))))
}
