// 组织一次活动: its name, day and place; the posts are added on its own page afterwards.
import { Refused } from '#kit/errors.ts'
import { choicesFor, LEAFLETS, mayNotPlan, planActivity, planActivityInput } from '#modules/activities/public.ts'
import { today } from '#modules/communities/public.ts'
import { estates } from '#modules/places/public.ts'
import { activitiesText } from '#text/activities.ts'
import { leafletText } from '#text/activities-leaflets.ts'
import { activityPageText } from '#text/activities-pages.ts'
import { projectText } from '#text/hours.ts'
import { framed } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { addressOf } from './around.ts'

/** What stands for the whole community in the list of places: nobody asks for it by leaving the field open. */
const WHOLE = 'all'

/** GET /:community/activities/new */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/activities/new */
export const send: Submit = sent => orAgain(sent, async () => {
  const { requestKey: _key, place = '', leaflets = [], ...typed } = sent.form.fields
  const { id } = await sent.act(planActivity, { ...typed, place: place === WHOLE ? null : place === '' ? 0 : place, leaflets: [leaflets].flat() })
  return goTo(`${addressOf(sent, id)}/run?done=plan`)
}, mend => visit => shown(visit, mend))

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const refusal = mayNotPlan(actor)
  if (refusal) throw new Refused(refusal)
  const [{ projects }, all] = await Promise.all([choicesFor(db, today(community, now)), estates(db)])
  const t = activitiesText(lang)
  const at = `/${community.slug}/activities`
  const part = (name: string) => field(lang, planActivityInput, name, mend)
  const value = (name: string) => [mend.values[name] ?? ''].flat()[0] ?? ''
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  const places = [
    ...mayNotPlan(actor, null) === null ? [{ value: WHOLE, words: activityPageText(lang).everywhere }] : [],
    ...all.filter(place => mayNotPlan(actor, place) === null).map(place => ({ value: place.id, words: place.label })),
  ]
  return framed(visit, { title: activityPageText(lang).plan, narrow: true, back: at }, html`<form class="stack" method="post" action="${at}/new">${errs(lang, mend)}${requestKey(mend)}
${part('name')}${part('on')}${part('from')}${part('until')}${choose(lang, 'place', t.place, places, value('place'), wrong('place'))}${part('meeting')}${part('about')}
${choose(lang, 'project', t.project, projects.map(one => ({ value: one.id, words: one.name })), value('project'), wrong('project'), projectText(lang).activities)}
${leafletsField(lang, mend)}<div class="field"><button class="btn full">${activityPageText(lang).plan}</button></div></form>`)
}

function leafletsField(lang: Visit['lang'], mend: Mend): Html {
  const ticked = new Set([mend.values['leaflets'] ?? []].flat())
  return html`<details class="field"${ticked.size > 0 && html` open`}><summary>${activitiesText(lang).leaflets}</summary><fieldset class="field consent"><legend class="vh">${
    activitiesText(lang).leaflets}</legend>${LEAFLETS.map(key => html`<label class="tickbox"><input type="checkbox" name="leaflets" value="${key}"${
      ticked.has(key) && html` checked`}><span>${leafletText(lang)[key]}</span></label>`)}</fieldset></details>`
}
