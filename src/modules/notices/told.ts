// Notices with what their words are made of: the journal entry and the matter as it stands now.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import type { Lang } from '#kit/phrase.ts'
import { titleOf } from '#modules/matters/public.ts'
import { holds, type Actor } from '#modules/people/public.ts'
import { asksPeople, occasionOf, stillTold, type Facts, type Occasion } from '#modules/notices/occasions.ts'
import { kindOf, thingTold, thingWords } from '#modules/notices/things.ts'
import { openingNoticeText, reasonText } from '#text/break-glass.ts'
import { stepText } from '#text/matters.ts'
import { noticeText, occasionText } from '#text/notices.ts'

/** A notice as it is shown or sent. */
export type Told = ReturnType<typeof told>[number]

type OfMatter = NonNullable<Told['matter']>

/** What is said of a notice. */
export interface Words {
  readonly title: string
  readonly line: string
  readonly place: string
}

/**
 * The matter's heading, where it is, and what happened. What is private or happens inside a home is only a number, but in the page for a `reader` who
 * may see it now: its raiser, those who have it, and those who look after the place. Without a reader it leaves the house (mail, push …).
 */
export function noticeWords(lang: Lang, notice: Told, reader: Actor | null): Words {
  const t = noticeText(lang)
  const occasion = occasionOf(notice.action, notice.facts)
  const line = occasion ? occasionWords(lang, occasion, notice.facts) : ''
  const { matter } = notice
  if (matter === null) return wordsBeyond(lang, notice, line, reader)
  const shielded = matter.private || matter.standing !== 'shown' || matter.place_kind === 'home'
  const hidden = matter.withdrawn || (shielded && !(reader && (matter.own || holds(reader, 'move matter', matter.place) || judges(reader, matter))))
  return {
    line, place: hidden ? '' : matter.label,
    title: hidden ? t.matter(matter.id) : matter.title ?? titleOf(matter.text),
  }
}

// A poll, a session, a vote …; or an opened home, or many numbers read: there who and where stay in the house.
function wordsBeyond(lang: Lang, { opening, thing, subject, doer }: Told, line: string, reader: Actor | null): Words {
  const kind = kindOf(subject)
  if (kind) return thingWords(lang, kind, thing, { line, inHouse: reader !== null })
  const t = openingNoticeText(lang)
  if (opening === null) return { title: t.manyTitle, line: reader && doer ? t.who(doer, line) : line, place: '' }
  return { title: t.title, line: reader ? t.who(opening.opener, `${reasonText(lang)[opening.reason]}. ${line}`) : line, place: reader ? opening.label : '' }
}

/** Where a notice leads, below the community's address. */
export function noticePath({ action, matter_id, subject }: Pick<Told, 'action' | 'matter_id' | 'subject'>): string {
  if (matter_id !== null) return `matters/${matter_id}${/^(?:plans|sharing)\./u.test(action) ? `/${action.split('.')[0]}` : ''}`
  if (action === 'people.tellOpening') return 'me/data'
  if (action === 'volunteers.answerCallBack') return 'volunteers'
  if (action === 'councils.finishMinutes') return `${subject}/minutes`
  if (subject.startsWith('calls/')) return subject.replace('calls', 'help')
  return kindOf(subject) || subject.startsWith('openings/') ? subject : 'openings'
}

// What waits for a look, or was taken down, whoever judges there sees.
function judges(reader: Actor, { standing, place }: Pick<OfMatter, 'standing' | 'place'>): boolean {
  return standing !== 'shown' && holds(reader, 'moderate', place)
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
  if (occasion === null || notice.read_at !== null || notice.muted) return false
  return notice.matter === null ? !(notice.thing?.settled && asksPeople(occasion)) : stillTold(occasion, notice.matter)
}

/** The notices with these ids, oldest first. */
export async function noticesById(db: Reader, ids: readonly number[]) {
  return ids.length === 0 ? [] : told(await toldOf(db).where('notice.id', 'in', ids).orderBy('notice.id').execute())
}

const SHOWN = 100

