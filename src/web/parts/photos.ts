// Photos in a form: each is kept at once, so that nothing is lost when the form has something to mend.
import { Problem, type FieldProblem } from '#kit/errors.ts'
import { recodePhoto } from '#kit/photos.ts'
import type { Lang } from '#kit/phrase.ts'
import { addPhoto, MOST_PHOTOS, PHOTO_TOKEN } from '#modules/matters/public.ts'
import { raiseText } from '#text/pages.ts'
import { partText } from '#text/parts.ts'
import { photoText } from '#text/photos.ts'
import type { Mend, Sent } from '#web/visit.ts'
import { html, icon, type Html } from './html.ts'

/** The photos of a form: those taken over at an earlier try come back as tokens; a new one that cannot be taken is a problem of the field `photos`. */
export async function keepPhotos(sent: Sent): Promise<{ tokens: string[], problems: FieldProblem[] }> {
  const tokens = [sent.form.fields['photos'] ?? []].flat().filter(token => PHOTO_TOKEN.test(token)).slice(0, MOST_PHOTOS)
  const problems: FieldProblem[] = sent.form.problems.map(problem => ({ field: 'photos', reason: problem.reason }))
  for (const file of sent.form.files) {
    if (tokens.length === MOST_PHOTOS) {
      problems.push({ field: 'photos', reason: lang => photoText(lang).tooManyFiles(file.name, MOST_PHOTOS) })
      continue
    }
    try {
      const photo = await recodePhoto(file.bytes, file.name)
      const { token } = await sent.act(addPhoto, { photo }, { requestKey: undefined })
      tokens.push(String(token))
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      problems.push({ field: 'photos', reason: problem.reason })
    }
  }
  return { tokens, problems }
}

/** The field that takes photos, with how many were received already. */
export function photoField(lang: Lang, mend: Mend, hint = raiseText(lang).photoHint): Html {
  const t = raiseText(lang)
  const tokens = [mend.values['photos'] ?? []].flat()
  const wrong = mend.problems.filter(problem => problem.field === 'photos')
  return html`<div class="field${wrong.length > 0 && ' bad'}" id="f-photos">
  <label class="drop" for="pic"><span class="glyph sea">${icon('camera')}</span><span class="grow"><b>${t.addPhoto}</b><br><span class="hint">${hint}</span><input class="pic" id="pic" type="file" name="photo" accept="image/*" multiple data-photos data-remove="${partText(lang).remove}"></span></label>
  ${tokens.length > 0 && html`<p class="sm">${icon('check')} ${t.keptPhotos}: ${tokens.length}</p>${tokens.map(token => html`<input type="hidden" name="photos" value="${token}">`)}`}
  ${wrong.map(problem => html`<span class="err">${icon('warn')}${problem.reason(lang)}</span>`)}
</div>`
}
