// 记各户用量: of one month, home by home or from a table; for whoever handles the matter.
import { Invalid, Problem, Refused, type FieldProblem } from '#kit/errors.ts'
import { readTable } from '#kit/tables.ts'
import { today } from '#modules/communities/public.ts'
import { matterById, type Matter } from '#modules/matters/public.ts'
import { amountShown, enterReadings, mayNotWithSharing, readingsIn, readingsOf } from '#modules/sharing/public.ts'
import { readingsText, sharingActText } from '#text/sharing.ts'
import { readingsPageText } from '#text/sharing-pages.ts'
import { idIn } from '#web/frame.ts'
import { errs, requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Sent, type Submit, type Visit } from '#web/visit.ts'
import { addressOf, matterOf, sharingFrame, valueOf } from './around.ts'

/** As many homes as one form holds by hand; more come in a table. */
const BY_HAND = 150
const MOST_SHOWN = 20
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/u

/** GET /:community/matters/:id/sharing/readings?month= */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/matters/:id/sharing/readings: those that were written, home by home. */
export const send: Submit = async sent => {
  const readings = Object.entries(sent.form.fields).flatMap(([name, amount]) => {
    const [, home] = /^r-(\d{1,15})$/u.exec(name) ?? []
    return home === undefined || typeof amount !== 'string' || amount.trim() === '' ? [] : [{ home, amount }]
  })
  return enter(sent, readings)
}

/** POST /:community/matters/:id/sharing/readings/file: all lines of a table, or none. */
export const bring: Submit = async sent => {
  const again = (problems: readonly FieldProblem[]) => sent.show(visit => shown(visit, { values: sent.form.fields, problems }))
  const file = (reason: Problem['reason']): FieldProblem => ({ field: 'file', reason })
  const [given] = sent.form.files
  const [problem] = sent.form.problems
  if (problem || !given) return again([file(problem?.reason ?? (lang => readingsText(lang).noFile))])
  const homes = await listed(sent)
  try {
    const { readings, problems } = readingsIn(await readTable(given), homes)
    if (problems.length > 0) return await again([file(lang => readingsText(lang).tooWrong(problems.length)), ...problems.slice(0, MOST_SHOWN).map(file)])
    return await enter(sent, readings)
  } catch (wrong) {
    if (wrong instanceof Problem && wrong.status !== 403 && wrong.status !== 404) return again([file(wrong.reason)])
    throw wrong
  }
}

async function enter(sent: Sent, readings: readonly { home: number | string, amount: string }[]) {
  const id = idIn(sent)
  const month = typed(sent.form, 'month')
  try {
    await sent.act(enterReadings, { id, month, readings })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { values: sent.form.fields, problems: problem.problems }))
  }
  return goTo(`${addressOf(sent, id)}/readings?month=${month}&done=1`)
}

// The homes whose names the table may use; nobody else gets to know them.
async function listed(sent: Sent): Promise<{ id: number, label: string }[]> {
  let homes: { id: number, label: string }[] = []
  await sent.show(async ({ db, actor }) => {
    const { rules } = await matterById(db, actor, idIn(sent))
    allowed(sent, rules)
    homes = await readingsOf(db, rules.id, typed(sent.form, 'month'))
    return html``
  })
  return homes
}

function allowed({ actor }: Pick<Visit, 'actor'>, matter: Matter): void {
  const refusal = mayNotWithSharing.keep(actor, { matter })
  if (refusal) throw new Refused(refusal)
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, url, community, now } = visit
  const t = readingsPageText(lang)
  const matter = await matterOf(visit)
  allowed(visit, matter.rules)
  const asked = valueOf(mend, 'month') || (url.searchParams.get('month') ?? '')
  const month = MONTH.test(asked) ? asked : today(community, now).slice(0, 7)
  const homes = await readingsOf(db, matter.id, month)
  const at = addressOf(visit, matter.id)
  return sharingFrame(visit, matter, { title: t.title, back: at }, html`${note('', 'lock', t.lead)}${errs(lang, mend)}
<form class="card" method="get" action="${at}/readings"><div class="field"><label for="f-look">${sharingActText(lang).month}</label><p class="hint" id="h-look">${sharingActText(lang).monthHint}</p><input type="text" id="f-look" name="month" value="${month}" maxlength="7" required aria-describedby="h-look"></div><button class="btn b-line full">${t.look}</button></form>
<section>${head(t.file)}<form class="card" method="post" action="${at}/readings/file" enctype="multipart/form-data">${requestKey(EMPTY)}<input type="hidden" name="month" value="${month}"><div class="field"><label for="f-file">${t.file}</label><p class="hint" id="h-file">${
    t.fileHint}</p><input id="f-file" type="file" name="file" accept=".xlsx,.csv,text/csv" aria-describedby="h-file"></div><div class="field"><button class="btn full">${t.save}</button></div></form></section>
<section>${head(t.byHand)}${homes.length > BY_HAND ? html`<p>${t.tooMany}</p>` : html`<form class="card" method="post" action="${at}/readings">${requestKey(EMPTY)}<p class="hint">${t.handHint}</p><input type="hidden" name="month" value="${month}">
${homes.map(home => html`<div class="field"><label for="r-${home.id}">${home.label}</label><input type="text" inputmode="decimal" id="r-${home.id}" name="r-${home.id}" maxlength="14" value="${
    valueOf(mend, `r-${home.id}`) || (home.amount === null ? '' : amountShown(home.amount))}"></div>`)}
<div class="field"><button class="btn full">${icon('check')}${t.save}</button></div></form>`}</section>`)
}
