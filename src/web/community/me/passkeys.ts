// Passkeys: which there are, take one away, add one where the browser can.
import { meText } from '#text/me.ts'
import { framed } from '#web/frame.ts'
import { html, nothing } from '#web/parts/html.ts'
import { toast } from '#web/parts/list.ts'
import { dayAt } from '#web/parts/time.ts'
import { goTo, typed, type Page, type Submit } from '#web/visit.ts'

/** GET /:community/me/passkeys */
export const page: Page = async visit => {
  const { lang, account, community, actor, url } = visit
  const t = meText(lang)
  if (!account?.passkeysWork) return goTo(`/${community.slug}/me`)
  const at = `/${community.slug}/me/passkeys`
  const keys = await account.passkeys()
  return framed(visit, { title: t.passkeys, narrow: true, back: `/${community.slug}/me`, islands: ['passkey'] }, html`${
    url.searchParams.has('done') ? toast(t.removed) : nothing}<p class="dim">${t.passkeysHint}</p>
${keys.length === 0 ? html`<p>${t.noPasskeys}</p>` : keys.map(key => html`<form class="card" method="post" action="${at}"><input type="hidden" name="passkey" value="${key.passkeyId}"><p class="row wrap"><span class="grow"><b>${key.name || t.unnamed}</b><br><span class="dim sm">${
    t.made(dayAt(lang, key.madeAt.toTemporalInstant(), community.time_zone))}</span></span><button class="btn b-line sm">${t.remove}</button></p></form>`)}
<p class="field"><button class="btn full" type="button" data-passkey="register" data-next="${at}" data-failed="${t.passkeyWrong}" data-label="${actor.name ?? community.name}" data-name="${community.name}" hidden>${t.addPasskey}</button></p>`)
}

/** POST /:community/me/passkeys */
export const remove: Submit = async sent => {
  await sent.account?.removePasskey(typed(sent.form, 'passkey'))
  return goTo(`/${sent.community.slug}/me/passkeys?done=1`)
}
