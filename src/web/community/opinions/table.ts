// The table of votes to take along, once the conversation is over.
import { checkPublished, SAFE, voteTable, votesFile, type ConversationShown } from '#modules/opinions/public.ts'
import { tableText } from '#text/opinion-page.ts'
import { download } from '#web/download.ts'
import { idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'

/** GET /:community/conversations/:id/votes.csv */
export const file: Page = async visit => {
  const id = idIn(visit)
  await checkPublished(visit.db, visit.actor, id)
  const table = await voteTable(visit.db, id)
  return download(`${tableText(visit.lang).name}-${id}`, 'csv', Buffer.from(votesFile(table)))
}

/** Where to get it, or why it is not published. */
export function tableOffered({ lang }: Visit, one: ConversationShown, at: string): Html {
  if (one.ended_at === null) return nothing
  const t = tableText(lang)
  return html`<section id="table">${head(t.title)}${one.voters < SAFE ? note('', 'lock', t.few(SAFE))
    : html`<p class="sm">${t.say}</p><p><a class="btn b-line" href="${at}/votes.csv" download>${t.csv}</a></p>`}</section>`
}
