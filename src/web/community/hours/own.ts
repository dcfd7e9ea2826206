// 我的服务时长: what counts, what waits, what to correct; stars for oneself alone.
import { Refused } from '#kit/errors.ts'
import { askCorrection, askCorrectionInput, hoursOf, ownBalance, ownServings, projectName, recordFile, recordRows, starsFor, starTable } from '#modules/hours/public.ts'
import { signedOut } from '#modules/people/public.ts'
import { today } from '#modules/communities/public.ts'
import { proofText } from '#text/hours.ts'
import { hoursRecordText } from '#text/hours-record.ts'
import { hoursPageText, ownHoursText } from '#text/hours-pages.ts'
import { download } from '#web/download.ts'
import { framed } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note, toast } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { hoursShown } from './figures.ts'

type Own = Awaited<ReturnType<typeof ownServings>>[number]

/** GET /:community/me/hours */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/me/hours: asks for a correction. */
export const ask: Submit = async sent => {
  const { requestKey: _key, ...fields } = sent.form.fields
  return orAgain(sent, async () => {
    await sent.act(askCorrection, fields)
    return goTo(`/${sent.community.slug}/me/hours?done=asked`)
  }, mend => visit => shown(visit, mend))
}

/** GET /:community/me/hours/record.csv and .xlsx: one's own record. Throws Refused. */
export const file = (format: 'csv' | 'xlsx'): Page => async ({ db, lang, actor, community, now }) => {
  const out = signedOut(actor)
  if (out) throw new Refused(out)
  const rows = await recordRows(db, { of: 'own', person: actor.personId ?? 0 })
  return download(ownHoursText(lang).file(actor.name ?? '', today(community, now)), format, await recordFile(rows, lang, format))
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = ownHoursText(lang)
  const frame = { title: hoursPageText(lang).mine, back: `/${community.slug}/hours`, narrow: true }
  if (actor.personId === null) return framed(visit, frame, empty(t.signIn))
  const servings = await ownServings(db, actor.personId)
  return framed(visit, frame, html`${url.searchParams.get('done') === 'asked' ? toast(hoursPageText(lang).asked) : nothing}${errs(lang, mend)}
${await standing(visit, actor.personId)}
<section>${head(t.list)}${servings.length === 0 ? empty(t.none) : servings.map(serving => one(visit, serving, mend))}</section>
<section>${head(t.take)}<p class="dim sm">${hoursRecordText(lang).notCertificate}</p>
<p class="row wrap gap">${([['record', t.print], ['record.xlsx', t.xlsx], ['record.csv', t.csv]] as const).map(([name, words]) =>
    html`<a class="btn b-line sm" href="/${community.slug}/me/hours/${name}">${words}</a>`)}</p></section>`)
}

async function standing({ lang, db, community }: Visit, person: number): Promise<Html> {
  const t = ownHoursText(lang)
  const { minutes, times } = await ownBalance(db, person)
  const { hours } = await starTable(db)
  const stars = starsFor(minutes, hours)
  const next = hours[stars]
  return html`<section class="card"><h2 class="num">${t.balance(minutes === 0 ? '0' : hoursShown(minutes))}</h2><p class="dim sm">${t.times(times)}</p>
<p>${stars === 0 ? t.noStar : t.star(stars)}${next !== undefined && html`<br><span class="dim sm">${t.next(hoursOf(Math.ceil((next * 60 - minutes) / 6) * 6).replace('.0', ''), stars + 1)}</span>`}</p>
<p class="dim sm">${t.onlyYou} <a href="/${community.slug}/me/consents">${t.choose}</a></p></section>`
}

function one(visit: Visit, serving: Own, mend: Mend): Html {
  const { lang, community } = visit
  const t = ownHoursText(lang)
  const state = serving.approved_at !== null ? t.counts : serving.refused_at === null ? t.waits : t.back
  return html`<article class="card"><p class="row"><span class="grow"><b class="row-title">${projectName(lang, serving)}</b><span class="row-meta">${
    dotted(dayAndTime(lang, serving.began_at, community.time_zone), serving.content, proofText(lang)[serving.proof])}</span></span><span class="badge${
    serving.approved_at !== null && ' leaf'}">${state}</span></p><p class="num">${hoursPageText(lang).minutes(serving.minutes)}</p>${wishes(visit, serving, mend)}</article>`
}

function wishes({ lang, community }: Visit, serving: Own, mend: Mend): Html {
  const t = ownHoursText(lang)
  const [wish] = serving.corrections
  if (serving.approved_at === null) return nothing
  if (wish && wish.granted === null) return note('sun', 'clock', t.wishWaits(wish.minutes))
  const mine = String(mend.values['id'] ?? '') === String(serving.id)
  const values = mine ? mend : { values: { id: String(serving.id), minutes: String(serving.minutes) }, problems: [] }
  return html`${wish && note('', wish.granted ? 'check' : 'discuss', wish.granted ? t.wishGranted : t.wishRefused(wish.answer ?? ''))}<details class="gap"${
    mine && html` open`}><summary>${t.wrong}</summary><form method="post" action="/${community.slug}/me/hours">${requestKey(values)}${
    (['id', 'minutes', 'why'] as const).map(name => field(lang, askCorrectionInput, name, values))}<div class="field"><button class="btn full">${t.ask}</button></div></form></details>`
}
