// 这里按什么规矩算: every number in force with its source and layer, and what of the estate's own rules cannot be used.
import { today } from '#modules/communities/public.ts'
import { mayNotKeep, rulesFor } from '#modules/decisions/public.ts'
import { RULE_KEYS, ruleSaid, type Rule, type Rules } from '#modules/law/public.ts'
import { estates } from '#modules/places/public.ts'
import { rulesPageText, voteDeskText } from '#text/decision-pages-desk.ts'
import { framed, numberIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note, toast } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { styles } from './gauge.ts'
import { flagsPart, packsSaid } from './how.ts'

/** GET /:community/decisions/rules?estate= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url, now, publicUrl } = visit
  const t = rulesPageText(lang)
  const all = await estates(db)
  const estate = all.find(({ id }) => id === numberIn(url, 'estate')) ?? all[0]
  const at = `/${community.slug}/decisions`
  const frame = { title: t.title, wide: true, back: at, qr: `${publicUrl}${at}/rules` }
  if (!estate) return framed(visit, frame, empty(t.noEstate))
  const { rules, ownRules } = await rulesFor(db, estate.id, today(community, now))
  return framed(visit, frame, html`${styles}${url.searchParams.has('done') ? toast(voteDeskText(lang).saved) : nothing}<p class="dim sm">${
    t.lead}</p>
${all.length > 1 && html`<nav class="filters gap no-print" aria-label="${t.estate}">${all.map(({ id, label }) => html`<a href="${
    at}/rules?estate=${id}"${id === estate.id && html` aria-current="true"`}>${label}</a>`)}</nav>`}
<p class="sm gap">${packsSaid(lang, rules)}</p>${ownRules === null ? html`<p class="sm dim">${t.noOwn}</p>` : nothing}${
    rules.empty.map(name => note('sun', 'warn', t.emptyLaw(name[lang])))}
${rules.flags.length > 0 ? html`<section>${flagsPart(lang, rules)}</section>` : nothing}
${mayNotKeep(actor, { estate }) === null ? html`<p class="gap no-print"><a class="btn b-line" href="${at}/rules/edit?estate=${estate.id}">${
    t.edit}</a></p>` : nothing}
${table(visit, rules)}`)
}

function table({ lang }: Visit, rules: Rules): Html {
  const t = rulesPageText(lang)
  const held = RULE_KEYS.flatMap(key => rules.rules[key] ?? [])
  const row = (rule: Rule) => {
    const { name, value, source, says, sure } = ruleSaid(rule, lang)
    return html`<tr><td class="t" data-th="${t.rule}"><b>${name}</b></td><td data-th="${t.value}">${value}</td><td data-th="${t.layer}">${
    layerSaid(lang, rule)}</td><td class="act" data-th="${t.source}">${source}<small>${says} ${sure}</small></td></tr>`
  }
  return html`<section>${head(t.rule)}<table class="tbl fold"><thead><tr><th>${t.rule}</th><th>${t.value}</th><th>${t.layer}</th><th>${
    t.source}</th></tr></thead><tbody>${held.map(row)}</tbody></table></section>`
}

function layerSaid(lang: Visit['lang'], { layer }: Rule): string {
  const t = rulesPageText(lang)
  return layer === 'estate' ? t.own : t[layer]
}
