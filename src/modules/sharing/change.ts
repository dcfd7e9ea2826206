// 改分摊办法: after an objection the amount, the weights or those who benefit are changed; what was thought of the former ones no longer counts.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { amountFields, benefitField, matterId } from '#modules/sharing/fields.ts'
import { homesOf, sharingToChange } from '#modules/sharing/find.ts'
import { KEYS, type Home, type Key } from '#modules/sharing/keys.ts'
import { mayNot, type Open } from '#modules/sharing/sharing.ts'
import { sharingActText } from '#text/sharing.ts'

export const changeSharingInput = z.strictObject({ id: matterId, ...amountFields, benefit: benefitField })

type Input = z.output<typeof changeSharingInput>

/** Writes all of it anew. Only the opinions about keys that come out otherwise are let go. */
export const changeSharing = action({
  name: 'sharing.change',
  summary: lang => sharingActText(lang).summaryChange,
  input: changeSharingInput,
  subject: (db, input, actor: Actor) => sharingToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: { matter, open }, input, now }) => {
    if (open === null) throw new Error('a rule let somebody change what is not open')
    const homes = await homesOf(db, { matter: matter.id, sharing: open.id, month: null })
    if (input.benefit.some(id => !homes.some(home => home.id === id))) throw invalid([{ field: 'benefit', reason: lang => sharingActText(lang).homeWrong }])
    const changed = changedKeys(open, homes, input)
    await db.updateTable('sharing').set({
      what: input.what, cents: input.yuan, monthly: input.monthly, floors: input.floors, table_open: input.tableOpen, changed_at: now.toString(),
    }).where('community_id', '=', db.community).where('id', '=', open.id).execute()
    await letBenefit(db, open.id, input.benefit)
    if (changed.length > 0) {
      await db.deleteFrom('sharing_opinion').where('community_id', '=', db.community).where('sharing_id', '=', open.id).where('key', 'in', changed).execute()
    }
    return {
      subject: `matters/${matter.id}`, answer: { id: matter.id },
      facts: { sharing: open.id, place: open.place_id, cents: input.yuan, monthly: input.monthly, tableOpen: input.tableOpen, benefit: input.benefit.length, changed },
    }
  },
})

function changedKeys(open: Open, homes: readonly Home[], { yuan, monthly, floors, benefit }: Input): Key[] {
  if (open.cents !== yuan || open.monthly !== monthly) return [...KEYS]
  const now = new Set(benefit)
  return [
    ...open.floors === floors ? [] : ['floor' as const],
    ...homes.every(home => home.benefits === now.has(home.id)) ? [] : ['benefit' as const],
  ]
}

async function letBenefit(db: Writer, sharing: number, benefit: readonly number[]): Promise<void> {
  const rows = () => db.updateTable('sharing_home').where('community_id', '=', db.community).where('sharing_id', '=', sharing)
  await rows().set({ benefits: false }).where('benefits', '=', true).execute()
  if (benefit.length > 0) await rows().set({ benefits: true }).where('home_id', 'in', [...benefit]).execute()
}
