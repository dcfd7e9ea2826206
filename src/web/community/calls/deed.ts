// A form on the page of a call, sent: done, or the same page with what is to be mended in that form.
import { NotFound } from '#kit/errors.ts'
import { callText } from '#text/calls.ts'
import { idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { goTo, typed, type Submit } from '#web/visit.ts'
import { addressOf } from './around.ts'
import { shown } from './call.ts'
import { DEEDS, isDeed } from './deeds.ts'
import type { Digits } from './scene.ts'

/** POST /:community/help/:id/do/:deed */
export const submit = (digits: Digits): Submit => async sent => {
  const name = sent.params['deed'] ?? ''
  if (!isDeed(name)) throw new NotFound(lang => callText(lang).noCall)
  const deed = DEEDS[name]
  const id = idIn(sent)
  const receipt = typed(sent.form, 'receipt')
  const given = Object.fromEntries(deed.fields.filter(field => field in sent.form.fields).map(field => [field, typed(sent.form, field)]))
  return orAgain(sent, async () => {
    await deed.send(sent, { ...given, id, ...deed.byReceipt && { receipt } })
    const at = addressOf(sent, id, receipt)
    return goTo(`${at}${at.includes('?') ? '&' : '?'}done=act`)
  }, mend => visit => shown(visit, receipt, mend, digits), { field: deed.fields[0] ?? 'id', values: { ...sent.form.fields, deed: name } })
}
