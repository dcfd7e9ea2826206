// Before and after, beside each other; and the form that adds photos of the work.
import { Invalid, type FieldProblem } from '#kit/errors.ts'
import { attachPhotos, attachPhotosInput, mayNot, type trailOf } from '#modules/matters/public.ts'
import { matterPageText } from '#text/pages.ts'
import { photosAfterText } from '#text/work-more.ts'
import { idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { keepPhotos, photoField } from '#web/parts/photos.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { around, formOrWhy, partPage, type Shown } from './part-page.ts'
import { receiptQuery } from './trail.ts'

type Photos = Awaited<ReturnType<typeof trailOf>>['photos']

/** Before | after, as many pairs as there are; nothing until there is an after. */
export function photosBeside(visit: Visit, matter: Shown, photos: Photos): Html {
  const t = photosAfterText(visit.lang)
  const [before, after] = (['before', 'after'] as const).map(moment => photos.filter(photo => photo.moment === moment))
  if (!before?.length || !after?.length) return nothing
  const pairs = Math.max(before.length, after.length)
  return html`<section>${head(t.title)}<div class="pics">${Array.from({ length: pairs }, (_, i) => html`${picture(visit, matter, before[i], i)}${picture(visit, matter, after[i], i)}`)}</div></section>`
}

function picture(visit: Visit, matter: Shown, photo: Photos[number] | undefined, index: number): Html {
  if (!photo) return html`<span></span>`
  const t = photosAfterText(visit.lang)
  const at = `/${visit.community.slug}/matters/${matter.id}/photos`
  const code = receiptQuery(visit, '?')
  const moment = t[photo.moment]
  return html`<figure><a href="${at}/${photo.file}${code}"><img src="${at}/${photo.thumbnail}${code}" width="${photo.width}" height="${photo.height}" alt="${
    t.alt(moment, index + 1)}" loading="lazy"></a><figcaption class="xs dim">${moment}</figcaption></figure>`
}

/** GET /:community/matters/:id/photos-after */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/matters/:id/photos-after */
export const add: Submit = async sent => {
  const id = idIn(sent)
  const kept = await keepPhotos(sent)
  const again = (problems: readonly FieldProblem[], tokens: readonly string[]) =>
    sent.show(visit => shown(visit, { values: { ...sent.form.fields, photos: [...tokens] }, problems }))
  if (kept.problems.length > 0) return again(kept.problems, kept.tokens)
  try {
    await sent.act(attachPhotos, { id, moment: typed(sent.form, 'moment'), photos: kept.tokens })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    // A photo that is gone must not come back with the form, or it could never be sent.
    return again(problem.problems, problem.problems.some(one => one.field === 'photos') ? [] : kept.tokens)
  }
  return goTo(`/${sent.community.slug}/matters/${id}?done=act`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, actor } = visit
  const t = photosAfterText(lang)
  const here = await around(visit)
  return partPage(visit, here, t.title, await formOrWhy(lang, t.summaryAttach, mayNot.handle(actor, here.matter.rules), () => html`<form class="card" method="post" action="${here.at}/photos-after" enctype="multipart/form-data">${
    errs(lang, mend)}${requestKey(mend)}${field(lang, attachPhotosInput, 'moment', mend)}${photoField(lang, mend, t.hint)}<div class="field"><button class="btn full">${matterPageText(lang).send}</button></div></form>`), ['photos'])
}
