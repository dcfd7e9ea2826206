// 转办: to another organisation or person, sideways or up the chain; upwards only with what was tried (小事不出网格, S2-19).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { because, matterId } from '#modules/matters/words.ts'
import { keepTime, type ClockCommand } from '#modules/clocks/public.ts'
import { chainAbove, WHOLE } from '#modules/matters/time.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

/** A person, an organisation, or (both) this person of that organisation. */
export const handlerFields = {
  person: z.coerce.number().int().positive().optional().meta({ label: lang => workText(lang).person }),
  organisation: z.coerce.number().int().positive().optional().meta({ label: lang => workText(lang).organisation }),
}

export const handOnInput = z.strictObject({ id: matterId, ...handlerFields, note: because })

/** Offers a matter to somebody else, who still has to take it on. */
export const handOnMatter = action({
  name: 'matters.handOn',
  summary: lang => workText(lang).summaryHandOn,
  input: handOnInput,
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const { person, organisation } = await handlerIn(db, input, await localDay(db, now))
    await db.updateTable('matter').set({ lead_id: person, lead_organisation_id: organisation, accepted_at: null })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    await say(db, { matter: matter.id, kind: 'hand_on', step: matter.step, text: input.note, by: actor.personId, now })
    const chain = await chainAbove(db, { method: matter.method, lead_id: person })
    const commands: ClockCommand[] = [{ do: 'chain', name: matter.step, chain }, { do: 'chain', name: WHOLE, chain }]
    const clocks = await keepTime(db, `matters/${matter.id}`, now, commands)
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step, person, organisation, clocks } }
  },
})

/** The person and organisation that are meant. Throws Invalid when neither is there, or he holds no post today. */
export async function handlerIn(db: Reader, input: { person?: number, organisation?: number }, today: string): Promise<{ person: number | null, organisation: number | null }> {
  if (input.person === undefined && input.organisation === undefined) throw invalid([{ field: 'organisation', reason: lang => workText(lang).toWhom }])
  if (input.person === undefined) {
    const there = await db.selectFrom('organisation').select('id').where('community_id', '=', db.community).where('id', '=', input.organisation ?? 0).executeTakeFirst()
    if (!there) throw invalid([{ field: 'organisation', reason: lang => workText(lang).noSuchOrganisation }])
    return { person: null, organisation: there.id }
  }
  const post = await db.selectFrom('post').select('organisation_id').where('community_id', '=', db.community).where('person_id', '=', input.person)
    .where('since', '<=', today).where(open => open.or([open('until', 'is', null), open('until', '>=', today)])).$if(input.organisation !== undefined, of => of.where('organisation_id', '=', input.organisation ?? 0))
    .orderBy('id').limit(1).executeTakeFirst()
  if (!post) throw invalid([{ field: 'person', reason: lang => workText(lang).holdsNoPost }])
  return { person: input.person, organisation: post.organisation_id }
}
