// Erasing oneself, as far as it reaches into matters: what names the person goes; what he wrote, where he wants it so.
import type { Writer } from '#kit/db.ts'
import { searchVector } from '#kit/search.ts'
import { eraseText } from '#text/me.ts'

/** Takes the person out of matters; `texts`: with what he wrote in them. A sealed file keeps its seal: only salted marks stand in it. */
export async function eraseInMatters(db: Writer, personId: number, texts: boolean): Promise<void> {
  await db.deleteFrom('matter_follower').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('matter_joiner').where('community_id', '=', db.community).where('person_id', '=', personId).where('arrived_at', 'is', null).execute()
  await db.deleteFrom('calendar_address').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('plan_support').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('saved_filter').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('matter').set({ name_shown: false, phone_sealed: null })
    .where('community_id', '=', db.community).where('raiser_id', '=', personId).execute()
  await db.deleteFrom('matter_dossier_word').where('community_id', '=', db.community).where('person_id', '=', personId)
    .$if(!texts, names => names.where('is_name', '=', true)).execute()
  // A ballot that was cast counts on; whose it was is nobody's business any more.
  await db.updateTable('poll_ballot').set({ person_id: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('home_opening_person').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('home_opening').set({ words: null }).where('community_id', '=', db.community).where('opened_by', '=', personId).execute()
  await db.updateTable('home_opening').set({ verdict_words: null }).where('community_id', '=', db.community).where('judged_by', '=', personId).execute()
  // Whoever reported is nobody's business afterwards; that somebody did stays.
  await db.updateTable('moderation_report').set({ person_id: null, words: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  // Votes under a random number stay; that they were this person's goes.
  await db.updateTable('conversation_voter').set({ person_id: null, voted_at: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  if (texts) await eraseWords(db, personId)
  await db.updateTable('conversation_statement').set({ author_id: null }).where('community_id', '=', db.community).where('author_id', '=', personId).execute()
}

async function eraseWords(db: Writer, personId: number): Promise<void> {
  const raised = db.selectFrom('matter').select('id').where('community_id', '=', db.community).where('raiser_id', '=', personId)
  // A photo without a matter is swept away within a day, its files too.
  await db.updateTable('matter_photo').set({ matter_id: null })
    .where('community_id', '=', db.community).where('matter_id', 'in', raised).where('moment', '=', 'before').execute()
  await db.updateTable('matter').set({ text: eraseText('zh').words, title: null, private_text: null, search: searchVector('') })
    .where('community_id', '=', db.community).where('raiser_id', '=', personId).where('withdrawn_at', 'is', null).execute()
  await db.updateTable('matter_note').set({ text: eraseText('zh').words })
    .where('community_id', '=', db.community).where('person_id', '=', personId)
    // What was said for a post stays: it is the community's record.
    .where(eb => eb.or([eb('kind', '=', 'answer'), eb.not(eb.exists(eb.selectFrom('post').select('post.id')
      .where('post.community_id', '=', db.community).where('post.person_id', '=', personId)))])).execute()
  await db.updateTable('conversation_statement').set({ text: eraseText('zh').words })
    .where('community_id', '=', db.community).where('author_id', '=', personId).execute()
  await db.updateTable('matter_rating').set({ text: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('moderation_case').set({ appeal: null }).where('community_id', '=', db.community).where('author_id', '=', personId).execute()
  await db.updateTable('matter_poll_answer').set({ suggestion: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
}
