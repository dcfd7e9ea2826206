// 举报: a form for everybody, signed in or not.
import { reportInput, reportThing } from '#modules/matters/public.ts'
import { reportText } from '#text/moderation-author.ts'
import { orAgain } from '#web/parts/again.ts'
import type { Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { thingForm, thingIn, toMatter } from './thing-form.ts'

/** GET /:community/matters/:id/report?thing&of */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/matters/:id/report */
export const send: Submit = sent => orAgain(sent, async () => {
  await sent.act(reportThing, { ...thingIn(sent), reason: typed(sent.form, 'reason'), words: typed(sent.form, 'words') })
  return goTo(toMatter(sent, 'report'))
}, mend => visit => shown(visit, mend), { field: 'words' })

function shown(visit: Visit, mend: Mend): Promise<Html> {
  const t = reportText(visit.lang)
  return thingForm(visit, { address: 'report', title: t.title, lead: t.lead, schema: reportInput, fields: ['reason', 'words'], send: t.send }, mend)
}
