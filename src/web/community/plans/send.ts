// What people send from the page of a plan: something they say, and that they think so too.
import { suggest, supportSuggestion } from '#modules/plans/public.ts'
import { idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { goTo, typed, type Submit } from '#web/visit.ts'
import { shown } from './page.ts'

/** POST /:community/matters/:id/plans */
export const say: Submit = sent => orAgain(sent, async () => {
  const id = idIn(sent)
  await sent.act(suggest, { id, part: typed(sent.form, 'part') || 0, stance: typed(sent.form, 'stance'), text: typed(sent.form, 'text') })
  return goTo(`/${sent.community.slug}/matters/${id}/plans?done=1#said`)
}, mend => visit => shown(visit, mend))

/** POST /:community/matters/:id/plans/support */
export const share: Submit = async sent => {
  const id = idIn(sent)
  const suggestion = typed(sent.form, 'suggestion')
  await sent.act(supportSuggestion, { id, suggestion, on: typed(sent.form, 'on') === 'true' })
  return goTo(`/${sent.community.slug}/matters/${id}/plans#s-${encodeURIComponent(suggestion)}`)
}
