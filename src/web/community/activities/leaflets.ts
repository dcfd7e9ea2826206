// 反诈宣传单: the list, and each as one sheet of paper in large print.
import { NotFound } from '#kit/errors.ts'
import { isLeaflet, LEAFLETS } from '#modules/activities/public.ts'
import { activitiesText } from '#text/activities.ts'
import { leafletBodyText, leafletText } from '#text/activities-leaflets.ts'
import { activityPageText } from '#text/activities-pages.ts'
import { framed } from '#web/frame.ts'
import { assetAt } from '#web/parts/assets.ts'
import { html } from '#web/parts/html.ts'
import { list } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import type { Page } from '#web/visit.ts'

/** GET /:community/activities/leaflets */
export const page: Page = async visit => {
  const { lang, community } = visit
  const t = activityPageText(lang)
  const at = `/${community.slug}/activities`
  return framed(visit, { title: t.leaflets, narrow: true, back: at }, html`<p class="dim sm">${t.leafletsLead}</p><section>${list(LEAFLETS.map(key => ({
    href: `${at}/leaflets/${key}`, title: leafletText(lang)[key], icon: 'print', tone: 'sea',
  })))}</section>`)
}

/** GET /:community/activities/leaflets/:leaflet */
export const sheet: Page = async visit => {
  const { lang, community, params } = visit
  const t = activityPageText(lang)
  const key = params['leaflet'] ?? ''
  if (!isLeaflet(key)) throw new NotFound(say => activitiesText(say).notHere)
  return framed(visit, { title: t.leaflets, paper: true, back: `/${community.slug}/activities/leaflets` }, html`<link rel="stylesheet" href="${assetAt('activity.css')}">
<article class="a4 sheet"><h2>${leafletText(lang)[key]}</h2><ul>${leafletBodyText(lang)[key].split('\n').map(line => html`<li>${line}</li>`)}</ul>
<p class="call">${t.hotline}</p><p>${t.printed(community.name)}${community.phone && html` · ${local(community.phone)}`}</p></article>`)
}
