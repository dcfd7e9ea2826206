// Contact cards on paper, eight to a sheet: one's own, or those of a team for its leader.
import { Refused } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { consentsGiven, signedOut } from '#modules/people/public.ts'
import { cardByCode, cardsOfTeam, mayNotLead, ownFile, teamById, type Card } from '#modules/volunteers/public.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { framed, numberIn } from '#web/frame.ts'
import { html, type Html } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { qrSvg } from '#web/parts/qr.ts'
import type { Page, Visit } from '#web/visit.ts'

const PER_SHEET = 8

/** A card as it is drawn; `phone` '' leaves only the code. */
interface Drawn {
  readonly card: Card
  readonly phone: string
}

/** GET /:community/volunteers/cards, with ?team=ID those of a team: without numbers, which only their owners may print. */
export const page: Page = async visit => {
  const { lang, community, url } = visit
  const t = volunteerPageText(lang)
  const refusal = signedOut(visit.actor)
  if (refusal) throw new Refused(refusal)
  const team = numberIn(url, 'team')
  const drawn = team === undefined ? await own(visit) : await ofTeam(visit, team)
  const sheets = Array.from({ length: Math.ceil(drawn.length / PER_SHEET) }, (_, i) => drawn.slice(i * PER_SHEET, (i + 1) * PER_SHEET))
  const back = team === undefined ? `/${community.slug}/volunteers/me` : `/${community.slug}/teams/${team}`
  return framed(visit, { title: t.card, wide: true, paper: true, back }, sheets.length === 0 ? empty(t.noCards)
    : html`${sheets.map(sheet => html`<section class="a4 sheet"><ol class="labels">${sheet.map(one => label(visit, one))}</ol></section>`)}`)
}

async function own(visit: Visit): Promise<Drawn[]> {
  const { db, actor, community, now } = visit
  const file = await ownFile(db, actor.personId ?? 0, today(community, now))
  const card = file?.card ? await cardByCode(db, file.card.code) : undefined
  if (!card) return []
  const shares = (await consentsGiven(db, actor.personId ?? 0)).has('share_phone')
  const phone = shares ? (await visit.ownNumbers(db, actor)).phone : ''
  return Array.from({ length: PER_SHEET }, () => ({ card, phone }))
}

async function ofTeam({ db, actor, community, now }: Visit, id: number): Promise<Drawn[]> {
  const day = today(community, now)
  const refusal = mayNotLead(actor, await teamById(db, id, day))
  if (refusal) throw new Refused(refusal)
  return (await cardsOfTeam(db, id, day)).map(card => ({ card, phone: '' }))
}

function label({ lang, community, publicUrl }: Visit, { card, phone }: Drawn): Html {
  const t = volunteerPageText(lang)
  return html`<li><div><h2>${card.name ?? t.neighbour}</h2><p>${card.offers}</p><p class="sm">${t.hours(card.hours)}</p>${
    phone && html`<p><b class="num">${local(phone)}</b></p>`}<p class="sm">${t.scan}</p><p class="xs">${t.emergency}</p><p class="xs">${community.name}</p></div>${
    qrSvg(`${publicUrl}/${community.slug}/card/${card.code}`, t.scan)}</li>`
}
