// The button that joins: one tap for who is of age, a fold for who is not.
import { AGES } from '#modules/volunteers/public.ts'
import { ageText } from '#text/volunteers.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import type { Visit } from '#web/visit.ts'
import { doButton } from './button.ts'

/** For whoever has not joined. */
export function joinForm(visit: Visit): Html {
  const { lang, actor, community } = visit
  const t = volunteerPageText(lang)
  if (actor.personId === null) return html`<section class="card"><p>${t.signInFirst}</p><p><a class="btn full" href="/sign-in?community=${community.slug}">${t.join}</a></p></section>`
  return html`<section class="card">${doButton(visit, 'join', { age: 'adult' }, t.join, 'full')}<p class="why center"><span>${dotted(ageText(lang).adult, t.joinWhy)}</span></p>
<details class="gap"><summary>${t.young}</summary><p class="sm dim">${t.youngWhy}</p><div class="row wrap">${AGES.filter(age => age !== 'adult').map(age =>
    doButton(visit, 'join', { age }, ageText(lang)[age]))}</div></details></section>`
}
