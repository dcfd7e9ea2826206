// 没办好，请再办: what is not good, on a page of its own.
import { Invalid } from '#kit/errors.ts'
import { matterById, mayNot, reopenInput, reopenMatter, titleOf } from '#modules/matters/public.ts'
import { closingText } from '#text/closing.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/matters/:id/reopen */
export const page: Page = visit => form(visit, EMPTY)

/** POST /:community/matters/:id/reopen */
export const send: Submit = async sent => {
  try {
    const { id, receipt } = await sent.act(reopenMatter, { id: idIn(sent), receipt: typed(sent.form, 'receipt'), note: typed(sent.form, 'note') })
    return goTo(`/${sent.community.slug}/matters/${id}?done=act${sent.actor.personId === null ? `&code=${encodeURIComponent(receipt)}` : ''}`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => form(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

async function form(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const id = idIn(visit)
  const code = url.searchParams.get('code') ?? String(mend.values['receipt'] ?? '')
  const hasReceipt = visit.isReceipt(id, code)
  const matter = await matterById(db, actor, id, hasReceipt)
  const at = `/${community.slug}/matters/${id}`
  return framed(visit, { title: closingText(lang).summaryReopen, narrow: true, back: hasReceipt ? `${at}?code=${encodeURIComponent(code)}` : at },
    html`<p class="dim sm">${id} · ${matter.title ?? titleOf(matter.text)}</p>
<form class="card" method="post" action="${at}/reopen">${errs(lang, mend)}${requestKey(mend)}${hasReceipt && html`<input type="hidden" name="receipt" value="${code}">`}${
      field(lang, reopenInput, 'note', mend)}
<div class="field">${buttonOrWhy(lang, closingText(lang).summaryReopen, mayNot.reopen(actor, matter.rules, matter.followed === true, hasReceipt))}</div></form>`)
}
