// The proofs of a matter: its acts that the visitor may see, each with a file that proves it.
import { provableActs, receiptFor } from '#modules/record/public.ts'
import type { Secrets } from '#kit/secrets.ts'
import { recordText } from '#text/record.ts'
import { framed, idFrom, idIn } from '#web/frame.ts'
import { actSaid } from '#web/parts/acts.ts'
import { dotted, html, icon, type Html } from '#web/parts/html.ts'
import { empty } from '#web/parts/list.ts'
import type { Page, Visit } from '#web/visit.ts'
import { receiptQuery } from '../matter/trail.ts'
import { exactly, headLine } from './head-line.ts'
import { saved } from './take-away.ts'

type Act = Awaited<ReturnType<typeof provableActs>>[number]

/** GET /:community/matters/:id/proof; `?code=` as on the matter's page. */
export const page: Page = async visit => {
  const { lang, db, actor, community } = visit
  const t = recordText(lang)
  const asked = askedIn(visit)
  const acts = await provableActs(db, actor, asked)
  const at = `/${community.slug}/matters/${asked.id}`
  return framed(visit, { title: t.proofOf(asked.id), back: `${at}${receiptQuery(visit, '?')}` }, html`<p class="dim sm">${t.proofLead}</p>
${acts.length === 0 ? empty(t.noActs) : html`<ul class="card flush list gap">${acts.map(act => line(visit, `${at}/proof`, act))}</ul>`}
<p class="field"><a class="btn full b-line" href="/${community.slug}/record">${t.yourself}</a></p>${await headLine(visit)}`)
}

/** GET /:community/matters/:id/proof/:entry */
export function file(secrets: Pick<Secrets, 'keyFor'>): Page {
  return async visit => {
    const receipt = await receiptFor(visit.db, secrets, visit.actor, { ...askedIn(visit), entry: idFrom(visit.params['entry'] ?? '') ?? 0 })
    return saved(`${visit.community.slug}-proof-${receipt.entry.id}.json`, `${JSON.stringify(receipt, null, 2)}\n`)
  }
}

function askedIn(visit: Visit): { id: number, hasReceipt: boolean } {
  const id = idIn(visit)
  return { id, hasReceipt: visit.isReceipt(id, visit.url.searchParams.get('code') ?? '') }
}

function line(visit: Visit, at: string, act: Act): Html {
  const t = recordText(visit.lang)
  const what = actSaid(visit.lang, act.action)
  return html`<li>${icon('check')}<span class="grow"><b class="row-title">${what}</b><span class="row-meta">${
    dotted(exactly(visit, act.at), act.index !== null && t.nth(act.index + 1))}</span></span>${act.index === null ? html`<span class="chip">${t.proofSoon}</span>`
    : html`<a class="btn b-line sm" href="${at}/${act.id}${receiptQuery(visit, '?')}" download aria-label="${t.proofGetOf(String(what))}">${t.proofGet}</a>`}</li>`
}
