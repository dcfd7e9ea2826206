// 评一评: what the neighbours gave, on the matter's page; and the form for it, on a page of its own.
import { asRatings, matterById, mayBeRedone, mayNot, rateInput, rateMatter, rateOf, ratingRows, titleOf, type Ratings } from '#modules/matters/public.ts'
import { ratingText } from '#text/closing.ts'
import { reportText } from '#text/moderation-author.ts'
import { framed, idIn } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { receiptQuery } from './trail.ts'

type Shown = Awaited<ReturnType<typeof matterById>>

/** GET /:community/matters/:id/rate */
export const page: Page = visit => form(visit, EMPTY)

/** POST /:community/matters/:id/rate */
export const send: Submit = async sent => {
  const id = idIn(sent)
  const receipt = typed(sent.form, 'receipt')
  return orAgain(sent, async () => {
    await sent.act(rateMatter, { id, receipt, stars: typed(sent.form, 'stars'), text: typed(sent.form, 'text'), again: typed(sent.form, 'again') !== '' })
    return goTo(`/${sent.community.slug}/matters/${id}?done=act${receipt && `&code=${encodeURIComponent(receipt)}`}`)
  }, mend => visit => form(visit, mend))
}

/** The rate with its count, the words without names, and the way to rate; nothing before the work is shown. */
export function ratingPart(visit: Visit, matter: Shown, ratings: Ratings, hasReceipt: boolean): Html | '' {
  const { lang, actor, community } = visit
  const t = ratingText(lang)
  const refusal = mayNot.rate(actor, matter.rules, matter.followed === true, hasReceipt)
  if (refusal !== null && rateOf(ratings.stars) === null && matter.step !== 'close' && matter.step !== 'rate') return ''
  return html`<section id="rating">${head(t.title)}<p><b>${rated(visit, ratings.stars)}</b></p>
${ratings.words.map(({ id, stars, text }) => html`<blockquote class="say">${text}<footer>${dotted(t.starsOf(stars), html`<a class="no-print" href="/${
    community.slug}/matters/${matter.id}/report?thing=rating&of=${id}">${reportText(lang).title}</a>`)}</footer></blockquote>`)}
${refusal === null && html`${ratings.own && note('', 'check', t.own(ratings.own.stars))}<p class="field no-print"><a class="btn full b-line" href="/${
    community.slug}/matters/${matter.id}/rate${receiptQuery(visit, '?')}">${ratings.own ? t.change : t.title}</a></p>`}</section>`
}

/** 4.6 分 · 5 人评; never a rate without its count. */
export function rated({ lang }: Pick<Visit, 'lang'>, stars: readonly number[]): string {
  const rate = rateOf(stars)
  return rate ? ratingText(lang).rate(rate.mean, rate.count) : ratingText(lang).nobody
}

async function form(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = ratingText(lang)
  const id = idIn(visit)
  const code = url.searchParams.get('code') ?? String(mend.values['receipt'] ?? '')
  const hasReceipt = visit.isReceipt(id, code)
  const matter = await matterById(db, actor, id, hasReceipt)
  const { own, stars } = asRatings(await ratingRows(db, id).execute(), actor, matter, hasReceipt)
  const filled: Mend = mend.problems.length > 0 || !own ? mend : { ...mend, values: { stars: String(own.stars), text: own.text ?? '', ...mend.values } }
  const at = `/${community.slug}/matters/${id}`
  return framed(visit, { title: t.title, narrow: true, back: hasReceipt ? `${at}?code=${encodeURIComponent(code)}` : at },
    html`<p class="dim sm">${id} · ${matter.title ?? titleOf(matter.text)}</p><p class="dim sm">${rated(visit, stars)}</p>
<form class="card" method="post" action="${at}/rate">${errs(lang, mend)}${requestKey(mend)}${hasReceipt && html`<input type="hidden" name="receipt" value="${code}">`}${
      field(lang, rateInput, 'stars', filled)}${field(lang, rateInput, 'text', filled)}${mayBeRedone(matter.rules) && field(lang, rateInput, 'again', filled)}
<div class="field">${buttonOrWhy(lang, t.send, mayNot.rate(actor, matter.rules, matter.followed === true, hasReceipt))}</div></form>`)
}
