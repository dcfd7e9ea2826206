// A topic comes onto the agenda: of an open matter, with those that are alike, or of something else.
import { Refused } from '#kit/errors.ts'
import { addTopic, addTopicInput, mayNotAtSession, proposedTopics } from '#modules/councils/public.ts'
import { alike, matterById, titleOf } from '#modules/matters/public.ts'
import { councilText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'
import { numberIn } from '#web/frame.ts'
import { errs, field } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, list } from '#web/parts/list.ts'
import { EMPTY, typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { doing, partPage, sessionHere, taking, type Mends } from './around.ts'

const MOST_ALIKE = 6

/** GET /:community/sessions/:id/agenda?matter=: the form, with what is alike beside that matter. */
export const page: Page = visit => shown(visit, {})

/** POST /:community/sessions/:id/agenda */
export const submit = taking({
  addTopic: (sent, id) => sent.act(addTopic, { id, title: typed(sent.form, 'title'), matters: [sent.form.fields['matters'] ?? []].flat().filter(Boolean) }),
}, (visit, mends) => shown(visit, mends), (sent, id) => `/${sent.community.slug}/sessions/${id}?done=1`)

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, actor } = visit
  const t = sessionText(lang)
  const here = await sessionHere(visit)
  const reason = mayNotAtSession.invite(actor, here.session)
  if (reason) throw new Refused(reason)
  const asked = numberIn(visit.url, 'matter')
  const mend = mends['addTopic'] ?? EMPTY
  return partPage(visit, here, t.addTopic, html`<form class="card no-print" method="get" action="${here.at}/agenda"><div class="field"><label for="f-matter">${t.matterNumber}</label><input type="text" inputmode="numeric" id="f-matter" name="matter" maxlength="15" value="${
    asked ?? ''}"></div><div class="field"><button class="btn b-line">${t.look}</button></div></form>
<form class="card" method="post" action="${here.at}/agenda">${errs(lang, mend)}${doing('addTopic', mend)}${asked === undefined ? nothing : await matters(visit, asked, mend)}${
    field(lang, addTopicInput, 'title', mend)}<div class="field"><button class="btn full">${t.addTopic}</button></div></form>
${asked === undefined ? await proposed(visit, here) : nothing}`)
}

async function matters(visit: Visit, id: number, mend: Mend): Promise<Html> {
  const { lang, db, actor } = visit
  const t = sessionText(lang)
  const matter = await matterById(db, actor, id)
  const near = await alike(db, actor, { text: matter.text, placeId: matter.rules.place.id, personId: null, except: id }, MOST_ALIKE)
  const chosen = new Set([mend.values['matters'] ?? [String(id)]].flat())
  const box = (one: { id: number, label: string }, words: string) => html`<label class="tickbox"><input type="checkbox" name="matters" value="${one.id}"${chosen.has(String(one.id)) && html` checked`}><span>${words}<small>${
    dotted(t.aboutMatter(one.id), one.label)}</small></span></label>`
  return html`<fieldset class="field" id="f-matters"><legend>${t.topicMatters}</legend>${box({ id, label: matter.rules.place.label }, matter.title ?? titleOf(matter.text))}${
    near.length > 0 && html`<p class="hint">${t.alike}</p>`}${near.map(one => box(one, titleOf(one.text)))}</fieldset>`
}

async function proposed({ lang, db, actor }: Visit, { session, at }: Awaited<ReturnType<typeof sessionHere>>): Promise<Html> {
  const t = councilText(lang)
  const found = await proposedTopics(db, actor, { id: session.council_id, places: session.council.places, topic_homes: session.topic_homes })
  return found.length === 0 ? nothing : html`<section>${head(t.proposed)}${list(found.map(matter => ({
    href: `${at}/agenda?matter=${matter.id}`, title: matter.title ?? titleOf(matter.text), meta: matter.label, icon: 'raise' as const, tone: 'sun' as const,
    chip: html`<span class="badge brick num">${t.households(matter.households)}</span>`,
  })))}</section>`
}
