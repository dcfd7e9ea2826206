// 一个月了，还好吗: asked on the home page, answered with one tap.
import { askedWhetherHeld, sayHeld, titleOf } from '#modules/matters/public.ts'
import { closingText } from '#text/closing.ts'
import { idIn } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, type Submit, type Visit } from '#web/visit.ts'

/** POST /:community/matters/:id/held */
export const send: Submit = async sent => {
  await sent.act(sayHeld, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}`)
}

/** The matters of which the visitor is asked whether they held, for the home page; one statement for whoever is signed in. */
export async function stillGood({ lang, db, actor, community }: Visit): Promise<Html> {
  const t = closingText(lang)
  const asked = await askedWhetherHeld(db, actor)
  if (asked.length === 0) return nothing
  return html`<section>${asked.map(matter => html`<div class="card"><h2>${t.held}</h2><p><a href="/${community.slug}/matters/${matter.id}">${
    matter.title ?? titleOf(matter.text)}</a></p><form class="row wrap" method="post" action="/${community.slug}/matters/${matter.id}/held">${
    requestKey(EMPTY)}<button class="btn b-sea">${t.yes}</button><a class="btn b-line" href="/${community.slug}/matters/${matter.id}/reopen">${t.no}</a></form></div>`)}</section>`
}
