// 记一次服务: who came and how long; what is not approved yet is amended on the same page.
import { Refused } from '#kit/errors.ts'
import {
  amendHours, helpersListed, mayNotRecord, placesToChoose, projectName, projectsListed, recordHours, servingById, servingInput, type Serving,
} from '#modules/hours/public.ts'
import { hoursText } from '#text/hours.ts'
import { hoursPageText } from '#text/hours-pages.ts'
import { today } from '#modules/communities/public.ts'
import { framed, idFrom, numberIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { listed } from '#kit/phrase.ts'
import { goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/hours/record?serving=&project= */
export const page: Page = async visit => {
  const serving = numberIn(visit.url, 'serving')
  mayRecord(visit)
  const values = serving === undefined ? usual(visit) : written(visit, await servingById(visit.db, serving))
  return shown(visit, { values, problems: [] })
}

/** POST /:community/hours/record; with an id it amends. */
export const submit: Submit = sent => {
  const { requestKey: _key, id: _id, ...fields } = sent.form.fields
  const id = idFrom(typed(sent.form, 'id'))
  return orAgain(sent, async () => {
    if (id === undefined) await sent.act(recordHours, fields)
    else await sent.act(amendHours, { id, ...fields })
    return goTo(`/${sent.community.slug}/hours/approve?done=recorded`)
  }, mend => visit => shown(visit, mend))
}

function mayRecord({ actor }: Visit): void {
  const reason = mayNotRecord(actor)
  if (reason) throw new Refused(reason)
}

function usual({ community, now, url }: Visit): Mend['values'] {
  return { date: today(community, now), served: '0', project: String(numberIn(url, 'project') ?? '') }
}

// Those who were there the whole time stand without minutes, as they would be typed.
function written({ community, actor }: Visit, serving: Serving): Mend['values'] {
  const reason = mayNotRecord(actor, serving)
  if (reason) throw new Refused(reason)
  if (serving.approved_at !== null) throw new Refused(lang => hoursText(lang).approvedAlready)
  const [began, ended] = [serving.began_at.toZonedDateTimeISO(community.time_zone), serving.ended_at.toZonedDateTimeISO(community.time_zone)]
  const clock = (moment: Temporal.ZonedDateTime) => moment.toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    id: String(serving.id), project: String(serving.project_id), date: began.toPlainDate().toString(), from: clock(began), until: clock(ended),
    place: String(serving.place_id ?? ''), content: serving.content, served: String(serving.served), quality: serving.quality,
    people: serving.shares.map(({ person, minutes }) => `#${person} ${minutes}`).join('\n'),
  }
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community } = visit
  mayRecord(visit)
  const t = hoursPageText(lang)
  const at = `/${community.slug}/hours`
  const projects = (await projectsListed(db)).filter(project => project.until === null && mayNotRecord(actor, project) === null)
  const places = await placesToChoose(db)
  const amends = idFrom(String(mend.values['id'] ?? '')) !== undefined
  const part = (name: string) => field(lang, servingInput, name, mend)
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  return framed(visit, { title: amends ? t.amend : t.record, narrow: true, back: `${at}/approve` }, html`<form class="stack" method="post" action="${at}/record">${errs(lang, mend)}${
    requestKey(mend)}${amends && html`<input type="hidden" name="id" value="${mend.values['id']}">`}
${choose(lang, 'project', hoursText(lang).project, projects.map(project => ({ value: project.id, words: projectName(lang, project) })), String(mend.values['project'] ?? ''), wrong('project'))}
${['date', 'from', 'until', 'content'].map(part)}
${choose(lang, 'place', hoursText(lang).place, places.map(place => ({ value: place.id, words: place.label })), String(mend.values['place'] ?? ''), wrong('place'))}
${['people', 'served', 'quality'].map(part)}
<div class="field"><button class="btn full">${t.keep}</button></div></form>${await names(visit)}`)
}

async function names({ lang, db }: Visit): Promise<Html> {
  const people = await helpersListed(db)
  if (people.length === 0) return nothing
  const several = (name: string | null) => people.filter(one => one.name === name).length > 1
  return html`<details class="gap"><summary>${hoursPageText(lang).names}</summary><p>${
    listed(lang, people.map(({ id, name }) => several(name) ? `${name} #${id}` : name ?? ''))}</p></details>`
}
