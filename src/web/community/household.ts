// 一户: who lives in a home or owns it, since when, and who did before; moving in and out.
import { Invalid, NotFound } from '#kit/errors.ts'
import { today } from '#modules/communities/public.ts'
import { lacks } from '#modules/people/public.ts'
import { placeById, type Place } from '#modules/places/public.ts'
import { areaShown, homeOf, moveIn, moveInInput, moveOut, moveOutInput, peopleOf, SOURCE_TEXT } from '#modules/roster/public.ts'
import { tieText } from '#text/people.ts'
import { householdText } from '#text/roster-page.ts'
import { rosterText } from '#text/roster.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

type Someone = Awaited<ReturnType<typeof peopleOf>>[number]

/** What was typed into either form. */
interface Mends {
  in: Mend
  out: Mend
}

const NOTHING: Mends = { in: EMPTY, out: EMPTY }

/** GET /:community/homes/:id */
export const page: Page = visit => shown(visit, NOTHING)

/** POST /:community/homes/:id/in */
export const comeIn: Submit = sent => {
  const { requestKey: _key, ...typed } = sent.form.fields
  return mended(sent, 'in', () => sent.act(moveIn, { ...typed, home: idIn(sent) }))
}

/** POST /:community/homes/:id/out */
export const goOut: Submit = sent => {
  const { requestKey: _key, ...typed } = sent.form.fields
  return mended(sent, 'out', () => sent.act(moveOut, typed))
}

async function mended(sent: Sent, way: keyof Mends, act: () => Promise<unknown>): Promise<Html | Response> {
  try {
    await act()
    return goTo(`/${sent.community.slug}/homes/${idIn(sent)}?done=${way}`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { ...NOTHING, [way]: { values: sent.form.fields, problems: problem.problems } }))
  }
}

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, community, now, url } = visit
  const t = householdText(lang)
  const people = await peopleOf(db, actor, idIn(visit))
  const place = await placeById(db, idIn(visit))
  if (place.kind !== 'home') throw new NotFound(lang => rosterText(lang).notHome)
  const date = today(community, now)
  const here = people.filter(({ until }) => until === null || until >= date)
  const gone = people.filter(one => !here.includes(one))
  const done = url.searchParams.get('done')
  return framed(visit, { title: place.label, back: `/${community.slug}/places/${place.parent_id ?? place.id}` }, html`${
    done === 'in' ? toast(t.doneIn) : done === 'out' ? toast(t.doneOut) : nothing}
${await facts(visit, place)}
<section>${head(t.here)}${here.length === 0 ? empty(t.nobody) : living(visit, here)}</section>
${moveInForm(visit, place, mends.in, date)}
${moveOutForm(visit, place, people.filter(({ until }) => until === null), mends.out, date)}
${gone.length > 0 ? html`<section>${head(t.before)}${living(visit, gone)}</section>` : nothing}`)
}

async function facts({ lang, db, community }: Visit, place: Place): Promise<Html> {
  const t = householdText(lang)
  const home = await homeOf(db, place.id)
  const source = home?.area_source && SOURCE_TEXT[home.area_source][lang === 'zh' ? 0 : 1]
  return html`<dl class="kv"><dt>${t.floor}</dt><dd>${home?.floor ? t.floorOf(home.floor) : t.unknown}</dd>
<dt>${t.area}</dt><dd class="num">${home?.area && source ? t.areaOf(areaShown(home.area), source) : t.unknown}</dd></dl>
<p class="gap"><a class="btn b-line sm" href="/${community.slug}/places/${place.id}">${icon('qr')}${t.place}</a></p>`
}

function living({ lang }: Visit, people: readonly Someone[]): Html {
  const t = householdText(lang)
  return html`<ul class="card flush list">${people.map(({ name, kind, since, until }) => html`<li><span class="grow"><b class="row-title">${
    name}</b><span class="row-meta num">${until === null ? t.since(since) : t.until(since, until)}</span></span><span class="badge">${
    tieText(lang)[kind]}</span></li>`)}</ul>`
}

function moveInForm({ lang, actor, community, now }: Visit, place: Place, mend: Mend, date: string): Html {
  const t = householdText(lang)
  const refusal = moveIn.refuse(actor, place, now)
  if (refusal) return html`<section>${head(t.moveIn)}${buttonOrWhy(lang, t.saveIn, refusal)}</section>`
  const filled = { ...mend, values: { since: date, ...mend.values } }
  return html`<section>${head(t.moveIn)}<form class="card stack" method="post" action="/${community.slug}/homes/${place.id}/in">
${errs(lang, mend)}${requestKey(mend)}${['name', 'tie', 'phone', 'document', 'since'].map(name => field(lang, moveInInput, name, filled))}
<div class="field"><button class="btn full">${t.saveIn}</button></div></form></section>`
}

function moveOutForm({ lang, actor, community }: Visit, place: Place, staying: readonly Someone[], mend: Mend, date: string): Html {
  const t = householdText(lang)
  if (staying.length === 0) return nothing
  const refusal = lacks(actor, 'import roster', place)
  if (refusal) return html`<section>${head(t.moveOut)}${buttonOrWhy(lang, t.saveOut, refusal)}</section>`
  const filled = { ...mend, values: { until: date, ...mend.values } }
  return html`<section>${head(t.moveOut)}<form class="card stack" method="post" action="/${community.slug}/homes/${place.id}/out">
${errs(lang, { ...mend, problems: mend.problems.map(problem => problem.field === 'tie' ? { ...problem, field: 'who' } : problem) })}
${requestKey(mend)}<fieldset class="field" id="f-who"><legend>${t.who}</legend><div class="pick two">${staying.map(({ id, name, kind }) =>
    html`<label><input type="radio" name="tie" value="${id}" required${mend.values['tie'] === String(id) && html` checked`}><span>${
      name} ${tieText(lang)[kind]}</span></label>`)}</div></fieldset>
${field(lang, moveOutInput, 'until', filled)}
<div class="field"><button class="btn full b-line">${t.saveOut}</button></div></form></section>`
}
