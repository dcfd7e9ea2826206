// 找一位居民: by name, in the places that one looks after; numbers are hidden until somebody says why he needs one.
import { Invalid, Refused } from '#kit/errors.ts'
import { holds, lacks, numberOf, peopleNamed, unmask, unmaskInput } from '#modules/people/public.ts'
import { tieText } from '#text/people.ts'
import { unmaskText } from '#text/unmask.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { EMPTY, shownOnce, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/people?name= */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/people/:id/number?name=: shows a whole number, once. A request key would let a second one, of anybody, pass unasked and unseen. */
export const number: Submit = async sent => {
  const { form, lang, community, url } = sent
  const asked = { person: idIn(sent), field: typed(form, 'field'), purpose: typed(form, 'purpose') }
  try {
    await sent.act(unmask, asked, { requestKey: undefined })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: { ...form.fields, person: String(asked.person) }, problems: problem.problems }))
  }
  const t = unmaskText(lang)
  const field = asked.field === 'document' ? 'document' : 'phone'
  return sent.show(async visit => {
    const clear = await numberOf(visit.db, sent, asked.person, field)
    return shownOnce(framed(visit, { title: t.see, narrow: true, back: `/${community.slug}/people${url.search}` }, html`<section class="slip center">${
      clear === '' ? html`<p>${t.nothing}</p>` : field === 'phone' ? html`<p><a href="tel:${clear}"><code>${local(clear)}</code></a></p>` : html`<p><code>${clear}</code></p>`}<p class="sm">${t.onlyOnce}</p></section>
<p class="field"><a class="btn full b-line" href="/${community.slug}/people${url.search}">${t.back}</a></p>`))
  })
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = unmaskText(lang)
  const reason = holds(actor, 'see roster') ? null : lacks(actor, 'see roster', null)
  if (reason) throw new Refused(reason)
  const name = (url.searchParams.get('name') ?? '').trim().slice(0, 40)
  const found = name ? await peopleNamed(db, actor, 'see roster', name) : []
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/me` }, html`<p class="dim sm">${t.lead}</p>
<form class="search" role="search" action="/${community.slug}/people"><label class="vh" for="name">${t.name}</label><input type="search" id="name" name="name" value="${name}" placeholder="${t.nameHint}" maxlength="40"><button class="btn b-line">${icon('search')}${t.find}</button></form>
${name && found.length === 0 ? empty(t.none(name)) : found.map(person => card(visit, person, mend))}
${holds(actor, 'register person') ? html`<p class="field"><a class="btn full b-line" href="/${community.slug}/people/new">${icon('plus')}${t.register}</a></p>` : nothing}`)
}

function card(visit: Visit, person: Awaited<ReturnType<typeof peopleNamed>>[number], mend: Mend): Html {
  const { lang, actor, community, url } = visit
  const t = unmaskText(lang)
  const own = mend.values['person'] === String(person.id) ? mend : EMPTY
  const at = `/${community.slug}/people/${person.id}`
  return html`<section class="card"><h2>${person.name}</h2>
<p class="dim sm">${person.homes.map(home => html`${dotted(home.label, tieText(lang)[home.kind])}<br>`)}</p>
<p class="num">${person.phone_sealed ? visit.maskedPhone(person.phone_sealed) : t.noPhone}</p>
${holds(actor, 'unmask') && (person.phone_sealed ?? person.document_sealed) ? html`<details${own !== EMPTY && html` open`}><summary>${t.see}</summary><form class="stack" method="post" action="${at}/number${url.search}">${errs(lang, own)}${requestKey(own)}${
    field(lang, unmaskInput, 'field', own)}${field(lang, unmaskInput, 'purpose', own)}<div class="field"><button class="btn full">${t.see}</button></div></form></details>` : nothing}
${holds(actor, 'record mandate') && html`<p class="field"><a class="btn b-line sm" href="${at}/mandate">${t.mandate}</a></p>`}</section>`
}
