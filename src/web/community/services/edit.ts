// One service of the list: added, put right, or taken off, by the secretary.
import { Invalid, NotFound, Refused } from '#kit/errors.ts'
import { addService, addServiceInput, changeService, mayNotKeepServices, retireService, services } from '#modules/services/public.ts'
import { servicesText } from '#text/services.ts'
import { framed, idFrom, numberIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

const FIELDS = ['class', 'name', 'about', 'provider', 'place', 'hours', 'phone'] as const

/** GET /:community/services/edit?service=: that one, or a new one. */
export const page: Page = async visit => {
  const id = numberIn(visit.url, 'service')
  return shown(visit, id ?? null, id === undefined ? EMPTY : await written(visit, id))
}

/** POST /:community/services/edit */
export const save: Submit = async sent => {
  const id = idFrom(typed(sent.form, 'service')) ?? null
  const fields = Object.fromEntries(FIELDS.map(name => [name, sent.form.fields[name]]))
  try {
    if (id === null) await sent.act(addService, fields)
    else await sent.act(changeService, { id, ...fields })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(async visit => shown(visit, id, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/services?done=1`)
}

/** POST /:community/services/retire */
export const retire: Submit = async sent => {
  await sent.act(retireService, { id: typed(sent.form, 'service') })
  return goTo(`/${sent.community.slug}/services?done=1`)
}

async function written({ db }: Visit, id: number): Promise<Mend> {
  const found = (await services(db)).find(service => service.id === id)
  if (!found) throw new NotFound(lang => servicesText(lang).notHere)
  return { problems: [], values: Object.fromEntries(FIELDS.map(name => [name, found[name] ?? ''])) }
}

function shown(visit: Visit, id: number | null, mend: Mend): Html {
  const { lang, actor, community } = visit
  const reason = mayNotKeepServices(actor)
  if (reason) throw new Refused(reason)
  const t = servicesText(lang)
  const at = `/${community.slug}/services`
  const which = id !== null && html`<input type="hidden" name="service" value="${id}">`
  return framed(visit, { title: id === null ? t.add : t.change, narrow: true, back: at }, html`<form class="stack" method="post" action="${at}/edit">${errs(lang, mend)}${requestKey(mend)}${which}
${FIELDS.map(name => field(lang, addServiceInput, name, mend))}
<div class="field"><button class="btn full">${t.save}</button></div></form>
${id !== null && html`<form class="gap" method="post" action="${at}/retire">${requestKey(EMPTY)}${which}<button class="btn full b-line">${t.retire}</button></form>`}`)
}
