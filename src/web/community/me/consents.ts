// What I agree to: one purpose after the other, none beforehand, each taken back with one tap.
import { consentsGiven, giveConsent, PURPOSE_KEYS, PURPOSES, withdrawConsent, wordingOf, type Purpose } from '#modules/people/public.ts'
import { consentText, purposeText, wordingText } from '#text/consents.ts'
import { framed } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { dayAt } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/me/consents */
export const page: Page = async visit => {
  const { lang, db, actor, community } = visit
  const t = consentText(lang)
  if (actor.personId === null) return goTo(`/${community.slug}/me`)
  const given = await consentsGiven(db, actor.personId)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/me` },
    html`<p class="dim">${t.lead}</p>${PURPOSE_KEYS.map(purpose => one(visit, purpose, given.get(purpose)))}`)
}

/** POST /:community/me/consents */
export const choose: Submit = async sent => {
  const purpose = typed(sent.form, 'purpose')
  if (typed(sent.form, 'how') === 'withdraw') await sent.act(withdrawConsent, { purpose })
  else await sent.act(giveConsent, { purpose, wording: typed(sent.form, 'wording') })
  return goTo(`/${sent.community.slug}/me/consents`)
}

function one({ lang, community }: Visit, purpose: Purpose, givenAt?: Temporal.Instant): Html {
  const t = consentText(lang)
  const [how, words, look] = givenAt ? ['withdraw', t.withdraw, ' b-line'] : ['give', t.give, '']
  return html`<form class="card" method="post" action="/${community.slug}/me/consents">${requestKey(EMPTY)}<input type="hidden" name="purpose" value="${purpose}"><input type="hidden" name="wording" value="${PURPOSES[purpose]}">
<h2>${purposeText(lang)[purpose]}</h2><p>${wordingText(lang)[wordingOf(purpose)]}</p>
<p class="row wrap"><span class="grow dim sm">${givenAt ? html`${icon('check')} ${t.given(dayAt(lang, givenAt, community.time_zone))}` : t.notGiven}</span><button class="btn sm${look}" name="how" value="${how}">${words}</button></p></form>`
}
