// What the forms of a conversation do.
import { castOpinion, closeConversation, judgeStatement, suggestStatement } from '#modules/opinions/public.ts'
import { idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { goTo, typed, type Sent, type Submit } from '#web/visit.ts'
import { shown } from './page.ts'

/** POST /:community/conversations/:id/opinion: says it, and the next statement comes. */
export const cast: Submit = async sent => {
  const statement = typed(sent.form, 'statement')
  await sent.act(castOpinion, { id: idIn(sent), statement, opinion: typed(sent.form, 'opinion') })
  return goTo(typed(sent.form, 'from') === 'all' ? `${at(sent)}/statements?after=${Math.max(0, Number(statement) - 1)}` : at(sent))
}

/** POST /:community/conversations/:id/statements */
export const suggest: Submit = sent => orAgain(sent, async () => {
  await sent.act(suggestStatement, { id: idIn(sent), text: typed(sent.form, 'text') })
  return goTo(`${at(sent)}#mine`)
}, mend => visit => shown(visit, mend))

/** POST /:community/conversations/:id/judge */
export const judge: Submit = sent => orAgain(sent, async () => {
  const { form } = sent
  await sent.act(judgeStatement, {
    id: idIn(sent), statement: typed(form, 'statement'), verdict: typed(form, 'verdict'), reason: typed(form, 'reason') || null, words: typed(form, 'words'),
  })
  return goTo(`${at(sent)}#behind`)
}, mend => visit => shown(visit, mend))

/** POST /:community/conversations/:id/close: the first time it asks again, the second time it ends. */
export const close: Submit = async sent => {
  if (!('sure' in sent.form.fields)) return goTo(`${at(sent)}?sure=1#close`)
  await sent.act(closeConversation, { id: idIn(sent) })
  return goTo(at(sent))
}

function at({ community, params }: Sent): string {
  return `/${community.slug}/conversations/${params['id'] ?? ''}`
}
