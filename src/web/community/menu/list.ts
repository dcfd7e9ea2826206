// 点单: what neighbours can do, by class, to be looked through and ordered.
import { today } from '#modules/communities/public.ts'
import { isLicensed, mayNotKeepMenu, menu, MENU_CLASSES, skillsIn, teamsLed, type MenuItem } from '#modules/orders/public.ts'
import { menuClassText, menuText } from '#text/menu.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'

/** GET /:community/menu?q= */
export const page: Page = async visit => {
  const { lang, db, community, url, now, publicUrl } = visit
  const t = menuText(lang)
  const words = (url.searchParams.get('q') ?? '').trim().slice(0, 40)
  const items = await menu(db, { today: today(community, now), words: isText(words) ? words : '' })
  const at = `/${community.slug}`
  return framed(visit, { title: t.title, narrow: true, back: at, qr: `${publicUrl}${at}/menu` }, html`<p class="dim sm">${t.lead}</p>
<form class="search" method="get" action="${at}/menu" role="search"><input type="search" name="q" value="${words}" maxlength="40" placeholder="${t.search}" aria-label="${t.search}"><button class="btn sm b-line">${t.find}</button></form>
${ways(visit)}
${items.length === 0 ? empty(words === '' ? t.none : t.noneFound) : nothing}
${MENU_CLASSES.map(one => part(visit, menuClassText(lang)[one], items.filter(item => item.class === one)))}`)
}

// The database cannot be asked for half a character.
function isText(words: string): boolean {
  return words.isWellFormed() && !words.includes('\0')
}

function ways({ lang, community, actor }: Visit): Html {
  const t = menuText(lang)
  const at = `/${community.slug}`
  const led = teamsLed(actor)
  return html`<ul class="chips gap">${actor.personId !== null && html`<li><a class="btn b-line sm" href="${at}/orders">${t.mine}</a></li><li><a class="btn b-line sm" href="${at}/orders/offers">${
    t.offers}</a></li>`}${(led === null || led.length > 0) && html`<li><a class="btn b-line sm" href="${at}/orders/team">${t.team}</a></li>`}${
    mayNotKeepMenu(actor) === null && html`<li><a class="btn b-line sm" href="${at}/menu/new">${t.make}</a></li>`}</ul>`
}

function part(visit: Visit, words: string, items: readonly MenuItem[]): Html {
  const { lang, community } = visit
  const t = menuText(lang)
  return items.length === 0 ? nothing : html`<section>${head(words)}${list(items.toSorted((a, b) => Number(b.servable) - Number(a.servable)).map(item => ({
    href: `/${community.slug}/menu/${item.id}`, title: item.name, icon: item.kind === 'visit' ? 'visit' : item.kind === 'dispute' ? 'mediate' : 'volunteer',
    ...item.servable && { tone: item.kind === 'dispute' ? 'sea' as const : 'leaf' as const },
    meta: dotted(item.kind === 'dispute' ? null : t.minutes(item.minutes), isLicensed(skillsIn(item.skills)) && t.licensed, rated(visit, item)),
    ...!item.servable && { chip: html`<span class="badge">${t.nobody}</span>` },
  })))}</section>`
}

/** How good, always with of how many. */
export function rated({ lang }: Pick<Visit, 'lang'>, { stars, ratings }: Pick<MenuItem, 'stars' | 'ratings'>): string | null {
  return stars === null || !ratings ? null : menuText(lang).rated(stars.toFixed(1), ratings)
}
