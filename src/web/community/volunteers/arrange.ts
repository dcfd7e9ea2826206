// 改安排: a word on oneself, how often, away until when, at which times of the week, and where.
import { today } from '#modules/communities/public.ts'
import { changeVolunteer, changeVolunteerInput, ownFile, type VolunteerFile } from '#modules/volunteers/public.ts'
import { estates } from '#modules/places/public.ts'
import { volunteerPageText, weekdayText } from '#text/volunteer-pages.ts'
import { volunteerText } from '#text/volunteers.ts'
import { framed } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** The parts of a day that the form offers; programs may name any minute. */
const PARTS = { morning: '08:00-12:00', afternoon: '12:00-18:00', evening: '18:00-22:00' } as const
const PART_KEYS = ['morning', 'afternoon', 'evening'] as const
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** GET /:community/volunteers/arrange */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/volunteers/arrange */
export const submit: Submit = sent => orAgain(sent, async () => {
  const many = (name: string) => [sent.form.fields[name] ?? []].flat()
  await sent.act(changeVolunteer, {
    about: typed(sent.form, 'about'), mostAWeek: typed(sent.form, 'mostAWeek'), awayUntil: typed(sent.form, 'awayUntil'), times: many('times'), places: many('places'),
  })
  return goTo(`/${sent.community.slug}/volunteers/me?done=1`)
}, mend => visit => shown(visit, mend), { field: 'about' })

async function shown(visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, community, now } = visit
  const t = volunteerPageText(lang)
  const file = actor.personId === null ? undefined : await ownFile(db, actor.personId, today(community, now))
  if (!file) return goTo(`/${community.slug}/volunteers`)
  const filled = mend === EMPTY ? { problems: [], values: valuesOf(file) } : mend
  const fields = ['about', 'mostAWeek', 'awayUntil'].map(name => field(lang, changeVolunteerInput, name, filled))
  return framed(visit, { title: t.arrange, narrow: true, back: `/${community.slug}/volunteers/me` }, html`<form class="card" method="post">${errs(lang, filled)}${requestKey(mend)}
${fields}${timesField(visit, filled)}${placesField(visit, filled, await choices(visit, file))}<div class="field"><button class="btn full">${t.send}</button></div></form>`)
}

function valuesOf(file: VolunteerFile): Mend['values'] {
  const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return {
    about: file.about, mostAWeek: String(file.most_a_week), awayUntil: file.away_until ?? '', places: file.places.map(place => String(place.id)),
    times: file.times.map(({ weekday, from_minute: from, until_minute: until }) => `${weekday} ${clock(from)}-${clock(until)}`),
  }
}

function timesField({ lang }: Visit, mend: Mend): Html {
  const t = volunteerPageText(lang)
  const ticked = new Set([mend.values['times'] ?? []].flat())
  const offered = new Set<string>(WEEKDAYS.flatMap(day => PART_KEYS.map(part => `${day} ${PARTS[part]}`)))
  const own = [...ticked].filter(time => !offered.has(time))
  return html`<fieldset class="field" id="f-times"><legend>${volunteerText(lang).times}</legend><p class="hint">${volunteerText(lang).timesHint}</p>${WEEKDAYS.map(day =>
    html`<div class="pick">${PART_KEYS.map(part => tick('times', `${day} ${PARTS[part]}`, `${weekdayText(lang)[day]} ${t[part]}`, ticked))}</div>`)}${
    // Times that a program named: kept unless somebody unticks them.
    own.length > 0 && html`<div class="pick">${own.map(time => tick('times', time, `${weekdayText(lang)[Number(time[0]) as 1] ?? ''} ${time.slice(2)}`, ticked))}</div>`}${wrong(lang, mend, 'times')}</fieldset>`
}

function placesField({ lang }: Visit, mend: Mend, offered: readonly { id: number, label: string }[]): Html {
  const ticked = new Set([mend.values['places'] ?? []].flat())
  return html`<fieldset class="field" id="f-places"><legend>${volunteerText(lang).places}</legend><p class="hint">${volunteerText(lang).placesHint}</p><div class="pick two">${
    offered.map(({ id, label }) => tick('places', String(id), label, ticked))}</div>${wrong(lang, mend, 'places')}</fieldset>`
}

// The estates, one's own building and entrance, and whatever is chosen already.
async function choices({ db, actor }: Visit, file: VolunteerFile) {
  const home = actor.homes[0]
  const near = home ? [{ id: home.building_id, label: home.label.split(' ').slice(0, 2).join(' ') }, { id: home.entrance_id, label: home.label.split(' ').slice(0, 3).join(' ') }] : []
  const all = [...await estates(db), ...near.flatMap(({ id, label }) => id === null ? [] : [{ id, label }]), ...file.places]
  return [...new Map(all.map(place => [place.id, { id: place.id, label: place.label }])).values()]
}

function tick(name: string, value: string, words: string, ticked: ReadonlySet<string>): Html {
  return html`<label><input type="checkbox" name="${name}" value="${value}"${ticked.has(value) && html` checked`}><span>${words}</span></label>`
}

function wrong(lang: Visit['lang'], mend: Mend, name: string): Html {
  const reason = mend.problems.find(problem => problem.field === name || problem.field.startsWith(`${name}.`))?.reason
  return reason ? html`<span class="err">${icon('warn')}${reason(lang)}</span>` : nothing
}
