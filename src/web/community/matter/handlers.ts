// Who works on a matter besides its lead, from however many organisations.
import { acceptHandling, addHandler, endHandler, mayNot, mayNotAcceptHandling, type Extras } from '#modules/matters/public.ts'
import { matterPageText } from '#text/pages.ts'
import { handlersText } from '#text/work-more.ts'
import { choose, errs, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { EMPTY, typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { whoThereIs, whom } from './hand-on.ts'
import { around, formOrWhy, mendOf, partPage, taking, type Around, type Part, type Shown } from './part-page.ts'

type Helper = Extras['handlers'][number]

/** Those who help, as the matter's page shows them; whoever was asked can say yes here. */
export function handlersPart(visit: Visit, matter: Shown, extras: Extras): Html {
  const { lang, community } = visit
  const t = handlersText(lang)
  if (extras.handlers.length === 0) return nothing
  return html`<section>${head(t.title)}<ul class="card flush list">${extras.handlers.map(one => html`<li>${row(visit, one)}</li>`)}</ul>${
    accept(visit, matter, extras, `/${community.slug}/matters/${matter.id}`)}</section>`
}

/** GET /:community/matters/:id/handlers */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang } = visit
  const t = handlersText(lang)
  const here = await around(visit)
  const { handlers } = here.extras
  return partPage(visit, here, t.title, html`${handlers.length === 0 ? empty(t.none) : html`<ul class="card flush list gap">${handlers.map(one => html`<li>${row(visit, one)}${end(visit, here, one)}</li>`)}</ul>`}
${accept(visit, here.matter, here.extras, here.at)}${await addForm(visit, here, mendOf(mends, 'add'))}`)
}

/** POST /:community/matters/:id/handlers */
export const add = taking('handlers', shown, 'add', (sent, id) => sent.act(addHandler, { id, ...whom(typed(sent.form, 'to')) }))

/** POST /:community/matters/:id/handlers/accept */
export const accepted = taking('handlers', shown, 'accept', (sent, id) => sent.act(acceptHandling, { id }))

/** POST /:community/matters/:id/handlers/end */
export const ended = taking('handlers', shown, 'end', (sent, id) => sent.act(endHandler, { id, handler: typed(sent.form, 'handler') }))

function row({ lang }: Visit, { name, organisation, accepted }: Helper): Html {
  const t = handlersText(lang)
  const who = name ?? organisation ?? ''
  return html`<span class="who staff grow"><b aria-hidden="true">${who.slice(0, 1)}</b><span>${who}<span>${dotted(name && organisation, accepted ? t.accepted : t.asked)}</span></span></span>`
}

function accept({ lang, actor }: Visit, matter: Shown, { handlers }: Extras, at: string): Html {
  if (mayNotAcceptHandling(actor, matter.rules, handlers.filter(one => !one.accepted))) return nothing
  return html`<form class="gap no-print" method="post" action="${at}/handlers/accept">${requestKey(EMPTY)}<button class="btn full b-sea">${handlersText(lang).accept}</button></form>`
}

function end({ lang, actor }: Visit, { matter, at }: Around, { id, name, organisation }: Helper): Html {
  const t = handlersText(lang)
  if (mayNot.handle(actor, matter.rules)) return nothing
  return html`<form class="no-print" method="post" action="${at}/handlers/end">${requestKey(EMPTY)}<input type="hidden" name="handler" value="${id}"><button class="btn b-line sm" aria-label="${
    t.end}: ${name ?? organisation}">${t.end}</button></form>`
}

function addForm(visit: Visit, { matter, at }: Around, mend: Mend): Promise<Html> {
  const { lang, actor } = visit
  const t = handlersText(lang)
  return formOrWhy(lang, t.add, mayNot.handle(actor, matter.rules), async () => html`<form class="card" method="post" action="${at}/handlers">${errs(lang, mend)}${requestKey(mend)}${
    choose(lang, 'to', t.who, await whoThereIs(visit, matter.rules.place), String(mend.values['to'] ?? ''), mend.problems[0]?.reason)}
<div class="field"><button class="btn full">${matterPageText(lang).send}</button></div></form>`)
}
