// 平台记录, to print: every approved serving in the fields of the law, and what this paper is not.
import { Refused } from '#kit/errors.ts'
import type { Lang } from '#kit/phrase.ts'
import { hoursOf, recordCells, recordRows } from '#modules/hours/public.ts'
import { signedOut } from '#modules/people/public.ts'
import { today } from '#modules/communities/public.ts'
import { columnText, hoursRecordText } from '#text/hours-record.ts'
import { ownHoursText } from '#text/hours-pages.ts'
import { framed } from '#web/frame.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { day } from '#web/parts/time.ts'
import type { Page } from '#web/visit.ts'

const REST = ['place', 'served', 'quality', 'proof', 'head', 'recorder', 'approver'] as const
const MOST = 2000

/** GET /:community/me/hours/record */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const out = signedOut(actor)
  if (out) throw new Refused(out)
  const t = hoursRecordText(lang)
  const rows = await recordRows(db, { of: 'own', person: actor.personId ?? 0 }, MOST)
  return framed(visit, { title: t.title, back: `/${community.slug}/me/hours`, paper: true }, html`<p class="dim sm no-print">${ownHoursText(lang).printHint}</p>
<section class="a4"><h1>${t.title}</h1><p>${community.name} · ${ownHoursText(lang).of(actor.name ?? '', day(lang, today(community, now)))}</p>
<p><b>${t.notCertificate}</b> ${t.missing}</p>
<p><b>${t.total(rows.length, hoursOf(rows.reduce((sum, row) => sum + row.minutes, 0)))}</b></p>
<table class="tbl"><tbody>${rows.map(row => one(lang, row))}</tbody></table><p class="dim sm">${t.rounding}</p></section>`)
}

// When and how long at the left; every other field with its name, so that a narrow sheet holds them all.
function one(lang: Lang, row: Parameters<typeof recordCells>[1]): Html {
  const cells = recordCells(lang, row)
  const { date, time, hours, activity, content } = cells
  return html`<tr><th scope="row" class="keep">${date}<br>${time}<br>${columnText(lang).hours} ${hours}</th><td><b>${activity}</b><br>${content}<br>${
    dotted(...REST.filter(column => cells[column] !== '').map(column => `${columnText(lang)[column]} ${cells[column]}`))}</td></tr>`
}
