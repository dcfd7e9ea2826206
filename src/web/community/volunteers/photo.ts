// 放照片: the words that are agreed to, and one's own photo.
import { PURPOSES, wordingOf } from '#modules/people/public.ts'
import { today } from '#modules/communities/public.ts'
import { ownFile, setPhoto, type VolunteerFile } from '#modules/volunteers/public.ts'
import { wordingText } from '#text/consents.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { volunteerText } from '#text/volunteers.ts'
import { framed } from '#web/frame.ts'
import { errs, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { photoField, withPhoto } from '../decisions/photo-field.ts'
import { doButton } from './button.ts'

/** GET /:community/volunteers/photo */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/volunteers/photo */
export const submit: Submit = sent => withPhoto(sent, async photo => {
  await sent.act(setPhoto, { photo, wording: typed(sent.form, 'wording') })
  return goTo(`/${sent.community.slug}/volunteers/me?done=1`)
}, mend => visit => shown(visit, mend))

async function shown(visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, community, now } = visit
  const file = actor.personId === null ? undefined : await ownFile(db, actor.personId, today(community, now))
  if (file?.age !== 'adult') return goTo(`/${community.slug}/volunteers`)
  return framed(visit, { title: volunteerText(lang).ownPhoto, narrow: true, back: `/${community.slug}/volunteers/me`, islands: ['photos'] }, html`<form class="card" method="post" enctype="multipart/form-data">${
    errs(lang, mend)}${requestKey(mend)}<input type="hidden" name="wording" value="${PURPOSES.show_photo}"><p>${wordingText(lang)[wordingOf('show_photo')]}</p>${
    photoField(lang, mend)}<div class="field"><button class="btn full">${volunteerPageText(lang).agreeAndShow}</button></div></form>`)
}

/** The part of one's own page: the photo, and the way to put it up, change it, take it down; nothing below 18. */
export function photoPart(visit: Visit, file: VolunteerFile): Html {
  const { lang, community } = visit
  const t = volunteerPageText(lang)
  if (file.age !== 'adult') return nothing
  const at = `/${community.slug}`
  const put = html`<a class="btn full b-line" href="${at}/volunteers/photo">${file.has_photo ? t.changePhoto : t.putPhoto}</a>`
  return html`<section>${head(volunteerText(lang).ownPhoto)}<p class="sm dim">${t.photoWhy} <a href="${at}/me/consents">${t.phoneToo}</a></p>${
    file.has_photo ? html`<p class="gap"><img src="${at}/volunteers/me/photo" alt="${volunteerText(lang).ownPhoto}" width="96"></p>` : nothing}<p class="gap">${put}</p>${
    file.has_photo ? html`<div class="gap">${doButton(visit, 'dropPhoto', {}, t.dropPhoto)}</div>` : nothing}</section>`
}
