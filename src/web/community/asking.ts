// GET /:community/help/asking: the one line that says on any open page that somebody near calls for help; empty while nobody does.
import { callsListed, isWanted } from '#modules/calls/public.ts'
import { callText, needText } from '#text/calls.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import type { Page, Visit } from '#web/visit.ts'

/** A fragment, not a page: the script of every page puts it on top. */
export const asking: Page = async visit => {
  const line = await askingLine(visit)
  return new Response(line ? String(line) : null, {
    status: line ? 200 : 204, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** The newest call for which the reader was asked and is still wanted, as a link; null for none. */
async function askingLine({ lang, db, actor, community }: Visit): Promise<Html | null> {
  if (actor.personId === null) return null
  const call = (await callsListed(db, actor)).find(one => one.asked && isWanted(one) && !one.helpers.some(helper => helper.person_id === actor.personId))
  if (!call) return null
  const need = needText(lang)[call.need as keyof typeof needText.pairs]
  return html`<p class="asked news" role="alert"><a href="/${community.slug}/help/${call.id}">${icon('help')}${callText(lang).askingYou(need)}</a></p>`
}
