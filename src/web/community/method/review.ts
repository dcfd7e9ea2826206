// What a changed method does differently from the one in force, and the tap that publishes it.
import { Invalid } from '#kit/errors.ts'
import { methodIn, publishMethod, readMethod } from '#modules/methods/public.ts'
import { methodReviewText } from '#text/method-page.ts'
import { framed } from '#web/frame.ts'
import { errs, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { differences, differencesTable } from './differences.ts'
import { draftOf, draftToken, editorsOnly } from './draft.ts'
import { shown as methodShown, styles, trackIn } from './page.ts'

/** GET /:community/method/review?draft=&track= */
export const page: Page = async visit => {
  editorsOnly(visit.actor)
  return shown(visit, draftToken(visit.url), EMPTY)
}

/** POST /:community/method/review: publishes the draft, unless somebody was faster; then she sees what he changed, and hers is still there. */
export const submit: Submit = async sent => {
  editorsOnly(sent.actor)
  const token = typed(sent.form, 'draft')
  const text = await sent.kept(token)
  const at = `/${sent.community.slug}/method`
  if (text === null) return goTo(`${at}/edit?draft=${encodeURIComponent(token)}`)
  try {
    await sent.act(publishMethod, { source: text.slice(text.indexOf('\n') + 1), after: typed(sent.form, 'after') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, token, { values: sent.form.fields, problems: problem.problems }))
  }
  await sent.letGo(token)
  return goTo(`${at}?done=1`)
}

async function shown(visit: Visit, token: string, mend: Mend): Promise<Html> {
  const { lang, community, url } = visit
  const t = methodReviewText(lang)
  const { source, after, gone, inForce } = await draftOf(visit, token)
  const at = `/${community.slug}/method`
  const read = readMethod(source)
  const frame = { title: t.title, wide: true, back: `${at}/edit` }
  if (!token || gone || 'problems' in read) return framed(visit, frame, html`${note('', 'clock', t.nothing)}<p class="gap"><a class="btn full b-line" href="${at}/edit">${t.goOn}</a></p>`)
  const found = differences(lang, methodIn(inForce.source), read.method)
  const stale = after !== inForce.version
  const query = new URLSearchParams({ draft: token })
  return framed(visit, { ...frame, back: `${at}/edit?${query}` }, html`${styles}${stale ? note('sun', 'warn', t.stale(inForce.version)) : errs(lang, mend)}
<p>${t.lead(read.method.name[lang])}</p>
${differencesTable(lang, found)}
<form class="stack" method="post" action="${at}/review">${requestKey(EMPTY)}<input type="hidden" name="draft" value="${token}"><input type="hidden" name="after" value="${inForce.version}">
<div class="field" id="f-source"><button class="btn full">${stale ? t.publishAnyway : t.publish}</button></div></form>
<p class="gap"><a class="btn full b-line" href="${at}/edit?${query}">${t.goOn}</a></p>
<section>${head(t.preview)}<p><b>${read.method.name[lang]}</b></p><p>${read.method.about[lang]}</p>${
    methodShown(visit, read.method, trackIn(read.method, url.searchParams.get('track')), track => `?${new URLSearchParams({ draft: token, ...track && { track } })}`)}</section>`)
}
