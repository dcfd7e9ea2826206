// The dates of a calendar file come onto the calendar, in one act. The same file brought again changes what has changed.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { CALENDAR_LIMITS } from '#kit/calendar-files/read.ts'
import { imported, type Imported } from '#modules/calendars/imported.ts'
import { keepsFor, mayNotKeepDates } from '#modules/calendars/happening.ts'
import type { Actor } from '#modules/people/public.ts'
import { happeningText } from '#text/happenings.ts'

/** Takes them in for the organisation of the actor's post; what another organisation brought under the same name stays as it is. */
export const importHappenings = action({
  name: 'calendars.import',
  summary: lang => happeningText(lang).summaryImport,
  input: z.strictObject({ dates: z.array(imported).min(1).max(CALENDAR_LIMITS.events) }),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: actor => mayNotKeepDates(actor),
  run: async (db, { actor, input, now }) => {
    const organisation = keepsFor(actor) ?? 0
    // The last one of a name counts: one statement cannot change a row twice.
    const dates = [...new Map(input.dates.map(one => [one.uid, one])).values()]
    const rows = await db.insertInto('happening').values(dates.map(one => ({
      community_id: db.community, organisation_id: organisation, made_by: actor.personId ?? 0, made_at: now.toString(),
        changed_at: now.toString(),
      ...columns(one, now),
    }))).onConflict(there => there.columns(['community_id', 'source_uid']).doUpdateSet(eb => ({
      title: eb.ref('excluded.title'), about: eb.ref('excluded.about'), place: eb.ref('excluded.place'),
        begins_on: eb.ref('excluded.begins_on'),
      minute: eb.ref('excluded.minute'), minutes: eb.ref('excluded.minutes'), rule: eb.ref('excluded.rule'),
        except_on: eb.ref('excluded.except_on'),
      also_on: eb.ref('excluded.also_on'), cancelled_at: eb.ref('excluded.cancelled_at'), changed_at: now.toString(),
        changes: sql`happening.changes + 1`,
    })).where('happening.organisation_id', '=', organisation).where(CHANGED))
      .returning(sql<boolean>`xmax = 0`.as('added')).execute()
    const added = rows.filter(row => row.added).length
    const answer = { id: db.community, added, changed: rows.length - added }
    return { subject: 'happenings/import', answer, facts: { added, changed: answer.changed } }
  },
})

// When it was called off does not matter, only whether.
const WHAT = (of: string) => `${of}.title, ${of}.about, ${of}.place, ${of}.begins_on, ${of}.minute, ${of}.minutes, ${of}.rule, ${
  of}.except_on, ${of}.also_on, ${of}.cancelled_at is null`
const CHANGED = sql<boolean>`row(${sql.raw(WHAT('happening'))}) is distinct from row(${sql.raw(WHAT('excluded'))})`

function columns({ uid, cancelled, except_on, also_on, ...same }: Imported, now: Temporal.Instant) {
  return {
    ...same, source_uid: uid, except_on: JSON.stringify(except_on), also_on: JSON.stringify(also_on),
      cancelled_at: cancelled ? now.toString() : null,
  }
}
