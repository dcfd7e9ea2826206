// Programs that report to us: connect one, see what it reported, disconnect it. By the secretary.
import { randomBytes } from 'node:crypto'
import { Invalid, Refused } from '#kit/errors.ts'
import { endHook, hooks, makeHook, makeHookInput, mayNotKeepHooks, organisations } from '#modules/hooks/public.ts'
import { KINDS } from '#modules/matters/public.ts'
import { hookText } from '#text/hooks.ts'
import { kindText, stepText } from '#text/matters.ts'
import { noticePageText } from '#text/notices.ts'
import { framed } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note, toast } from '#web/parts/list.ts'
import { dayAt } from '#web/parts/time.ts'
import { EMPTY, goTo, shownOnce, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

type Hook = Awaited<ReturnType<typeof hooks>>[number]

/** GET /:community/hooks */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/hooks: a new one; its secret is on this answer only. */
export const make: Submit = async sent => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  try {
    // Sent twice there are two, and each answer shows a secret that works.
    const { id } = await sent.act(makeHook, { organisation: typed(sent.form, 'organisation'), name: typed(sent.form, 'name'), secret },
      { requestKey: undefined })
    return await shownOnce(made(sent, id, secret))
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
}

/** POST /:community/hooks/end */
export const end: Submit = async sent => {
  await sent.act(endHook, { id: typed(sent.form, 'id') })
  return goTo(`/${sent.community.slug}/hooks?done=ended`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const reason = mayNotKeepHooks(actor)
  if (reason) throw new Refused(reason)
  const t = hookText(lang)
  const there = await hooks(db)
  const wrong = mend.problems.find(problem => problem.field === 'organisation')?.reason
  const chosen = [mend.values['organisation'] ?? ''].flat()[0] ?? ''
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}` },
    html`${url.searchParams.has('done') ? toast(t.ended) : nothing}<p>${t.lead}</p>
<section>${there.length === 0 ? empty(t.none) : there.map(hook => one(visit, hook))}</section>
<section>${head(t.add)}<form class="card" method="post" action="/${community.slug}/hooks">${errs(lang, mend)}${
    choose(lang, 'organisation', t.organisation, (await organisations(db)).map(({ id, name }) => ({ value: id, words: name })), chosen,
      wrong)}${
    field(lang, makeHookInput, 'name', mend)}<div class="field"><button class="btn full">${t.make}</button></div></form></section>
<p class="gap"><a class="btn full b-line" href="/${community.slug}/channels">${icon('sync')}${noticePageText(lang).channels}</a></p>`)
}

function one({ lang, community }: Visit, hook: Hook): Html {
  const t = hookText(lang)
  const at = `/${community.slug}`
  return html`<form class="card" method="post" action="${at}/hooks/end">${requestKey(EMPTY)}<input type="hidden" name="id" value="${
    hook.id}">
<h2>${hook.name}</h2><p class="dim sm">${dotted(hook.organisation, dayAt(lang, hook.made_at, community.time_zone))}</p>
${hook.reports.length === 0 ? html`<p class="sm">${t.noReports}</p>` : html`<ul>${hook.reports.map(report =>
    html`<li class="sm"><a href="${at}/matters/${report.matter_id}">${
      t.reports(report.reference, report.matter_id, stepText(lang)[report.step])}</a></li>`)}</ul>`}
<p class="row wrap"><button class="btn b-line sm">${t.end}</button></p></form>`
}

function made(sent: Sent, id: number, secret: string): Html {
  const { lang, community, publicUrl } = sent
  const t = hookText(lang)
  const example = JSON.stringify({ place: 'ABCD2345', kind: 'broken', urgent: true, text: t.exampleText, reference: 'A-1024' })
  return framed(sent, { title: t.made, narrow: true, back: `/${community.slug}/hooks` }, html`${note('sun', 'warn', t.once)}
<section>${head(t.address)}<p class="card"><code>${publicUrl}/api/hooks/${community.slug}.${id}</code></p></section>
<section>${head(t.secret)}<p class="card"><code>${secret}</code></p></section>
<section>${head(t.example)}<p class="card"><code>${example}</code></p><p class="sm">${t.how}</p><p class="sm">${
    dotted(...KINDS.map(kind => html`<code>${kind}</code> ${kindText(lang)[kind]}`))}</p></section>
${note('', 'sync', t.back)}`)
}
