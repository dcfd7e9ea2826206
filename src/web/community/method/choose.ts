// Another delivered way of working: to look at first, then to take as a draft.
import { methodIn, SHIPPED, shippedSource } from '#modules/methods/public.ts'
import { methodChooseText } from '#text/method-page.ts'
import { framed } from '#web/frame.ts'
import { html, type Html } from '#web/parts/html.ts'
import { goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'
import { draftOf, editorsOnly, keepDraft } from './draft.ts'
import { shown as methodShown, styles, trackIn } from './page.ts'

/** GET /:community/method/choose?method=&track= */
export const page: Page = async visit => {
  editorsOnly(visit.actor)
  const { inForce } = await draftOf(visit, '')
  return shown(visit, inForce.version)
}

/** POST /:community/method/choose: makes it a draft and shows what differs. */
export const submit: Submit = async sent => {
  editorsOnly(sent.actor)
  const after = Number(typed(sent.form, 'after')) || 0
  return goTo(`/${sent.community.slug}/method/review${await keepDraft(sent, after, shippedSource(typed(sent.form, 'method')))}`)
}

function shown(visit: Visit, version: number): Html {
  const { lang, community, url } = visit
  const t = methodChooseText(lang)
  const at = `/${community.slug}/method`
  const chosen = SHIPPED.find(key => key === url.searchParams.get('method')) ?? SHIPPED[0]
  const method = methodIn(shippedSource(chosen))
  const address = (key: string, more = {}) => `${at}/choose?${new URLSearchParams({ method: key, ...more })}`
  return framed(visit, { title: t.title, wide: true, back: at }, html`${styles}<p>${t.lead}</p>
<nav class="filters" aria-label="${t.which}">${SHIPPED.map(key => html`<a href="${address(key)}"${key === chosen && html` aria-current="true"`}>${methodIn(shippedSource(key)).name[lang]}</a>`)}</nav>
<section><p><b>${method.name[lang]}</b></p><p>${method.about[lang]}</p>
<form method="post" action="${at}/choose"><input type="hidden" name="method" value="${chosen}"><input type="hidden" name="after" value="${version}"><p class="gap"><button class="btn full">${t.take}</button></p></form></section>
<section>${methodShown(visit, method, trackIn(method, url.searchParams.get('track')), track => address(chosen, track ? { track } : {}))}</section>`)
}
