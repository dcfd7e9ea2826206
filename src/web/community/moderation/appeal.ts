// 不服，请别人再看: the author's form.
import { appealInput, appealJudgement } from '#modules/matters/public.ts'
import { authorText } from '#text/moderation-author.ts'
import { orAgain } from '#web/parts/again.ts'
import type { Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { thingForm, thingIn, toMatter } from './thing-form.ts'

/** GET /:community/matters/:id/appeal?thing&of&code */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/matters/:id/appeal */
export const send: Submit = sent => orAgain(sent, async () => {
  await sent.act(appealJudgement, { ...thingIn(sent), words: typed(sent.form, 'words') })
  return goTo(toMatter(sent, 'looked'))
}, mend => visit => shown(visit, mend), { field: 'words' })

function shown(visit: Visit, mend: Mend): Promise<Html> {
  const t = authorText(visit.lang)
  return thingForm(visit, { address: 'appeal', title: t.appeal, schema: appealInput, fields: ['words'], send: t.send }, mend)
}
