// 开放数据: every file to take, and what each of its columns means.
import { columnTypeText, dataSetText, openDataText } from '#text/open-data.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { codesOf } from './codes.ts'
import { meaningOf } from './dictionary.ts'
import { DATA_SETS, type DataSet } from './sets.ts'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

/** GET /:community/open-data */
export const page: Page = async visit => {
  const { lang, community } = visit
  const t = openDataText(lang)
  const at = `/${community.slug}/open-data`
  return framed(visit, { title: t.title, back: `/${community.slug}`, qr: `${visit.publicUrl}${at}` }, html`<p>${t.lead}</p>
${note('', 'lock', t.never)}
<p class="gap"><a href="${LICENCE}" rel="license noopener">${t.licence}</a></p>
<p class="dim sm">${t.times}</p>
<p class="gap"><a class="btn b-line" href="${at}/dictionary.json">${icon('ledger')}${t.dictionaryFile}</a></p>
${DATA_SETS.map(set => described(visit, set))}`)
}

function described({ lang, community }: Visit, set: DataSet): Html {
  const t = openDataText(lang)
  const name = dataSetText(lang)[set.name]
  const at = `/${community.slug}/open-data/${set.name}`
  return html`<section id="${set.name}">${head(name)}
<p class="row wrap"><a class="btn b-line" href="${at}.csv" download aria-label="${t.csv(name)}">CSV</a><a class="btn b-line" href="${
  at}.json" download aria-label="${t.json(name)}">JSON</a></p>
<table class="tbl fold gap" aria-label="${t.dictionary}: ${name}"><thead><tr><th scope="col" class="keep">${
  t.column}</th><th scope="col" class="keep">${t.type}</th><th scope="col">${t.meaning}</th></tr></thead><tbody>${
    Object.entries(set.columns).map(([column, type]) =>
      html`<tr><td class="keep" data-th="${t.column}"><code>${column}</code></td><td data-th="${t.type}">${
      columnTypeText(lang)[type]}</td><td data-th="${t.meaning}">${meaningOf(lang, set, column)}${
        codes(lang, set, column)}</td></tr>`)}</tbody></table></section>`
}

function codes(lang: Visit['lang'], set: DataSet, column: string): Html {
  const there = codesOf(lang, set.name, column)
  return there.length === 0 ? nothing : html`<small>${dotted(...there.map(([code, words]) => html`<code>${code}</code> ${words}`))}</small>`
}
