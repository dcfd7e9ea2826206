// 张贴凭据: the photos that prove where what hung since when. And the photos of a vote, each for whom it is.
import { NotFound } from '#kit/errors.ts'
import type { FileStore } from '#kit/files.ts'
import { decisionById, mayNotKeep, photoInDecision, type DecisionShown } from '#modules/decisions/public.ts'
import { postedText } from '#text/decision-words.ts'
import { howText } from '#text/decision-pages.ts'
import { frameText } from '#text/frame.ts'
import { idIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Page, Visit } from '#web/visit.ts'

const HASH = /^[0-9a-f]{64}$/u

/** The postings in a fold; their photos travel when somebody opens it. */
export function postingsPart({ lang, community }: Visit, id: number, { postings }: DecisionShown): Html {
  if (postings.length === 0) return nothing
  const t = howText(lang)
  return html`<details class="card sm"><summary class="rest">${t.postings}${lang === 'zh' ? '：' : ': '}${
    postings.length}</summary><p class="dim">${t.photoShared}</p><div class="proofs gap">${postings.map(({ what, where, photo, posted_at, by }) => {
    const at = `/${community.slug}/decisions/${id}/photos/${photo}`
    return html`<figure><a href="${at}"><img src="${at}" alt="${
    t.photoOf(postedText(lang)[what], where)}" loading="lazy" width="320" height="240"></a><figcaption>${
      t.photoOf(postedText(lang)[what], where)}<br>${dayAndTime(lang, Temporal.Instant.from(posted_at), community.time_zone)} ${
    by}</figcaption></figure>`
  })}</div></details>`
}

/** GET /:community/decisions/:id/photos/:hash: a posting's for everybody, those of deliveries, papers and mandates for whoever keeps the vote. */
export function photo(files: Pick<FileStore, 'open'>): Page {
  return async visit => {
    const { db, actor, community, params } = visit
    const file = params['hash'] ?? ''
    const decision = HASH.test(file) ? await decisionById(db, actor, idIn(visit)) : null
    const found = decision && await photoInDecision(db, decision.id, file)
    const may = found === 'posting' || (found !== null && decision !== null && mayNotKeep(actor, decision) === null)
    const bytes = may ? await files.open(community.id, file, 'jpg') : null
    if (!bytes) throw new NotFound(lang => frameText(lang).noPage)
    const cached = found === 'posting' ? 'private, max-age=31536000, immutable' : 'no-store'
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg', 'content-disposition': `inline; filename="${
    decision?.id}.jpg"`, 'cache-control': cached } })
  }
}
