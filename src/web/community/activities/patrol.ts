// 开暴雨巡查: a few taps, since it rains already.
import { Refused } from '#kit/errors.ts'
import { choicesFor, HAZARDS, mayNotPlan, openPatrol, openPatrolInput } from '#modules/activities/public.ts'
import { today } from '#modules/communities/public.ts'
import { estates } from '#modules/places/public.ts'
import { activitiesText } from '#text/activities.ts'
import { activityPageText, patrolPageText } from '#text/activities-pages.ts'
import { hazardText } from '#text/activities-patrol.ts'
import { framed } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { addressOf } from './around.ts'

/** GET /:community/activities/patrol */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/activities/patrol */
export const send: Submit = sent => orAgain(sent, async () => {
  const { requestKey: _key, estates: chosen = [], hazards = [], ...fields } = sent.form.fields
  const { id } = await sent.act(openPatrol, { ...fields, squad: typed(sent.form, 'squad') || 0, estates: [chosen].flat(), hazards: [hazards].flat() })
  return goTo(addressOf(sent, id))
}, mend => visit => shown(visit, mend))

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const refusal = mayNotPlan(actor)
  if (refusal) throw new Refused(refusal)
  const [{ squads }, all] = await Promise.all([choicesFor(db, today(community, now)), estates(db)])
  const [t, p] = [activitiesText(lang), patrolPageText(lang)]
  const own = all.filter(place => mayNotPlan(actor, place) === null)
  const filled = mend === EMPTY ? { ...EMPTY, values: { hours: '4', number: '12', hazards: [...HAZARDS], estates: own.map(({ id }) => String(id)) } } : mend
  const at = `/${community.slug}/activities`
  const part = (name: string) => field(lang, openPatrolInput, name, filled)
  const value = [filled.values['squad'] ?? ''].flat()[0] ?? ''
  return framed(visit, { title: activityPageText(lang).patrol, narrow: true, back: at }, squads.length === 0 ? note('sun', 'warn', p.noSquad)
    : html`${note('sun', 'warn', p.openLead)}<form class="stack" method="post" action="${at}/patrol">${errs(lang, filled)}${requestKey(filled)}${part('level')}
${choose(lang, 'squad', t.squad, squads.map(one => ({ value: one.id, words: one.name })), value, filled.problems.find(problem => problem.field === 'squad')?.reason)}
${part('meeting')}${ticks('estates', t.estates, own.map(one => ({ value: String(one.id), words: one.label })), filled)}
${ticks('hazards', t.hazards, HAZARDS.map(hazard => ({ value: hazard, words: hazardText(lang)[hazard] })), filled)}${part('hours')}${part('number')}
<div class="field"><button class="btn full">${p.open}</button></div></form>`)
}

function ticks(name: string, legend: string, options: readonly { value: string, words: string }[], mend: Mend): Html {
  const on = new Set([mend.values[name] ?? []].flat())
  return html`<fieldset class="field" id="f-${name}"><legend>${legend}</legend><div class="consent">${options.map(option => html`<label class="tickbox"><input type="checkbox" name="${name}" value="${
    option.value}"${on.has(option.value) && html` checked`}><span>${option.words}</span></label>`)}</div></fieldset>`
}
