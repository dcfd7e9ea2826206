// One council: who sits there, what it meets for, its sessions, and topics that stand up by themselves.
import { addSeat, addSeatInput, councilById, endSeat, mayNotConvene, PARTIES, proposedTopics, sessions } from '#modules/councils/public.ts'
import { titleOf } from '#modules/matters/public.ts'
import { councilText, partyText } from '#text/councils.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, note, toast } from '#web/parts/list.ts'
import { EMPTY, typed, type Page, type Visit } from '#web/visit.ts'
import { hoursSaid } from '../feeds/when.ts'
import { whom } from '../matter/hand-on.ts'
import { doing, sessionRow, taking, tap, type Mends } from './around.ts'
import { missedWords, rhythmOf } from './list.ts'
import { residentSearch, whoField } from './who.ts'

const MOST = 200
const SHOWN = 30
type Shown = Awaited<ReturnType<typeof councilById>>

/** GET /:community/councils/:id */
export const page: Page = visit => shown(visit, {})

/** POST /:community/councils/:id: a seat is given or ended. */
export const submit = taking({
  addSeat: (sent, id) => sent.act(addSeat, { id, party: typed(sent.form, 'party'), ...whom(typed(sent.form, 'to')) }),
  endSeat: (sent, id) => sent.act(endSeat, { id, seat: typed(sent.form, 'seat') }),
}, (visit, mends) => shown(visit, mends), (sent, id) => `/${sent.community.slug}/councils/${id}?done=1`)

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, community, now, url } = visit
  const t = councilText(lang)
  const council = await councilById(db, idIn(visit))
  const at = `/${community.slug}/councils/${council.id}`
  const may = mayNotConvene(actor, council) === null
  const all = await sessions(db, actor, { council: council.id, latest: true }, now, MOST)
  const [coming, past] = [all.filter(one => one.stand === 'called' || one.stand === 'open').toReversed(), all.filter(one => one.stand !== 'called' && one.stand !== 'open')]
  const seen = all.filter(one => one.kind === 'mediation' && one.stand !== 'cancelled').length
  const inPrivate = (council.mediations ?? 0) - seen
  return framed(visit, { title: council.name, back: `/${community.slug}/councils`, narrow: true, qr: `${visit.publicUrl}${at}` }, html`${
    url.searchParams.has('done') ? toast(t.saved) : nothing}<p class="dim sm">${dotted(council.over ?? t.wholeCommunity, rhythmOf(visit, council), council.rule !== null && hoursSaid(lang, council), council.room)}</p>
${council.about && html`<p>${council.about}</p>`}<p class="sm">${t.convener} ${council.convener}</p>
${council.missed.length > 0 ? note('alarm', 'warn', missedWords(visit, council)) : nothing}
${may ? html`<p class="row wrap gap no-print"><a class="btn b-sea" href="${at}/convene">${icon('plus')}${t.convene}</a><a class="btn b-line" href="/${community.slug}/councils/edit?council=${council.id}">${t.change}</a></p>` : nothing}
<section>${head(t.coming)}${coming.length === 0 ? empty(t.noneComing) : list(coming.map(one => sessionRow(visit, one)))}</section>
${await topics(visit, council)}${await seats(visit, council, at, may, mends)}
${past.length > 0 ? html`<section>${head(t.past)}${list(past.slice(0, SHOWN).map(one => sessionRow(visit, one)))}</section>` : nothing}${inPrivate > 0 ? html`<p class="dim sm">${t.inPrivate(inPrivate)}</p>` : nothing}`)
}

async function topics(visit: Visit, council: Shown): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = councilText(lang)
  const proposed = await proposedTopics(db, actor, council)
  if (proposed.length === 0) return nothing
  return html`<section>${head(t.proposed)}<p class="hint">${t.proposedHint(council.topic_homes)}</p>${list(proposed.map(matter => ({
    href: `/${community.slug}/matters/${matter.id}`, title: matter.title ?? titleOf(matter.text), meta: matter.label, icon: 'raise' as const, tone: 'sun' as const,
    chip: html`<span class="badge brick num">${t.households(matter.households)}</span>`,
  })))}</section>`
}

async function seats(visit: Visit, { seats: all }: Shown, at: string, may: boolean, mends: Mends): Promise<Html> {
  const { lang } = visit
  const t = councilText(lang)
  const mend = mends['addSeat'] ?? EMPTY
  return html`<section>${head(t.seats)}${all.length === 0 ? empty(t.noSeats) : html`<ul class="card flush list">${PARTIES.flatMap(party => all.filter(seat => seat.party === party)).map(seat => html`<li><span class="grow"><b class="row-title">${
    partyText(lang)[seat.party]}</b><span class="row-meta">${seat.organisation ?? seat.person}</span></span>${may ? tap(at, 'endSeat', t.end, { more: { seat: seat.id }, label: seat.organisation ?? seat.person ?? '' }) : nothing}</li>`)}</ul>`}
${may ? html`<details class="card no-print"${(mends['addSeat'] || visit.url.searchParams.has('name')) && html` open`}><summary>${t.addSeat}</summary>${residentSearch(visit, at)}<form method="post" action="${at}">${
    errs(lang, mend)}${doing('addSeat', mend)}${field(lang, addSeatInput, 'party', mend)}${await whoField(visit, mend)}<div class="field"><button class="btn full">${t.addSeat}</button></div></form></details>` : nothing}</section>`
}
