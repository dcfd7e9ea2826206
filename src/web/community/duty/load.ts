// 谁担得多: for the secretary alone: what each helper carried in the last 30 days, and what to do about it.
import { LOAD_DAYS, loadsOf, shareOfTen, type Load } from '#modules/duty/public.ts'
import { lacks } from '#modules/people/public.ts'
import { Refused } from '#kit/errors.ts'
import { loadText } from '#text/duty-pages.ts'
import { framed } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'

/** GET /:community/duty/load. Throws Refused. */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = loadText(lang)
  const refusal = lacks(actor, 'see load', null)
  if (refusal) throw new Refused(refusal)
  const loads = await loadsOf(db, now)
  return framed(visit, { title: t.title, back: `/${community.slug}/duty` }, html`<p class="dim sm">${t.lead(LOAD_DAYS)}</p>
${sharePart(visit, loads)}
${loads.length === 0 ? nothing : html`<div class="scroll-x gap" tabindex="0" role="region" aria-label="${t.title}"><table class="tbl"><thead><tr><th>${t.name}</th><th class="r">${t.asked}</th><th class="r">${
    t.went}</th><th class="r">${t.served}</th><th class="r">${t.duty}</th></tr></thead><tbody>${loads.map(one => row(visit, one))}</tbody></table></div>`}`)
}

function sharePart({ lang, community }: Visit, loads: readonly Load[]): Html {
  const t = loadText(lang)
  const share = shareOfTen(loads)
  if (share === null) return empty(t.none)
  return html`<p><b>${t.share(share.percent)}</b> <span class="dim">${t.of(share.people)}</span></p>${share.more === 0 ? note('', 'check', t.fine)
    : note('sun', 'volunteer', html`${t.more(share.more)} <a href="/${community.slug}/duty/map">${t.toMap}</a>`)}`
}

function row({ lang }: Visit, { name, asked, went, served, turns, on_duty }: Load): Html {
  const t = loadText(lang)
  return html`<tr><th scope="row" class="keep">${name}</th><td class="r">${t.times(asked)}</td><td class="r">${t.times(went)}</td><td class="r">${t.hours(inHours(served))}</td><td class="r">${
    t.times(turns)}${on_duty > 0 && html`<small>${t.hours(inHours(on_duty))}</small>`}</td></tr>`
}

function inHours(minutes: number): string {
  return (minutes / 60).toFixed(1).replace('.0', '')
}
