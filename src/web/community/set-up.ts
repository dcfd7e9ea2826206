// The second and third page of the set-up, for the secretary: the first buildings, then what next.
import { Invalid, Refused } from '#kit/errors.ts'
import { lacks } from '#modules/people/public.ts'
import { estates } from '#modules/places/public.ts'
import { addBuildings, addBuildingsInput } from '#modules/roster/public.ts'
import { setUpText } from '#text/set-up.ts'
import { framed } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html, type Icon } from '#web/parts/html.ts'
import { list } from '#web/parts/list.ts'
import { qrSvg } from '#web/parts/qr.ts'
import { goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

const FIELDS = ['estate', 'buildings', 'entrances', 'floors', 'homesPerFloor'] as const
const USUAL: Mend = { values: { entrances: '2', floors: '6', homesPerFloor: '2' }, problems: [] }

/** GET /:community/set-up */
export const page: Page = async visit => shown(visit, USUAL)

/** POST /:community/set-up: makes the buildings; more may follow. */
export const submit: Submit = async sent => {
  try {
    await sent.act(addBuildings, Object.fromEntries(FIELDS.map(name => [name, typed(sent.form, name)])))
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`/${sent.community.slug}/set-up`)
}

/** GET /:community/set-up/done */
export const done: Page = async visit => {
  keep(visit)
  const { lang, community, publicUrl } = visit
  const t = setUpText(lang)
  const at = `/${community.slug}`
  const board = `${publicUrl}${at}/board`
  const row = (href: string, name: Icon, title: string, meta: string) => ({ href, icon: name, title, meta, tone: 'sea' as const })
  return framed(visit, { title: t.doneTitle, narrow: true }, html`<p>${t.doneLead(community.name)}</p>
<div class="gap"><section class="slip center"><p class="dim">${t.boardCode}</p>${qrSvg(board, t.boardCode)}
<p class="sm">${board.replace(/^https?:\/\//u, '')}</p></section></div>
<section><div class="head"><h2>${t.next}</h2></div>${list([
    row(`${at}/roster`, 'me', t.nextRoster, t.nextRosterSay),
    row(`${at}/posts`, 'ledger', t.nextPosts, t.nextPostsSay),
    row(`${at}/outbox`, 'phone', t.nextOutbox, t.nextOutboxSay),
    row(`${at}/raise`, 'raise', t.nextRaise, t.nextRaiseSay),
  ])}</section>
<p class="gap"><a class="btn full" href="${at}">${t.toHome}</a></p>`)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  keep(visit)
  const { lang, community } = visit
  const t = setUpText(lang)
  const made = await estates(visit.db)
  const at = `/${community.slug}`
  return framed(visit, { title: t.buildingsTitle, narrow: true }, html`<p>${t.buildingsLead}</p>
${made.length > 0 ? html`<section class="card"><p>${icon('check')} ${t.made(made.map(estate => estate.name).join('、'))}</p>
<p class="gap"><a class="btn full b-sea" href="${at}/set-up/done">${t.enough}</a></p></section>` : nothing}
<section class="card"><h2>${t.haveList}</h2><p class="sm">${t.haveListSay}</p>
<p class="gap"><a class="btn full b-line" href="${at}/roster">${icon('ledger')}${t.toRoster}</a></p></section>
<form class="stack" method="post" action="${at}/set-up">
<h2 class="field">${made.length > 0 ? t.typeMore : t.typeThem}</h2>
${errs(lang, mend)}${requestKey(mend)}
${FIELDS.map(name => field(lang, addBuildingsInput, name, mend))}
<div class="field"><button class="btn full">${icon('plus')}${t.makeThem}</button></div>
</form>
${made.length === 0 ? html`<p class="center"><a class="btn b-text" href="${at}/set-up/done">${t.later}</a></p>` : nothing}`)
}

function keep({ actor }: Visit): void {
  const reason = lacks(actor, 'import roster', null)
  if (reason) throw new Refused(reason)
}
