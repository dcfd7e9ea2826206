// 交资质: what it is, its number, until when, and a picture; kept sealed when something else has to be mended.
import { addQualification, addQualificationInput, ownFile } from '#modules/volunteers/public.ts'
import { today } from '#modules/communities/public.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { framed } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { photoField, withPhoto } from '../decisions/photo-field.ts'

/** GET /:community/volunteers/licence */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/volunteers/licence */
export const submit: Submit = sent => withPhoto(sent, async photo => {
  await sent.act(addQualification, { kind: typed(sent.form, 'kind'), number: typed(sent.form, 'number'), validUntil: typed(sent.form, 'validUntil'), photo })
  return goTo(`/${sent.community.slug}/volunteers/me?done=1`)
}, mend => visit => shown(visit, mend))

async function shown(visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, community, now } = visit
  const t = volunteerPageText(lang)
  if (actor.personId === null || !await ownFile(db, actor.personId, today(community, now))) return goTo(`/${community.slug}/volunteers`)
  return framed(visit, { title: t.addLicence, narrow: true, back: `/${community.slug}/volunteers/me`, islands: ['photos'] }, html`${note('', 'lock', t.licencesWhy)}
<form class="card" method="post" enctype="multipart/form-data">${errs(lang, mend)}${requestKey(mend)}${['kind', 'number', 'validUntil'].map(name =>
    field(lang, addQualificationInput, name, mend))}${photoField(lang, mend)}<div class="field"><button class="btn full">${t.send}</button></div></form>`)
}
