// On the page of a matter of the owners' track: the way to its vote, and to starting one for whoever keeps votes.
import type { matterById } from '#modules/matters/public.ts'
import { holds } from '#modules/people/public.ts'
import { votePageText } from '#text/decision-pages.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import type { Visit } from '#web/visit.ts'

/** Links only: what the votes are stands on their own page. */
export function votesPart({ lang, community, actor }: Visit, { id, track, step, rules }: Awaited<ReturnType<typeof matterById>>): Html {
  if (track !== 'owners') return nothing
  const t = votePageText(lang)
  const at = `/${community.slug}/decisions`
  return html`<section class="stack no-print" aria-label="${t.title}"><a class="btn full b-line" href="${at}?matter=${id}">${icon('vote')}${
    t.ofMatter}</a>${
    step !== 'close' && holds(actor, 'keep decision', rules.place) ? html`<a class="btn full b-sea" href="${at}/new?matter=${id}">${
    t.start}</a>` : nothing}</section>`
}
