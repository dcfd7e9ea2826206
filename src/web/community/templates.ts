// 常用的话: the saved words of those who handle matters.
import { Invalid, Refused } from '#kit/errors.ts'
import { mayNotKeepTemplates, retireTemplate, saveTemplate, saveTemplateInput, templates } from '#modules/matters/public.ts'
import { whoText } from '#text/matter-page.ts'
import { templatesText } from '#text/work-more.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/templates */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/templates */
export const save: Submit = async sent => {
  try {
    await sent.act(saveTemplate, { name: typed(sent.form, 'name'), text: typed(sent.form, 'text') })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/templates?done=1`)
}

/** POST /:community/templates/:id/retire */
export const retire: Submit = async sent => {
  await sent.act(retireTemplate, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/templates?done=1`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = templatesText(lang)
  const reason = mayNotKeepTemplates(actor)
  if (reason) throw new Refused(reason)
  const saved = await templates(db)
  const at = `/${community.slug}/templates`
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}` }, html`${url.searchParams.has('done') ? toast(whoText(lang).saved) : nothing}<p>${t.lead}</p>
${saved.length === 0 ? empty(t.none) : html`<ul class="card flush list gap">${saved.map(({ id, name, text }) => html`<li><span class="grow"><b class="row-title">${name}</b><span class="row-meta">${
    text}</span></span><form method="post" action="${at}/${id}/retire">${requestKey(EMPTY)}<button class="btn b-line sm" aria-label="${t.retire}: ${name}">${t.retire}</button></form></li>`)}</ul>`}
<section>${head(t.add)}<form class="card" method="post" action="${at}">${errs(lang, mend)}${requestKey(mend)}${['name', 'text'].map(name => field(lang, saveTemplateInput, name, mend))}
<div class="field"><button class="btn full">${t.summarySave}</button></div></form></section>`)
}
