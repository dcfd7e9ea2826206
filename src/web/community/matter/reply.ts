// 回复, with the words that are used again: choose some and the form comes back filled in.
import { filledIn, mayNot, mayNotKeepTemplates, replyInput, replyToMatter, templates } from '#modules/matters/public.ts'
import { matterPageText } from '#text/pages.ts'
import { templatesText } from '#text/work-more.ts'
import { workText } from '#text/work.ts'
import { numberIn } from '#web/frame.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing } from '#web/parts/html.ts'
import { typed, type Page, type Visit } from '#web/visit.ts'
import { around, formOrWhy, partPage, taking, type Part, type Shown } from './part-page.ts'

/** GET /:community/matters/:id/reply?template= */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang, actor, community, db, url } = visit
  const t = templatesText(lang)
  const here = await around(visit)
  const refusal = mayNot.handle(actor, here.matter.rules)
  const saved = refusal ? [] : await templates(db)
  const chosen = saved.find(template => template.id === numberIn(url, 'template'))
  const mend = mends['reply'] ?? { problems: [], values: { text: chosen ? filledIn(chosen.text, about(visit, here.matter)) : '' } }
  return partPage(visit, here, workText(lang).summaryReply, html`${saved.length > 0 ? html`<form class="card no-print gap" action="${here.at}/reply">${
    choose(lang, 'template', t.choose, saved.map(template => ({ value: template.id, words: template.name })), String(chosen?.id ?? ''))}
<div class="field"><button class="btn full b-line">${t.fill}</button></div></form>` : nothing}
${await formOrWhy(lang, workText(lang).reply, refusal, () => html`<form class="card" method="post" action="${here.at}/reply">${errs(lang, mend)}${requestKey(mend)}${field(lang, replyInput, 'text', mend)}
<div class="field"><button class="btn full">${matterPageText(lang).send}</button></div></form>${mayNotKeepTemplates(actor) === null && html`<p class="gap center"><a href="/${community.slug}/templates">${t.title}</a></p>`}`)}`)
}

/** POST /:community/matters/:id/reply */
export const send = taking('reply', shown, 'reply', ({ act, form }, id) => act(replyToMatter, { id, text: typed(form, 'text') }))

// A reply is public: it names only a raiser who shows his name.
function about({ lang }: Visit, matter: Shown): Parameters<typeof filledIn>[1] {
  return { name: (matter.name_shown && matter.raiser_name) || templatesText(lang).neighbour, place: matter.label, id: matter.id }
}
