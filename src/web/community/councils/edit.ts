// A council founded or changed: what it is called, what it covers, how often it meets.
import { Invalid, Refused } from '#kit/errors.ts'
import { repeatIn, REPEATS, ruleFor } from '#modules/calendars/public.ts'
import { changeCouncil, councilById, foundCouncil, foundInput, mayNotConvene, mayNotFoundAny } from '#modules/councils/public.ts'
import { grids } from '#modules/people/public.ts'
import { estates } from '#modules/places/public.ts'
import { councilText } from '#text/councils.ts'
import { repeatText } from '#text/happenings.ts'
import { framed, idFrom, numberIn } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { clock } from '../feeds/when.ts'
import { whom } from '../matter/hand-on.ts'
import { withPosts } from './who.ts'

const ABOVE = ['name', 'about', 'room'] as const
const BELOW = ['minutes', 'quorum', 'homes'] as const
type Shown = Awaited<ReturnType<typeof councilById>>

/** GET /:community/councils/edit?council=: that one, or a new one. */
export const page: Page = async visit => {
  const id = numberIn(visit.url, 'council')
  const reason = id === undefined ? mayNotFoundAny(visit.actor) : null
  if (reason) throw new Refused(reason)
  if (id === undefined) return form(visit, null, { ...EMPTY, values: { repeat: 'weekday', quorum: '50', homes: '10', minutes: '90' } })
  const council = await councilById(visit.db, id)
  const refusal = mayNotConvene(visit.actor, council)
  if (refusal) throw new Refused(refusal)
  return form(visit, council, { ...EMPTY, values: written(council, visit.community.time_zone) })
}

/** POST /:community/councils/edit */
export const save: Submit = async sent => {
  const id = idFrom(typed(sent.form, 'council'))
  try {
    const fields = fieldsOf(sent)
    const { convener } = { convener: whom(typed(sent.form, 'convener')).person }
    const done = id === undefined ? await sent.act(foundCouncil, fields) : await sent.act(changeCouncil, { id, ...fields, ...convener && { convener } })
    return goTo(`/${sent.community.slug}/councils/${done.id}?done=1`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(async visit => form(visit, id === undefined ? null : await councilById(visit.db, id), { values: sent.form.fields, problems: problem.problems }))
  }
}

// A form offers rhythms in words; what the action takes is a rule.
function fieldsOf({ form: sent, community }: Sent): Readonly<Record<string, string | null>> {
  const of = (name: string) => typed(sent, name)
  const repeat = REPEATS.find(one => one === of('repeat')) ?? 'once'
  const [, first] = /^(\d{4}-\d{2}-\d{2})$/u.exec(of('on')) ?? []
  const rule = of('repeat') === 'own' ? of('rule') : first ? ruleFor(repeat, Temporal.PlainDate.from(first), null, { zone: community.time_zone, wholeDay: false }) : null
  return { ...Object.fromEntries([...ABOVE, 'place', 'grid', 'on', 'from', ...BELOW].map(name => [name, of(name)])), rule }
}

function written(council: Shown, zone: string): Mend['values'] {
  const known = repeatIn(council.rule, Temporal.PlainDate.from(council.begins_on), zone)
  return {
    name: council.name, about: council.about, room: council.room, place: String(council.place_id ?? ''), grid: String(council.grid_id ?? ''), on: council.begins_on,
    from: clock(council.minute), minutes: String(council.minutes), quorum: String(council.quorum), homes: String(council.topic_homes),
    repeat: known?.repeat ?? 'own', rule: council.rule ?? '', convener: `p${council.convener_id}`,
  }
}

async function form(visit: Visit, council: Shown | null, mend: Mend): Promise<Html> {
  const { lang, db, community } = visit
  const t = councilText(lang)
  const at = `/${community.slug}/councils`
  const value = (name: string) => String([mend.values[name] ?? ''].flat()[0] ?? '')
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  const repeats = [...REPEATS.map(one => ({ value: one, words: one === 'once' ? t.whenNeeded : repeatText(lang)[one] })), ...value('repeat') === 'own' ? [{ value: 'own', words: value('rule') }] : []]
  return framed(visit, { title: council ? t.change : t.found, narrow: true, back: council ? `${at}/${council.id}` : at },
    html`<form class="stack" method="post" action="${at}/edit">${errs(lang, mend)}${requestKey(mend)}${council && html`<input type="hidden" name="council" value="${council.id}">`}${
      ABOVE.map(name => field(lang, foundInput, name, mend))}${
      choose(lang, 'place', t.covers, (await estates(db)).map(one => ({ value: one.id, words: one.name })), value('place'), wrong('place'), t.wholeCommunity)}${
      choose(lang, 'grid', t.coversGrid, (await grids(db)).map(one => ({ value: one.id, words: one.name })), value('grid'), wrong('grid'), t.noGrid)}${
      field(lang, foundInput, 'on', mend)}${field(lang, foundInput, 'from', mend)}${
      choose(lang, 'repeat', t.repeat, repeats, value('repeat'), wrong('rule'), t.whenNeeded)}<input type="hidden" name="rule" value="${value('rule')}">${
      BELOW.map(name => field(lang, foundInput, name, mend))}${
      council && choose(lang, 'convener', t.convener, await withPosts(visit, true), value('convener'), wrong('convener'))}
<div class="field"><button class="btn full">${t.save}</button></div></form>`)
}
