// 菜单上的一样: what is done and what not, who can do it, how good it was, and the way to order it.
import { today } from '#modules/communities/public.ts'
import { isLicensed, mayNotKeepMenu, mayNotOrder, menuItem, ratingsOf, retireItem, skillsIn, type MenuItem } from '#modules/orders/public.ts'
import type { Said } from '#kit/phrase.ts'
import { menuClassText, menuForText, menuKindText, menuText } from '#text/menu.ts'
import { orderPageText } from '#text/order-pages.ts'
import { skillText } from '#text/skills.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, goTo, type Page, type Submit, type Visit } from '#web/visit.ts'
import { rated } from './list.ts'

/** GET /:community/menu/:id */
export const page: Page = async visit => {
  const { lang, db, community, now, publicUrl } = visit
  const t = menuText(lang)
  const item = await menuItem(db, idIn(visit), today(community, now))
  const at = `/${community.slug}/menu`
  return framed(visit, { title: item.name, narrow: true, back: at, qr: `${publicUrl}${at}/${item.id}` }, html`<p class="dim sm">${
    dotted(menuClassText(lang)[item.class], menuKindText(lang)[item.kind], item.kind === 'dispute' ? null : t.minutes(item.minutes), isLicensed(skillsIn(item.skills)) && t.licensed)}</p>
${item.retired_at === null ? nothing : note('sun', 'close', t.retiredNow)}
<section>${head(t.does)}<p>${item.about}</p></section>
${item.not_done && html`<section>${head(t.doesNot)}<p>${item.not_done}</p></section>`}
${way(visit, item)}
${item.kind === 'dispute' ? nothing : facts(visit, item)}
${await said(visit, item)}
${keeping(visit, item)}`)
}

function way(visit: Visit, item: MenuItem): Html {
  const { lang, actor, community } = visit
  const t = menuText(lang)
  if (item.kind === 'dispute') {
    return html`<section>${note('', 'mediate', t.disputeSay)}<p class="gap"><a class="btn full" href="/${community.slug}/raise">${t.toMediation}</a></p></section>`
  }
  const refusal: Said | null = mayNotOrder(actor, { item, entered: false }) && mayNotOrder(actor, { item, entered: true }) ? mayNotOrder(actor, { item, entered: false })
    : item.servable ? null : say => menuText(say).nobodyWhy
  return html`<section>${refusal ? buttonOrWhy(lang, t.order, refusal) : html`<a class="btn full" href="/${community.slug}/menu/${item.id}/order">${t.order}</a>`}</section>`
}

function facts({ lang }: Visit, item: MenuItem): Html {
  const t = menuText(lang)
  const skills = skillsIn(item.skills).map(skill => skillText(lang)[skill])
  return html`<section><ul class="card facts sm"><li><b>${t.needs}</b> ${skills.length === 0 ? t.anybody : dotted(...skills)}</li><li><b>${t.byTeam}</b> ${
    item.team ?? t.whoeverFits}</li><li><b>${t.who}</b> ${menuForText(lang)[item.meant_for]}</li><li>${t.mostADay(item.most_a_day)}</li><li>${t.off(item.off_hours)}</li></ul></section>`
}

async function said(visit: Visit, item: MenuItem): Promise<Html> {
  const { lang, db } = visit
  const t = menuText(lang)
  const words = await ratingsOf(db, item.id)
  if (!item.times && !item.ratings) return nothing
  return html`<section>${head(t.said)}<p class="sm dim">${dotted(t.times(item.times ?? 0), rated(visit, item) ?? t.unrated)}</p>${words.map(one => html`<div class="card"><blockquote class="say">${
    one.rating}${one.stars && html`<footer role="img" aria-label="${orderPageText(lang).rated(one.stars)}">${'★'.repeat(one.stars)}</footer>`}</blockquote></div>`)}</section>`
}

function keeping({ lang, actor, community }: Visit, item: MenuItem): Html {
  if (mayNotKeepMenu(actor, item.organisation_id) !== null || item.retired_at !== null) return nothing
  const t = menuText(lang)
  const at = `/${community.slug}/menu/${item.id}`
  return html`<section><p><a class="btn full b-line" href="${at}/change">${t.change}</a></p><form class="gap" method="post" action="${at}/retire">${requestKey(EMPTY)}<button class="btn full b-text">${
    t.retire}</button></form></section>`
}

/** POST /:community/menu/:id/retire */
export const retire: Submit = async sent => {
  const { id } = await sent.act(retireItem, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/menu/${id}`)
}
