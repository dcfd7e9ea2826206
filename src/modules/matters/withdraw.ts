// 收回: whoever raised it has ten minutes for second thoughts, with an account or with the receipt alone.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { searchVector } from '#kit/search.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { receiptSubject } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { WHOLE } from '#modules/matters/time.ts'
import type { Actor } from '#modules/people/public.ts'
import { matterText } from '#text/matters.ts'

/** Takes a matter back and erases what was written; that something was raised and taken back stays. */
export const withdrawMatter = action({
  name: 'matters.withdraw',
  summary: lang => matterText(lang).summaryWithdraw,
  input: z.strictObject({ id: z.coerce.number().int().positive(), receipt: z.string().max(40).default('') }),
  subject: async (db, input, actor: Actor, { secrets }) => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    const matter = await matterToChange(db, actor, input.id, hasReceipt)
    return { hasReceipt, matter, carriesOthers: await carriesOthers(db, matter.id) }
  },
  refuse: (actor, { matter, hasReceipt, carriesOthers }, now) =>
    mayNot.withdraw(matter, hasReceipt || (actor.personId !== null && actor.personId === matter.raiser_id), now, carriesOthers),
  run: async (db, { subject: { matter }, now }) => {
    await db.updateTable('matter')
      .set({
        withdrawn_at: now.toString(), text: '', title: null, private_text: null, search: searchVector(''), phone_sealed: null,
        paused_at: null, pause_reason: null, waits_for_resident: false,
      })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    await db.updateTable('matter_note').set({ text: '' }).where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id).where('kind', '=', 'answer').execute()
    const clocks = await keepTime(db, `matters/${matter.id}`, now, [{ do: 'stop', name: matter.step }, { do: 'stop', name: WHOLE }])
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { clocks } }
  },
})

// Whoever waits for a matter that was merged into this one must not lose it.
async function carriesOthers(db: Reader, id: number): Promise<boolean> {
  const one = await db.selectFrom('matter').select('id')
    .where('community_id', '=', db.community).where('merged_into', '=', id).limit(1).executeTakeFirst()
  return one !== undefined
}
