// One photo in a form of a vote: kept sealed when something else has to be mended, so that nobody has to take it twice.
import { Invalid, Problem, type FieldProblem } from '#kit/errors.ts'
import { recodePhoto, type Photo } from '#kit/photos.ts'
import type { Lang } from '#kit/phrase.ts'
import { voteDeskText } from '#text/decision-pages-desk.ts'
import { partText } from '#text/parts.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { typed, type Mend, type Page, type Sent } from '#web/visit.ts'

/** The field; `kept` comes back with a form that has something to mend. */
export function photoField(lang: Lang, mend: Mend): Html {
  const t = voteDeskText(lang)
  const kept = [mend.values['photoKept'] ?? ''].flat()[0]
  const wrong = mend.problems.find(({ field }) => field === 'photo')
  return html`<div class="field${wrong && ' bad'}" id="f-photo"><label class="drop"><span class="glyph sea">${
    icon('camera')}</span><span class="grow"><b>${t.photoTake}</b><br><span class="hint">${
    t.photoHint}</span><input class="pic" type="file" name="photo" accept="image/*" data-photos data-remove="${
    partText(lang).remove}"${wrong && html` aria-describedby="e-photo"`}></span></label>${kept && html`<p class="sm">${icon('check')} ${
    t.photoKept}</p><input type="hidden" name="photoKept" value="${kept}">`}${
    wrong && html`<span class="err" id="e-photo">${icon('warn')}${wrong.reason(lang)}</span>`}</div>`
}

/** What a form that waits for a line says, and by which name its draft is kept. */
export function draftAttributes(lang: Lang, name: string): Html {
  const t = voteDeskText(lang)
  return html` data-draft="${name}" data-offline="${t.offline}" data-restored="${t.restored}"`
}

/** Acts with the photo of the form, or shows the form again with what was typed and the photo kept. */
export async function withPhoto(sent: Sent, act: (photo: Photo | undefined) => Promise<Response>, again: (mend: Mend) => Page): Promise<Html | Response> {
  const { photo, problems } = await photoIn(sent)
  const back = async (all: readonly FieldProblem[]) =>
    sent.show(again({ values: { ...sent.form.fields, photoKept: photo ? await sent.keep(photo.bytes.toString('base64')) : '' }, problems: all }))
  if (problems.length > 0) return back(problems)
  try {
    const done = await act(photo)
    await sent.letGo(typed(sent.form, 'photoKept'))
    return done
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return back(problem.problems)
  }
}

// The newest file of the form, or the one that was kept; a field that is left empty is no file.
async function photoIn(sent: Sent): Promise<{ photo?: Photo, problems: FieldProblem[] }> {
  const problems = sent.form.problems.map(({ reason }): FieldProblem => ({ field: 'photo', reason }))
  const file = sent.form.files.at(-1)
  const kept = file ? null : await sent.kept(typed(sent.form, 'photoKept'))
  const bytes = file?.bytes ?? (kept === null ? null : Buffer.from(kept, 'base64'))
  if (!bytes || problems.length > 0) return { problems }
  try {
    return { photo: await recodePhoto(bytes, file?.name ?? 'photo.jpg'), problems }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return { problems: [{ field: 'photo', reason: problem.reason }] }
  }
}

