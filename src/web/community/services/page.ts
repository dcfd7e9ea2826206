// 实事微清单: what is offered to the people here, in three classes.
import { CLASSES, mayNotKeepServices, services } from '#modules/services/public.ts'
import { serviceClassText, servicesText } from '#text/services.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, toast } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import type { Page, Visit } from '#web/visit.ts'

type Service = Awaited<ReturnType<typeof services>>[number]

/** GET /:community/services */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const t = servicesText(lang)
  const all = await services(db)
  const keeps = mayNotKeepServices(actor) === null
  return framed(visit, { title: t.title, back: `/${community.slug}`, qr: `${visit.publicUrl}/${community.slug}/services` }, html`${url.searchParams.has('done') ? toast(t.done) : nothing}
<p>${t.lead}</p>
<nav class="filters gap no-print">${CLASSES.map(one => html`<a href="#${one}">${serviceClassText(lang)[one]} ${all.filter(service => service.class === one).length}</a>`)}</nav>
${keeps && html`<p class="gap no-print"><a class="btn b-line" href="/${community.slug}/services/edit">${icon('plus')}${t.add}</a></p>`}
${CLASSES.map(one => classListed(visit, one, all.filter(service => service.class === one), keeps))}`)
}

function classListed(visit: Visit, one: typeof CLASSES[number], listed: readonly Service[], keeps: boolean): Html {
  const { lang } = visit
  const t = servicesText(lang)
  return html`<section id="${one}">${head(serviceClassText(lang)[one], html`<span class="dim sm push">${t.count(listed.length)}</span>`)}${
    listed.length === 0 ? html`<p class="nothing">${t.none}</p>` : html`<div class="card flush list">${listed.map(service => row(visit, service, keeps))}</div>`}</section>`
}

function row({ lang, community }: Visit, service: Service, keeps: boolean): Html {
  const t = servicesText(lang)
  return html`<div><div class="grow"><h3>${service.name}</h3><span class="sm">${service.about}</span><span class="row-meta">${dotted(service.provider, service.place, service.hours)}</span>${
    keeps && html`<a class="rest no-print" href="/${community.slug}/services/edit?service=${service.id}">${t.change}</a>`}</div>${
    service.phone && html`<a class="tool num" href="tel:${service.phone.replace(/[ -]/gu, '')}" aria-label="${t.call(service.name)} ${local(service.phone)}">${icon('phone')} ${local(service.phone)}</a>`}</div>`
}
