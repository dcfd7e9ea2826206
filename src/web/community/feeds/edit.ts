// One date of the calendar: added, put right, called off; by the secretary or the leader of its team.
import { Invalid, Refused } from '#kit/errors.ts'
import {
  addHappening, addHappeningInput, callOff, changeHappening, happeningById, mayNotKeepDates, nextDates, repeatIn, type Happening,
} from '#modules/calendars/public.ts'
import { estates } from '#modules/places/public.ts'
import { happeningText } from '#text/happenings.ts'
import { framed, idFrom, numberIn } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { clock, weekdayAndDate } from './when.ts'

const FIELDS = ['title', 'place', 'on', 'from', 'minutes', 'repeat', 'until', 'about', 'estate', 'matter'] as const
const SOON = { days: 100, most: 4 }

/** GET /:community/happenings/edit?happening=: that one, or a new one. */
export const page: Page = async visit => {
  const id = numberIn(visit.url, 'happening')
  const there = id === undefined ? null : await happeningById(visit.db, id)
  return shown(visit, there, there ? { values: written(there, visit.community.time_zone), problems: [] }
    : { values: { repeat: 'weekly' }, problems: [] })
}

/** POST /:community/happenings/edit */
export const save: Submit = async sent => {
  const id = idFrom(typed(sent.form, 'happening'))
  const fields = Object.fromEntries(FIELDS.map(name => [name, typed(sent.form, name)]))
  try {
    if (id === undefined) await sent.act(addHappening, fields)
    else await sent.act(changeHappening, { id, ...fields })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(async visit => shown(visit, id === undefined ? null : await happeningById(visit.db, id),
      { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/happenings?done=1`)
}

/** POST /:community/happenings/off: one date, or all. */
export const off: Submit = async sent => {
  const on = typed(sent.form, 'on')
  await sent.act(callOff, { id: typed(sent.form, 'happening'), ...on && { on } })
  return goTo(`/${sent.community.slug}/happenings?done=1`)
}

function written(one: Happening, zone: string): Mend['values'] {
  const known = repeatIn(one.rule, Temporal.PlainDate.from(one.begins_on), zone)
  return {
    title: one.title, place: one.place, on: one.begins_on, from: one.minute === null ? '' : clock(one.minute), minutes: String(one.minutes),
    ...known && { repeat: known.repeat, until: known.until ?? '' },
    about: one.about, estate: one.estate_id === null ? '' : String(one.estate_id),
      matter: one.matter_id === null ? '' : String(one.matter_id),
  }
}

async function shown(visit: Visit, there: Happening | null, mend: Mend): Promise<Html> {
  const { lang, actor, community } = visit
  const reason = mayNotKeepDates(actor, there?.organisation_id)
  if (reason) throw new Refused(reason)
  const t = happeningText(lang)
  const at = `/${community.slug}/happenings`
  const which = there && html`<input type="hidden" name="happening" value="${there.id}">`
  const readOnly = there !== null && repeatIn(there.rule, Temporal.PlainDate.from(there.begins_on), community.time_zone) === null
  return framed(visit, { title: there ? t.change : t.add, narrow: true, back: at },
    html`${readOnly ? note('', 'calendar', t.ownRule) : html`<form class="stack" method="post" action="${at}/edit">${
    errs(lang, mend)}${requestKey(mend)}${which}${FIELDS.map(name => name === 'estate' ? estateField(visit, mend)
      : field(lang, addHappeningInput, name, mend))}
<div class="field"><button class="btn full">${t.save}</button></div></form>`}
${there ? callingOff(visit, there) : nothing}`)
}

async function estateField({ lang, db }: Visit, mend: Mend): Promise<Html> {
  const t = happeningText(lang)
  const wrong = mend.problems.find(problem => problem.field === 'estate')?.reason
  const value = [mend.values['estate'] ?? ''].flat()[0] ?? ''
  return choose(lang, 'estate', t.estate, (await estates(db)).map(one => ({ value: one.id, words: one.name })), value, wrong,
    t.wholeCommunity)
}

function callingOff({ lang, community, now }: Visit, one: Happening): Html {
  const t = happeningText(lang)
  const zone = community.time_zone
  const today = now.toZonedDateTimeISO(zone).startOfDay()
  const soon = one.rule === null ? [] : nextDates(one, zone,
    { from: today.toInstant(), until: today.add({ days: SOON.days }).toInstant(), most: SOON.most })
  const button = (words: string, on?: string) => html`<form class="field" method="post" action="/${community.slug}/happenings/off">${
    requestKey(EMPTY)}<input type="hidden" name="happening" value="${one.id}">${
    on && html`<input type="hidden" name="on" value="${on}">`}<button class="btn full b-line">${words}</button></form>`
  return html`<section class="gap">${soon.map(date => button(t.callOffOne(weekdayAndDate(lang, date)), date.toPlainDate().toString()))}${
    button(t.callOffAll)}</section>`
}
