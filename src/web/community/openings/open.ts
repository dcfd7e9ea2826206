// 马上看: opening one home, and the phones that it shows.
import { Invalid, Refused } from '#kit/errors.ts'
import { breakGlass, breakGlassInput, contactsOf, homeById, lookAgain, mayNotOpen } from '#modules/people/public.ts'
import { openingText } from '#text/break-glass.ts'
import { framed, idIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, type Html } from '#web/parts/html.ts'
import { empty, note } from '#web/parts/list.ts'
import { local } from '#web/parts/page.ts'
import { EMPTY, shownOnce, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/homes/:id/open */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/homes/:id/open: the phones, at once. */
export const submit: Submit = async sent => {
  const { form } = sent
  try {
    const { id } = await sent.act(breakGlass, { home: idIn(sent), reason: typed(form, 'reason'), words: typed(form, 'words') })
    return await contacts(sent, id)
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: form.fields, problems: problem.problems }))
  }
}

/** POST /:community/openings/:id/look: the phones once more. A request key would let a look pass unseen. */
export const again: Submit = async sent => {
  const { id } = await sent.act(lookAgain, { id: idIn(sent) }, { requestKey: undefined })
  return contacts(sent, id)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = openingText(lang)
  const home = await homeById(db, idIn(visit))
  const reason = mayNotOpen(actor, { home, today: 0 })
  if (reason) throw new Refused(reason)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/openings` }, html`<h2>${home.label}</h2><p>${t.lead}</p>
${note('alarm', 'warn', t.before)}
<form class="stack" method="post" action="/${community.slug}/homes/${home.id}/open">${errs(lang, mend)}${requestKey(mend)}${
    field(lang, breakGlassInput, 'reason', mend)}${field(lang, breakGlassInput, 'words', mend)}<div class="field"><button class="btn full">${icon('phone')}${t.open}</button></div></form>`)
}

function contacts(sent: Sent, id: number): Promise<Html | Response> {
  return sent.show(async visit => {
    const { lang, db, actor, community, now } = visit
    const t = openingText(lang)
    const people = await contactsOf(db, sent, actor, { id, now })
    return shownOnce(framed(visit, { title: t.people, narrow: true, back: `/${community.slug}/openings/${id}` }, html`${people.length === 0 ? empty(t.nobody) : people.map(one =>
      html`<section class="slip center"><p>${one.name}</p><p>${one.phone === '' ? t.noPhone : html`<a href="tel:${one.phone}"><code>${local(one.phone)}</code></a>`}</p></section>`)}
<p class="why center">${dotted(t.written)}</p>
<p class="field"><a class="btn full b-line" href="/${community.slug}/openings/${id}">${t.toOpening}</a></p>`))
  })
}
