// A session is called, or moved: the same form.
import { Invalid, Refused } from '#kit/errors.ts'
import { comingDates, convene, conveneInput, councilById, mayNotAtSession, mayNotConvene, moveSession, SESSION_KINDS } from '#modules/councils/public.ts'
import { councilText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'
import { framed, idIn } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { clock } from '../feeds/when.ts'
import { whom } from '../matter/hand-on.ts'
import { sessionHere } from './around.ts'
import { withPosts } from './who.ts'

const FIELDS = ['title', 'on', 'from', 'minutes', 'room'] as const

/** GET /:community/councils/:id/convene */
export const page: Page = visit => calling(visit, null)

/** POST /:community/councils/:id/convene */
export const submit: Submit = async sent => {
  try {
    const { id } = await sent.act(convene, { id: idIn(sent), kind: typed(sent.form, 'kind'), ...fieldsOf(sent) })
    return goTo(`/${sent.community.slug}/sessions/${id}?done=1`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => calling(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

/** GET /:community/sessions/:id/edit */
export const changePage: Page = visit => changing(visit, null)

/** POST /:community/sessions/:id/edit */
export const change: Submit = async sent => {
  try {
    const { id } = await sent.act(moveSession, { id: idIn(sent), ...fieldsOf(sent) })
    return goTo(`/${sent.community.slug}/sessions/${id}?done=1`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => changing(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

function fieldsOf({ form }: Parameters<Submit>[0]): Readonly<Record<string, string>> {
  const fields = Object.fromEntries(FIELDS.map(name => [name, typed(form, name)]))
  return { ...fields, place: typed(form, 'place'), keeper: whom(typed(form, 'keeper')).person ?? '' }
}

async function calling(visit: Visit, again: Mend | null): Promise<Html> {
  const { lang, db, actor, community, now } = visit
  const council = await councilById(db, idIn(visit))
  const reason = mayNotConvene(actor, council)
  if (reason) throw new Refused(reason)
  const [next] = comingDates(council, community.time_zone, now, 1)
  const mend = again ?? { ...EMPTY, values: { kind: SESSION_KINDS[0], on: next?.toPlainDate().toString() ?? '', from: clock(council.minute), minutes: String(council.minutes), room: council.room } }
  const at = `/${community.slug}/councils/${council.id}`
  return framed(visit, { title: councilText(lang).convene, narrow: true, back: at }, html`<p class="dim sm">${council.name}</p>
<form class="stack" method="post" action="${at}/convene">${errs(lang, mend)}${requestKey(mend)}${field(lang, conveneInput, 'kind', mend)}<p class="hint">${councilText(lang).kindHint}</p>${
    await rest(visit, mend)}<div class="field"><button class="btn full">${councilText(lang).convene}</button></div></form>`)
}

async function changing(visit: Visit, again: Mend | null): Promise<Html> {
  const { lang, actor, community } = visit
  const { session, at } = await sessionHere(visit)
  const reason = mayNotAtSession.prepare(actor, session)
  if (reason) throw new Refused(reason)
  const begins = session.begins_at.toZonedDateTimeISO(community.time_zone)
  const mend = again ?? { ...EMPTY, values: {
    title: session.title, on: begins.toPlainDate().toString(), from: clock(begins.hour * 60 + begins.minute), minutes: String(session.minutes), room: session.room,
    place: String(session.place_id ?? ''), keeper: session.keeper_id === null ? '' : `p${session.keeper_id}`,
  } }
  return framed(visit, { title: sessionText(lang).moveIt, narrow: true, back: at }, html`<form class="stack" method="post" action="${at}/edit">${errs(lang, mend)}${requestKey(mend)}${
    await rest(visit, mend)}<div class="field"><button class="btn full">${sessionText(lang).save}</button></div></form>`)
}

async function rest(visit: Visit, mend: Mend): Promise<Html> {
  const { lang } = visit
  const t = sessionText(lang)
  const wrong = mend.problems.find(problem => problem.field === 'keeper')?.reason
  return html`${FIELDS.map(name => field(lang, conveneInput, name, mend))}${
    mend.values['place'] ? html`<input type="hidden" name="place" value="${mend.values['place']}">` : nothing}${
    choose(lang, 'keeper', t.keeper, await withPosts(visit, true), String(mend.values['keeper'] ?? ''), wrong)}`
}
