// Notices with what their words are made of: the journal entry and the matter as it stands now.
import type { Reader } from '#kit/db.ts'
import type { Lang } from '#kit/phrase.ts'
import { titleOf } from '#modules/matters/public.ts'
import { holds, type Actor } from '#modules/people/public.ts'
import { occasionOf, stillTold, type Facts, type Occasion } from '#modules/notices/occasions.ts'
import { stepText } from '#text/matters.ts'
import { noticeText, occasionText } from '#text/notices.ts'

/** A notice as it is shown or sent. */
export type Told = ReturnType<typeof told>[number]

/**
 * The matter's heading, where it is, and what happened. What is private or happens inside a home is only a number, but in the page for a `reader` who
 * may see it now: its raiser, those who have it, and those who look after the place. Without a reader it leaves the house (mail, push …).
 */
export function noticeWords(lang: Lang, notice: Told, reader: Actor | null): { title: string, line: string, place: string } {
  const t = noticeText(lang)
  const occasion = occasionOf(notice.action, notice.facts)
  const shielded = notice.private || notice.place_kind === 'home'
  const hidden = notice.withdrawn || (shielded && !(reader && (notice.own || holds(reader, 'move matter', notice.place))))
  return {
    place: hidden ? '' : notice.label,
    title: hidden ? t.matter(notice.matter_id) : notice.title ?? titleOf(notice.text),
    line: occasion ? occasionWords(lang, occasion, notice.facts) : '',
  }
}

/** What happened, in words; a step is named. */
export function occasionWords(lang: Lang, occasion: Occasion, facts: Facts): string {
  const to = facts['to']
  if (occasion === 'matters.move' && typeof to === 'string' && isStep(to)) return noticeText(lang).movedTo(stepText(lang)[to])
  return occasionText(lang)[occasion]
}

function isStep(name: string): name is keyof typeof stepText.pairs {
  return Object.hasOwn(stepText.pairs, name)
}

/** Whether it may still be sent: unread, wanted, and its matter not settled meanwhile. */
export function stillToSend(notice: Told): boolean {
  const occasion = occasionOf(notice.action, notice.facts)
  return occasion !== null && notice.read_at === null && !notice.muted && stillTold(occasion, notice)
}

/** The notices with these ids, oldest first. */
export async function noticesById(db: Reader, ids: readonly number[]) {
  return ids.length === 0 ? [] : told(await toldOf(db).where('notice.id', 'in', ids).orderBy('notice.id').execute())
}

const SHOWN = 100

/** What a person was told, newest first, at most a hundred. */
export async function inboxOf(db: Reader, personId: number) {
  return told(await toldOf(db).where('notice.person_id', '=', personId).orderBy('notice.id', 'desc').limit(SHOWN).execute())
}

/** How many a person has not read. */
export async function unreadOf(db: Reader, personId: number): Promise<number> {
  const { n } = await db.selectFrom('notice').select(count => count.fn.countAll<number>().as('n'))
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('read_at', 'is', null).executeTakeFirstOrThrow()
  return n
}

// What actions wrote as facts: an object.
function told(rows: Awaited<ReturnType<ReturnType<typeof toldOf>['execute']>>) {
  return rows.map(({ withdrawn_at, facts, place_id, parent_id, estate_id, building_id, entrance_id, ...row }) => ({
    ...row, facts: facts as Facts, withdrawn: withdrawn_at !== null, place: { id: place_id, parent_id, estate_id, building_id,
      entrance_id },
  }))
}

function toldOf(db: Reader) {
  return db.selectFrom('notice')
    .innerJoin('journal', join => join.onRef('journal.community_id', '=', 'notice.community_id')
      .onRef('journal.id', '=', 'notice.journal_id'))
    .innerJoin('matter', join => join.onRef('matter.community_id', '=', 'notice.community_id').onRef('matter.id', '=', 'notice.matter_id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .leftJoin('notice_mute', join => join.onRef('notice_mute.community_id', '=', 'notice.community_id')
      .onRef('notice_mute.person_id', '=', 'notice.person_id').onRef('notice_mute.matter_id', '=', 'notice.matter_id'))
    .select(eb => ['notice.id', 'notice.person_id', 'notice.matter_id', 'notice.urgency', 'notice.at', 'notice.read_at', 'journal.action',
      'journal.facts',
      'matter.title', 'matter.text', 'matter.step', 'matter.withdrawn_at', 'matter.private', 'place.kind as place_kind', 'place.label',
      'place.id as place_id', 'place.parent_id', 'place.estate_id', 'place.building_id', 'place.entrance_id',
      eb('notice_mute.at', 'is not', null).as('muted'),
      eb.or([eb('matter.raiser_id', '=', eb.ref('notice.person_id')), eb('matter.lead_id', '=', eb.ref('notice.person_id')),
        eb.exists(eb.selectFrom('matter_handler').select('matter_handler.id').where('matter_handler.community_id', '=', db.community)
          .whereRef('matter_handler.matter_id', '=', 'matter.id').whereRef('matter_handler.person_id', '=', 'notice.person_id')
          .where('matter_handler.ended_at', 'is', null))]).as('own')])
    .where('notice.community_id', '=', db.community)
}
