// 活动: who joins in, on the matter's page; the roll with the code for whoever handles it; and the page that the code opens.
import { Invalid, NotFound } from '#kit/errors.ts'
import { arriveAt, goFrom, hereSubject, isInside, joinerOf, joinersOf, joinIn, matterById, mayNotArrive, mayNotGo, stayAway, titleOf, type Extras } from '#modules/matters/public.ts'
import { activityText } from '#text/activity.ts'
import { matterText } from '#text/matters.ts'
import { matterPageText } from '#text/pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note } from '#web/parts/list.ts'
import { qrSvg } from '#web/parts/qr.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { around, partPage, type Shown } from './part-page.ts'

/** How many join in, and the actor's own yes or no; nothing where it is no activity. */
export function joinersPart(visit: Visit, matter: Shown, { joined }: Extras): Html {
  const { lang, actor, community } = visit
  if (matter.track !== 'activity' || matter.step === 'close' && joined.joined === 0) return nothing
  const t = activityText(lang)
  const at = `/${community.slug}/matters/${matter.id}`
  const tap = (to: string, words: string, look: string) =>
    html`<form class="no-print" method="post" action="${at}/${to}">${requestKey(EMPTY)}<button class="btn full ${look}">${words}</button></form>`
  return html`<section class="stack">${head(t.title, isInside(actor, matter.rules) ? html`<a class="sm push" href="${at}/joiners">${t.roll}</a>` : nothing)}
<p>${t.count(joined.joined, joined.came)}${joined.minutes > 0 && html`<br><span class="dim sm">${t.hours((joined.minutes / 60).toFixed(1))}</span>`}</p>${
    actor.personId === null || matter.step === 'close' ? nothing : joined.own ? html`${note('', 'check', t.youJoined)}${tap('away', t.away, 'b-line')}` : tap('join', t.join, 'b-sea')}</section>`
}

/** POST /:community/matters/:id/join */
export const join: Submit = async sent => {
  await sent.act(joinIn, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}?done=act`)
}

/** POST /:community/matters/:id/away */
export const away: Submit = async sent => {
  await sent.act(stayAway, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}?done=act`)
}

/** GET /:community/matters/:id/joiners: the roll, and the code to hang at the place; for whoever handles it. */
export const roll: Page = async visit => {
  const { lang, actor, db, community } = visit
  const t = activityText(lang)
  const here = await around(visit)
  if (!isInside(actor, here.matter.rules)) throw new NotFound(say => matterText(say).notHere)
  const code = visit.receiptFor(hereSubject(community.id, here.matter.id))
  const joiners = await joinersOf(db, here.matter.id)
  return partPage(visit, here, t.roll, html`<section class="card center"><h2>${t.code}</h2>${qrSvg(`${visit.publicUrl}${here.at}/here?code=${code}`, t.code)}<p class="sm dim">${t.codeHint}</p></section>
${joiners.length === 0 ? empty(t.nobody) : html`<ul class="card flush list">${joiners.map(one => html`<li><span class="grow">${one.name}</span><span class="dim sm">${
    one.minutes !== null ? t.stayed(one.minutes) : one.arrived_at ? t.here : t.signedUp}</span></li>`)}</ul>`}`)
}

/** GET /:community/matters/:id/here?code= */
export const here: Page = visit => atPlace(visit, EMPTY)

/** POST /:community/matters/:id/here: the actor has come. */
export const arrive: Submit = async sent => {
  const code = typed(sent.form, 'code')
  try {
    await sent.act(arriveAt, { id: idIn(sent), code })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => atPlace(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}/here?code=${encodeURIComponent(code)}`)
}

/** POST /:community/matters/:id/gone: the actor goes. */
export const gone: Submit = async sent => {
  await sent.act(goFrom, { id: idIn(sent) })
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}?done=act`)
}

async function atPlace(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, community, url } = visit
  const t = activityText(lang)
  const matter = await matterById(db, actor, idIn(visit))
  const own = await joinerOf(db, matter.id, actor.personId)
  const at = `/${community.slug}/matters/${matter.id}`
  const code = url.searchParams.get('code') ?? String(mend.values['code'] ?? '')
  const isHere = own?.arrived_at && !own.left_at
  return framed(visit, { title: t.hereTitle, narrow: true, back: at }, html`<section class="card"><h2>${matter.title ?? titleOf(matter.text)}</h2><p class="dim sm">${matter.label}</p>
<form method="post" action="${at}/${isHere ? 'gone' : 'here'}">${errs(lang, mend)}${requestKey(mend)}<input type="hidden" name="code" value="${code}">${
    isHere ? html`${note('', 'check', t.hereAlready)}${buttonOrWhy(lang, t.go, mayNotGo(actor, matter.rules, own), 'b-line')}` : buttonOrWhy(lang, t.arrive, mayNotArrive(actor, matter.rules, own), 'b-sea')}</form></section>
<p class="field"><a class="btn full b-line" href="${at}">${matterPageText(lang).from}</a></p>`)
}
