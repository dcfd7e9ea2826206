// 每一户的求助码: an A5 sheet for each home, to hang beside the telephone of somebody who has no smartphone, too.
import { Refused } from '#kit/errors.ts'
import { holds, lacks } from '#modules/people/public.ts'
import { buildings, codesOf, estates, placeById, type Place } from '#modules/places/public.ts'
import { helpText } from '#text/call-pages.ts'
import { printCallText } from '#text/call-print.ts'
import { codesText } from '#text/codes.ts'
import { framed, numberIn } from '#web/frame.ts'
import { html, type Html } from '#web/parts/html.ts'
import { empty, list } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { qrSvg } from '#web/parts/qr.ts'
import type { Page, Visit } from '#web/visit.ts'
import { styles } from './around.ts'

type Code = Pick<Place, 'id' | 'kind' | 'label' | 'code'>

/** GET /:community/help/print?building=, ?entrance= or ?home=; without, a choice. */
export const page: Page = async visit => {
  const { lang, db, actor, url, community } = visit
  const id = numberIn(url, 'building') ?? numberIn(url, 'entrance') ?? numberIn(url, 'home')
  const place = id === undefined ? null : await placeById(db, id)
  const reason = place ? lacks(actor, 'print codes', place) : holds(actor, 'print codes') ? null : lacks(actor, 'print codes', null)
  if (reason) throw new Refused(reason)
  const t = printCallText(lang)
  if (!place || place.kind === 'estate') return choice(visit, place)
  const homes = (await codesOf(db, place.id, { homes: true })).filter(one => one.kind === 'home')
  return framed(visit, { title: t.title, wide: true, paper: true, back: `/${community.slug}/help` }, html`${styles}<p class="no-print dim sm">${t.lead(homes.length)}</p>${
    homes.length === 0 ? empty(t.none) : homes.map(home => sheet(visit, home))}`)
}

async function choice(visit: Visit, estate: Place | null): Promise<Html> {
  const { lang, db, community } = visit
  const t = printCallText(lang)
  const rows = estate ? (await buildings(db, estate.id)).map(one => ({ href: `?building=${one.id}`, title: one.label, icon: 'home', tone: 'sea' } as const))
    : (await estates(db)).map(one => ({ href: `?building=${one.id}`, title: one.name, icon: 'home', tone: 'sea' } as const))
  return framed(visit, { title: t.title, back: `/${community.slug}/help` }, html`<h2 class="head">${estate ? t.which : codesText(lang).whose}</h2>${list(rows)}`)
}

function sheet({ lang, community, publicUrl }: Visit, home: Code): Html {
  const t = printCallText(lang)
  const address = `${publicUrl}/q/${home.code}`
  return html`<article class="a4 a5 help-sheet"><header><b>${community.name}</b><span class="push">${home.label}</span></header>
<h1>${t.big}</h1>
<div class="help-code">${qrSvg(address, t.codeOf(home.label))}<div><p class="lead">${t.scan}</p><p class="short">${address.replace(/^https?:\/\//u, '')}</p></div></div>
${community.phone && html`<p class="lead">${t.orCall}<br><b class="dial num">${local(community.phone)}</b></p>`}
<p class="lead">${t.life}</p><ul class="lives">${([['120', t.sick], ['119', t.fire], ['110', t.police]] as const).map(([number, words]) => html`<li><b class="num">${number}</b>${words}</li>`)}</ul>
<p class="short">${t.free}${lang === 'zh' ? '。' : '. '}${helpText(lang).press}</p></article>`
}
