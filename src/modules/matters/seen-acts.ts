// Which acts in the journal somebody may know of: what was done, about what and when; never by whom, never what was written.
import { CompiledQuery } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { asMatter, ruled } from '#modules/matters/find.ts'
import { isInside } from '#modules/matters/matter.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/** One act as it stands in the journal, as far as it is looked at here. */
export interface Act {
  readonly id: number
  readonly action: string
  readonly subject: string
  readonly at: Temporal.Instant
  readonly person_id: number | null
  readonly on_behalf_of: number | null
}

/** What everybody who may see a matter sees on its page. Any other act on it is known to those inside, to whoever did it, and for whom. */
const ON_THE_PAGE: ReadonlySet<string> = new Set([
  'accept', 'acceptHandling', 'addChecklist', 'addHandler', 'addTask', 'answer', 'ask', 'attachPhotos', 'close', 'endHandler', 'finishTask',
  'follow', 'giveBack', 'handOn', 'link', 'merge', 'move', 'pause', 'publishPlan', 'raise', 'rate', 'recordDecision', 'rename', 'reopen',
  'reply', 'resume', 'route', 'sayHeld', 'setPrivate', 'setUrgent', 'spend', 'split', 'startPoll', 'strikeCost', 'urge', 'withdraw',
].map(verb => `matters.${verb}`))

/** What stands on pages that are open to all. */
const OPEN = /^(?:services|methods)\/\d+$|^calendar$/u

const BETWEEN = `select id, action, subject, at, person_id, on_behalf_of from journal
  where community_id = $1 and id > $2 and id <= $3 and subject like $4 order by id limit $5`

/** A part of the journal: behind `after`, up to `upTo`; `about` is a subject (matters/83), the beginning of some (matters/), or ''. */
export interface Part {
  readonly after: number
  readonly upTo: number
  readonly about: string
  /** How many acts are read at most. */
  readonly most: number
}

/** The acts of this part, oldest first. */
export async function actsBetween(db: Reader, { after, upTo, about, most }: Part): Promise<Act[]> {
  const like = about === '' || about.endsWith('/') ? `${about}%` : about
  return db.ask(CompiledQuery.raw(BETWEEN, [db.community, after, upTo, like, most]) as CompiledQuery<Act>)
}

/** Those of the acts that the actor may know of as things stand now. One statement, where any of them is about a matter. */
export async function actsSeen(db: Reader, actor: Actor, acts: readonly Act[]): Promise<Act[]> {
  const asked = [...new Set(acts.map(matterOf).filter(id => id !== null))]
  const rows = asked.length === 0 ? [] : await ruled(visibleTo(db, actor)).where('matter.id', 'in', asked).execute()
  const matters = new Map(rows.map(row => [row.id, isInside(actor, asMatter(row)) ? 'inside' : 'outside'] as const))
  return acts.filter(act => {
    if (actor.personId !== null && isOwn(actor.personId, act)) return true
    const matter = matterOf(act)
    if (matter === null) return OPEN.test(act.subject)
    const where = matters.get(matter)
    return where === 'inside' || (where === 'outside' && ON_THE_PAGE.has(act.action))
  })
}

// Done by him, for him, or to him.
function isOwn(personId: number, { person_id, on_behalf_of, subject }: Act): boolean {
  return person_id === personId || on_behalf_of === personId || subject === `people/${personId}`
}

function matterOf({ subject }: Act): number | null {
  const [, id] = /^matters\/(\d{1,15})$/u.exec(subject) ?? []
  return id === undefined ? null : Number(id)
}
