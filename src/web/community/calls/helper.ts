// Who comes, as far as he agreed: his photo, and his number, shown once to whoever called.
import { helperPhone, helperPhoto, readHelperPhone } from '#modules/calls/public.ts'
import { oneCallText } from '#text/call-pages.ts'
import { idFrom, idIn } from '#web/frame.ts'
import { sealedPicture, type Opener } from '#web/parts/sealed-picture.ts'
import { typed, type Page, type Submit } from '#web/visit.ts'
import { addressOf, receiptIn } from './around.ts'
import { numberOnce } from './phone.ts'

/** GET /:community/help/:id/helpers/:helper; `?code=` for whoever called without an account. */
export function photo(opener: Opener): Page {
  return async visit => {
    const { db, actor, community, now, url, params } = visit
    const id = idIn(visit)
    const receipt = receiptIn(visit, id, url.searchParams.get('code') ?? '') !== ''
    const helper = idFrom(params['helper'] ?? '') ?? 0
    return sealedPicture(opener, community.id, await helperPhoto(db, actor, { id, helper, receipt }, now), helper)
  }
}

/** POST /:community/help/:id/helpers/:helper/phone. Without a request key, as that of the caller. */
export const submit: Submit = async sent => {
  const receipt = typed(sent.form, 'receipt')
  const helper = idFrom(sent.params['helper'] ?? '') ?? 0
  const { id } = await sent.act(readHelperPhone, { id: idIn(sent), helper, receipt }, { requestKey: undefined })
  return numberOnce(sent, oneCallText(sent.lang).phoneHelper, addressOf(sent, id, receipt), db => helperPhone(db, sent, { id, helper }))
}
