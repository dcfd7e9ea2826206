// 改一改: the author's form, with what he wrote.
import { changeInput, changeOwn, ownWords } from '#modules/matters/public.ts'
import { authorText } from '#text/moderation-author.ts'
import { idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import type { Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { thingForm, thingIn, toMatter } from './thing-form.ts'

/** GET /:community/matters/:id/change?thing&of&code */
export const page: Page = async visit => {
  const { db, actor, url } = visit
  const id = idIn(visit)
  const asked = { thing: url.searchParams.get('thing') ?? 'matter', of: url.searchParams.get('of') ?? '0' }
  const text = await ownWords(db, actor, { id, ...asked }, visit.isReceipt(id, url.searchParams.get('code') ?? ''))
  return shown(visit, { ...EMPTY, values: { text } })
}

/** POST /:community/matters/:id/change */
export const send: Submit = sent => orAgain(sent, async () => {
  await sent.act(changeOwn, { ...thingIn(sent), text: typed(sent.form, 'text') })
  return goTo(toMatter(sent, 'looked'))
}, mend => visit => shown(visit, mend))

function shown(visit: Visit, mend: Mend): Promise<Html> {
  const t = authorText(visit.lang)
  return thingForm(visit, { address: 'change', title: t.change, schema: changeInput, fields: ['text'], send: t.send }, mend)
}