/** What a person was told, newest first, at most a hundred; below the number `before`, where one is given. */
export async function inboxOf(db: Reader, personId: number, { before = null, limit = SHOWN }: { before?: number | null, limit?: number } = {}) {
  return told(await toldOf(db).where('notice.person_id', '=', personId).$if(before !== null, older => older.where('notice.id', '<', before ?? 0))
    .orderBy('notice.id', 'desc').limit(limit).execute())
}

/** How many a person has not read. */
export async function unreadOf(db: Reader, personId: number): Promise<number> {
  const { n } = await db.selectFrom('notice').select(count => count.fn.countAll<number>().as('n'))
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('read_at', 'is', null).executeTakeFirstOrThrow()
  return n
}

// What actions wrote as facts: an object.
function told(rows: Awaited<ReturnType<ReturnType<typeof toldOf>['execute']>>) {
  return rows.map(({ facts, matter, ...row }) => ({ ...row, facts: facts as Facts, matter: matter && placed(matter) }))
}

function placed<Matter extends { place_id: number, parent_id: number | null, estate_id: number | null, building_id: number | null,
  entrance_id: number | null }>({ place_id, parent_id, estate_id, building_id, entrance_id, ...matter }: Matter) {
  return { ...matter, place: { id: place_id, parent_id, estate_id, building_id, entrance_id } }
}

function toldOf(db: Reader) {
  return db.selectFrom('notice')
    .innerJoin('journal', join => join.onRef('journal.community_id', '=', 'notice.community_id')
      .onRef('journal.id', '=', 'notice.journal_id'))
    .leftJoin('person as doer', join => join.onRef('doer.community_id', '=', 'journal.community_id').onRef('doer.id', '=', 'journal.person_id'))
    .leftJoin('notice_mute', join => join.onRef('notice_mute.community_id', '=', 'notice.community_id')
      .onRef('notice_mute.person_id', '=', 'notice.person_id').onRef('notice_mute.matter_id', '=', 'notice.matter_id'))
    .select(eb => ['notice.id', 'notice.person_id', 'notice.matter_id', 'notice.urgency', 'notice.at', 'notice.read_at', 'journal.action',
      'journal.facts', 'journal.subject', 'doer.name as doer', eb('notice_mute.at', 'is not', null).as('muted'),
      jsonObjectFrom(matterTold(eb)).as('matter'), jsonObjectFrom(openingTold(eb)).as('opening'),
      thingTold(eb).as('thing')])
    .where('notice.community_id', '=', db.community)
}

type OfNotice = ExpressionBuilder<DB, 'notice' | 'journal'>

function matterTold(eb: OfNotice) {
  return eb.selectFrom('matter')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .select(eb => ['matter.id', 'matter.title', 'matter.text', 'matter.step', 'matter.private', 'matter.standing',
      sql<boolean>`matter.withdrawn_at is not null`.as('withdrawn'), 'place.kind as place_kind', 'place.label',
      'place.id as place_id', 'place.parent_id', 'place.estate_id', 'place.building_id', 'place.entrance_id',
      eb.or([eb('matter.raiser_id', '=', eb.ref('notice.person_id')), eb('matter.lead_id', '=', eb.ref('notice.person_id')),
        eb.exists(eb.selectFrom('matter_handler').select('matter_handler.id').whereRef('matter_handler.community_id', '=', 'matter.community_id')
          .whereRef('matter_handler.matter_id', '=', 'matter.id').whereRef('matter_handler.person_id', '=', 'notice.person_id')
          .where('matter_handler.ended_at', 'is', null))]).as('own')])
    .whereRef('matter.community_id', '=', 'notice.community_id').whereRef('matter.id', '=', 'notice.matter_id')
}

function openingTold(eb: OfNotice) {
  return eb.selectFrom('home_opening')
    .innerJoin('place as home', join => join.onRef('home.community_id', '=', 'home_opening.community_id').onRef('home.id', '=', 'home_opening.home_id'))
    .innerJoin('person as opener', join => join.onRef('opener.community_id', '=', 'home_opening.community_id').onRef('opener.id', '=', 'home_opening.opened_by'))
    .select(['home.label', 'opener.name as opener', 'home_opening.reason'])
    .whereRef('home_opening.community_id', '=', 'notice.community_id')
    .where('home_opening.id', '=', sql<number>`substring(journal.subject from '^openings/([0-9]+)$')::bigint`)
}
