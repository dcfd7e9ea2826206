// The slip with an invitation code: one A4 page to print and hand over, as long as the code was not used.
import { NotFound, Refused } from '#kit/errors.ts'
import { codeOf, grouped, invitationById, invite, invitedHome, invitedPerson, maskedName, refuseInvite } from '#modules/people/public.ts'
import { frameText } from '#text/frame.ts'
import { invitationText } from '#text/invitations.ts'
import type { House } from '../../house.ts'
import { framed, idIn } from '#web/frame.ts'
import { drawing, html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { qrSvg } from '#web/parts/qr.ts'
import { said } from '#web/parts/time.ts'
import { goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

/** POST /:community/invitations: for a `home` or a `person`. */
export const make: Submit = async sent => {
  const home = typed(sent.form, 'home')
  const { id } = await sent.act(invite, home ? { home } : { person: typed(sent.form, 'person') })
  return goTo(`/${sent.community.slug}/invitations/${id}`)
}

/** GET /:community/invitations/:id */
export function page(house: House): Page {
  return async visit => {
    const { lang, db, actor, community, now } = visit
    const t = invitationText(lang)
    const found = await invitationById(db, idIn(visit))
    if (!found) throw new NotFound(words => frameText(words).noPage)
    const invited = found.home_id === null ? await invitedPerson(db, found.person_id ?? 0, now) : await invitedHome(db, found.home_id)
    const reason = refuseInvite(actor, invited)
    if (reason) throw new Refused(reason)
    const over = found.used_at !== null ? t.used : Temporal.Instant.compare(found.ends_at, now) <= 0 ? t.over : null
    const whom = found.name === null ? invited.places[0]?.label ?? '' : maskedName(found.name)
    const code = grouped(codeOf(house.means.secrets, community.id, found.id))
    const back = found.home_id === null ? `/${community.slug}` : `/${community.slug}/places/${found.home_id}`
    return framed(visit, { title: t.slipTitle, back, paper: true }, over ? note('sun', 'warn', over) : html`
<p class="no-print">${t.printHint} <b class="num">${code}</b></p>
${slip(visit, { code, whom, until: said(lang, found.ends_at, now, community.time_zone) })}`)
  }
}

function slip({ lang, community, publicUrl }: Visit, { code, whom, until }: { code: string, whom: string, until: string }): Html {
  const t = invitationText(lang)
  const address = `${publicUrl}/${community.slug}/join`
  return html`<article class="a4 invitation">
<header><svg class="mark" aria-hidden="true"><use href="${drawing('mark')}"/></svg><span>${community.name}</span></header>
<h2>${t.slipLead(community.name)}</h2>
<p class="lead">${whom}</p>
<p>${t.slipScan}</p>
${qrSvg(`${address}?code=${code}`, t.code)}
<p>${address.replace(/^https?:\/\//u, '')}</p>
<p class="code">${code}</p>
<p>${t.slipOnce(until)}</p>
${community.phone ? html`<p>${t.slipHelp} <b class="num">${local(community.phone)}</b></p>` : nothing}
</article>`
}
