// What a matter has to do with others: merging, splitting, linking; and its title.
import {
  alike, linkInput, linkMatters, mayNot, mergeInput, mergeMatter, renameInput, renameMatter, splitInput, splitMatter, titleOf, type Extras,
} from '#modules/matters/public.ts'
import { stepText } from '#text/matters.ts'
import { matterPageText } from '#text/pages.ts'
import { linksText } from '#text/work-more.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, list, type Row } from '#web/parts/list.ts'
import { typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { around, formOrWhy, mendOf, partPage, taking, type Around, type Mends, type Part, type Shown } from './part-page.ts'

/** The others, as the matter's page shows them: only those that the reader may see. */
export function linksPart(visit: Visit, _matter: Shown, extras: Extras): Html {
  const rows = rowsOf(visit, extras)
  return rows.length === 0 ? nothing : html`<section>${head(linksText(visit.lang).title)}${list(rows)}</section>`
}

/** GET /:community/matters/:id/links */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang, actor } = visit
  const t = linksText(lang)
  const here = await around(visit)
  const rows = rowsOf(visit, here.extras)
  const refusal = mayNot.handle(actor, here.matter.rules)
  return partPage(visit, here, t.title, html`${rows.length === 0 ? empty(t.none) : html`<div class="gap">${list(rows)}</div>`}
${refusal ? await formOrWhy(lang, t.merge, refusal, () => nothing) : await forms(visit, here, mends)}`)
}

/** POST /:community/matters/:id/links/merge */
export const merge = taking('links', shown, 'merge', ({ act, form }, id) => act(mergeMatter, { id, into: typed(form, 'into') || typed(form, 'alike'), note: typed(form, 'note') }))

/** POST /:community/matters/:id/links/split */
export const split = taking('links', shown, 'split', ({ act, form }, id) => act(splitMatter, { id, text: typed(form, 'text') }))

/** POST /:community/matters/:id/links/related */
export const related = taking('links', shown, 'related', ({ act, form }, id) => act(linkMatters, { id, other: typed(form, 'other') }))

/** POST /:community/matters/:id/links/title */
export const rename = taking('links', shown, 'title', ({ act, form }, id) => act(renameMatter, { id, title: typed(form, 'title') }))

function rowsOf({ lang, community }: Visit, { links, merged }: Extras): Row[] {
  const t = linksText(lang)
  const row = (one: Extras['merged'][number], how: string): Row => ({
    href: `/${community.slug}/matters/${one.id}`, title: one.title, meta: dotted(how, String(one.id), stepText(lang)[one.step]),
  })
  return [
    ...links.map(one => row(one, one.kind === 'related' ? t.related : one.out ? t.splitOff : t.splitFrom)),
    ...merged.map(one => row(one, t.mergedHere)),
  ]
}

async function forms(visit: Visit, here: Around, mends: Mends): Promise<Html> {
  const { lang } = visit
  const t = linksText(lang)
  const title = mends['title'] ?? { problems: [], values: { title: here.matter.title ?? '' } }
  return html`${await mergeForm(visit, here, mendOf(mends, 'merge'))}
${small(visit, here, 'split', mendOf(mends, 'split'), html`<p class="hint">${t.splitHint}</p>${field(lang, splitInput, 'text', mendOf(mends, 'split'))}`, t.split)}
${small(visit, here, 'related', mendOf(mends, 'related'), field(lang, linkInput, 'other', mendOf(mends, 'related')), t.link)}
${small(visit, here, 'title', title, field(lang, renameInput, 'title', title), t.rename)}`
}

// Those that look alike are offered; any other is named by its number.
async function mergeForm(visit: Visit, here: Around, mend: Mend): Promise<Html> {
  const { lang, db, actor } = visit
  const t = linksText(lang)
  const { matter } = here
  const found = await alike(db, actor, { text: matter.text, placeId: matter.place_id, personId: matter.raiser_id, except: matter.id })
  const choices = found.length > 0 && html`<fieldset class="field"><legend>${t.alike}</legend><div class="pick two">${found.map(one => html`<label><input type="radio" name="alike" value="${one.id}"${
    mend.values['alike'] === String(one.id) && html` checked`}><span>${titleOf(one.text)}<small>${dotted(String(one.id), one.label)}</small></span></label>`)}</div></fieldset>`
  return small(visit, here, 'merge', mend, html`<p class="hint">${t.mergeHint}</p>${choices}${field(lang, mergeInput, 'into', mend)}${field(lang, mergeInput, 'note', mend)}`, t.merge)
}

function small({ lang }: Visit, { at }: Around, to: string, mend: Mend, fields: Html, title: string): Html {
  return html`<section class="no-print">${head(title)}<form class="card" method="post" action="${at}/links/${to}">${errs(lang, mend)}${requestKey(mend)}${fields}
<div class="field"><button class="btn full b-line">${icon('check')}${matterPageText(lang).send}</button></div></form></section>`
}
