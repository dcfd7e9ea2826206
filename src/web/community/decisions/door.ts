// 上门: building, floor, home with what remains; a tap on a home leads to what is done there.
import { Refused } from '#kit/errors.ts'
import { doorsOf, figuresOf, type Decision, type Door } from '#modules/decisions/public.ts'
import { holds, lacks } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { doorText } from '#text/decision-pages-papers.ts'
import { numberIn } from '#web/frame.ts'
import { html, icon, type Html, type Icon } from '#web/parts/html.ts'
import { head, list, note, toast } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { atHome } from './door-home.ts'
import { addressOf, collected, keepingPage } from './keeping.ts'
import { inFours } from './said.ts'

/** GET /:community/decisions/:id/door?building= or ?number=; for those who look after the place. Throws Refused. */
export const page: Page = async visit => {
  const { lang, db, url } = visit
  const decision = await collected(visit)
  const number = numberIn(url, 'number')
  if (number !== undefined) return atHome(visit, decision, number)
  const building = numberIn(url, 'building')
  if (building !== undefined) return doors(visit, decision, building)
  // Whoever looks after one building chooses it from the list; what is no building of his is refused there.
  const { towers } = await figuresOf(db, decision.id)
  const t = doorText(lang)
  return keepingPage(visit, decision, t.title, html`<p class="dim sm">${t.lead}</p><section>${head(t.buildings)}${
    list(towers.map(({ id, name, homes, returned }) => ({
    href: `${addressOf(visit, decision.id, 'door')}?building=${
    id}`, title: name, meta: t.of(returned, homes), icon: 'home', tone: returned === homes ? 'leaf' : 'sea',
  })))}</section>`, { back: '' })
}

async function doors(visit: Visit, decision: Decision, building: number): Promise<Html> {
  const { lang, db, actor } = visit
  const t = doorText(lang)
  const place = await placeById(db, building)
  // A stairwell head sees his own stairs.
  const found = (await doorsOf(db, decision.id, building)).filter(({ id, entrance_id }) =>
    holds(actor, 'collect ballots', { id, parent_id: null, estate_id: decision.estate.id, building_id: building, entrance_id }))
  const refusal = found.length > 0 ? null : lacks(actor, 'collect ballots', place)
  if (refusal) throw new Refused(refusal)
  const entrances = [...Map.groupBy(found, door => door.entrance ?? '')]
  return keepingPage(visit, decision, place.label, html`${done(visit)}${
    decision.stage === 'announced' || decision.stage === 'open' ? '' : note('sun', 'lock', t.notNow)}
<p class="legend"><span>${icon('check')}${t.voted}</span><span>${icon('pin')}${t.delivered}</span><span>${icon('clock')}${
    t.notYet}</span></p>${entrances.map(([entrance, own]) =>
  html`<section class="card">${entrance && head(entrance)}${
    [...Map.groupBy(own, door => door.floor)].map(([floor, homes]) => html`<div class="floor"><b>${
    floor === null ? t.noFloor : t.floor(floor)}</b><div class="doors">${
    homes.map(door => doorLink(visit, decision, door))}</div></div>`)}</section>`)}`, { back: 'door' })
}

function done({ lang, url }: Visit): Html | string {
  const receipt = url.searchParams.get('receipt') ?? ''
  const t = doorText(lang)
  if (/^[0-9A-Z]{12}$/u.test(receipt)) return html`${toast(t.taken(inFours(receipt)))}<p class="sm">${t.giveReceipt}</p>`
  return url.searchParams.get('done') === 'delivery' ? toast(t.recorded) : ''
}

const LOOK: Record<Door['state'], { css: string, icon: Icon, words: 'voted' | 'delivered' | 'notYet' }> = {
  'voted': { css: 'voted', icon: 'check', words: 'voted' },
  'delivered': { css: 'delivered', icon: 'pin', words: 'delivered' },
  'not yet': { css: '', icon: 'clock', words: 'notYet' },
}

function doorLink(visit: Visit, { id }: Decision, { name, number, state }: Door): Html {
  const look = LOOK[state]
  return html`<a${look.css && html` class="${look.css}"`} href="${addressOf(visit, id, 'door')}?number=${number}">${name}<small>${
    icon(look.icon)}${doorText(visit.lang)[look.words]}</small></a>`
}
