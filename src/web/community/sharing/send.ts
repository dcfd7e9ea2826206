// What is sent from the page that compares the keys: what a home thinks, an answer, a signature, and the amount of a bill.
import { answerObjection, makeBill, sayOnSharing, signAgreement } from '#modules/sharing/public.ts'
import { idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { goTo, typed, type Submit } from '#web/visit.ts'
import { addressOf } from './around.ts'
import { shown } from './page.ts'

/** POST /:community/matters/:id/sharing */
export const say: Submit = sent => orAgain(sent, async () => {
  const id = idIn(sent)
  await sent.act(sayOnSharing, { id, home: typed(sent.form, 'home'), key: typed(sent.form, 'key'), stance: typed(sent.form, 'stance'), text: typed(sent.form, 'text') })
  return goTo(`${addressOf(sent, id)}?done=1`)
}, mend => visit => shown(visit, { say: mend }))

/** POST /:community/matters/:id/sharing/answer */
export const answer: Submit = async sent => {
  const id = idIn(sent)
  await sent.act(answerObjection, { id, objection: typed(sent.form, 'objection'), words: typed(sent.form, 'words') })
  return goTo(`${addressOf(sent, id)}?done=1#said`)
}

/** POST /:community/matters/:id/sharing/sign */
export const sign: Submit = async sent => {
  const id = idIn(sent)
  await sent.act(signAgreement, { id, agreement: typed(sent.form, 'agreement'), person: typed(sent.form, 'person') || undefined })
  return goTo(`${addressOf(sent, id)}?done=1`)
}

/** POST /:community/matters/:id/sharing/bill */
export const bill: Submit = sent => orAgain(sent, async () => {
  const id = idIn(sent)
  const { bill: made } = await sent.act(makeBill, { id, month: typed(sent.form, 'month'), yuan: typed(sent.form, 'yuan') })
  return goTo(`${addressOf(sent, id)}/bills/${made}?done=1`)
}, mend => visit => shown(visit, { bill: mend }))
