// 工作法: the way of working as everybody may read it, as a drawing and as a list, with what changed from version to version.
import type { Track } from '#db/tables.ts'
import { methodIn, methodInForce, methodVersions, tracksOf, type Method } from '#modules/methods/public.ts'
import { holds } from '#modules/people/public.ts'
import { methodPageText, methodReviewText } from '#text/method-page.ts'
import { framed, numberIn } from '#web/frame.ts'
import { assetAt } from '#web/parts/assets.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'
import { differences, differencesTable } from './differences.ts'
import { drawing, legend } from './drawing.ts'
import { restListed, stepsListed, trackLinks, wayListed } from './list.ts'

type Versions = Awaited<ReturnType<typeof methodVersions>>

/** GET /:community/method?track&version */
export const page: Page = async visit => {
  const { lang, url, community, db } = visit
  const t = methodPageText(lang)
  const inForce = await methodInForce(db)
  const versions = await methodVersions(db)
  const older = versions.find(one => one.version === numberIn(url, 'version') && one.version !== inForce.version)
  const method = methodIn((older ?? inForce).source)
  const track = trackIn(method, url.searchParams.get('track'))
  return framed(visit, {
    title: t.title, wide: true, back: older ? `/${community.slug}/method` : `/${community.slug}`, qr: `${visit.publicUrl}/${community.slug}/method`,
  }, html`${styles}${url.searchParams.has('done') ? toast(methodReviewText(lang).done) : nothing}
${older ? html`${note('sun', 'clock', t.older(older.version))}<p><a class="rest" href="/${community.slug}/method">${t.toInForce}</a></p>` : nothing}
<p><b>${method.name[lang]}</b></p><p>${method.about[lang]}</p>${!older && html`<p class="dim sm">${t.inForce(inForce.version)}</p>`}
${shown(visit, method, track, asked => address(visit, asked, older?.version))}
${versionsListed(visit, versions)}
${changeLinks(visit)}`)
}

/** The sheet of the pages of a method. */
export const styles = html`<link rel="stylesheet" href="${assetAt('method.css')}">`

/** The drawing and the list of a method, with links to its tracks. */
export function shown({ lang }: Pick<Visit, 'lang'>, method: Method, track: Track | null, addressOf: (track: Track | null) => string): Html {
  const t = methodPageText(lang)
  return html`${trackLinks(lang, method, track, addressOf)}
${drawing(lang, method, track)}${legend(lang)}
<div class="cols gap"><div><section>${head(t.list)}${stepsListed(lang, method, track)}</section></div><div>
<section>${head(t.tracks)}${wayListed(lang, method)}</section>${restListed(lang, method)}</div></div>`
}

/** The track that was asked for, where the method has it. */
export function trackIn(method: Method, asked: string | null): Track | null {
  return tracksOf(method).find(track => track === asked) ?? null
}

function address({ community }: Visit, track: Track | null, version: number | undefined): string {
  const query = new URLSearchParams({ ...track && { track }, ...version && { version: String(version) } })
  return `/${community.slug}/method${query.size > 0 ? `?${query}` : ''}`
}

function versionsListed({ lang, community, now }: Visit, versions: Versions): Html {
  if (versions.length === 0) return nothing
  const t = methodPageText(lang)
  return html`<section>${head(t.versions)}<div class="card stack">${versions.map((one, i) => {
    const before = versions[i + 1]
    const found = before ? differences(lang, methodIn(before.source), methodIn(one.source)) : []
    return html`<div><p><b>${t.version(one.version)}</b></p><p class="dim sm">${dotted(said(lang, one.published_at, now, community.time_zone),
      one.published_by ? t.from(one.published_by) : t.delivered, one.open_matters ? t.openUnder(one.open_matters) : null)}</p>${
      before && html`<details><summary>${t.changed(found.length)}</summary>${differencesTable(lang, found)}</details>`}${
      i > 0 && html`<p><a class="rest no-print" href="/${community.slug}/method?version=${one.version}">${t.look}</a></p>`}</div>`
  })}</div></section>`
}

function changeLinks({ lang, community, actor }: Visit): Html {
  if (!holds(actor, 'change method')) return nothing
  const t = methodPageText(lang)
  const link = (to: string, words: string) => html`<a class="btn b-line" href="/${community.slug}/method/${to}">${words}</a>`
  return html`<section class="row wrap no-print">${icon('sync')}${link('edit', t.edit)}${link('choose', t.choose)}${link('source', t.source)}</section>`
}
