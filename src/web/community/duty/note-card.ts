// What was handed over, with a button for whoever is next.
import type { notesFor } from '#modules/duty/public.ts'
import { dutyPageText } from '#text/duty-pages.ts'
import { lines } from '#web/community/plans/around.ts'
import { requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, type Visit } from '#web/visit.ts'

/** One note. */
export function noteCard({ lang, now, community }: Visit, note: Awaited<ReturnType<typeof notesFor>>[number]): Html {
  const t = dutyPageText(lang)
  return html`<article class="card"><p class="dim sm">${dotted(note.person, note.roster, said(lang, note.written_at, now, community.time_zone),
    note.reader === null ? t.noteUnread : t.noteRead(note.reader))}</p><blockquote class="say">${lines(note.text)}</blockquote>${
    note.next ? html`<form method="post" action="/${community.slug}/duty/turns/${note.turn}/read">${requestKey(EMPTY)}<div class="field"><button class="btn full">${t.confirm}</button></div></form>` : nothing}</article>`
}
