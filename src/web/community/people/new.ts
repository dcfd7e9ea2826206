// 登记一位居民: somebody without a phone becomes known, so that others can act for him.
import { Invalid, Refused } from '#kit/errors.ts'
import { holds, lacks, registerPerson, registerPersonInput } from '#modules/people/public.ts'
import { registerText } from '#text/mandates.ts'
import { framed } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/people/new */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/people/new: goes on to the mandate. */
export const submit: Submit = async sent => {
  const { form, community } = sent
  try {
    const typedIn = { name: typed(form, 'name'), home: typed(form, 'home'), tie: typed(form, 'tie') || undefined }
    const { id } = await sent.act(registerPerson, typedIn)
    return goTo(`/${community.slug}/people/${id}/mandate`)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, actor, community } = visit
  const t = registerText(lang)
  const reason = holds(actor, 'register person') ? null : lacks(actor, 'register person', null)
  if (reason) throw new Refused(reason)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/people` }, html`<p class="dim">${t.lead}</p>
<form class="stack" method="post">${errs(lang, mend)}${requestKey(mend)}
${['name', 'home', 'tie'].map(name => field(lang, registerPersonInput, name, mend))}
<div class="field"><button class="btn full">${t.save}</button></div></form>`)
}
