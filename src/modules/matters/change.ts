// 改一改: an author writes anew what waits for a look, or what he was asked to change.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { searchVector } from '#kit/search.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { letAppear } from '#modules/matters/judge.ts'
import { likenessOf } from '#modules/matters/likeness.ts'
import { receiptSubject, type MatterUnderMethod } from '#modules/matters/matter.ts'
import { openCaseOf } from '#modules/matters/own-cases.ts'
import { wordCauses } from '#modules/matters/say.ts'
import { thingFields, thingOf, type Thing } from '#modules/matters/thing.ts'
import { matterId, receiptCode } from '#modules/matters/words.ts'
import { onlyWords, openCase, takeTurn, type Cause } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { authorText } from '#text/moderation-author.ts'
import { matterText } from '#text/matters.ts'

export const changeInput = z.strictObject({
  id: matterId,
  receipt: receiptCode,
  ...thingFields,
  text: z.string().trim().min(2).max(2000).meta({ label: lang => authorText(lang).text, wrong: lang => matterText(lang).textWrong, control: 'textarea' }),
})

/** Writes it anew. What waited for its words alone appears when they are gone; everything else is looked at again. */
export const changeOwn = action({
  name: 'matters.change',
  summary: lang => authorText(lang).summaryChange,
  input: changeInput,
  subject: async (db, input, actor: Actor, { secrets }) => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    const matter = await matterToMove(db, actor, input.id, hasReceipt)
    return { matter, thing: await thingOf(db, actor, matter, input, hasReceipt) }
  },
  refuse: (_actor, { matter, thing }) => matter.withdrawn_at ? lang => authorText(lang).noSuch : mayNotChange(thing),
  run: async (db, { subject: { matter, thing }, input: { text }, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'answer')
    const causes = await wordCauses(db, matter, text)
    await write(db, matter, thing, text)
    const one = await openCaseOf(db, matter, thing)
    const told = { thing: thing.kind, of: thing.id }
    const answer = { id: matter.id }
    const subject = `matters/${matter.id}`
    if (one && causes.length === 0 && onlyWords(one.causes)) {
      return { subject, answer, facts: { ...told, ...await letAppear(db, { one, matter }, { verdict: 'changed', by: null }, now) } }
    }
    const why: Cause[] = one ? causes : ['changed', ...causes]
    await openCase(db, { matter: matter.id, kind: thing.kind, thing: thing.id, causes: why, author: thing.author_id }, now)
    return { subject, answer, facts: { ...told, held: true } }
  },
})

/** Why something cannot be written anew: it is not one's own, or nobody waits for it. */
export function mayNotChange(thing: Thing): Said | null {
  const waits = thing.standing === 'held' || thing.standing === 'screened'
  return thing.own && waits && thing.kind !== 'photo' ? null : lang => authorText(lang).noSuch
}

async function write(db: Writer, matter: MatterUnderMethod, { kind, id }: Thing, text: string): Promise<void> {
  if (kind === 'matter') {
    await db.updateTable('matter').set({ text, title: null, search: searchVector(`${matter.place.label} ${text}`), likeness: likenessOf(db.community, text) })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
  } else {
    await db.updateTable(kind === 'note' ? 'matter_note' : 'matter_rating').set({ text }).where('community_id', '=', db.community).where('id', '=', id).execute()
  }
}
