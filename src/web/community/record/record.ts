// 留痕: how much is written down, under which mark it is sealed, whether it agrees with itself, and how to check it without us.
import { verifierKey } from '#kit/log/note.ts'
import { lastAudit, mayNotExport, originOf, setBack, standing } from '#modules/record/public.ts'
import { recordText } from '#text/record.ts'
import { framed } from '#web/frame.ts'
import { buttonOrWhy } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import type { House } from '../../../house.ts'
import type { Page, Visit } from '#web/visit.ts'
import { exactly, shortRoot } from './head-line.ts'

type Standing = Awaited<ReturnType<typeof standing>>

/** GET /:community/record */
export function page(house: Pick<House, 'heads' | 'means'>): Page {
  return async visit => {
    const { lang, db, community, publicUrl } = visit
    const t = recordText(lang)
    const now = await standing(db, house.means.secrets, originOf(publicUrl, community.slug))
    const seen = await house.heads.longest(community.id)
    const back = seen !== null && await setBack(db, seen)
    const at = `/${community.slug}/record`
    return framed(visit, { title: t.title, back: `/${community.slug}`, qr: `${publicUrl}${at}` }, html`<p class="dim sm">${t.lead}</p>
<div class="cols gap"><div>
${back ? note('alarm', 'warn', t.setBack) : now.whole ? nothing : note('alarm', 'warn', t.damaged)}
${now.last ? sealed(visit, now.last) : now.whole ? empty(t.nothingYet) : nothing}
${now.whole && !back && now.last && note('', 'check', t.whole)}${await compared(visit)}
</div><div>${now.last ? html`${yourself(visit, verifierKey(now.signer))}${paper(visit, at)}` : nothing}</div></div>
${takeAway(visit, at, verifierKey(now.signer))}`)
  }
}

function sealed(visit: Visit, last: NonNullable<Standing['last']>): Html {
  const t = recordText(visit.lang)
  return html`<section class="card"><div class="sum"><span>${t.count}</span><b>${t.acts(last.size)}</b></div>
<p><span>${t.sealedAt}</span><br>${exactly(visit, last.at)}</p>
<p><span>${t.mark}</span><br><code>${shortRoot(last.root)}</code></p></section>`
}

async function compared({ lang, db, now, community }: Visit): Promise<Html> {
  const t = recordText(lang)
  const audit = await lastAudit(db)
  if (!audit) return nothing
  const when = said(lang, audit.at, now, community.time_zone)
  return audit.right ? note('', 'check', t.compared(when, audit.size)) : note('alarm', 'warn', t.comparedWrong(when))
}

function yourself({ lang }: Visit, key: string): Html {
  const t = recordText(lang)
  return html`<section>${head(t.yourself)}<div class="card"><p class="sm dim">${t.yourselfHint}</p>
<p class="field"><a class="btn full" href="/verify?${new URLSearchParams({ key })}">${t.toVerify}</a></p></div></section>`
}

function paper({ lang }: Visit, at: string): Html {
  const t = recordText(lang)
  return html`<section>${head(t.paper)}<form class="card" action="${at}/consistency"><p class="sm dim">${t.paperHint}</p>
<div class="field"><label for="f-from">${t.paperCount}</label><input id="f-from" type="text" name="from" inputmode="numeric" pattern="[0-9]+" required></div>
<div class="field"><button class="btn full b-line">${t.paperGet}</button></div></form></section>`
}

function takeAway({ lang, actor }: Visit, at: string, key: string): Html {
  const t = recordText(lang)
  return html`<section>${head(t.take)}<div class="card flush list">
<a href="${at}/heads.jsonl" download><span class="grow"><b class="row-title">${t.heads}</b><span class="row-meta">${t.headsHint}</span></span>${icon('next', 'go')}</a></div></section>
<section>${head(t.key)}<div class="card"><p class="sm dim" id="h-key">${t.keyHint}</p><div class="field"><label class="vh" for="f-key">${t.key}</label><input id="f-key" type="text" readonly value="${key}" aria-describedby="h-key"></div></div></section>
<section>${head(t.wholeRecord)}<form class="card" method="post" action="${at}/export"><p class="sm dim">${t.exportHint}</p>
<div class="field">${buttonOrWhy(lang, t.export, mayNotExport(actor), 'b-line')}</div></form></section>
<section><details class="where"><summary>${t.tools}</summary><p class="sm">${t.toolsHint}</p><p><code>${at}/checkpoint</code><br><code>${at}/tile/…</code><br><code>${at}/key</code></p></details></section>`
}
